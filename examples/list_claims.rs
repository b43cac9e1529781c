//! Lists what one article says, claim by claim, with the facts in it: `cargo run --example list_claims FILE`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use storydiff::read::{Input, ReadOptions, read_articles};
use storydiff::{Options, compare};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name an article file")?;
    let input = Input::parse(path.as_ref());
    let articles = read_articles(&[input], &ReadOptions::default(), std::io::stdin())?.articles;
    for claim in &compare(articles, &Options::default()).claims {
        println!("{} {}", claim.id, claim.text);
        if let Some(speaker) = &claim.speaker {
            println!("    said by {}", speaker.name);
        }
        for fact in &claim.facts {
            println!("    {:?}: {}", fact.kind, fact.text);
        }
    }
    Ok(())
}
