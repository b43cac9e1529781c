//! What can go wrong with input: what, where, and what to do next.

use std::path::PathBuf;

use super::LARGEST;

/// Why an input could not be read. Each message names the input and the next step.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing stands at that path.
    #[error("{}: no such file; check the path and the folder you are in", path.display())]
    Missing {
        /// As it was given.
        path: PathBuf,
    },
    /// The system would not give it.
    #[error("{}: cannot be read ({source}); check that it can be opened and try again", path.display())]
    Unreadable {
        /// As it was given.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder, not a file.
    #[error("{}: is a folder; name the article files in it", path.display())]
    Folder {
        /// As it was given.
        path: PathBuf,
    },
    /// Nothing but white space, or nothing but front matter.
    #[error("{}: holds no text; an article needs at least one sentence", path.display())]
    Empty {
        /// As it was given.
        path: PathBuf,
    },
    /// Not text in any encoding.
    #[error("{}: is not text; give plain text or Markdown", path.display())]
    Binary {
        /// As it was given.
        path: PathBuf,
    },
    /// A kind of document that is known not to be text.
    #[error("{}: {kind} cannot be read; save its text as .txt and give that", path.display())]
    Unsupported {
        /// As it was given.
        path: PathBuf,
        /// `PDF`, `a web page`.
        kind: &'static str,
    },
    /// Larger than [`LARGEST`].
    #[error("{}: is larger than {} MiB, the most one article may have; cut it into articles", path.display(), LARGEST >> 20)]
    TooLarge {
        /// As it was given.
        path: PathBuf,
    },
    /// Standard input is there once only.
    #[error(
        "-: standard input was named twice and can be read once; save it to a file and name that"
    )]
    StandardInputTwice,
}
