//! Prints the figures of alignment for labelled stories, for training: `align_rows STORIES [BELIEFS]`.
//!
//! STORIES holds a folder a story, with articles `A.txt`, `B.txt`, ... of one sentence a line. Each row is a pair of
//! claims: story, sentence of the first (`A0` is the first line of `A.txt`), sentence of the second, numbers of the
//! claims, then the figures. BELIEFS holds what the first model believes of each row, a number a line, in the order of
//! the rows; with it, the figures of the second model are printed as well. `training/align/train.py` runs this.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use storydiff::align::rows;
use storydiff::extract::extract;
use storydiff::read::{Input, read_articles};
use storydiff::segment::segment;
use storydiff::{Article, Claim};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments
        .next()
        .ok_or("usage: align_rows STORIES [BELIEFS]")?;
    let beliefs = arguments.next().map(read_beliefs).transpose()?;
    let mut beliefs = beliefs.as_deref();
    for story in entries(Path::new(&folder))? {
        if story.is_dir() {
            print_story(&story, &mut beliefs)?;
        }
    }
    Ok(())
}

fn read_beliefs(path: String) -> Result<Vec<f32>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let numbers: Result<Vec<f32>, _> = text.lines().map(str::parse).collect();
    Ok(numbers?)
}

fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    Ok(entries)
}

fn print_story(folder: &Path, beliefs: &mut Option<&[f32]>) -> Result<(), Box<dyn Error>> {
    let mut inputs = entries(folder)?;
    inputs.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let inputs: Vec<Input> = inputs
        .into_iter()
        .map(|path| Input { path, label: None })
        .collect();
    let articles = read_articles(&inputs, std::io::empty())?;
    let documents: Vec<_> = articles.iter().map(segment).collect();
    let claims = extract(&articles, &documents);
    let mut found = rows(&articles, &documents, &claims, None);
    if let Some(all) = beliefs {
        let (ours, rest) = all
            .split_at_checked(found.len())
            .ok_or("fewer beliefs than rows")?;
        found = rows(&articles, &documents, &claims, Some(ours));
        *beliefs = Some(rest);
    }
    let story = folder.file_name().unwrap_or_default().to_string_lossy();
    let line_of: Vec<String> = claims.iter().map(|claim| line(&articles, claim)).collect();
    for row in found {
        let mut text = format!(
            "{story}\t{}\t{}\t{}\t{}",
            line_of[row.a], line_of[row.b], row.a, row.b
        );
        for figure in &row.figures {
            write!(text, "\t{figure}")?;
        }
        println!("{text}");
    }
    Ok(())
}

/// Article letter and number of the line that holds most of the claim.
fn line(articles: &[Article], claim: &Claim) -> String {
    let article = &articles[claim.article_index];
    let middle = claim.span.start + claim.span.len() / 2;
    let before = article.text.as_bytes()[..middle]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count();
    format!("{}{before}", article.id)
}
