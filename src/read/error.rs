//! What can go wrong with input: what, where, and what to do next.

use std::path::PathBuf;

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
}
