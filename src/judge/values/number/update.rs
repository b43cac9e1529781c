//! Whether a number says itself that it was another before: "the toll rose to 17" does not deny 14.

use std::cmp::Ordering;

use super::super::super::pair::{Pair, Told};
use super::{Given, change, is_fate, nominal};
use crate::lexicon;

/// Most words between a verb of change and its level: "raised the death toll from the blast to 17".
const BEFORE_TO: usize = 8;

/// Base forms of verbs that a count as their subject makes verbs of rising: "the toll reached 17".
const ARRIVE: [&str; 3] = ["reach", "hit", "pass"];

/// What such a count is called.
const COUNTS: [&str; 7] = [
    "toll", "number", "count", "total", "tally", "figure", "deaths",
];

/// Whether exactly one of two counts of people says that it grew or shrank, and the other can be what it was before. Of prices
/// this tells less: "rose to 14 crowns" denies that bread is at 9.
pub(super) fn is_update(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    let events = [&a.quantity.event, &b.quantity.event];
    if !events.into_iter().flatten().any(|event| is_fate(event)) {
        return false;
    }
    let order = nominal(a.quantity)
        .zip(nominal(b.quantity))
        .and_then(|(a, b)| a.partial_cmp(&b));
    match (direction(pair.a, a), direction(pair.b, b)) {
        (Some(direction), None) => order == Some(direction),
        (None, Some(direction)) => order == Some(direction.reverse()),
        _ => false,
    }
}

/// `Greater` than it was before, or `Less`.
fn direction(told: &Told<'_>, given: &Given<'_>) -> Option<Ordering> {
    let tokens = &told.sentence.tokens;
    let at = tokens.partition_point(|token| token.span.start < given.fact.span.start);
    let mut before = tokens[..at].iter().rev().map(|token| token.lower.as_str());
    let last = before.next()?;
    let mut before = before
        .take(BEFORE_TO)
        .take_while(|word| word.chars().all(char::is_alphanumeric));
    if last == "to" {
        return before.find_map(|word| match lexicon::verb_lemma(word) {
            verb if change::RISE.contains(&verb) => Some(Ordering::Greater),
            verb if change::FALL.contains(&verb) => Some(Ordering::Less),
            _ => None,
        });
    }
    let arrives = ARRIVE.contains(&lexicon::verb_lemma(last));
    (arrives && before.any(|word| COUNTS.contains(&word))).then_some(Ordering::Greater)
}
