//! What arguments name -> articles. All that can go wrong with input goes wrong here.
//!
//! ```text
//! place (file, -, address, REV:path) --bytes--> form (text, Markdown, page, letter, Word, PDF, feed, lines) --text--> article
//! ```
//!
//! Plain text is kept as it stands: what is about the article (headline, dateline, time stamp) is marked, not cut out,
//! so that spans fit the file. Of every other form the text without markup is kept.

mod address;
mod calendar;
mod changed;
mod comments;
mod draft;
mod encoding;
mod error;
mod feed;
mod form;
mod front_matter;
mod git_files;
mod labels;
mod language;
mod letter;
mod manifest;
mod markdown;
mod masthead;
mod page;
mod pdf;
mod place;
mod record;
mod revision;
mod word;

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{Article, MetadataKind, cores};
use draft::Draft;
use form::Form;

pub use changed::{ChangedStory, Listing, is_story, stories_of_folders};
pub use error::{Problem, ReadError};
pub use git_files::GitFiles;
pub use language::language_name;
pub use manifest::{Manifest, write_manifest};
pub use pdf::is_reading_pdf;
pub use place::{Input, Place};
pub(crate) use record::Record;
pub use revision::{Since, changed_stories, folder_in_repository, working_path};

/// Most bytes of one article: some hundred times the longest report, and little enough to hold many.
pub const LARGEST: u64 = 16 << 20;

/// How inputs are read; [`ReadOptions::default`] is what the program uses.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Take the text as it stands: all text of a page, Markdown with its marks.
    pub raw: bool,
    /// Go on when an input cannot be read.
    pub keep_going: bool,
    /// Fetch from addresses of this machine and of private networks as well.
    pub allow_private: bool,
    /// A folder in which what was fetched is kept.
    pub save: Option<PathBuf>,
    /// One git program for all files of revisions; without it each file is read by one of its own.
    pub git: Option<Arc<GitFiles>>,
}

/// What reading gave.
#[derive(Debug, Default)]
pub struct Reading {
    /// In the order given, with ids `A`, `B`, ...
    pub articles: Vec<Article>,
    /// The input that each article was read from, by index; an input may hold several.
    pub input_of: Vec<usize>,
    /// Inputs that could not be read, if reading was to go on.
    pub failures: Vec<ReadError>,
}

/// Reads the articles of all inputs.
///
/// ```
/// use storydiff::read::{Input, Place, ReadOptions, read_articles};
/// let inputs = [Input::from(Place::StandardInput)];
/// let read = read_articles(&inputs, &ReadOptions::default(), &b"Six were hurt."[..]).unwrap();
/// assert_eq!(read.articles[0].text, "Six were hurt.");
/// ```
///
/// # Errors
///
/// The first input that cannot be read or holds no text, see [`ReadError`]; with [`ReadOptions::keep_going`] only that
/// standard input was named twice.
pub fn read_articles(
    inputs: &[Input],
    options: &ReadOptions,
    mut stdin: impl Read,
) -> Result<Reading, ReadError> {
    let standard = |input: &&Input| input.place == Place::StandardInput;
    if inputs.iter().filter(standard).count() > 1 {
        return Err(Problem::StandardInputTwice.of("-"));
    }
    let mut reading = Reading::default();
    let mut drafts = Vec::new();
    for (index, input) in inputs.iter().enumerate() {
        match drafts_of(input, options, &mut stdin) {
            Ok(read) => {
                reading.input_of.extend(read.iter().map(|_| index));
                drafts.extend(read.into_iter().map(|draft| (input, draft)));
            }
            Err(error) if options.keep_going => reading.failures.push(error),
            Err(error) => return Err(error),
        }
    }
    let labels = labels::labels(&drafts);
    let labelled = drafts.into_iter().zip(labels).enumerate().collect();
    reading.articles = cores::map(labelled, |(index, ((input, draft), label))| {
        let mut article = draft.article(&article_id(index), &label);
        article.outlet = input.outlet.clone().or(article.outlet);
        article.published = input.published.or(article.published);
        article
    });
    Ok(reading)
}

/// The articles that one input holds.
fn drafts_of(
    input: &Input,
    options: &ReadOptions,
    stdin: impl Read,
) -> Result<Vec<Draft>, ReadError> {
    let name = input.place.name();
    let failed = |problem: Problem| problem.of(name.clone());
    let fetched = fetch(input, options, stdin).map_err(failed)?;
    let form = Form::of(&input.place.ending(), &fetched).map_err(failed)?;
    let mut drafts = form.drafts(&fetched, options.raw).map_err(failed)?;
    if let Some(asked) = input.entry {
        if asked > drafts.len() {
            let held = match drafts.len() {
                1 => "1 article".to_owned(),
                count => format!("{count} articles"),
            };
            return Err(failed(Problem::NoEntry { held, asked }));
        }
        drafts = vec![drafts.swap_remove(asked - 1)];
    }
    for draft in &mut drafts {
        if !has_words(draft) {
            return Err(failed(Problem::Empty));
        }
        draft.url = fetched.url.clone().or(draft.url.take());
        draft.file = match input.place {
            Place::File(_) | Place::Revision { .. } => Some(name.clone()),
            Place::StandardInput | Place::Address(_) => None,
        };
    }
    Ok(drafts)
}

