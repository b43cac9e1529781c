//! Scores attribution against PolNeAR: the words of sources and of contents, token by token.
//!
//! Articles with an even number in the order of their names were looked at while the frames were written; those with
//! an odd number were not. Both are printed.

use std::collections::HashSet;
use std::error::Error;
use std::path::{Path, PathBuf};

use storydiff::extract::extract;
use storydiff::segment::segment;
use storydiff::{Span, read};

/// Right, found and wanted tokens.
#[derive(Default)]
struct Counts {
    right: usize,
    found: usize,
    wanted: usize,
}

/// Prints token F1 of sources and contents for the data in `folder`.
pub(crate) fn score(folder: &Path) {
    match counts(folder) {
        Ok(counts) => {
            for (half, [source, content]) in ["looked at", "not looked at"].iter().zip(counts) {
                println!(
                    "speakers ({half}): source {}, content {}",
                    source.told(),
                    content.told()
                );
            }
        }
        Err(error) => println!("speakers: {error} ({})", folder.display()),
    }
}

fn counts(folder: &Path) -> Result<[[Counts; 2]; 2], Box<dyn Error>> {
    let mut all = <[[Counts; 2]; 2]>::default();
    let texts = entries(&folder.join("text"))?;
    // an annotation is named like its text, with the annotator's number behind
    let annotations = entries(&folder.join("attributions"))?;
    for (number, path) in texts.iter().enumerate() {
        let text = std::fs::read_to_string(path)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let of_text = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(&*stem)
        };
        let annotation = annotations
            .iter()
            .find(of_text)
            .ok_or("a text without annotation")?;
        let wanted = annotated(&std::fs::read_to_string(annotation)?, &text);
        let found = found(&text);
        for (which, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
            all[number % 2][which].add(&text, found, wanted);
        }
    }
    Ok(all)
}

fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        found.push(entry?.path());
    }
    found.sort();
    Ok(found)
}

/// Spans of sources and contents, in bytes; brat counts characters.
fn annotated(ann: &str, text: &str) -> [Vec<Span>; 2] {
    let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    starts.push(text.len());
    let mut spans = [Vec::new(), Vec::new()];
    for line in ann.lines().filter(|line| line.starts_with('T')) {
        let Some(place) = line.split('\t').nth(1) else {
            continue;
        };
        let Some((label, ranges)) = place.split_once(' ') else {
            continue;
        };
        let which = match label.to_lowercase() {
            label if label.starts_with("source") => 0,
            label if label.starts_with("content") => 1,
            _ => continue,
        };
        for range in ranges.split(';') {
            let ends: Vec<usize> = range
                .split(' ')
                .filter_map(|end| end.parse().ok())
                .collect();
            if let [start, end] = ends[..] {
                let at = |place: usize| starts[place.min(starts.len() - 1)];
                spans[which].push(Span::new(at(start), at(end)));
            }
        }
    }
    spans
}

fn found(text: &str) -> [Vec<Span>; 2] {
    let articles = [read::article_from_text("A", "a", text)];
    let documents = [segment(&articles[0])];
    let claims = extract(&articles, &documents, &[]);
    let mut spans = [Vec::new(), Vec::new()];
    for claim in claims.iter().filter(|claim| claim.speaker.is_some()) {
        spans[1].extend(&claim.parts);
    }
    for sentence in &documents[0].sentences {
        for frame in sentence
            .clauses
            .iter()
            .filter_map(|clause| clause.frame.as_ref())
        {
            spans[0].extend(frame.source);
        }
        for noted in &sentence.noted {
            spans[0].extend(noted.frame.source);
            spans[1].push(noted.content);
        }
    }
    spans
}

impl Counts {
    fn add(&mut self, text: &str, found: &[Span], wanted: &[Span]) {
        let [found, wanted] = [found, wanted].map(|spans| tokens(text, spans));
        self.right += found.intersection(&wanted).count();
        self.found += found.len();
        self.wanted += wanted.len();
    }

    fn told(&self) -> String {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (precision, recall) = (
            share(self.right, self.found),
            share(self.right, self.wanted),
        );
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
        format!("P {precision:.3} R {recall:.3} F1 {f1:.3}")
    }
}

/// Starts of the words that lie in some span.
fn tokens(text: &str, spans: &[Span]) -> HashSet<usize> {
    let whole = Span::new(0, text.len());
    storydiff::segment::tokenize(text, whole)
        .into_iter()
        .filter(|token| token.lower.chars().any(char::is_alphanumeric))
        .filter(|token| spans.iter().any(|span| span.contains(token.span)))
        .map(|token| token.span.start)
        .collect()
}
