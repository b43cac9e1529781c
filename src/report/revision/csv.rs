//! One row a finding, for spreadsheets.

use super::super::csv::{table, word};
use super::super::rules::one_line;
use super::{against_place, name};
use crate::check::{Check, Violation};
use crate::revise::Words;

const HEAD: [&str; 12] = [
    "file",
    "severity",
    "rule",
    "relation",
    "before",
    "after",
    "why",
    "line",
    "old_file",
    "old_line",
    "against",
    "against_place",
];

/// The findings of all checks.
///
/// # Panics
/// Never: rows have one length and are written to memory.
#[must_use]
pub fn render(checks: &[Check]) -> String {
    let rows = checks.iter().flat_map(|check| {
        let violations = check.violations.iter();
        violations.map(move |violation| row(check, violation))
    });
    table(HEAD, rows)
}

fn row(check: &Check, violation: &Violation) -> [String; HEAD.len()] {
    let change = &violation.change;
    let text = |words: &Option<Words>| {
        let words = words.as_ref();
        words.map_or_else(String::new, |words| one_line(&words.text))
    };
    let line = |side: usize, words: &Option<Words>| {
        let position = check
            .articles
            .get(side)
            .zip(words.as_ref())
            .and_then(|(article, words)| article.position(words.span.start));
        position.map_or_else(String::new, |position| position.line.to_string())
    };
    let against = violation.against.as_ref();
    let old = check.articles.first();
    let old = old.map_or("", |article| {
        article.file.as_ref().unwrap_or(&article.label)
    });
    [
        name(check).to_owned(),
        word(&violation.severity),
        change.rule.id().to_owned(),
        word(&change.relation),
        text(&change.old),
        text(&change.new),
        one_line(&change.why),
        line(1, &change.new),
        old.to_owned(),
        line(0, &change.old),
        against.map_or_else(String::new, |against| one_line(&against.claim)),
        against.map_or_else(String::new, against_place),
    ]
}