/// Bytes, and what came with them.
#[derive(Debug, Default)]
struct Fetched {
    bytes: Vec<u8>,
    /// The media type that a server gave, without its parameters, in small letters.
    media_type: Option<String>,
    /// The encoding that a server gave.
    charset: Option<String>,
    /// Where it came from in the end.
    url: Option<String>,
}

fn fetch(input: &Input, options: &ReadOptions, stdin: impl Read) -> Result<Fetched, Problem> {
    let bytes = match &input.place {
        Place::StandardInput => limited(stdin)?,
        Place::File(path) => bytes_of_file(path)?,
        Place::Revision { revision, path } => {
            revision::bytes(revision, path, options.git.as_deref())?
        }
        Place::Address(address) => return address::fetch(address, options),
    };
    Ok(Fetched {
        bytes,
        ..Fetched::default()
    })
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
    Draft::from_text(text).article(id, label)
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
    Draft::from_markdown(markdown).article(id, label)
}

/// An article from a web page in memory: its headline, its standfirst and its main text. What else stands on the page is
/// in [`Article::dropped`].
///
/// ```
/// let html = "<title>Fire | The Wire</title><meta property=og:site_name content='The Wire'><h1>Fire at the mill</h1>
///     <nav>Home</nav><p>Six guards were hurt in the fire at the mill in Dunmore on Monday, the police said.</p>";
/// let article = storydiff::read::article_from_html("A", "wire", html);
/// assert_eq!(article.outlet.as_deref(), Some("The Wire"));
/// assert!(article.text.starts_with("Fire at the mill\n\nSix guards"), "{}", article.text);
/// ```
#[must_use]
pub fn article_from_html(id: &str, label: &str, html: &str) -> Article {
    Draft::from_page(page::page(html, false)).article(id, label)
}

/// The articles of a file in memory, by the ending that its name would have (`html`, `pdf`, `eml`; empty when it is not
/// known, then its first bytes tell); ids from `A` on, labels from what the articles call themselves, else their ids.
///
/// ```
/// let lines = b"{\"label\": \"wire\", \"text\": \"Six were hurt.\"}";
/// let articles = storydiff::read::articles_from_bytes("jsonl", lines).unwrap();
/// assert_eq!(articles[0].label, "wire");
/// ```
///
/// # Errors
///
/// What is wrong with the file, see [`Problem`].
pub fn articles_from_bytes(ending: &str, bytes: &[u8]) -> Result<Vec<Article>, Problem> {
    let fetched = Fetched {
        bytes: bytes.to_vec(),
        ..Fetched::default()
    };
    let drafts = Form::of(ending, &fetched)?.drafts(&fetched, false)?;
    if !drafts.iter().all(has_words) {
        return Err(Problem::Empty);
    }
    let articles = drafts.into_iter().enumerate().map(|(index, draft)| {
        let id = article_id(index);
        let label = draft.label.clone().unwrap_or_else(|| id.clone());
        draft.article(&id, &label)
    });
    Ok(articles.collect())
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

fn bytes_of_file(path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound if path.to_string_lossy().contains("://") => Problem::UnknownScheme,
        ErrorKind::NotFound => Problem::Missing,
        ErrorKind::IsADirectory => Problem::Folder,
        _ => Problem::Unreadable(source),
    };
    let file = File::open(path).map_err(failed)?;
    let kind = file.metadata().map_err(failed)?;
    if kind.is_dir() {
        return Err(Problem::Folder);
    }
    if kind.len() > LARGEST {
        return Err(Problem::TooLarge);
    }
    limited(file)
}

/// All bytes of a stream that is not larger than [`LARGEST`].
fn limited(stream: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    match stream.take(LARGEST + 1).read_to_end(&mut bytes) {
        Err(source) => Err(Problem::Unreadable(source)),
        Ok(_) if bytes.len() as u64 > LARGEST => Err(Problem::TooLarge),
        Ok(_) => Ok(bytes),
    }
}

/// Whether anything is left to say when front matter, time stamps, bylines and datelines are taken off.
fn has_words(draft: &Draft) -> bool {
    let mut at = 0;
    let mut kept = false;
    for metadata in draft
        .metadata
        .iter()
        .filter(|m| m.kind != MetadataKind::Title)
    {
        kept |= words_in(&draft.text[at..metadata.span.start]);
        at = metadata.span.end;
    }
    kept || words_in(&draft.text[at..])
}

/// Words with one space between them, whatever stood there.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines put together to paragraphs: a blank line ends one, and so does a line that `breaks`; such lines are left out.
fn paragraphs<'a>(
    lines: impl Iterator<Item = &'a str>,
    breaks: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        let words = spaced(line);
        let ends = words.is_empty() || breaks(&words);
        match found.last_mut().filter(|_| open && !ends) {
            Some(paragraph) if is_hyphenated(paragraph, &words) => {
                paragraph.pop();
                paragraph.push_str(&words);
            }
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(&words);
            }
            None if ends => {}
            None => found.push(words),
        }
        open = !ends;
    }
    found
}

/// Whether a word is cut at the end of a line: "repre-" "sentative".
fn is_hyphenated(before: &str, after: &str) -> bool {
    let mut last = before.chars().rev();
    last.next() == Some('-')
        && last.next().is_some_and(char::is_lowercase)
        && after.starts_with(char::is_lowercase)
}

fn words_in(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
