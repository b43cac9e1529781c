//! Modality: asserted, reported, alleged, possible, planned, denied.

use crate::segment::{Clause, Sentence};
use crate::{Modality, Scope};

/// Modal cues of the clause, each with the words it governs.
pub(super) fn modals(_text: &str, _sentence: &Sentence, _clause: &Clause) -> Vec<Scope> {
    Vec::new()
}

/// The modality of the clause's main assertion, its attribution frame included ("denied that" -> denied).
pub(super) fn modality(_modals: &[Scope], _clause: &Clause) -> Modality {
    Modality::Asserted
}
