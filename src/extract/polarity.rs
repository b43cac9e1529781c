//! Negation and its scope.

use crate::segment::{Clause, Sentence};
use crate::{Polarity, Scope};

/// Negation cues of the clause, each with the words it governs.
pub(super) fn negations(_text: &str, _sentence: &Sentence, _clause: &Clause) -> Vec<Scope> {
    Vec::new()
}

/// Negative when an odd number of negations governs the clause's main verb.
pub(super) fn polarity(_negations: &[Scope]) -> Polarity {
    Polarity::Positive
}
