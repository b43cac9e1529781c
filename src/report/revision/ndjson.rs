//! A finding a line, each with its files, so that a line can be read by itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::{Check, Violation};
use crate::revise::Words;
use crate::{Article, SCHEMA_VERSION};

/// What a rule is told for, and where.
#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Line<'a> {
    /// Always 1.
    schema_version: u32,
    /// The old revision.
    before: Place<'a>,
    /// The revision that was checked.
    after: Place<'a>,
    #[serde(flatten)]
    violation: &'a Violation,
}

/// A revision, and where in it.
#[derive(Serialize, JsonSchema)]
struct Place<'a> {
    /// What people call it.
    label: &'a str,
    /// Its file, as it was given.
    file: Option<&'a str>,
    /// The line of the file, from 1; none when no words of this revision are meant, or the file has no lines.
    line: Option<usize>,
}

impl<'a> Place<'a> {
    fn of(article: &'a Article, words: Option<&Words>) -> Self {
        let position = words.and_then(|words| article.position(words.span.start));
        Self {
            label: &article.label,
            file: article.file.as_deref(),
            line: position.map(|position| position.line),
        }
    }
}

/// The findings of all checks, one JSON object a line.
///
/// # Panics
/// Never: a check is plain data.
#[must_use]
pub fn render(checks: &[Check]) -> String {
    let mut text = String::new();
    for check in checks {
        let [old, new] = &check.articles[..] else {
            continue;
        };
        for violation in &check.violations {
            let line = Line {
                schema_version: SCHEMA_VERSION,
                before: Place::of(old, violation.change.old.as_ref()),
                after: Place::of(new, violation.change.new.as_ref()),
                violation,
            };
            text.push_str(&serde_json::to_string(&line).expect("a check is plain data"));
            text.push('\n');
        }
    }
    text
}
