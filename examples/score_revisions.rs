//! Scores `check` on pairs of sentences taken as revisions: `cargo run --release --example score_revisions -- FILE...`.
//!
//! FILE is NDJSON, either `{"a","b"}`, two wordings of one fact, where every error is a false alarm, or
//! `{"s","agree","conflict","trap","kind"}`: a sentence, a paraphrase, a changed fact, and what only looks like one. With
//! `--show` as well, every error is printed with both sentences.

#![allow(clippy::print_stdout, reason = "a program that prints its figures")]

use std::collections::BTreeMap;

use serde::Deserialize;
use storydiff::check::{Policy, Severity};
use storydiff::read::article_from_text;
use storydiff::revise::Rule;
use storydiff::{Judge, Options, compare_revisions};

#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Variants {
        s: String,
        agree: String,
        conflict: String,
        trap: String,
        kind: String,
    },
    Pair {
        a: String,
        b: String,
    },
}

/// Errors, lines, and how many lines each rule was told for.
#[derive(Default)]
struct Tally {
    errors: usize,
    lines: usize,
    rules: BTreeMap<Rule, usize>,
    /// Whether each error is printed.
    show: bool,
}

impl Tally {
    fn add(&mut self, old: &str, new: &str) {
        let article = |id: &str, text: &str| article_from_text(id, id, text);
        let mut options = Options::default();
        options.judge = Judge::Fast;
        let check = compare_revisions(
            article("A", old),
            article("B", new),
            None,
            &Policy::default(),
            &options,
        );
        self.lines += 1;
        self.errors += usize::from(check.fails_on(Severity::Error));
        if self.show {
            for violation in &check.violations {
                if violation.severity == Severity::Error {
                    let change = &violation.change;
                    println!(
                        "  {}: {}
    - {old}
    + {new}",
                        change.rule.id(),
                        change.why
                    );
                }
            }
        }
        let mut rules: Vec<Rule> = check
            .violations
            .iter()
            .filter(|v| v.severity == Severity::Error)
            .map(|v| v.change.rule)
            .collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in rules {
            *self.rules.entry(rule).or_default() += 1;
        }
    }

    fn print(&self, name: &str) {
        let rules: Vec<String> = self
            .rules
            .iter()
            .map(|(rule, count)| format!("{} {count}", rule.id()))
            .collect();
        println!(
            "{name:<24} errors in {} of {} ({})",
            self.errors,
            self.lines,
            rules.join(", ")
        );
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let show = std::env::args().any(|arg| arg == "--show");
    for path in std::env::args().skip(1).filter(|arg| arg != "--show") {
        println!("{path}");
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        for line in std::fs::read_to_string(&path)?
            .lines()
            .filter(|line| !line.trim().is_empty())
        {
            let mut add = |name: &str, old: &str, new: &str| {
                let tally = tallies.entry(name.to_owned()).or_default();
                tally.show = show;
                tally.add(old, new);
            };
            match serde_json::from_str(line)? {
                Line::Pair { a, b } => add("pairs", &a, &b),
                Line::Variants {
                    s,
                    agree,
                    conflict,
                    trap,
                    kind,
                } => {
                    add("agree", &s, &agree);
                    add("conflict", &s, &conflict);
                    add(&format!("conflict {kind}"), &s, &conflict);
                    add("trap", &s, &trap);
                }
            }
        }
        for (name, tally) in &tallies {
            tally.print(name);
        }
    }
    Ok(())
}
