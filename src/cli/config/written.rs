//! What stands in `storydiff.toml`, before it means anything. Whatever is wrong is said with its line.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use storydiff::check::did_you_mean;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Written {
    pub(super) fail_on: Option<Spanned<String>>,
    pub(super) stories: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    pub(super) exclude: Vec<Spanned<String>>,
    pub(super) baseline: Option<PathBuf>,
    #[serde(default)]
    pub(super) rules: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    pub(super) overrides: Vec<Override>,
    #[serde(default)]
    pub(super) assert: Vec<Assert>,
}

/// What must hold in some of the stories, or in all.
#[derive(Debug, Deserialize)]
pub(super) struct Assert {
    pub(super) that: Spanned<String>,
    pub(super) paths: Option<Vec<Spanned<String>>>,
}

/// Settings for some of the stories.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Override {
    pub(super) paths: Vec<Spanned<String>>,
    pub(super) fail_on: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) rules: BTreeMap<String, Spanned<String>>,
}

/// The keys of the file, and those of each table in a list of tables; what stands below `rules` are names of rules.
const KEYS: [&str; 7] = [
    "fail-on",
    "stories",
    "exclude",
    "baseline",
    "rules",
    "overrides",
    "assert",
];
const KEYS_OF_LISTS: [(&str, &[&str]); 2] = [
    ("overrides", &["paths", "fail-on", "rules"]),
    ("assert", &["that", "paths"]),
];

impl Written {
    /// Understands the text of a file, or says what is wrong in which line.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let wrong = |error: &toml::de::Error| {
            let start = error.span().map_or(0, |span| span.start);
            at(text, start, error.message())
        };
        let table = DeTable::parse(text).map_err(|error| wrong(&error))?;
        let table = table.get_ref();
        check_keys(text, table, &KEYS)?;
        for (list, keys) in KEYS_OF_LISTS {
            let entries = table.get(list).and_then(|list| list.get_ref().as_array());
            for entry in entries.into_iter().flatten() {
                if let DeValue::Table(table) = entry.get_ref() {
                    check_keys(text, table, keys)?;
                }
            }
        }
        toml::from_str(text).map_err(|error| wrong(&error))
    }
}

fn check_keys(text: &str, table: &DeTable<'_>, known: &[&str]) -> Result<(), String> {
    for key in table.keys() {
        let name = key.get_ref().as_ref();
        if !known.contains(&name) {
            let all = format!("there are {}", known.join(", "));
            let hint = did_you_mean(known.iter().copied(), name, &all);
            let message = format!("no setting {name}{hint}");
            return Err(at(text, key.span().start, &message));
        }
    }
    Ok(())
}

/// A message with the line of a byte.
pub(super) fn at(text: &str, byte: usize, message: &str) -> String {
    format!("line {}: {message}", line(text, byte))
}

/// The line of a byte, from 1.
pub(super) fn line(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or(text);
    before.matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (text, expected) in [
            (
                "\nfail-no = 'error'",
                "line 2: no setting fail-no; did you mean fail-on?",
            ),
            (
                "[[overrides]]\npath = ['a']",
                "line 2: no setting path; did you mean paths?",
            ),
            ("[[overrides]]\nfail-on = 'none'", "missing field `paths`"),
            ("[overrides]\nfail-on = 'none'", "line 1: "),
            (
                "zzz = 1",
                "line 1: no setting zzz; there are fail-on, stories",
            ),
            ("\n\n= 3", "line 3: "),
            ("stories = 3", "line 1: "),
        ] {
            let error = Written::parse(text).expect_err(text);
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
