//! Dates and times, as the interval that the words allow.
//!
//! ```text
//! published Tuesday 9 November 2021:
//!   "late on Sunday"          -> 2021-11-07 15:00 .. 2021-11-07 23:59   (published)
//!   "7 November 2021"         -> 2021-11-07 00:00 .. 2021-11-07 23:59   (absolute)
//!   "about 12:00 GMT Monday"  -> 2021-11-08 11:30 .. 2021-11-08 12:30   (published), offset 0
//! no date of publication:
//!   "Sunday"                  -> no interval, weekday 7                 (unresolved)
//! ```
//!
//! Ages, lengths of time ("for two hours") and what recurs ("every Sunday") are no times.

mod calendar;
mod clock;
mod context;
mod date;
mod false_friends;
mod holiday;
mod hour;
mod modifier;
mod period;
mod phrase;
mod range;
mod reading;
mod relative;
#[cfg(test)]
mod tests;
mod words;

use jiff::civil::Date;

use crate::segment::Sentence;
use crate::{Fact, FactKind, FactValue};
use context::Context;

/// Times of a sentence, in text order, without overlap. `published` anchors "on Sunday".
///
/// Intervals are in the civil time of the words as written; a zone that they name stands in `parts.offset`.
pub(super) fn times(text: &str, sentence: &Sentence, published: Option<Date>) -> Vec<Fact> {
    let cx = Context::new(text, sentence, published);
    let mut facts = Vec::new();
    let mut at = 0;
    while at < cx.tokens.len() {
        let Some(reading) = range::range(&cx, at) else {
            at += 1;
            continue;
        };
        if let Some(span) = cx.span(reading.start, reading.end) {
            let value = FactValue::Time(reading.value());
            facts.push(Fact::new(FactKind::Time, text, span, value));
        }
        at = reading.end.max(at + 1);
    }
    facts
}
