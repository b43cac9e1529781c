//! Changes from one revision to the next + rules with their severities -> what to say, and whether to stop.
//!
//! ```text
//! number-changed: error    Six -> Seven     stops at --fail-on error
//! claim-added: note        a new sentence   does not
//! ```

mod ignores;
mod rules;
mod suggest;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::revise::{Change, Revision, Rule, Turn, Words};
use crate::segment::Document;
use crate::{Article, Comparison, Conflict, SCHEMA_VERSION, Span};

pub use rules::RULES;
pub use suggest::did_you_mean;

/// How grave a rule is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Not told.
    Off,
    /// Told.
    Note,
    /// Told, and worth a look.
    Warning,
    /// Must not happen unseen.
    Error,
}

/// Which rules count how much; unlisted ones as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// Severities that were set.
    pub severities: BTreeMap<Rule, Severity>,
}

impl Policy {
    /// How grave a rule is taken.
    #[must_use]
    pub fn severity(&self, rule: Rule) -> Severity {
        self.severities
            .get(&rule)
            .copied()
            .unwrap_or_else(|| rule.usual_severity())
    }
}

/// A change that a rule is told for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Violation {
    /// How grave.
    pub severity: Severity,
    /// What changed.
    #[serde(flatten)]
    pub change: Change,
}

/// A violation that counts for nothing, since somebody said so.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Suppressed {
    /// What would be told.
    #[serde(flatten)]
    pub violation: Violation,
    /// Who said so, and why.
    pub suppression: Suppression,
}

/// Why a violation counts for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Suppression {
    /// Where that is said.
    pub kind: SuppressionKind,
    /// Why, in words.
    pub reason: String,
    /// The line of the new revision's file in which it is said, from 1, if it is said there and the file has lines.
    pub line: Option<usize>,
}

/// Where it is said that a violation counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SuppressionKind {
    /// In a comment of the new revision.
    InSource,
}

/// Which revisions of a story there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// The one before and the one to check.
    Both,
    /// There was none before.
    New,
    /// There is none any more.
    Gone,
}

/// A story's revisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    presence: Presence,
    articles: [Article; 2],
}

impl Story {
    /// Of a story that is new or gone, an article without text stands for the revision that is not there.
    #[must_use]
    pub fn of(old: Option<Article>, new: Option<Article>) -> Self {
        let presence = match (&old, &new) {
            (_, None) => Presence::Gone,
            (None, _) => Presence::New,
            _ => Presence::Both,
        };
        let none = |other: &Option<Article>| {
            Article::new("A", other.as_ref().map_or("", |other| &other.label), "")
        };
        let nothing = [none(&new), none(&old)];
        let [no_old, no_new] = nothing;
        Self {
            presence,
            articles: [old.unwrap_or(no_old), new.unwrap_or(no_new)],
        }
    }

    /// The revision to check, if there is one.
    #[must_use]
    pub fn to_check(&self) -> Option<&Article> {
        (self.presence != Presence::Gone).then_some(&self.articles[1])
    }

    /// The old revision and the new; one that is not there has no text.
    #[must_use]
    pub fn articles(&self) -> &[Article; 2] {
        &self.articles
    }

    /// The old revision and the new, if there are both.
    #[must_use]
    pub fn both(&self) -> Option<&[Article; 2]> {
        (self.presence == Presence::Both).then_some(&self.articles)
    }
}

/// What checking a revision found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Check {
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Which revisions there are.
    pub presence: Presence,
    /// The old revision and the new; one that is not there has no text.
    pub articles: Vec<Article>,
    /// In the order of the new text.
    pub violations: Vec<Violation>,
    /// What would be told and counts for nothing, in the order of the new text.
    pub suppressed: Vec<Suppressed>,
    /// Sentences that stand as they were.
    pub unchanged: usize,
    /// Sentences that stand elsewhere.
    pub moved: usize,
    /// Sentences that say the same in other words.
    pub reworded: usize,
    /// Whether the new revision says that it was corrected or updated.
    pub noted: bool,
}

impl Check {
    /// Whether anything is as grave as `least`, or graver.
    #[must_use]
    pub fn fails_on(&self, least: Severity) -> bool {
        self.violations
            .iter()
            .any(|violation| violation.severity >= least)
    }
}

