//! Compares two reports that are already in memory: `cargo run --example compare_strings`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use storydiff::read::article_from_text;
use storydiff::{Options, Verdict, compare};

const MORNING: &str = "The fire at the paper mill in Tarnov killed four workers on Monday, the fire brigade said. \
    The mill employs about 300 people.";
const EVENING: &str = "Six workers died in Monday's fire at the paper mill in Tarnov, the fire brigade said. \
    Production will resume next week.";

fn main() {
    let articles = vec![
        article_from_text("A", "morning", MORNING),
        article_from_text("B", "evening", EVENING),
    ];
    let comparison = compare(articles, &Options::default());
    for verdict in [Verdict::Conflict, Verdict::Agree, Verdict::Unique] {
        let findings = comparison.findings.iter();
        let count = findings.filter(|f| f.verdict == verdict).count();
        println!("{verdict:?}: {count}");
    }
}
