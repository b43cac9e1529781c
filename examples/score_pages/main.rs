//! Scores what is taken from news pages: `cargo run --release --example score_pages -- FOLDER [--worst N]`.
//!
//! FOLDER holds `ground-truth.json`, `{"ID": {"articleBody": "...", "url": "..."}}`, and `html/ID.html.gz`. Words are compared
//! as a bag and in runs of four; headline and standfirst, which the labels leave out, do not count.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints its figures"
)]

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;
use storydiff::Article;
use storydiff::read::article_from_html;

type Failure = Box<dyn std::error::Error>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Truth {
    article_body: String,
    url: String,
}

#[derive(Default)]
struct Scores {
    precision: f64,
    recall: f64,
    f1: f64,
}

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments
        .next()
        .ok_or("usage: score_pages FOLDER [--worst N]")?;
    let worst = arguments
        .nth(1)
        .and_then(|number| number.parse().ok())
        .unwrap_or(0);
    let folder = Path::new(&folder);
    let truths: BTreeMap<String, Truth> =
        serde_json::from_reader(File::open(folder.join("ground-truth.json"))?)?;
    let mut sum = Scores::default();
    let mut runs = 0.0;
    let mut time = Duration::ZERO;
    let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
    let mut dated = (0, 0);
    let mut ranking = Vec::new();
    for (id, truth) in &truths {
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(File::open(
            folder.join("html").join(format!("{id}.html.gz")),
        )?)
        .read_to_end(&mut bytes)?;
        let html = String::from_utf8_lossy(&bytes);
        let start = Instant::now();
        let article = article_from_html("A", id, &html);
        time += start.elapsed();
        let found = score(&words(&truth.article_body), &words(body(&article)));
        let in_runs = score(&fours(&truth.article_body), &fours(body(&article)));
        ranking.push((found.f1, found.precision, found.recall, id, &truth.url));
        sum.precision += found.precision;
        sum.recall += found.recall;
        sum.f1 += found.f1;
        runs += in_runs.f1;
        for (field, known) in [
            ("title", article.title.is_some()),
            ("outlet", article.outlet.is_some()),
            ("author", article.author.is_some()),
            ("published", article.published.is_some()),
            ("modified", article.modified.is_some()),
            ("address", article.url.is_some()),
        ] {
            *fields.entry(field).or_default() += usize::from(known);
        }
        if let (Some(written), Some(read)) = (day_of(&truth.url), article.published) {
            dated.0 += usize::from(written.iter().any(|day| *day == read.to_string()));
            dated.1 += 1;
        }
    }
    let count = truths.len() as f64;
    println!(
        "{} pages: words P {:.3} R {:.3} F1 {:.3}, runs of four F1 {:.3}, {:.1} ms a page",
        truths.len(),
        sum.precision / count,
        sum.recall / count,
        sum.f1 / count,
        runs / count,
        time.as_secs_f64() * 1000.0 / count
    );
    for (field, known) in fields {
        println!("{field:<10} {known}");
    }
    println!(
        "published as the address has it: {} of {}",
        dated.0, dated.1
    );
    ranking.sort_by(|x, y| x.0.total_cmp(&y.0));
    for (f1, precision, recall, id, url) in ranking.into_iter().take(worst) {
        println!("{f1:.2} {precision:.2} {recall:.2} {id:.6} {url}");
    }
    Ok(())
}

/// The text without headline and standfirst.
fn body(article: &Article) -> &str {
    let text = article.text.as_str();
    let text = article
        .title
        .as_deref()
        .and_then(|title| text.strip_prefix(title))
        .unwrap_or(text);
    text.trim_start()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn fours(text: &str) -> Vec<String> {
    let words = words(text);
    words
        .windows(4.min(words.len()).max(1))
        .map(|run| run.join(" "))
        .collect()
}

fn score(truth: &[String], found: &[String]) -> Scores {
    let bag = |words: &[String]| {
        let mut bag: HashMap<String, usize> = HashMap::new();
        for word in words {
            *bag.entry(word.clone()).or_default() += 1;
        }
        bag
    };
    let (expected, given) = (bag(truth), bag(found));
    let both: usize = expected
        .iter()
        .map(|(word, count)| (*count).min(given.get(word).copied().unwrap_or(0)))
        .sum();
    if both == 0 {
        return Scores::default();
    }
    let precision = both as f64 / found.len() as f64;
    let recall = both as f64 / truth.len() as f64;
    Scores {
        precision,
        recall,
        f1: 2.0 * precision * recall / (precision + recall),
    }
}

/// The day that an address holds, `/2019/11/19/`, and those beside it: servers and writers live in different zones.
fn day_of(url: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = url.split(['/', '-']).collect();
    parts.windows(3).find_map(|run| {
        let date: jiff::civil::Date = format!("{}-{:0>2}-{:0>2}", run[0], run[1], run[2])
            .parse()
            .ok()?;
        (date.year() > 1990 && run[0].len() == 4).then(|| {
            [date.yesterday().ok(), Some(date), date.tomorrow().ok()]
                .into_iter()
                .flatten()
                .map(|day| day.to_string())
                .collect()
        })
    })
}
