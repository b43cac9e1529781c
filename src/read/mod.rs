//! Paths and standard input -> articles. All that can go wrong with input goes wrong here.

mod error;

use std::io::Read;
use std::path::PathBuf;

use crate::Article;

pub use error::ReadError;

/// One article to read: where it stands and what to call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// A file, or `-` for standard input.
    pub path: PathBuf,
    /// What to call the article; the file's stem when `None`.
    pub label: Option<String>,
}

/// Reads the articles in the order given, with ids `A`, `B`, ...
///
/// # Errors
///
/// The first input that cannot be read or holds no text, see [`ReadError`].
pub fn read_articles(inputs: &[Input], mut stdin: impl Read) -> Result<Vec<Article>, ReadError> {
    inputs
        .iter()
        .enumerate()
        .map(|(index, input)| {
            let unreadable = |source| ReadError::Unreadable {
                path: input.path.clone(),
                source,
            };
            let mut text = String::new();
            if input.path.as_os_str() == "-" {
                stdin.read_to_string(&mut text).map_err(unreadable)?;
            } else {
                text = std::fs::read_to_string(&input.path).map_err(unreadable)?;
            }
            let stem = input.path.file_stem().unwrap_or_default().to_string_lossy();
            let label = input.label.as_deref().unwrap_or(&stem);
            Ok(article_from_text(&article_id(index), label, &text))
        })
        .collect()
}

/// An article from text in memory; metadata (front matter, title, dateline, time stamps) is recognised.
///
/// ```
/// let article = storydiff::read::article_from_text("A", "reuters", "BAGHDAD, Nov 7 (Reuters) - Six guards were hurt.");
/// assert_eq!(article.label, "reuters");
/// ```
#[must_use]
pub fn article_from_text(id: &str, label: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        label: label.to_owned(),
        file: None,
        title: None,
        outlet: None,
        published: None,
        included_text: None,
        text: text.to_owned(),
        metadata: Vec::new(),
    }
}

/// Letter of the article at `index`: `A`, `B`, ... `Z`, `AA`, `AB`, ...
#[must_use]
pub fn article_id(index: usize) -> String {
    let mut left = index + 1;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push(b'A' + u8::try_from((left - 1) % 26).expect("below 26"));
        left = (left - 1) / 26;
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}
