//! Numbers and what they count or measure.
//!
//! ```text
//! "At least four of his guards were hurt and $2.6 million was lost, police said."
//!   At least four   count 4..  counted guard  event injure
//!   $2.6 million    money 2,550,000..2,650,000 USD
//! ```
//!
//! A quantity is the set of values that its words allow, so that "nearly 23,000" and "22,998" can be seen to agree.

mod age;
mod amount;
mod calendar;
mod counted;
mod event;
mod function_words;
mod genuine;
mod hedge;
mod label;
mod magnitude;
mod mixed;
mod number;
mod ordinal;
mod proportion;
mod range;
mod reading;
mod score;
mod spelled;
mod unit;
mod vague;
mod words;
mod zero;

#[cfg(test)]
mod tests;

use crate::segment::Sentence;
use crate::{Fact, FactKind, FactValue, Measure};
use words::Words;

/// Quantities of a sentence, in text order, without overlap.
pub(super) fn quantities(text: &str, sentence: &Sentence) -> Vec<Fact> {
    let words = Words::new(text, &sentence.tokens);
    let mut facts = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match reading::read(words, at) {
            reading::Step::Found(found) => {
                let span = words.span(found.start, found.end);
                at = found.end.max(at + 1);
                facts.push(Fact::new(
                    FactKind::Quantity,
                    text,
                    span,
                    FactValue::Quantity(found.quantity),
                ));
            }
            reading::Step::Skip(end) => at = end.max(at + 1),
        }
    }
    forget_currency_of_conversions(text, &mut facts);
    facts
}

/// "$US1 million ($1.52 million)": the second is the first in the dollars of whoever wrote it, and nobody knows which.
fn forget_currency_of_conversions(text: &str, facts: &mut [Fact]) {
    for at in 1..facts.len() {
        let (before, behind) = facts.split_at_mut(at);
        let (before, fact) = (&before[at - 1], &mut behind[0]);
        let bracketed = text[before.span.end..fact.span.start].trim() == "("
            && text[fact.span.end..].starts_with(')');
        let (FactValue::Quantity(amount), FactValue::Quantity(conversion)) =
            (&before.value, &mut fact.value)
        else {
            continue;
        };
        if bracketed
            && conversion.measure == Measure::Money
            && amount.unit == conversion.unit
            && amount.nominal != conversion.nominal
        {
            conversion.unit = None;
        }
    }
}