/// What was found out about a story; everything but the first is of the new revision.
#[derive(Debug, Clone, Default)]
pub struct Grounds<'a> {
    /// What changed.
    pub revision: Revision,
    /// Its sentences.
    pub document: Option<&'a Document>,
    /// By itself, for what contradicts itself in it.
    pub alone: Option<&'a Comparison>,
    /// Beside a reference, the reference first.
    pub against: Option<&'a Comparison>,
}

/// What the rules say of a story.
#[must_use]
pub fn check(story: Story, grounds: Grounds<'_>, policy: &Policy) -> Check {
    let (mut violations, mut suppressed) = (Vec::new(), Vec::new());
    let mut sort = |change: Change, suppression: Option<Suppression>| {
        let severity = policy.severity(change.rule);
        let violation = Violation { severity, change };
        match suppression {
            _ if severity == Severity::Off => {}
            Some(suppression) => suppressed.push(Suppressed {
                violation,
                suppression,
            }),
            None => violations.push(violation),
        }
    };
    let changes = changes(&story, &grounds);
    let (ignores, bad) = match (story.to_check(), grounds.document) {
        (Some(new), Some(document)) => ignores::ignores(new, document),
        _ => Default::default(),
    };
    let mut told_of = vec![Vec::new(); ignores.len()];
    for change in changes {
        let ignore = ignores.iter().position(|ignore| ignore.covers(&change));
        let suppression = ignore.map(|at| {
            told_of[at].push(change.rule);
            Suppression {
                kind: SuppressionKind::InSource,
                reason: ignores[at].reason.clone(),
                line: ignores[at].line,
            }
        });
        sort(change, suppression);
    }
    for change in bad {
        sort(change, None);
    }
    // of a new story nothing changed, so that nothing can be told of what its comments are for
    if let Some([_, new]) = story.both() {
        for (ignore, told_of) in ignores.iter().zip(&told_of) {
            if let Some(unused) = ignore.unused(new, told_of) {
                sort(unused, None);
            }
        }
    }
    Check {
        schema_version: SCHEMA_VERSION,
        presence: story.presence,
        violations,
        suppressed,
        articles: story.articles.into(),
        unchanged: grounds.revision.unchanged,
        moved: grounds.revision.moved,
        reworded: grounds.revision.reworded,
        noted: grounds.revision.noted,
    }
}

/// Everything that a rule could be told for.
fn changes(story: &Story, grounds: &Grounds<'_>) -> Vec<Change> {
    let mut changes = grounds.revision.changes.clone();
    let Some(new) = story.to_check() else {
        return changes;
    };
    let internal = grounds.alone.into_iter().flat_map(|alone| &alone.internal);
    changes.extend(internal.map(|conflict| conflicting(new, Rule::InternalConflict, conflict)));
    let between = grounds
        .against
        .into_iter()
        .flat_map(|comparison| &comparison.findings)
        .flat_map(|finding| &finding.conflicts);
    let mut told: Vec<Span> = Vec::new();
    for conflict in between {
        // one place of the new revision may clash with several of the reference
        if !told.contains(&conflict.b.span) {
            told.push(conflict.b.span);
            changes.push(conflicting(new, Rule::ConflictsWithReference, conflict));
        }
    }
    let is_grave = |change: &Change| {
        change.rule.usual_severity() == Severity::Error
            && change.rule != Rule::ConflictsWithReference
    };
    if !grounds.revision.noted && changes.iter().any(is_grave) {
        changes.push(Change {
            rule: Rule::ChangedWithoutNote,
            relation: Turn::Contradicts,
            why: "facts changed, and no note says so".to_owned(),
            old: None,
            new: Some(Words::new(new, Span::new(0, 0), Span::new(0, 0))),
            gap: None,
        });
    }
    changes
}

/// A conflict of the new revision, as a change; its second side stands in the new revision.
fn conflicting(new: &Article, rule: Rule, conflict: &Conflict) -> Change {
    Change {
        rule,
        relation: Turn::Contradicts,
        why: format!(
            "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}: {}",
            conflict.a.text, conflict.b.text, conflict.why
        ),
        old: None,
        new: Some(Words::new(new, conflict.b.span, conflict.b.span)),
        gap: None,
    }
}
