//! Paths and standard input -> articles. All that can go wrong with input goes wrong here.
//!
//! Plain text is kept as it stands: what is about the article (headline, dateline, time stamp) is marked, not cut out,
//! so that spans fit the file. Of Markdown the text without markup is kept.

mod calendar;
mod encoding;
mod error;
mod front_matter;
mod markdown;
mod masthead;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::{Article, Metadata, MetadataKind, Span};

pub use error::ReadError;

/// Most bytes of one article: some hundred times the longest report, and little enough to hold many.
pub const LARGEST: u64 = 16 << 20;

/// Kinds of documents that are known not to be text, by their file endings.
const UNSUPPORTED: [(&str, &str); 12] = [
    ("pdf", "PDF"),
    ("doc", "a word processor's document"),
    ("docx", "a word processor's document"),
    ("odt", "a word processor's document"),
    ("rtf", "a word processor's document"),
    ("html", "a web page"),
    ("htm", "a web page"),
    ("epub", "a book"),
    ("zip", "an archive"),
    ("gz", "an archive"),
    ("png", "a picture"),
    ("jpg", "a picture"),
];

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
    let standard = inputs.iter().filter(|input| is_standard(&input.path));
    if standard.count() > 1 {
        return Err(ReadError::StandardInputTwice);
    }
    let labels = labels(inputs);
    let mut articles = Vec::with_capacity(inputs.len());
    for ((index, input), label) in inputs.iter().enumerate().zip(labels) {
        let path = &input.path;
        let bytes = if is_standard(path) {
            limited(&mut stdin, path)?
        } else {
            bytes_of_file(path)?
        };
        let text =
            encoding::decode(&bytes).ok_or_else(|| ReadError::Binary { path: path.clone() })?;
        let id = article_id(index);
        let mut article = if is_markdown(path) {
            article_from_markdown(&id, &label, &text)
        } else {
            article_from_text(&id, &label, &text)
        };
        if !has_words(&article) {
            return Err(ReadError::Empty { path: path.clone() });
        }
        article.file = (!is_standard(path)).then(|| path.to_string_lossy().into_owned());
        articles.push(article);
    }
    Ok(articles)
}

/// An article from text in memory; metadata (front matter, title, dateline, time stamps) is recognised.
///
/// ```
/// let article = storydiff::read::article_from_text("A", "wire", "BAGHDAD, 7 November 2021 (Wire) - Six were hurt.");
/// assert_eq!(article.outlet.as_deref(), Some("Wire"));
/// assert_eq!(article.published.unwrap().to_string(), "2021-11-07");
/// ```
#[must_use]
pub fn article_from_text(id: &str, label: &str, text: &str) -> Article {
    article(
        id,
        label,
        text.to_owned(),
        None,
        front_matter::front_matter(text),
        true,
    )
}

/// An article from Markdown in memory; its text is the Markdown without markup.
///
/// ```
/// let article = storydiff::read::article_from_markdown("A", "wire", "# Fire\n\nSix were *hurt*.");
/// assert_eq!(article.title.as_deref(), Some("Fire"));
/// assert_eq!(article.text, "Fire\n\nSix were hurt.");
/// ```
#[must_use]
pub fn article_from_markdown(id: &str, label: &str, markdown: &str) -> Article {
    let head = front_matter::front_matter(markdown);
    let body = head.as_ref().map_or(0, |head| head.length);
    let plain = markdown::plain(&markdown[body..]);
    article(id, label, plain.text, plain.title, head, false)
}

