//! What makes the program answer 2: what went wrong, with what, and what to do next.

use std::io;
use std::path::PathBuf;

use storydiff::read::{Problem, ReadError};

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    #[error("{0}")]
    Read(#[from] ReadError),
    #[error("{} cannot be written ({source}); check the folder", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("{0}")]
    Target(String),
    #[error("{0}; left out")]
    LeftOut(ReadError),
    #[error(
        "-: standard input cannot be read again; save it to a file and name that in the manifest"
    )]
    ManifestOfStandardInput,
    #[error("{} is there already; --force writes over it, --output names another", path.display())]
    ManifestThere { path: PathBuf },
    #[error("{given} given; storydiff compares two or more articles: storydiff A B [C...]")]
    TooFew { given: &'static str },
    #[error("{labels} --label for {articles} articles; give one for each, in their order")]
    LabelCount { labels: usize, articles: usize },
    #[error("no finding or claim {id}; {known}")]
    UnknownId { id: String, known: String },
    #[error(
        "SOURCE_DATE_EPOCH is {0}; give the seconds since 1970 began, or take it out of the environment"
    )]
    Epoch(String),
    #[error("{file}:{line}: {reason}")]
    Asserted {
        file: String,
        line: usize,
        reason: String,
    },
    #[error("{folder} is a folder and {other} is not; give two folders of stories, or two files")]
    FolderAndFile { folder: String, other: String },
    #[error(
        "no story in {old} or {new}; the files that count as stories are told by `storydiff check --show-config`"
    )]
    NoStories { old: String, new: String },
    #[error("{}: {reason}", path.display())]
    Config { path: PathBuf, reason: String },
    #[error("{0}")]
    UnknownRule(String),
    #[error("no article {named}; there are {known}")]
    UnknownArticle { named: String, known: String },
    #[error("standard input cannot be read ({0})")]
    Stdin(io::Error),
    #[error("the result cannot be written ({0})")]
    Output(io::Error),
}

impl Trouble {
    /// Several articles where one is wanted.
    pub(crate) fn several(name: &str, count: usize) -> Self {
        Self::Read(ReadError {
            problem: Problem::Several {
                count,
                example: format!("{name}#1"),
            },
            name: name.to_owned(),
        })
    }
}
