//! Prints what the models of alignment are trained on: `training_rows STORIES [BELIEFS]`.
//!
//! STORIES holds a folder a story, with articles `A.txt`, `B.txt`, ... of one sentence a line. A row is a pair of claims:
//! story, sentence of the first (`A0` is the first line of `A.txt`), sentence of the second, then the figures. BELIEFS
//! holds what the first model believes of each row, a number a line; with it, the figures of the second model are printed
//! as well. `training/align/train.py` runs this.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use storydiff::align::rows;
use storydiff::extract::extract;
use storydiff::read::{Input, read_articles};
use storydiff::segment::{Document, segment};
use storydiff::{Article, Claim};

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [stories] => print_pairs(stories, None),
        [stories, beliefs] => {
            let text = std::fs::read_to_string(beliefs)?;
            let numbers: Result<Vec<f32>, _> = text.lines().map(str::parse).collect();
            print_pairs(stories, Some(&numbers?))
        }
        _ => Err("usage: training_rows STORIES [BELIEFS]".into()),
    }
}

/// A story, read and cut into claims.
struct Story {
    name: String,
    articles: Vec<Article>,
    documents: Vec<Document>,
    claims: Vec<Claim>,
}

impl Story {
    fn read(folder: &Path) -> Result<Self, Failure> {
        let mut paths = entries(folder)?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        let inputs: Vec<Input> = paths
            .into_iter()
            .map(|path| Input { path, label: None })
            .collect();
        let articles = read_articles(&inputs, std::io::empty())?;
        let documents: Vec<_> = articles.iter().map(segment).collect();
        let claims = extract(&articles, &documents);
        Ok(Self {
            name: folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            articles,
            documents,
            claims,
        })
    }

    /// Article letter and number of the line that holds the middle of the claim.
    fn line(&self, claim: usize) -> String {
        let claim = &self.claims[claim];
        let article = &self.articles[claim.article_index];
        let middle = claim.span.start + claim.span.len() / 2;
        let before = article.text.as_bytes()[..middle]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count();
        format!("{}{before}", article.id)
    }

    fn print(&self, a: usize, b: usize, figures: &[f32]) -> Result<(), Failure> {
        let mut text = format!("{}\t{}\t{}", self.name, self.line(a), self.line(b));
        for figure in figures {
            write!(text, "\t{figure}")?;
        }
        println!("{text}");
        Ok(())
    }
}

fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    Ok(entries)
}

fn stories(folder: &str) -> Result<Vec<Story>, Failure> {
    let folders = entries(Path::new(folder))?
        .into_iter()
        .filter(|path| path.is_dir());
    folders.map(|folder| Story::read(&folder)).collect()
}

fn print_pairs(folder: &str, mut beliefs: Option<&[f32]>) -> Result<(), Failure> {
    for story in stories(folder)? {
        let mut found = rows(&story.articles, &story.documents, &story.claims, None);
        if let Some(all) = beliefs {
            let (ours, rest) = all
                .split_at_checked(found.len())
                .ok_or("fewer beliefs than rows")?;
            found = rows(&story.articles, &story.documents, &story.claims, Some(ours));
            beliefs = Some(rest);
        }
        for row in found {
            story.print(row.a, row.b, &row.figures)?;
        }
    }
    Ok(())
}
