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
        let written = globs.iter().map(|glob| glob.get_ref().clone()).collect();
        Self::of(written).map_err(|(index, reason)| {
            let start = globs.get(index).map_or(0, |glob| glob.span().start);
            at(text, start, &reason)
        })
    }

    /// Globs and folders from the command line; a folder is all that stands below it.
    pub(super) fn of_arguments(arguments: &[String]) -> Result<Self, String> {
        let below = |path: &String| format!("{}/**", path.trim_end_matches('/'));
        let all = arguments
            .iter()
            .flat_map(|path| [path.clone(), below(path)]);
        let paths = Self::of(all.collect()).map_err(|(_, reason)| reason)?;
        Ok(Self {
            written: arguments.to_vec(),
            ..paths
        })
    }

    /// Globs, or which of them is wrong and why.
    fn of(written: Vec<String>) -> Result<Self, (usize, String)> {
        let mut set = GlobSetBuilder::new();
        for (index, glob) in written.iter().enumerate() {
            let wrong = |reason: String| (index, reason);
            let path = glob.strip_prefix("./").unwrap_or(glob);
            if path.starts_with('/') || path.split('/').any(|part| part == "..") {
                return Err(wrong(format!(
                    "{glob} leaves the folder that paths count from"
                )));
            }
            let built = GlobBuilder::new(path).literal_separator(true).build();
            set.add(built.map_err(|error| wrong(error.to_string()))?);
        }
        let set = set.build().map_err(|error| (0, error.to_string()))?;
        Ok(Self { written, set })
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
    fn a_folder_on_the_command_line_is_all_below_it() {
        for (argument, path, expected) in [
            ("news", "news/fire.md", true),
            ("news/", "news/2026/fire.md", true),
            ("news", "newsroom/fire.md", false),
            ("news/fire.md", "news/fire.md", true),
            ("news/*.md", "news/fire.txt", false),
        ] {
            let paths = Paths::of_arguments(&[argument.to_owned()]).expect(argument);
            assert_eq!(paths.hold(path), expected, "{argument} {path}");
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
