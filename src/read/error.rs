//! What can go wrong with input: what, where, and what to do next.

use super::LARGEST;

/// Why an input could not be read. The message names the input, what is wrong with it, and the next step.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {problem}")]
pub struct ReadError {
    /// The input, as it was given.
    pub name: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with an input.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// Nothing stands at that path.
    #[error("no such file; check the path and the folder you are in")]
    Missing,
    /// An address of a sort that is not fetched.
    #[error("is neither a file here nor an address that can be fetched; http and https are")]
    UnknownScheme,
    /// The system would not give it.
    #[error("cannot be read ({0}); check that it can be opened and try again")]
    Unreadable(std::io::Error),
    /// A folder, not a file.
    #[error("is a folder; name the article files in it")]
    Folder,
    /// Nothing but white space, or nothing but front matter.
    #[error("holds no text; an article needs at least one sentence")]
    Empty,
    /// Not text in any encoding.
    #[error("is not text; give plain text, Markdown, a web page, .docx, .pdf or .eml")]
    Binary,
    /// A kind of document that is known not to be read.
    #[error("{kind} cannot be read; {way}")]
    Unsupported {
        /// `a word processor's document`, `a picture`.
        kind: &'static str,
        /// The way round.
        way: &'static str,
    },
    /// Larger than [`LARGEST`].
    #[error("is larger than {} MiB, the most one article may have; cut it into articles", LARGEST >> 20)]
    TooLarge,
    /// Standard input is there once only.
    #[error("standard input was named twice and can be read once; save it to a file and name that")]
    StandardInputTwice,
    /// A page in which no article was found.
    #[error(
        "no article was found in this page ({words} words of running text); save the article's text and give that, or --raw to \
         take all of the page"
    )]
    NoArticle {
        /// Words that were taken for the article's.
        words: usize,
    },
    /// A document that says it is of a kind and cannot be read as that.
    #[error("cannot be read as {kind} ({reason}); open it, save its text as .txt and give that")]
    Damaged {
        /// `a PDF`, `a Word document`.
        kind: &'static str,
        /// What the reader said.
        reason: String,
    },
    /// A PDF of pictures.
    #[error("holds no text that can be taken out, as of scanned pages; run OCR over it first")]
    NoTextLayer,
    /// A line of JSON that is no article.
    #[error(
        "line {line} is no article ({reason}); write {{\"label\":\"...\",\"text\":\"...\"}} on each line"
    )]
    BadLine {
        /// From 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// An entry that is not there.
    #[error("holds {held}; there is no number {asked}")]
    NoEntry {
        /// `3 articles`.
        held: String,
        /// The number asked for.
        asked: usize,
    },
    /// Several articles where one is wanted.
    #[error("holds {count} articles; name one of them as {example}")]
    Several {
        /// How many.
        count: usize,
        /// `feed.xml#1`.
        example: String,
    },
    /// A revision that git does not know, a path that is not in it, no repository.
    #[error("{0}")]
    Git(String),
    /// An address that could not be fetched.
    #[error("{0}")]
    Address(String),
    /// A manifest that cannot be understood.
    #[error("{0}")]
    Manifest(String),
    /// A page that could not be kept.
    #[error("the page cannot be kept in {folder} ({source}); check that the folder can be written")]
    NotKept {
        /// Where it was to be kept.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Problem {
    /// The problem of an input.
    pub(super) fn of(self, name: impl Into<String>) -> ReadError {
        ReadError {
            name: name.into(),
            problem: self,
        }
    }
}
