//! Changes from one revision to the next + rules with their severities -> what to say, and whether to stop.
//!
//! ```text
//! number-changed: error    Six -> Seven     stops at --fail-on error
//! claim-added: note        a new sentence   does not
//! ```

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::revise::{Change, Revision, Rule, Turn, Words};
use crate::{Article, Comparison, Conflict, SCHEMA_VERSION, Span};

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

/// Every rule, in the order of [`Rule`].
pub const RULES: [Rule; 14] = [
    Rule::NumberChanged,
    Rule::DateChanged,
    Rule::NameChanged,
    Rule::PlaceChanged,
    Rule::PolarityFlipped,
    Rule::QuoteAltered,
    Rule::AttributionChanged,
    Rule::HedgeDropped,
    Rule::HedgeAdded,
    Rule::ClaimRemoved,
    Rule::ClaimAdded,
    Rule::InternalConflict,
    Rule::ChangedWithoutNote,
    Rule::ConflictsWithReference,
];

impl Rule {
    /// As it is written: `number-changed`.
    ///
    /// ```
    /// assert_eq!(storydiff::revise::Rule::NumberChanged.id(), "number-changed");
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NumberChanged => "number-changed",
            Self::DateChanged => "date-changed",
            Self::NameChanged => "name-changed",
            Self::PlaceChanged => "place-changed",
            Self::PolarityFlipped => "polarity-flipped",
            Self::QuoteAltered => "quote-altered",
            Self::AttributionChanged => "attribution-changed",
            Self::HedgeDropped => "hedge-dropped",
            Self::HedgeAdded => "hedge-added",
            Self::ClaimRemoved => "claim-removed",
            Self::ClaimAdded => "claim-added",
            Self::InternalConflict => "internal-conflict",
            Self::ChangedWithoutNote => "changed-without-note",
            Self::ConflictsWithReference => "conflicts-with-reference",
        }
    }

    /// How grave it is taken when nothing else is said.
    #[must_use]
    pub fn usual_severity(self) -> Severity {
        match self {
            Self::NumberChanged
            | Self::DateChanged
            | Self::NameChanged
            | Self::PlaceChanged
            | Self::PolarityFlipped
            | Self::QuoteAltered
            | Self::HedgeDropped
            | Self::ConflictsWithReference => Severity::Error,
            Self::AttributionChanged | Self::ClaimRemoved | Self::InternalConflict => {
                Severity::Warning
            }
            Self::HedgeAdded | Self::ClaimAdded => Severity::Note,
            Self::ChangedWithoutNote => Severity::Off,
        }
    }

    /// What it means, and what to do.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::NumberChanged => {
                "A count, sum, measure or age is another than before. Check it against the source; if it was wrong, say so in a note."
            }
            Self::DateChanged => {
                "A day or time is another than before. Days such as \u{201c}on Monday\u{201d} are counted from the day of publication."
            }
            Self::NameChanged => {
                "Somebody is named otherwise than before, or the name is spelt in another way."
            }
            Self::PlaceChanged => "A place is another than before.",
            Self::PolarityFlipped => {
                "What was said is now denied, or the other way round. One word, such as \u{201c}not\u{201d}, can have come or gone by mistake."
            }
            Self::QuoteAltered => {
                "Words between quotation marks are others than before. Quotations are not edited: check what was said."
            }
            Self::AttributionChanged => {
                "Somebody else says it than before, or nobody any more: what was a claim may now read as a fact."
            }
            Self::HedgeDropped => "What was alleged, possible or planned is now stated as a fact.",
            Self::HedgeAdded => "What was stated as a fact is now alleged, possible or planned.",
            Self::ClaimRemoved => "A sentence, a number or a quotation is gone.",
            Self::ClaimAdded => "A sentence, a number or a quotation is new.",
            Self::InternalConflict => {
                "The new revision contradicts itself, as when the headline was not changed with the text."
            }
            Self::ChangedWithoutNote => {
                "A fact changed, and neither a note of correction or update nor a later day of change says so. Off unless it is asked for."
            }
            Self::ConflictsWithReference => {
                "The new revision contradicts the text given as --reference, such as the press release it is about."
            }
        }
    }
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

/// What the rules say of a story. `alone` is the new revision by itself, for what contradicts itself in it; `against` is it
/// beside a reference, the reference first.
#[must_use]
pub fn check(
    story: Story,
    revision: Revision,
    alone: Option<&Comparison>,
    against: Option<&Comparison>,
    policy: &Policy,
) -> Check {
    let mut changes = revision.changes;
    if let Some(new) = story.to_check() {
        changes.extend(
            alone
                .into_iter()
                .flat_map(|alone| &alone.internal)
                .map(|conflict| conflicting(new, Rule::InternalConflict, conflict)),
        );
        let between = against
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
        if !revision.noted && changes.iter().any(is_grave) {
            changes.push(Change {
                rule: Rule::ChangedWithoutNote,
                relation: Turn::Contradicts,
                why: "facts changed, and no note says so".to_owned(),
                old: None,
                new: Some(Words::new(new, Span::new(0, 0), Span::new(0, 0))),
            });
        }
    }
    let violations = changes.into_iter().map(|change| Violation {
        severity: policy.severity(change.rule),
        change,
    });
    Check {
        schema_version: SCHEMA_VERSION,
        presence: story.presence,
        violations: violations
            .filter(|violation| violation.severity > Severity::Off)
            .collect(),
        articles: story.articles.into(),
        unchanged: revision.unchanged,
        moved: revision.moved,
        reworded: revision.reworded,
        noted: revision.noted,
    }
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
    }
}
