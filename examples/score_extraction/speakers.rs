//! Scores speakers.

use std::path::Path;

/// Prints the figures for the data in `folder`.
pub(crate) fn score(folder: &Path) {
    println!("speakers: nothing measured yet ({})", folder.display());
}
