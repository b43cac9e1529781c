//! Stories that have an old revision, a new one, or both.
//!
//! ```text
//! old/fire.md   new/fire.md     a story then and now
//!               new/flood.md    a new story
//! old/gone.md                   a story that is gone
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::{Problem, ReadError};
use super::place::{Input, Place};

/// A story with the places of its revisions, of which one may be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedStory {
    /// The path of the new revision, or where it would stand, from the folder that the program runs in.
    pub name: String,
    /// The revision before; `None` for a new story.
    pub old: Option<Input>,
    /// The revision to check; `None` for a story that is gone.
    pub new: Option<Input>,
}

/// What two folders hold.
#[derive(Debug, Default)]
pub struct Listing {
    /// By their paths below the folders.
    pub stories: Vec<ChangedStory>,
    /// Folders inside that could not be looked into.
    pub failures: Vec<ReadError>,
}

/// File endings of stories.
const STORIES: [&str; 6] = ["md", "markdown", "mkd", "txt", "html", "htm"];

/// Whether a file is a story, by its ending: text, Markdown and pages are.
///
/// ```
/// use storydiff::read::is_story;
/// assert!(is_story("news/fire.MD".as_ref()) && !is_story("news/fire.rs".as_ref()));
/// ```
#[must_use]
pub fn is_story(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    let ending = ending.to_string_lossy().to_lowercase();
    STORIES.contains(&ending.as_str())
}

/// The stories of two folders: files of one path below them are one story. `is_wanted` tells by its path in the new folder
/// whether a file is a story; what is hidden (`.git`) is left out, and links to folders are not followed.
#[must_use]
pub fn stories_of_folders(old: &Path, new: &Path, is_wanted: impl Fn(&Path) -> bool) -> Listing {
    let mut listing = Listing::default();
    let mut found: BTreeMap<PathBuf, [Option<Input>; 2]> = BTreeMap::new();
    for (side, folder) in [old, new].into_iter().enumerate() {
        let entries = WalkDir::new(folder)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
        for entry in entries {
            match entry {
                Ok(entry) => {
                    let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                    if !entry.path().is_dir() && is_wanted(&new.join(below)) {
                        let place = Place::File(entry.path().to_path_buf());
                        found.entry(below.to_path_buf()).or_default()[side] = Some(place.into());
                    }
                }
                Err(error) => listing.failures.push(failure(folder, error)),
            }
        }
    }
    listing.stories = found
        .into_iter()
        .map(|(below, [before, after])| ChangedStory {
            name: new.join(below).to_string_lossy().into_owned(),
            old: before,
            new: after,
        })
        .collect();
    listing
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn failure(folder: &Path, error: walkdir::Error) -> ReadError {
    let name = error
        .path()
        .unwrap_or(folder)
        .to_string_lossy()
        .into_owned();
    let source = error.into_io_error();
    Problem::Unreadable(source.unwrap_or_else(|| std::io::Error::other("a link in a circle")))
        .of(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_path_are_one_story() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [
            "old/a.md",
            "old/x/b.md",
            "old/.git/c.md",
            "new/a.md",
            "new/x/d.md",
            "new/code.rs",
        ] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, "Six.").expect("written");
        }
        let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
        let listing = stories_of_folders(&old, &new, is_story);
        assert!(listing.failures.is_empty());
        let told: Vec<(String, bool, bool)> = listing
            .stories
            .iter()
            .map(|story| {
                let name = Path::new(&story.name).strip_prefix(&new).expect("in new");
                let name = name.to_string_lossy().into_owned();
                (name, story.old.is_some(), story.new.is_some())
            })
            .collect();
        let expected = [
            ("a.md", true, true),
            ("x/b.md", true, false),
            ("x/d.md", false, true),
        ];
        assert_eq!(
            told,
            expected.map(|(name, old, new)| (name.to_owned(), old, new))
        );
        let none = stories_of_folders(&folder.path().join("none"), &new, is_story);
        assert_eq!((none.failures.len(), none.stories.len()), (1, 2));
    }
}
