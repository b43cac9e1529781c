//! SARIF 2.1.0 of checks.

use super::super::sarif::{Found, document};
use super::changed::{Changed, Spot, words_of_line};
use super::{level, message, place};
use crate::Span;
use crate::check::{Check, RULES, Severity, Suppression, SuppressionKind, Violation};
use crate::revise::Rule;

/// As SARIF 2.1.0, all checks in one run, with what is suppressed and what a baseline has that is there no more.
#[must_use]
pub fn render(checks: &[Check]) -> String {
    let rules = RULES.map(|rule| (rule.id(), rule.help()));
    let found = checks.iter().flat_map(|check| {
        let changed = Changed::of(check);
        let told = check.violations.iter().map(|violation| (violation, None));
        let suppressed = check.suppressed.iter();
        let suppressed = suppressed.map(|held| (&held.violation, Some(&held.suppression)));
        let all = told.chain(suppressed);
        all.map(move |(violation, suppression)| found(check, violation, suppression, &changed))
            .chain(absent(check))
    });
    document(&rules, found)
}

fn found<'a>(
    check: &'a Check,
    violation: &'a Violation,
    suppression: Option<&Suppression>,
    changed: &Changed,
) -> Found<'a> {
    let change = &violation.change;
    let own = place(check, violation).map(|(article, words)| (article, words.span));
    // the old revision is no file that a viewer has: what is gone is told where it would stand
    let at = match changed.spot(check, violation) {
        Some(Spot::Near { article, line, .. }) if change.new.is_none() => {
            Some((article, words_of_line(article, line)))
        }
        _ => own,
    };
    let related = change.old.as_ref().zip(check.articles.first());
    let related = related.map(|(words, article)| (article, words.span));
    let is_accepted = suppression.is_some_and(|held| held.kind == SuppressionKind::Baseline);
    let state = if is_accepted { "unchanged" } else { "new" };
    Found {
        rule: change.rule.id(),
        level: level(violation.severity),
        message: message(change),
        place: at,
        related: related.filter(|related| Some(*related) != at),
        against: violation.against.as_ref(),
        identity: violation.fingerprint.clone(),
        suppression: suppression.map(|held| (held.kind, held.reason.clone())),
        baseline_state: check.baseline.as_ref().map(|_| state),
    }
}

/// What a baseline accepts and nothing matches any more.
fn absent(check: &Check) -> impl Iterator<Item = Found<'_>> {
    let stale = check.baseline.iter().flat_map(|coverage| &coverage.stale);
    stale.filter_map(|entry| {
        let rule = Rule::named(&entry.rule).ok()?;
        Some(Found {
            rule: rule.id(),
            level: level(Severity::Note),
            message: "this was accepted by the baseline, and nothing matches it any more"
                .to_owned(),
            place: check.articles.get(1).map(|new| (new, Span::new(0, 0))),
            related: None,
            against: None,
            identity: entry.fingerprint.clone(),
            suppression: None,
            baseline_state: Some("absent"),
        })
    })
}
