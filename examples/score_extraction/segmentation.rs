//! Scores sentence boundaries against the golden rules of pySBD and pragmatic_segmenter.
//!
//! `STORYDIFF_SHOW_FAILURES=1` prints each text that was cut otherwise.

use std::path::Path;

use serde::Deserialize;
use storydiff::{read, segment};

/// One rule: a text and its sentences.
#[derive(Deserialize)]
struct Rule {
    text: String,
    sentences: Vec<String>,
}

/// Prints the share of golden rules that are met, file by file.
pub(crate) fn score(folder: &Path) {
    let show = std::env::var_os("STORYDIFF_SHOW_FAILURES").is_some();
    for name in ["english_golden_rules.json", "english_spec.json"] {
        let rules = match rules(&folder.join(name)) {
            Ok(rules) => rules,
            Err(error) => {
                println!("segmentation/{name}: {error}");
                continue;
            }
        };
        let failures: Vec<_> = rules
            .iter()
            .map(|rule| (rule, sentences(&rule.text)))
            .filter(|(rule, found)| !meets(rule, found))
            .collect();
        let met = rules.len() - failures.len();
        println!(
            "segmentation/{name}: {met} of {} ({:.1}%)",
            rules.len(),
            100.0 * met as f64 / rules.len() as f64
        );
        for (rule, found) in failures.iter().filter(|_| show) {
            println!(
                "  text  {:?}\n  want  {:?}\n  found {found:?}",
                rule.text, rule.sentences
            );
        }
    }
}

fn rules(path: &Path) -> Result<Vec<Rule>, Box<dyn std::error::Error>> {
    let json = std::fs::read_to_string(path)?;
    Ok(serde_json::from_str(json.trim_start_matches('\u{FEFF}'))?)
}

fn sentences(text: &str) -> Vec<String> {
    let article = read::article_from_text("A", "rule", text);
    segment::segment(&article)
        .sentences
        .iter()
        .map(|sentence| sentence.span.slice(&article.text).to_owned())
        .collect()
}

/// White space inside a sentence is nobody's business: spans keep it as it stands in the text.
fn meets(rule: &Rule, found: &[String]) -> bool {
    let plain = |s: &String| s.split_whitespace().collect::<Vec<_>>().join(" ");
    rule.sentences.iter().map(plain).eq(found.iter().map(plain))
}
