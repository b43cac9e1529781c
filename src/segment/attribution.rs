//! Attribution frames: "police said", "according to the Iraqi military", "it added".

use crate::Span;

/// Words that say whose claim it is; taken off the claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// All words of the frame, in the article's text.
    pub span: Span,
    /// Who: "police", "the Iraqi military", "it". `None` in "It was reported that".
    pub source: Option<Span>,
    /// Verb or preposition: "said", "according to".
    pub cue: Span,
    /// What the source does with the claim.
    pub stance: Stance,
}

/// What a source does with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stance {
    /// Says, tells, reports, writes, according to.
    States,
    /// Denies, rejects, dismisses, disputes.
    Denies,
    /// Accuses, alleges, claims, charges.
    Alleges,
    /// Thinks, believes, suspects, fears, expects.
    Believes,
    /// Promises, plans, vows, threatens.
    Intends,
    /// Asks, wonders whether.
    Asks,
}
