//! Prints every conflict among files as a line of a table: `cargo run --example conflict_table FILE FILE...`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use storydiff::read::{Input, ReadOptions, read_articles};
use storydiff::{Options, Side, compare};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let inputs: Vec<Input> = std::env::args()
        .skip(1)
        .map(|path| Input::parse(path.as_ref()))
        .collect();
    let articles = read_articles(&inputs, &ReadOptions::default(), std::io::stdin())?.articles;
    let comparison = compare(articles, &Options::default());
    let cell = |side: &Side| format!("{} {}", side.claim, side.text);
    for conflict in comparison.findings.iter().flat_map(|f| &f.conflicts) {
        println!(
            "{:<12} {:<28} {:<28} {}",
            format!("{:?}", conflict.kind),
            cell(&conflict.a),
            cell(&conflict.b),
            conflict.why
        );
    }
    Ok(())
}
