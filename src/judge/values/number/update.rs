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

/// Whether exactly one of two counts says that it grew or shrank, and the other can be what it was before. Of prices this tells
/// less: "rose to 14 crowns" denies that bread is at 9.
pub(super) fn is_update(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    let order = nominal(a.quantity)
        .zip(nominal(b.quantity))
        .and_then(|(a, b)| a.partial_cmp(&b));
    let of_people = [a, b].iter().any(|given| {
        let event = given.quantity.event.as_deref();
        event.is_some_and(is_fate)
    });
    match (
        direction(pair.a, a, of_people),
        direction(pair.b, b, of_people),
    ) {
        (Some(direction), None) => order == Some(direction),
        (None, Some(direction)) => order == Some(direction.reverse()),
        _ => false,
    }
}

/// `Greater` than it was before, or `Less`, if the number is of people or is called a count.
fn direction(told: &Told<'_>, given: &Given<'_>, of_people: bool) -> Option<Ordering> {
    let tokens = &told.sentence.tokens;
    let at = tokens.partition_point(|token| token.span.start < given.fact.span.start);
    let (last, before) = tokens[..at].split_last()?;
    let is_count = before
        .iter()
        .any(|token| COUNTS.contains(&token.lower.as_str()));
    let mut near = (before.iter().rev().map(|token| token.lower.as_str()))
        .take(BEFORE_TO)
        .take_while(|word| word.chars().all(char::is_alphanumeric))
        .map(lexicon::verb_lemma);
    if last.lower == "to" && (of_people || is_count) {
        near.find_map(|verb| {
            if change::RISE.contains(&verb) {
                Some(Ordering::Greater)
            } else {
                change::FALL.contains(&verb).then_some(Ordering::Less)
            }
        })
    } else {
        let arrives = ARRIVE.contains(&lexicon::verb_lemma(&last.lower));
        (arrives && is_count).then_some(Ordering::Greater)
    }
}
