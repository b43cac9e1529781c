//! Two amounts that bound one: "four to six", "$4-6 million".

use super::amount::{Amount, amount};
use super::unit::Unit;
use super::words::Words;
use super::{calendar, hedge};
use crate::Measure;

/// A hyphen between numbers that differ by a greater factor joins two measurements ("6-2,220", height and weight).
const WIDEST_RANGE: f64 = 300.0;

/// Verbs and adverbs of change: "from 12 to 15" after them is two values, not a span of them.
fn is_change(words: Words<'_>, at: usize) -> bool {
    (at.saturating_sub(6)..at).any(|t| {
        matches!(
            words.lower(t),
            "rose"
                | "rise"
                | "risen"
                | "fell"
                | "fall"
                | "fallen"
                | "increased"
                | "increase"
                | "decreased"
                | "dropped"
                | "drop"
                | "grew"
                | "grown"
                | "jumped"
                | "climbed"
                | "cut"
                | "raised"
                | "lowered"
                | "reduced"
                | "went"
                | "gone"
                | "up"
                | "down"
                | "changed"
                | "upgraded"
                | "downgraded"
                | "revised"
                | "slipped"
                | "surged"
                | "declined"
                | "slid"
                | "doubled"
        )
    })
}

/// "four to six", "between 4 and 6", "20-30", "$4 to $6 million", "four or five".
pub(super) fn range(
    words: Words<'_>,
    at: usize,
    first: Amount,
    between: bool,
) -> Option<(Amount, Amount)> {
    if first.vague.is_some() {
        return None;
    }
    let joint = words.lower(first.end);
    let fits = match joint {
        "and" => between,
        "or" => !between && first.value < 100.0,
        "to" => !is_change(words, at),
        _ => words.is_dash(first.end),
    };
    if !fits {
        return None;
    }
    let mut next = first.end + 1;
    if joint == "to" && words.lower(next) == "as" {
        next = hedge::before(words, next)?.end;
    }
    let mut second =
        amount(words, next).filter(|second| second.vague.is_none() && second.value >= 0.0)?;
    if second.digits
        && second.unit == Unit::COUNT
        && calendar::is_calendar(words, next, second.number_end, second.value)
    {
        return None;
    }
    let mut first = first;
    let count = Unit::COUNT;
    if first.unit == count && second.unit != count {
        first.unit = second.unit;
    } else if second.unit == count && first.unit.measure == Measure::Money {
        second.unit = first.unit;
    }
    if first.scale == 1.0 && second.scale > 1.0 && first.value < second.value / second.scale {
        first.value *= second.scale;
        first.step *= second.scale;
    }
    if words.is_dash(first.end) && first.value > 0.0 && second.value > first.value * WIDEST_RANGE {
        return None;
    }
    let tight = joint != "or" || second.value <= first.value * 2.0 && second.unit == first.unit;
    let same = first.unit.measure == second.unit.measure && first.unit.name == second.unit.name;
    (same && tight && first.unit.convert(first.value) < second.unit.convert(second.value))
        .then_some((first, second))
}
