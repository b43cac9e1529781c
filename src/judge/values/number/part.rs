//! Counts of a part: "two of the drones", "nine people, including two children".

use super::{Given, thing};
use crate::Measure;
use crate::judge::pair::{Pair, Told};

/// Whether one of the two counts a part and the other does not. A part that is named by its own noun ("including two children") can be
/// told elsewhere by that noun alone.
pub(super) fn is_of_one_only(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    let of_one_only = is_among(pair.a, a) != is_among(pair.b, b);
    are_part_and_whole(pair, a, b)
        || a.quantity.measure == b.quantity.measure && thing(a, b) < 2.0 && of_one_only
}

/// Whether the words say that one of the two is a part: "two of the drones", "another six".
pub(super) fn are_part_and_whole(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    a.quantity.measure == b.quantity.measure && is_part(pair.a, a) != is_part(pair.b, b)
}

/// "including nine Swedes", "among them nine Swedes"
fn is_among(told: &Told<'_>, given: &Given<'_>) -> bool {
    let around = Around::of(told, given);
    match around.before(1) {
        "including" => true,
        "them" | "these" | "those" => around.before(2) == "among",
        _ => false,
    }
}

/// "two of the drones", "three more", "another six", "the first two": counts of a part.
fn is_part(told: &Told<'_>, given: &Given<'_>) -> bool {
    // "half of the houses" is how a fraction is told
    if given.quantity.measure == Measure::Fraction {
        return false;
    }
    let around = Around::of(told, given);
    let (before, behind) = (around.before(1), around.behind(0));
    // "seven of his guards" is how a number and an owner go together; "two of the drones" is a part
    let part_behind = behind == "of"
        && matches!(
            around.behind(1),
            "the" | "them" | "those" | "these" | "all" | "whom" | "which"
        );
    part_behind
        || matches!(behind, "more" | "others" | "additional")
        || matches!(
            before,
            "another" | "other" | "additional" | "first" | "last" | "remaining" | "further"
        )
        || given.fact.text.to_lowercase().starts_with("another")
}

/// The words around a number.
struct Around<'a> {
    told: &'a Told<'a>,
    from: usize,
    to: usize,
}

impl<'a> Around<'a> {
    fn of(told: &'a Told<'a>, given: &Given<'_>) -> Self {
        let tokens = &told.sentence.tokens;
        let (start, end) = (given.fact.span.start, given.fact.span.end);
        Self {
            told,
            from: tokens.partition_point(|token| token.span.start < start),
            to: tokens.partition_point(|token| token.span.start < end),
        }
    }

    /// The word so many steps before it; empty where there is none.
    fn before(&self, steps: usize) -> &'a str {
        self.from.checked_sub(steps).map_or("", |at| self.word(at))
    }

    /// The word so many steps behind the next one.
    fn behind(&self, steps: usize) -> &'a str {
        self.word(self.to + steps)
    }

    fn word(&self, at: usize) -> &'a str {
        let token = self.told.sentence.tokens.get(at);
        token.map_or("", |token| token.lower.as_str())
    }
}
