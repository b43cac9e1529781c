//! Two aligned claims with everything that judging them needs, and what a judgement says.

use crate::segment::{Document, Sentence, Token};
use crate::{Article, Claim, ConflictKind, Span, Strength};

/// One claim with the article, the sentence and the words it stands in.
#[derive(Debug, Clone)]
pub(super) struct Told<'a> {
    /// The article whose text all spans point into.
    pub(super) article: &'a Article,
    /// The sentence that holds the claim.
    pub(super) sentence: &'a Sentence,
    /// The claim.
    pub(super) claim: &'a Claim,
    /// Tokens of the claim's own parts, in text order.
    pub(super) words: Vec<&'a Token>,
}

impl<'a> Told<'a> {
    pub(super) fn new(article: &'a Article, document: &'a Document, claim: &'a Claim) -> Self {
        let sentence = &document.sentences[claim.sentence_index];
        let own = |token: &&Token| claim.parts.iter().any(|part| part.contains(token.span));
        Self {
            article,
            sentence,
            claim,
            words: sentence.tokens.iter().filter(own).collect(),
        }
    }
}

/// Two claims of one finding. Judging is symmetric: swapping the sides swaps the spans and nothing else.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) a: &'a Told<'a>,
    pub(super) b: &'a Told<'a>,
    /// Belief that the two state a common fact, 0 to 1.
    pub(super) score: f64,
}

/// Two stretches of words that cannot both hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clash {
    pub(super) kind: ConflictKind,
    pub(super) strength: Strength,
    /// The clashing words in the first claim's article.
    pub(super) a: Span,
    /// The clashing words in the second claim's article.
    pub(super) b: Span,
    /// One sentence of why, without a full stop, that names the words of both sides.
    pub(super) why: String,
    /// How sure the rule itself is that both sides speak of the same thing, 0 to 1.
    pub(super) confidence: f64,
}

/// A reason why a difference is no conflict: evidence for `--explain`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Guard {
    /// `other-thing-counted`, `other-speaker`, `part-and-whole`, ...
    pub(super) name: &'static str,
    /// What was compared, in words.
    pub(super) note: String,
    /// The relation of the two claims that this makes likely.
    pub(super) relation: crate::Relation,
}

/// What one kind of comparison found in a pair.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Findings {
    pub(super) clashes: Vec<Clash>,
    pub(super) guards: Vec<Guard>,
    /// Values that fit each other, in words: `six = 6`, `dozens fits 43`. Evidence for agreement.
    pub(super) fits: Vec<String>,
}
