//! One proposition of an article, with who says it and how.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{Fact, Span};

/// One proposition, usually a clause.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Claim {
    /// Article letter, sentence number (from 1), claim number in it: `A4.1`.
    pub id: String,
    /// The article's `id`.
    pub article: String,
    /// Hull of the claim's words in the article's text.
    pub span: Span,
    /// The slice of the text at `span`.
    pub text: String,
    /// Who says so, if not the article itself.
    pub speaker: Option<Speaker>,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// How sure, how real.
    pub modality: Modality,
    /// Typed values in it, in text order.
    pub facts: Vec<Fact>,
    /// Index of the article in the comparison.
    #[serde(skip)]
    pub article_index: usize,
    /// Index of the sentence in the article's `Document`.
    #[serde(skip)]
    pub sentence_index: usize,
    /// The claim's own words: `span` less the attribution and less clauses that are claims of their own.
    #[serde(skip)]
    pub parts: Vec<Span>,
    /// Subject that a clause takes over from elsewhere in its sentence.
    #[serde(skip)]
    pub borrowed_subject: Option<Span>,
    /// Words that make it negative ("not", "denied", "without"), each with the words it governs.
    #[serde(skip)]
    pub negations: Vec<Scope>,
    /// Words that make it other than asserted ("may", "alleged", "plans to"), likewise.
    #[serde(skip)]
    pub modals: Vec<Scope>,
    /// Whether it is (part of) a headline.
    #[serde(skip)]
    pub headline: bool,
}

/// A word that changes what other words assert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The word: "not".
    pub cue: Span,
    /// The words it governs.
    pub scope: Span,
    /// What kind of modality, for modal cues; `Denied` for negations.
    pub modality: Modality,
}

/// Who says a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Speaker {
    /// Resolved name: "Robert Pickell" for "he" where that is safe, otherwise the words as written.
    pub name: String,
    /// The words that name the speaker in this sentence, or in the sentence that "he" points back to.
    pub span: Span,
    /// The verb or preposition: "said", "according to".
    #[serde(skip)]
    pub cue: Option<Span>,
    /// Entity number of the name, when it is one; see `NameValue::entity`.
    #[serde(skip)]
    pub entity: Option<usize>,
    /// Whether the name was resolved from a pronoun.
    #[serde(skip)]
    pub resolved: bool,
}

impl Speaker {
    /// Whether both are one person or body, as far as their names tell.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.name == other.name || self.entity.is_some() && self.entity == other.entity
    }
}

/// Affirmed or denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Says that it is so.
    Positive,
    /// Says that it is not so.
    Negative,
}

/// How a claim is put forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Modality {
    /// As a fact.
    Asserted,
    /// "reportedly", "is said to"
    Reported,
    /// "alleged", "accused", "suspected"
    Alleged,
    /// "may", "could", "unclear whether", "if"
    Possible,
    /// "plans to", "will", "is expected to"
    Planned,
    /// "denied that"
    Denied,
}
