//! Two revisions of one article -> what changed in what it says.
//!
//! ```text
//! old: Six guards were hurt, police said. The road was closed.     new: Seven guards were hurt, police said.
//!   sentences   1 ~ 1 changed, 2 gone
//!   facts       six -> seven: number-changed
//!   removed     The road was closed
//! ```
//!
//! Revisions of one story are another task than two outlets: most sentences stand unchanged, or were moved, and only the
//! others are compared. Words that change while every fact, name, quotation, speaker, negation and hedge stays are cosmetic.

mod claims;
mod facts;
mod note;
mod quotation;
mod sentences;
mod values;

use schemars::JsonSchema;
use serde::Serialize;

use crate::segment::Document;
use crate::{Article, Claim, Span};
use sentences::Group;

/// A change in what an article says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// What sort.
    pub rule: Rule,
    /// How the new relates to the old.
    pub relation: Turn,
    /// In a sentence.
    pub why: String,
    /// The words of the old revision; `None` for what was added.
    pub old: Option<Words>,
    /// The words of the new revision; `None` for what was removed.
    pub new: Option<Words>,
    /// Where in the new text what was removed would stand: between the sentences around it, or in the sentence that lost it.
    #[serde(skip)]
    pub gap: Option<Span>,
}

/// Words of one revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Words {
    /// Where they stand in the revision's text.
    pub span: Span,
    /// The slice of the text at `span`.
    pub text: String,
    /// The sentence around them.
    pub sentence: Span,
}

impl Words {
    pub(crate) fn new(article: &Article, span: Span, sentence: Span) -> Self {
        Self {
            span,
            text: span.slice(&article.text).to_owned(),
            sentence,
        }
    }
}

/// Sort of a [`Change`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Rule {
    /// A count, sum, measure or age is another.
    NumberChanged,
    /// A day or time is another.
    DateChanged,
    /// Somebody is named otherwise, or is somebody else.
    NameChanged,
    /// A place is another.
    PlaceChanged,
    /// What was said is denied, or the other way round.
    PolarityFlipped,
    /// Words between quotation marks are others.
    QuoteAltered,
    /// Somebody else says it, or nobody any more.
    AttributionChanged,
    /// What was alleged, possible or planned is stated as a fact.
    HedgeDropped,
    /// A fact is now alleged, possible or planned.
    HedgeAdded,
    /// A sentence is gone.
    ClaimRemoved,
    /// A sentence is new.
    ClaimAdded,
    /// The headline or another part of the new revision contradicts the rest.
    InternalConflict,
    /// A fact changed, and no note of correction or update says so.
    ChangedWithoutNote,
    /// The new revision contradicts the reference.
    ConflictsWithReference,
    /// Something does not hold that was asserted.
    AssertionFailed,
    /// A comment `storydiff:ignore` that cannot be followed.
    BadIgnore,
    /// A comment `storydiff:ignore` that ignores nothing.
    UnusedIgnore,
}

/// How the new relates to the old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Turn {
    /// One value for another.
    Corrected,
    /// A figure of a later day or hour for an earlier one: "as of Tuesday" where it was "as of Monday", or a revision that
    /// gives a later day of change and no correction.
    Updated,
    /// More is said.
    Refined,
    /// Less is claimed.
    Softened,
    /// More is claimed.
    Hardened,
    /// Another speaker.
    Attribution,
    /// Other words in a quotation.
    QuoteAltered,
    /// New.
    Added,
    /// Gone.
    Removed,
    /// Against something else.
    Contradicts,
}

/// What changed from one revision to the next.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Revision {
    /// In the order of the new text; what was removed stands where it stood in the old.
    pub changes: Vec<Change>,
    /// Sentences that say the same in other words.
    pub reworded: usize,
    /// Sentences that stand elsewhere.
    pub moved: usize,
    /// Sentences that stand as they were.
    pub unchanged: usize,
    /// Whether the new revision says that it was corrected or updated, or gives a later day of change.
    pub noted: bool,
}

