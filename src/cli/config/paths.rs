//! Which files something is for: globs that count from the configuration's folder.
//!
//! ```text
//! content/**/*.md   content/fire.md, content/2026/fire.md
//! content/*.md      content/fire.md alone: a star stops at a folder
//! drafts/**         everything below drafts
//! ```

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use toml::Spanned;

use super::written::at;

/// Globs, as they are written and as they match.
#[derive(Debug)]
pub(super) struct Paths {
    pub(super) written: Vec<String>,
    set: GlobSet,
}

impl Paths {
    /// Globs from `text`, or what is wrong with one.
    pub(super) fn new(text: &str, globs: &[Spanned<String>]) -> Result<Self, String> {
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            let written = glob.get_ref();
            let wrong = |reason: String| at(text, glob.span().start, &reason);
            let path = written.strip_prefix("./").unwrap_or(written);
            if path.starts_with('/') || path.split('/').any(|part| part == "..") {
                return Err(wrong(format!(
                    "{written} leaves the folder of this file; paths count from there"
                )));
            }
            let built = GlobBuilder::new(path).literal_separator(true).build();
            set.add(built.map_err(|error| wrong(error.to_string()))?);
        }
        let set = set.build().map_err(|error| error.to_string())?;
        Ok(Self {
            written: globs.iter().map(|glob| glob.get_ref().clone()).collect(),
            set,
        })
    }

    /// Whether any of them matches.
    pub(super) fn hold(&self, path: &str) -> bool {
        self.set.is_match(path)
    }
}

/// A path without `.` and, where that can be told from its words, without `..`.
pub(super) fn cleaned(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(clean.components().next_back(), Some(Component::Normal(_))) =>
            {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

/// A path as globs and baselines write it: from `folder`, when it lies there, with `/` between its parts.
pub(super) fn from_folder(folder: &Path, path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let whole = cleaned(&whole);
    let below = whole.strip_prefix(folder).ok().map(Path::to_path_buf);
    let parts = below.unwrap_or_else(|| cleaned(path));
    parts.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(globs: &[&str]) -> Result<Paths, String> {
        let globs: Vec<Spanned<String>> = globs
            .iter()
            .map(|glob| Spanned::new(0..1, (*glob).to_owned()))
            .collect();
        Paths::new("x", &globs)
    }

    #[test]
    fn globs_as_newsrooms_write_them() {
        for (glob, path, expected) in [
            ("content/**/*.md", "content/fire.md", true),
            ("content/**/*.md", "content/2026/11/fire.md", true),
            ("content/**/*.md", "other/content/fire.md", false),
            ("content/*.md", "content/2026/fire.md", false),
            ("**/*.md", "fire.md", true),
            ("drafts/**", "drafts/a/b.md", true),
            ("drafts/**", "drafts", false),
            ("./content/*.md", "content/fire.md", true),
            ("*.{md,txt}", "fire.txt", true),
            ("fire.md", "news/fire.md", false),
        ] {
            let paths = paths(&[glob]).expect(glob);
            assert_eq!(paths.hold(path), expected, "{glob} {path}");
        }
        for bad in ["[", "../a.md", "/a.md", "a/../b"] {
            assert!(paths(&[bad]).is_err(), "{bad}");
        }
    }

    #[test]
    fn paths_count_from_a_folder() {
        let folder = std::env::current_dir().expect("a folder");
        for (path, expected) in [
            ("a/./b.md", "a/b.md"),
            ("a/../b.md", "b.md"),
            ("../x.md", "../x.md"),
            ("/elsewhere/x.md", "/elsewhere/x.md"),
        ] {
            assert_eq!(from_folder(&folder, Path::new(path)), expected);
        }
    }
}