fn article(
    id: &str,
    label: &str,
    text: String,
    title: Option<Span>,
    head: Option<front_matter::FrontMatter>,
    head_in_text: bool,
) -> Article {
    let head = head.unwrap_or_default();
    let start = if head_in_text { head.length } else { 0 };
    let found = masthead::masthead(&text, start, title);
    let mut metadata = found.metadata;
    if start > 0 {
        let block = Metadata {
            span: Span::new(0, start),
            kind: MetadataKind::FrontMatter,
        };
        metadata.insert(0, block);
    }
    let written_title = found.title.map(|span| span.slice(&text).to_owned());
    Article {
        id: id.to_owned(),
        label: label.to_owned(),
        file: None,
        title: head.title.or(written_title),
        outlet: head.outlet.or(found.outlet),
        published: head.published.or(found.published),
        included_text: None,
        text,
        metadata,
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

fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn ending(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default();
    ending.to_string_lossy().to_lowercase()
}

fn is_markdown(path: &Path) -> bool {
    matches!(ending(path).as_str(), "md" | "markdown" | "mkd")
}

fn bytes_of_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    let path_buf = || path.to_path_buf();
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => ReadError::Missing { path: path_buf() },
        ErrorKind::IsADirectory => ReadError::Folder { path: path_buf() },
        _ => ReadError::Unreadable {
            path: path_buf(),
            source,
        },
    };
    let file = File::open(path).map_err(failed)?;
    let kind = file.metadata().map_err(failed)?;
    if kind.is_dir() {
        return Err(ReadError::Folder { path: path_buf() });
    }
    let ending = ending(path);
    if let Some((_, kind)) = UNSUPPORTED.iter().find(|(known, _)| *known == ending) {
        return Err(ReadError::Unsupported {
            path: path_buf(),
            kind,
        });
    }
    if kind.len() > LARGEST {
        return Err(ReadError::TooLarge { path: path_buf() });
    }
    limited(file, path)
}

/// All bytes of a stream that is not larger than [`LARGEST`].
fn limited(stream: impl Read, path: &Path) -> Result<Vec<u8>, ReadError> {
    let path = path.to_path_buf();
    let mut bytes = Vec::new();
    match stream.take(LARGEST + 1).read_to_end(&mut bytes) {
        Err(source) => Err(ReadError::Unreadable { path, source }),
        Ok(_) if bytes.len() as u64 > LARGEST => Err(ReadError::TooLarge { path }),
        Ok(_) => Ok(bytes),
    }
}

/// Whether anything is left to say when front matter, time stamps, bylines and datelines are taken off.
fn has_words(article: &Article) -> bool {
    let mut at = 0;
    let mut kept = false;
    for metadata in article
        .metadata
        .iter()
        .filter(|m| m.kind != MetadataKind::Title)
    {
        kept |= words_in(&article.text[at..metadata.span.start]);
        at = metadata.span.end;
    }
    kept || words_in(&article.text[at..])
}

fn words_in(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// What to call each article: what was asked for, or the file's stem, with as much of its path as tells it from others.
fn labels(inputs: &[Input]) -> Vec<String> {
    let mut labels: Vec<String> = inputs
        .iter()
        .map(|input| names(&input.path)[0].clone())
        .collect();
    for longer in 1..=2 {
        let shared = shared(&labels);
        for (label, input) in labels.iter_mut().zip(inputs) {
            if shared.contains(label) {
                label.clone_from(&names(&input.path)[longer]);
            }
        }
    }
    // the very same file again: nothing but the place in the list tells them apart
    let shared = shared(&labels);
    for (index, (label, input)) in labels.iter_mut().zip(inputs).enumerate() {
        match &input.label {
            Some(asked) => label.clone_from(asked),
            None if shared.contains(label) => *label = format!("{label} ({})", article_id(index)),
            None => {}
        }
    }
    labels
}

/// What a file can be called: its stem, its folder and stem, its whole path.
fn names(path: &Path) -> [String; 3] {
    if is_standard(path) {
        return ["stdin"; 3].map(str::to_owned);
    }
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    let stem = stem.to_string_lossy().into_owned();
    let with_folder = match path.parent().and_then(Path::file_name) {
        Some(folder) => format!("{}/{stem}", folder.to_string_lossy()),
        None => stem.clone(),
    };
    [stem, with_folder, path.to_string_lossy().into_owned()]
}

/// Labels that stand more than once.
fn shared(labels: &[String]) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    labels
        .iter()
        .filter(|label| !seen.insert(*label))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests;
