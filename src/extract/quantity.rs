//! Numbers and what they count or measure.

use crate::Fact;
use crate::segment::Sentence;

/// Quantities of a sentence, in text order, without overlap.
pub(super) fn quantities(_text: &str, _sentence: &Sentence) -> Vec<Fact> {
    Vec::new()
}
