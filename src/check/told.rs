//! Everything that is found out about a story -> what rules could be told for, whatever their severity.

use super::{Against, Grounds, Policy, Severity, Story, Violation, assertions, fingerprint};
use crate::revise::{Change, Rule, Turn, Words};
use crate::{Comparison, Conflict, Span};

/// What a rule could be told for.
pub(super) struct Told {
    pub(super) change: Change,
    pub(super) against: Option<Against>,
    /// Words by which it is told apart, besides those of the change.
    pub(super) identity: String,
    /// How grave it is taken at most.
    pub(super) at_most: Option<Severity>,
}

impl From<Change> for Told {
    fn from(change: Change) -> Self {
        Self {
            change,
            against: None,
            identity: String::new(),
            at_most: None,
        }
    }
}

impl Told {
    fn fingerprint(&self, story: &Story) -> String {
        let against = self.against.as_ref();
        fingerprint::fingerprint(&story.articles, &self.change, against, &self.identity)
    }

    pub(super) fn violation(self, story: &Story, policy: &Policy) -> Violation {
        let severity = policy.severity(self.change.rule);
        Violation {
            severity: self.at_most.map_or(severity, |most| severity.min(most)),
            fingerprint: self.fingerprint(story),
            change: self.change,
            against: self.against,
        }
    }
}

/// Everything that a rule could be told for.
pub(super) fn everything(story: &Story, grounds: &Grounds<'_>) -> Vec<Told> {
    let changes = grounds.revision.changes.iter().cloned();
    let mut all: Vec<Told> = changes.map(Told::from).collect();
    if story.to_check().is_none() {
        return all;
    }
    if let Some(alone) = grounds.alone {
        let internal = alone.internal.iter();
        all.extend(
            internal.map(|conflict| {
                conflicting(story, grounds, Rule::InternalConflict, alone, conflict)
            }),
        );
    }
    if let Some(against) = grounds.against {
        let mut told: Vec<Span> = Vec::new();
        for conflict in against.findings.iter().flat_map(|f| &f.conflicts) {
            // one place of the new revision may clash with several of the reference
            if !told.contains(&conflict.b.span) {
                told.push(conflict.b.span);
                let rule = Rule::ConflictsWithReference;
                all.push(conflicting(story, grounds, rule, against, conflict));
            }
        }
    }
    all.extend(without_note(story, grounds, &all));
    for told in &mut all {
        told.at_most = assertions::at_most(&grounds.asserted, told.change.rule);
    }
    let failures: Vec<Told> = grounds
        .asserted
        .iter()
        .flat_map(|asserted| assertions::failures(story, grounds, asserted, &all))
        .collect();
    all.extend(failures);
    all
}

/// That facts changed and no note says so; it is another thing when other facts changed.
fn without_note(story: &Story, grounds: &Grounds<'_>, all: &[Told]) -> Option<Told> {
    let is_grave = |told: &&Told| {
        told.change.rule.usual_severity() == Severity::Error
            && told.change.rule != Rule::ConflictsWithReference
    };
    let grave: Vec<String> = all
        .iter()
        .filter(is_grave)
        .map(|told| told.fingerprint(story))
        .collect();
    if grounds.revision.noted || grave.is_empty() {
        return None;
    }
    let top = Span::new(0, 0);
    let change = Change {
        rule: Rule::ChangedWithoutNote,
        relation: Turn::Contradicts,
        why: "facts changed, and no note says so".to_owned(),
        old: None,
        new: Some(Words::new(&story.articles[1], top, top)),
        gap: None,
    };
    Some(Told {
        identity: grave.join(" "),
        ..Told::from(change)
    })
}

/// A conflict of the new revision with itself or with what stands before it in a comparison; its second side stands in the new
/// revision.
fn conflicting(
    story: &Story,
    grounds: &Grounds<'_>,
    rule: Rule,
    comparison: &Comparison,
    conflict: &Conflict,
) -> Told {
    let new = &story.articles[1];
    let span = conflict.b.span;
    let change = Change {
        rule,
        relation: Turn::Contradicts,
        why: format!(
            "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}: {}",
            conflict.a.text, conflict.b.text, conflict.why
        ),
        old: None,
        new: Some(Words::new(new, span, grounds.sentence(span))),
        gap: None,
    };
    let claim = comparison
        .claims
        .iter()
        .find(|claim| claim.id == conflict.a.claim);
    let against = claim.and_then(|claim| {
        let article = comparison.articles.get(claim.article_index)?;
        Some(Against::new(article, conflict.a.span, &claim.text))
    });
    Told {
        against,
        ..Told::from(change)
    }
}
