//! Clauses: the units that become claims.

use super::{Frame, Sentence};
use crate::Span;

/// One clause of a sentence, less its attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Hull of `parts`.
    pub span: Span,
    /// The clause's own words in text order, without overlap; holes are frames and clauses of their own.
    pub parts: Vec<Span>,
    /// Subject taken over from another clause of the sentence ("who had fled" <- "Two men").
    pub subject: Option<Span>,
    /// Who says it.
    pub frame: Option<Frame>,
    /// How it hangs in the sentence.
    pub kind: ClauseKind,
}

/// How a [`Clause`] hangs in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClauseKind {
    /// Main or only clause.
    Main,
    /// Joined by "and", "but", ";".
    Coordinate,
    /// "who ...", "which ...", "where ...", and appositions that state something.
    Relative,
    /// "when ...", "after ...", "because ...", participle clauses.
    Subordinate,
}

/// The clauses of one sentence; always at least one.
pub(super) fn clauses(_text: &str, sentence: &Sentence, _quotations: &[Span]) -> Vec<Clause> {
    vec![Clause {
        span: sentence.span,
        parts: vec![sentence.span],
        subject: None,
        frame: None,
        kind: ClauseKind::Main,
    }]
}
