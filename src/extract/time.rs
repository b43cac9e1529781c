//! Dates and times.

use jiff::civil::Date;

use crate::Fact;
use crate::segment::Sentence;

/// Times of a sentence, in text order, without overlap. `published` anchors "on Sunday".
pub(super) fn times(_text: &str, _sentence: &Sentence, _published: Option<Date>) -> Vec<Fact> {
    Vec::new()
}
