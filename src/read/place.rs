//! What an argument names: a file, standard input, an address, or a file of a git revision.
//!
//! ```text
//! reuters.txt            a file
//! -                      standard input
//! https://example.org/a  an address
//! HEAD~3:story.md        a file as it stood three commits ago
//! feed.xml#2             the second article of a file that holds several
//! ```

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Where an article stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// Standard input, `-`.
    StandardInput,
    /// A file.
    File(PathBuf),
    /// A web address, http or https.
    Address(String),
    /// A file of a revision that git knows, `HEAD~3:story.md`.
    Revision {
        /// As git understands it; empty for the index.
        revision: String,
        /// From the top of the repository, or from the folder it is asked in.
        path: String,
    },
}

/// One input: where it stands, what to call it, and what is known of it from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it stands.
    pub place: Place,
    /// Which of the articles that the input holds, from 1; all of them when `None`.
    pub entry: Option<usize>,
    /// What to call the article; found from the place when `None`.
    pub label: Option<String>,
    /// Its outlet, whatever the article says.
    pub outlet: Option<String>,
    /// Its day of publication, whatever the article says.
    pub published: Option<jiff::civil::Date>,
}

impl From<Place> for Input {
    fn from(place: Place) -> Self {
        Self {
            place,
            entry: None,
            label: None,
            outlet: None,
            published: None,
        }
    }
}

impl Input {
    /// What an argument of the command line names. A file of that very name comes first.
    ///
    /// ```
    /// use storydiff::read::{Input, Place};
    /// assert_eq!(Input::parse("-".as_ref()).place, Place::StandardInput);
    /// let old = Input::parse("HEAD~3:news/story.md".as_ref());
    /// assert_eq!(old.place, Place::Revision { revision: "HEAD~3".into(), path: "news/story.md".into() });
    /// let second = Input::parse("https://example.org/feed#2".as_ref());
    /// assert_eq!((second.place, second.entry), (Place::Address("https://example.org/feed".into()), Some(2)));
    /// ```
    #[must_use]
    pub fn parse(argument: &OsStr) -> Self {
        let written = argument.to_str();
        if written == Some("-") {
            return Place::StandardInput.into();
        }
        let file = || Self::from(Place::File(PathBuf::from(argument)));
        let Some(written) = written else {
            return file();
        };
        if Path::new(written).exists() {
            return file();
        }
        let (place, entry) = match written.rsplit_once('#') {
            Some((place, number)) if !place.is_empty() => (
                place,
                number.parse().ok().filter(|&number: &usize| number > 0),
            ),
            _ => (written, None),
        };
        let place = if entry.is_some() { place } else { written };
        Self {
            entry,
            ..Self::from(Self::place(place))
        }
    }

    fn place(written: &str) -> Place {
        if written == "-" {
            return Place::StandardInput;
        }
        if is_address(written) {
            return Place::Address(written.to_owned());
        }
        let path = || Place::File(PathBuf::from(written));
        if Path::new(written).exists() {
            return path();
        }
        match written.split_once(':') {
            // a drive, or a name that only looks like a revision
            Some((revision, path))
                if revision.len() != 1
                    && !path.is_empty()
                    && !revision.contains(char::is_whitespace)
                    && !path.starts_with("//")
                    && !path.starts_with(' ') =>
            {
                Place::Revision {
                    revision: revision.to_owned(),
                    path: path.to_owned(),
                }
            }
            _ => path(),
        }
    }
}

/// Whether something is written like an address that may be fetched.
pub(super) fn is_address(written: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        written
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

impl Place {
    /// As messages and reports name it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::StandardInput => "-".to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Address(address) => address.clone(),
            Self::Revision { revision, path } => format!("{revision}:{path}"),
        }
    }

    /// The file ending, in small letters.
    pub(super) fn ending(&self) -> String {
        match self {
            Self::StandardInput => String::new(),
            Self::File(path) => ending(path),
            Self::Address(address) => {
                let path = address.split(['?', '#']).next().unwrap_or_default();
                // the host's own ending is none
                let path = path.splitn(4, '/').nth(3).unwrap_or_default();
                ending(Path::new(path))
            }
            Self::Revision { path, .. } => ending(Path::new(path)),
        }
    }

    /// What it can be called: short, longer, in full.
    pub(super) fn names(&self) -> [String; 3] {
        match self {
            Self::StandardInput => ["stdin"; 3].map(str::to_owned),
            Self::File(path) => {
                let [stem, with_folder] = stems(path);
                [stem, with_folder, path.to_string_lossy().into_owned()]
            }
            Self::Revision { revision, path } => {
                let [stem, with_folder] = stems(Path::new(path));
                let revision = if revision.is_empty() {
                    "index"
                } else {
                    revision
                };
                [
                    format!("{stem}@{revision}"),
                    format!("{with_folder}@{revision}"),
                    self.name(),
                ]
            }
            Self::Address(address) => {
                let rest = address
                    .split_once("://")
                    .map_or(address.as_str(), |(_, rest)| rest);
                let rest = rest
                    .split(['?', '#'])
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches('/');
                let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
                let host = host.strip_prefix("www.").unwrap_or(host);
                let last = path.rsplit('/').next().unwrap_or_default();
                let longer = if last.is_empty() {
                    host.to_owned()
                } else {
                    format!("{host}/{last}")
                };
                [host.to_owned(), longer, address.clone()]
            }
        }
    }
}

fn ending(path: &Path) -> String {
    path.extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase()
}

/// A file's stem, and its folder and stem.
fn stems(path: &Path) -> [String; 2] {
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    let stem = stem.to_string_lossy().into_owned();
    let with_folder = match path.parent().and_then(Path::file_name) {
        Some(folder) => format!("{}/{stem}", folder.to_string_lossy()),
        None => stem.clone(),
    };
    [stem, with_folder]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_arguments_name() {
        for (written, name, entry, label) in [
            ("a/story.md", "a/story.md", None, "story"),
            (
                "HTTPS://www.example.org/news/fire.html?x=1",
                "HTTPS://www.example.org/news/fire.html?x=1",
                None,
                "example.org",
            ),
            (
                "https://example.org/#top",
                "https://example.org/#top",
                None,
                "example.org",
            ),
            (":story.md", ":story.md", None, "story@index"),
            ("main:a/story.md", "main:a/story.md", None, "story@main"),
            (
                "C:\\news\\story.md",
                "C:\\news\\story.md",
                None,
                "C:\\news\\story",
            ),
            ("feed.xml#3", "feed.xml", Some(3), "feed"),
            ("feed.xml#0", "feed.xml#0", None, "feed"),
            ("Fire: six hurt", "Fire: six hurt", None, "Fire: six hurt"),
        ] {
            let input = Input::parse(OsStr::new(written));
            assert_eq!(
                (input.place.name().as_str(), input.entry),
                (name, entry),
                "{written}"
            );
            assert_eq!(input.place.names()[0], label, "{written}");
        }
        assert_eq!(
            Input::place("https://example.org/a/fire.HTML?x=.txt").ending(),
            "html"
        );
        assert_eq!(Input::place("https://example.org").ending(), "");
        assert_eq!(
            Input::place("ftp://example.org/a.txt").name(),
            "ftp://example.org/a.txt"
        );
    }
}
