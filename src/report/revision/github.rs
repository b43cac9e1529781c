//! Workflow commands of GitHub Actions, on lines that the diff of the revisions shows.
//!
//! What stands elsewhere (a sentence that is gone, a headline that no longer fits) is told at the nearest such line, with where it
//! stands; without any, it is told of no file, and GitHub shows it with the run.

use super::super::github::{capped, data, properties, property};
use super::super::rules::one_line;
use super::changed::{Changed, Spot};
use super::{level, message, place};
use crate::Article;
use crate::check::{Check, Severity, Violation};

/// As workflow commands, the gravest first, ten of a level.
#[must_use]
pub fn render(checks: &[Check]) -> String {
    let mut levels = [const { Vec::new() }; 3];
    for check in checks.iter().filter(|check| !check.violations.is_empty()) {
        let changed = Changed::of(check);
        for violation in &check.violations {
            let level = match violation.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Note | Severity::Off => 2,
            };
            levels[level].push(command(check, violation, &changed));
        }
    }
    capped(levels)
}

fn command(check: &Check, violation: &Violation, changed: &Changed) -> String {
    let at = |article: &Article, line: usize| {
        let file = article.file.as_deref().unwrap_or(&article.label);
        format!("{file}:{line}")
    };
    let file = |article: &Article| article.file.as_deref().map(property);
    let on = |article: &Article, (line, end): (usize, usize)| {
        file(article).map(|file| format!("file={file},line={line},endLine={end},"))
    };
    let own = place(check, violation);
    let (properties, stands) = match changed.spot(check, violation) {
        Some(Spot::Own {
            article,
            lines,
            whole,
        }) => {
            let span = violation.change.new.as_ref().map(|words| words.span);
            let exact = span.filter(|_| whole).map(|span| properties(article, span));
            (exact.or_else(|| on(article, lines)), None)
        }
        Some(Spot::Near {
            article,
            line,
            stands: (of, stands),
        }) => (on(article, (line, line)), Some(at(of, stands))),
        // of a page or a PDF GitHub shows the file without a line
        Some(Spot::Nowhere(article)) => {
            match own.and_then(|(article, words)| article.position(words.span.start)) {
                Some(position) => (None, Some(at(article, position.line))),
                None => (file(article).map(|file| format!("file={file},")), None),
            }
        }
        None => (None, None),
    };
    // of the revision as a whole there are no words to point at
    let has_words = own.is_some_and(|(_, words)| !words.text.is_empty());
    let why = match stands.filter(|_| has_words) {
        Some(stands) => format!("{} ({stands})", message(&violation.change)),
        None => one_line(&violation.change.why),
    };
    format!(
        "::{} {}title={}::{}",
        level(violation.severity),
        properties.unwrap_or_default(),
        property(violation.change.rule.id()),
        data(&why)
    )
}
