//! GitLab's code quality report of checks, at lines that the merge request shows.

use super::super::gitlab::{Found, document};
use super::changed::{Changed, Spot};
use super::{level, message};
use crate::check::Check;

/// As a code quality report, see [`gitlab`](super::super::gitlab).
#[must_use]
pub fn render(checks: &[Check]) -> String {
    let mut found = Vec::new();
    for check in checks.iter().filter(|check| !check.violations.is_empty()) {
        let changed = Changed::of(check);
        for violation in &check.violations {
            let (article, line) = match changed.spot(check, violation) {
                Some(Spot::Own { article, lines, .. }) => (Some(article), Some(lines.0)),
                Some(Spot::Near { article, line, .. }) => (Some(article), Some(line)),
                Some(Spot::Nowhere(article)) => {
                    let words = violation.change.new.as_ref();
                    let position = words.and_then(|words| article.position(words.span.start));
                    (Some(article), position.map(|position| position.line))
                }
                None => (check.articles.get(1), None),
            };
            found.push(Found {
                rule: violation.change.rule.id(),
                level: level(violation.severity),
                message: message(&violation.change),
                article,
                line,
                identity: violation.fingerprint.clone(),
            });
        }
    }
    document(found)
}
