//! Prints what the learned models are trained on.
//!
//! ```text
//! training_rows align STORIES [FIRST [SECOND ENCODER]]
//! training_rows groups STORIES BELIEFS THRESHOLD
//! training_rows conflicts STORIES ENCODER
//! training_rows across STORIES fast|neural
//! ```
//!
//! STORIES holds a folder a story, with articles `A.txt`, `B.txt`, ... of one sentence a line. A row is a pair of claims:
//! story, sentence of the first (`A0` is the first line of `A.txt`), sentence of the second, then the figures. FIRST and
//! SECOND hold what the first and the second model of alignment believe of each row, a number a line; with them, the
//! figures of the next model are printed as well. BELIEFS are those of the last model, and `groups` prints which sentences
//! meet in a group. ENCODER is a folder of weights to read sentences with. The programs in `training` run this.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use storydiff::align::{Beliefs, align, groups, rows};
use storydiff::extract::extract;
use storydiff::read::{Input, Place, ReadOptions, read_articles};
use storydiff::segment::{Document, segment};
use storydiff::{Article, Claim, Judge, Options, Span, judge, neural};

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["align", stories] => print_pairs(stories, None, None),
        ["align", stories, first] => print_pairs(stories, Some(&numbers(first)?), None),
        ["align", stories, first, second, encoder] => {
            neural::load(Path::new(encoder))?;
            print_pairs(stories, Some(&numbers(first)?), Some(&numbers(second)?))
        }
        ["groups", folder, beliefs, threshold] => {
            print_groups(folder, &numbers(beliefs)?, threshold.parse()?)
        }
        ["conflicts", folder, encoder] => {
            neural::load(Path::new(encoder))?;
            stories(folder)?.iter().try_for_each(Story::print_conflicts)
        }
        ["across", folder, "fast"] => print_across(folder, Judge::Fast),
        ["across", folder, "neural"] => print_across(folder, Judge::Neural),
        _ => Err("see the head of examples/training_rows/main.rs for the arguments".into()),
    }
}

fn print_across(folder: &str, judge: Judge) -> Result<(), Failure> {
    let stories = stories(folder)?;
    stories
        .iter()
        .try_for_each(|story| story.print_across(judge))
}

fn numbers(path: &str) -> Result<Vec<f32>, Failure> {
    let text = std::fs::read_to_string(path)?;
    Ok(text.lines().map(str::parse).collect::<Result<_, _>>()?)
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
            .map(|path| Place::File(path).into())
            .collect();
        let articles = read_articles(&inputs, &ReadOptions::default(), std::io::empty())?.articles;
        let name = folder.file_name().unwrap_or_default();
        Ok(Self::of(name.to_string_lossy().into_owned(), articles))
    }

    fn of(name: String, articles: Vec<Article>) -> Self {
        let documents: Vec<_> = articles.iter().map(segment).collect();
        let claims = extract(&articles, &documents, &[]);
        Self {
            name,
            articles,
            documents,
            claims,
        }
    }

    fn print_conflicts(&self) -> Result<(), Failure> {
        let mut options = Options::default();
        options.judge = Judge::Neural;
        let alignment = align(&self.articles, &self.documents, &self.claims, &options);
        for row in judge::rows(&self.articles, &self.documents, &self.claims, &alignment) {
            self.print(row.a, row.b, "", &row.figures)?;
        }
        Ok(())
    }

    /// Numbers that are apart: the two numbers stand before the figures.
    fn print_across(&self, judge: Judge) -> Result<(), Failure> {
        let mut options = Options::default();
        options.judge = judge;
        let alignment = align(&self.articles, &self.documents, &self.claims, &options);
        for row in judge::across_rows(&self.articles, &self.documents, &self.claims, &alignment) {
            let words = |claim: usize, value: Span| {
                let article = &self.articles[self.claims[claim].article_index];
                value.slice(&article.text)
            };
            let [a, b] = row.values;
            let values = format!("\t{}\t{}", words(row.a, a), words(row.b, b));
            self.print(row.a, row.b, &values, &row.figures)?;
        }
        Ok(())
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

    fn print(&self, a: usize, b: usize, values: &str, figures: &[f32]) -> Result<(), Failure> {
        let mut text = format!("{}\t{}\t{}{values}", self.name, self.line(a), self.line(b));
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

fn print_pairs(folder: &str, first: Option<&[f32]>, second: Option<&[f32]>) -> Result<(), Failure> {
    let mut done = 0;
    for story in stories(folder)? {
        let rows = |beliefs| rows(&story.articles, &story.documents, &story.claims, beliefs);
        let mut found = rows(None);
        let ours = done..done + found.len();
        done = ours.end;
        let part = |all: &'_ [f32]| all.get(ours.clone()).map(<[f32]>::to_vec);
        if let Some(first) = first {
            let first = part(first).ok_or("fewer beliefs than rows")?;
            let second = second.map(|all| part(all).ok_or("fewer beliefs than rows"));
            let second = second.transpose()?;
            found = rows(Some(Beliefs {
                first: &first,
                second: second.as_deref(),
            }));
        }
        for row in found {
            story.print(row.a, row.b, "", &row.figures)?;
        }
    }
    Ok(())
}

fn print_groups(folder: &str, mut beliefs: &[f32], threshold: f64) -> Result<(), Failure> {
    for story in stories(folder)? {
        let (articles, documents, claims) = (&story.articles, &story.documents, &story.claims);
        let count = rows(articles, documents, claims, None).len();
        let (ours, rest) = beliefs
            .split_at_checked(count)
            .ok_or("fewer beliefs than rows")?;
        beliefs = rest;
        for group in groups(articles, documents, claims, ours, threshold) {
            for (at, &a) in group.iter().enumerate() {
                for &b in &group[at + 1..] {
                    if claims[a].article_index != claims[b].article_index {
                        story.print(a, b, "", &[])?;
                    }
                }
            }
        }
    }
    Ok(())
}
