//! Quotations as facts.

use crate::segment::Sentence;
use crate::{Fact, Span};

/// The quotations (or the parts of them) that lie in the sentence.
pub(super) fn quotations(_text: &str, _sentence: &Sentence, _quotations: &[Span]) -> Vec<Fact> {
    Vec::new()
}
