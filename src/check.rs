//! Changes from one revision to the next + rules with their severities -> what to say, and whether to stop.
//!
//! ```text
//! number-changed: error    Six -> Seven     stops at --fail-on error
//! claim-added: note        a new sentence   does not
//! ```

mod assertions;
mod baseline;
mod fingerprint;
mod ignores;
mod rules;
mod suggest;
mod told;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::revise::{Change, Revision, Rule};
use crate::segment::Document;
use crate::{Article, Comparison, SCHEMA_VERSION, Span};

pub use assertions::{Asserted, Assertion};
pub use baseline::{Baseline, Coverage, Entry};
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
    /// What it contradicts, where that is not the old revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// Sixteen hexadecimal digits that stay while the rule and the words of the claims do, wherever they stand.
    pub fingerprint: String,
}

/// Words that the new revision contradicts, in itself or elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Against {
    /// What people call the article.
    pub label: String,
    /// Its file, as it was given.
    pub file: Option<String>,
    /// The line of the file, from 1; `None` when it has no lines to go to.
    pub line: Option<usize>,
    /// The clashing words.
    pub text: String,
    /// The claim that holds them.
    pub claim: String,
}

impl Against {
    fn new(article: &Article, span: Span, claim: &str) -> Self {
        Self {
            label: article.label.clone(),
            file: article.file.clone(),
            line: article.position(span.start).map(|place| place.line),
            text: span.slice(&article.text).to_owned(),
            claim: claim.to_owned(),
        }
    }
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
    /// In a file of what is accepted.
    Baseline,
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
    /// What would be told and counts for nothing: what comments ignore, then what a baseline accepts.
    pub suppressed: Vec<Suppressed>,
    /// Sentences that stand as they were.
    pub unchanged: usize,
    /// Sentences that stand elsewhere.
    pub moved: usize,
    /// Sentences that say the same in other words.
    pub reworded: usize,
    /// Whether the new revision says that it was corrected or updated.
    pub noted: bool,
    /// What a baseline did; none when there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Coverage>,
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

/// What a story is held against, besides its revision before.
#[derive(Debug, Clone, Default)]
pub struct Beside<'a> {
    /// A text that it must not contradict.
    pub reference: Option<&'a Article>,
    /// What must hold, each with the article of the file that it names.
    pub assertions: Vec<(&'a Assertion, Option<&'a Article>)>,
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
    /// What is asserted of it.
    pub asserted: Vec<Asserted<'a>>,
}

impl Grounds<'_> {
    /// The sentence around words of the new revision; the words themselves when there is none.
    fn sentence(&self, span: Span) -> Span {
        let sentences = self.document.into_iter().flat_map(|d| &d.sentences);
        let mut around = sentences.map(|sentence| sentence.span);
        around
            .find(|sentence| sentence.contains(span) && !span.is_empty())
            .unwrap_or(span)
    }
}

/// What the rules say of a story.
#[must_use]
pub fn check(story: Story, grounds: Grounds<'_>, policy: &Policy) -> Check {
    let (mut violations, mut suppressed) = (Vec::new(), Vec::new());
    let mut sort = |told: told::Told, suppression: Option<Suppression>| {
        let violation = told.violation(&story, policy);
        match suppression {
            _ if violation.severity == Severity::Off => {}
            Some(suppression) => suppressed.push(Suppressed {
                violation,
                suppression,
            }),
            None => violations.push(violation),
        }
    };
    let (ignores, bad) = match (story.to_check(), grounds.document) {
        (Some(new), Some(document)) => ignores::ignores(new, document),
        _ => Default::default(),
    };
    let mut told_of = vec![Vec::new(); ignores.len()];
    for told in told::everything(&story, &grounds) {
        let rule = told.change.rule;
        let ignore = ignores
            .iter()
            .position(|ignore| ignore.covers(&told.change));
        let suppression = ignore.map(|at| {
            told_of[at].push(rule);
            Suppression {
                kind: SuppressionKind::InSource,
                reason: ignores[at].reason.clone(),
                line: ignores[at].line,
            }
        });
        sort(told, suppression);
    }
    for change in bad {
        sort(change.into(), None);
    }
    // of a new story nothing changed, so that nothing can be told of what its comments are for
    if let Some([_, new]) = story.both() {
        for (ignore, told_of) in ignores.iter().zip(&told_of) {
            if let Some(unused) = ignore.unused(new, told_of) {
                sort(unused.into(), None);
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
        baseline: None,
    }
}
