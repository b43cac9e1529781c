//! How the reports for people should look.

use std::collections::BTreeMap;

use crate::Verdict;

/// How the reports for people should look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Columns to write in; fewer than 40 are taken as 40.
    pub width: usize,
    /// Whether to colour. The `colored` crate does it, whose own switch is then turned on for the process.
    pub color: bool,
    /// Whether to keep to signs that are ASCII; the articles' letters stay as they are.
    pub ascii: bool,
    /// Show findings of this verdict only.
    pub only: Option<Verdict>,
    /// Show every finding and whole claims, however long the report gets.
    pub all: bool,
    /// Show word by word how agreeing articles put it.
    pub diff: bool,
    /// Show the paragraph around each clashing claim.
    pub context: bool,
    /// Say it in three lines.
    pub summary: bool,
    /// Show the article of this letter in full, its claims marked in place.
    pub article: Option<String>,
    /// Where the names of articles lead to in a terminal that can go there (OSC 8): the article's file, or its address when it
    /// has none, to a URI in printable ASCII. Empty for reports without links.
    pub links: BTreeMap<String, String>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            width: 80,
            color: false,
            ascii: false,
            only: None,
            all: false,
            diff: false,
            context: false,
            summary: false,
            article: None,
            links: BTreeMap::new(),
        }
    }
}