/// Tells what changed; `articles`, `documents` and `claims` are of the old revision and the new, in that order.
#[must_use]
pub fn revise(articles: &[Article; 2], documents: &[Document; 2], claims: &[Claim]) -> Revision {
    let aligned = sentences::align(articles, documents);
    let notes = note::notes(articles, documents, &aligned);
    let mut revision = Revision {
        changes: Vec::new(),
        reworded: 0,
        moved: aligned.moved,
        unchanged: aligned.unchanged,
        noted: notes.noted,
    };
    for group in &aligned.groups {
        let sides = Sides::new(articles, documents, claims, group);
        let mut found = match (group.old.is_empty(), group.new.is_empty()) {
            (false, false) => {
                let mut found = facts::changes(&sides);
                found.extend(claims::changes(&sides, &found));
                found
            }
            (true, _) => sides.whole(1, Rule::ClaimAdded, Turn::Added, "is new"),
            (_, true) => sides.whole(0, Rule::ClaimRemoved, Turn::Removed, "is gone"),
        };
        let newer = found.iter().any(|change| change.relation == Turn::Updated);
        if notes.updates || newer {
            update(&mut found);
        }
        if found.is_empty() {
            revision.reworded += group.new.len();
        }
        for removed in found.iter_mut().filter(|change| change.new.is_none()) {
            removed.gap = Some(aligned.gap(group, articles, documents));
        }
        revision.changes.extend(found);
    }
    revision.changes.retain(|change| !note::is_note(change));
    revision
}

/// Takes figures that are others than before for those of a later hour: a count that went on is no mistake.
fn update(changes: &mut [Change]) {
    for change in changes {
        if change.relation == Turn::Corrected && change.rule == Rule::NumberChanged {
            change.relation = Turn::Updated;
        }
    }
}

/// A group of sentences with the claims in them, old and new.
struct Sides<'a> {
    articles: &'a [Article; 2],
    documents: &'a [Document; 2],
    /// Indexes of the sentences.
    sentences: [&'a [usize]; 2],
    claims: [Vec<&'a Claim>; 2],
}

impl<'a> Sides<'a> {
    fn new(
        articles: &'a [Article; 2],
        documents: &'a [Document; 2],
        claims: &'a [Claim],
        group: &'a Group,
    ) -> Self {
        let sentences = [&group.old[..], &group.new[..]];
        // claims stand article by article, in the order of their sentences
        let place = |claim: &Claim| (claim.article_index, claim.sentence_index);
        let of_sentence = |side: usize, at: usize| {
            let start = claims.partition_point(|claim| place(claim) < (side, at));
            let end = claims.partition_point(|claim| place(claim) <= (side, at));
            &claims[start..end]
        };
        let of = |side: usize| {
            let own = sentences[side].iter().flat_map(|&at| of_sentence(side, at));
            own.collect()
        };
        Self {
            articles,
            documents,
            sentences,
            claims: [of(0), of(1)],
        }
    }

    /// Share of words (Dice) that the sentences of both sides have in common.
    fn likeness(&self) -> f64 {
        let [old, new] = [0, 1].map(|side| {
            let sentences = self.sentences[side]
                .iter()
                .map(|&at| &self.documents[side].sentences[at]);
            sentences::words_of(sentences)
        });
        sentences::dice(&old, &new)
    }

    /// Words of one side, with their sentence.
    fn words(&self, side: usize, span: Span) -> Words {
        let holds = |&&at: &&usize| self.documents[side].sentences[at].span.contains(span);
        let sentence = self.sentences[side]
            .iter()
            .find(holds)
            .or(self.sentences[side].first());
        let sentence = sentence.map_or(span, |&at| self.documents[side].sentences[at].span);
        Words::new(&self.articles[side], span, sentence)
    }

    /// A change for each sentence of one side.
    fn whole(&self, side: usize, rule: Rule, relation: Turn, what: &str) -> Vec<Change> {
        let spans = self.sentences[side]
            .iter()
            .map(|&at| self.documents[side].sentences[at].span);
        spans
            .map(|span| {
                let words = Some(self.words(side, span));
                let (old, new) = if side == 0 {
                    (words, None)
                } else {
                    (None, words)
                };
                Change {
                    rule,
                    relation,
                    why: format!("this sentence {what}"),
                    old,
                    new,
                    gap: None,
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
