//! One step along a sentence: which kind of quantity, if any, starts here.

use super::amount::{Amount, amount, one_unit};
use super::counted::{Counted, counted, implied};
use super::event;
use super::genuine::is_quantity;
use super::hedge::{self, Rounding};
use super::proportion::{Remainder, proportion, remainder};
use super::range::range;
use super::words::Words;
use super::{age, calendar, label, magnitude, ordinal, score, zero};
use crate::{Hedge, Interval, Measure, Quantity};

/// What stands at a place.
pub(super) enum Step {
    /// A quantity.
    Found(Found),
    /// None; go on at this token.
    Skip(usize),
}

/// A quantity and its tokens.
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub quantity: Quantity,
}

/// Reads what starts at `at`.
pub(super) fn read(words: Words<'_>, at: usize) -> Step {
    if let Some(end) = skipped(words, at) {
        return Step::Skip(end);
    }
    if let Some(left) = remainder(words, at) {
        return all_but(words, at, left).map_or(Step::Skip(left.end), Step::Found);
    }
    let found = zero_count(words, at)
        .or_else(|| designation(words, at))
        .or_else(|| magnitude::magnitude(words, at))
        .or_else(|| hedged(words, at))
        .or_else(|| result(words, at))
        .or_else(|| share_of_whole(words, at, at, Hedge::Exact))
        .or_else(|| rank(words, at));
    match found {
        Some(found) => Step::Found(found),
        None => Step::Skip(past_number(words, at)),
    }
}

/// Addresses of the web, telephone numbers, dates with inner signs, decades.
fn skipped(words: Words<'_>, at: usize) -> Option<usize> {
    if matches!(words.lower(at), "http" | "https" | "www") || words.lower(at).starts_with("www.") {
        return Some(words.chunk_end(at));
    }
    if calendar::is_decade(words, at) && age::age(words, at).is_none() {
        return Some(at + 2);
    }
    calendar::coded(words, at)
}

/// Digits that were refused are not to be read again from their middle.
fn past_number(words: Words<'_>, at: usize) -> usize {
    if !words.is_digits(at) && !words.is_word(at) {
        return at + 1;
    }
    let mut end = at + 1;
    let mut mixed = words.is_digits(at);
    while words.touches_previous(end)
        && (words.is_digits(end) || words.is_word(end) && !words.lower(end).starts_with('\''))
    {
        mixed |= words.is_digits(end);
        end += 1;
    }
    if mixed { end } else { at + 1 }
}

pub(super) fn quantity(measure: Measure, value: f64) -> Quantity {
    Quantity {
        measure,
        interval: Interval {
            low: Some(value),
            high: Some(value),
        },
        nominal: Some(value),
        hedge: Hedge::Exact,
        unit: None,
        counted: None,
        counted_phrase: None,
        event: None,
    }
}

fn zero_count(words: Words<'_>, at: usize) -> Option<Found> {
    let zero = zero::zero(words, at)?;
    Some(Found {
        start: at,
        end: zero.end,
        quantity: Quantity {
            counted: zero.counted.map(str::to_owned),
            event: Some(zero.event),
            ..quantity(Measure::Count, 0.0)
        },
    })
}

fn all_but(words: Words<'_>, at: usize, left: Remainder) -> Option<Found> {
    let noun = counted(words, left.whole_end, true, false);
    Some(Found {
        start: at,
        end: left.end,
        quantity: Quantity {
            counted_phrase: phrase(words, &noun),
            counted: noun.head,
            ..quantity(Measure::Count, left.value?)
        },
    })
}

fn designation(words: Words<'_>, at: usize) -> Option<Found> {
    // "EUR 125" is money
    if super::unit::currency_before(words, at).is_some_and(|code| words.is_digits(code.end)) {
        return None;
    }
    let label = label::label(words, at)?;
    Some(Found {
        start: at,
        end: label.end,
        quantity: Quantity {
            counted: Some(label.of),
            ..quantity(Measure::Label, label.value)
        },
    })
}

fn result(words: Words<'_>, at: usize) -> Option<Found> {
    let pair = score::pair(words, at)?;
    let measure = if pair.odds {
        Measure::Odds
    } else {
        Measure::Score
    };
    Some(Found {
        start: at,
        end: pair.end,
        quantity: Quantity {
            unit: Some(pair.second.to_string()),
            ..quantity(measure, pair.first)
        },
    })
}

fn share_of_whole(words: Words<'_>, start: usize, at: usize, hedge: Hedge) -> Option<Found> {
    let (value, rounding, end) = match ordinal::fraction(words, at) {
        Some(found) => (found.value, 0.0, found.end),
        None => proportion(words, at).map(|found| (found.value, found.rounding, found.end))?,
    };
    // "nearly one in three" says itself how rough it is
    let spread = if hedge == Hedge::Exact { rounding } else { 0.0 };
    // "six in ten voters", but "a third of the voters"
    let noun = if words.lower(end) == "of" || rounding > 0.0 {
        counted(words, end, true, false)
    } else {
        Counted::default()
    };
    Some(Found {
        start,
        end,
        quantity: Quantity {
            interval: hedge::interval(hedge, value, value - spread, value + spread, value),
            hedge,
            counted_phrase: phrase(words, &noun),
            counted: noun.head,
            ..quantity(Measure::Fraction, value)
        },
    })
}

fn rank(words: Words<'_>, at: usize) -> Option<Found> {
    let found = ordinal::ordinal(words, at)?;
    if words.is_digits(at) && calendar::is_calendar(words, at, at + 1, found.value)
        || !words.is_digits(at)
            && calendar::is_month(words, found.end)
            && words.capitalised(found.end)
    {
        return None;
    }
    let noun = counted(words, found.end, false, words.is_tie(found.end));
    Some(Found {
        start: at,
        end: found.end,
        quantity: Quantity {
            counted_phrase: phrase(words, &noun),
            counted: noun.head,
            ..quantity(Measure::Ordinal, found.value)
        },
    })
}

/// Everything that a hedge may stand before: amounts, ranges, ages, fractions.
fn hedged(words: Words<'_>, start: usize) -> Option<Found> {
    let mut at = start;
    let mut hedge = Hedge::Exact;
    while let Some(found) = hedge::before(words, at) {
        if hedge == Hedge::Exact {
            hedge = found.hedge;
        }
        at = found.end;
    }
    if at > start && calendar::coded(words, at).is_some() {
        return None;
    }
    let between = words.lower(at) == "between";
    if between {
        at += 1;
    }
    if let Some(age) = age::age(words, at).filter(|_| !between) {
        let interval = match age.nominal {
            Some(value) => hedge::interval(hedge, value, value, value, value),
            None => Interval {
                low: Some(age.low),
                high: Some(age.high),
            },
        };
        let hedge = if age.nominal.is_none() {
            Hedge::Range
        } else {
            hedge
        };
        return Some(Found {
            start,
            end: age.end,
            quantity: Quantity {
                interval,
                nominal: age.nominal,
                hedge,
                unit: Some("year".to_owned()),
                ..quantity(Measure::Age, 0.0)
            },
        });
    }
    if at > start
        && !between
        && let Some(share) = share_of_whole(words, start, at, hedge)
    {
        return Some(share);
    }
    if score::pair(words, at).is_some() && !between {
        return None;
    }
    let first = amount(words, at)
        .or_else(|| one_unit(words, at).filter(|_| at > start && !between))
        .filter(|first| is_quantity(words, at, first, at > start))?;
    if let Some((first, second)) = range(words, at, first, between) {
        return Some(finish(words, start, first, Some(second), Hedge::Range));
    }
    if between {
        return None;
    }
    let share = ordinal::fraction(words, at).is_some() || proportion(words, at).is_some();
    if first.unit == super::unit::Unit::COUNT && share {
        return None;
    }
    let mut first = first;
    if let Some(behind) = hedge::behind(words, first.end) {
        hedge = behind.hedge;
        first.end = behind.end;
    } else if let Some(behind) =
        hedge::behind(words, first.number_end).filter(|_| first.unit == super::unit::Unit::COUNT)
    {
        hedge = behind.hedge;
        first.end = behind.end;
    }
    Some(finish(words, start, first, None, hedge))
}

/// Adds the hedge and what is counted.
fn finish(
    words: Words<'_>,
    start: usize,
    first: Amount,
    second: Option<Amount>,
    hedge: Hedge,
) -> Found {
    let unit = first.unit;
    let end = second.map_or(first.end, |second| second.end);
    let rounding = match unit.measure {
        Measure::Count | Measure::Money => Rounding::Counted,
        _ => Rounding::Measured,
    };
    let bounds = |of: &Amount| {
        let (low, high) = hedge::rounded(of.value, of.step, rounding);
        (of.unit.convert(low), of.unit.convert(high))
    };
    let value = unit.convert(first.value);
    let (interval, nominal, hedge) = if let Some(second) = second {
        let interval = Interval {
            low: Some(bounds(&first).0),
            high: Some(bounds(&second).1),
        };
        (interval, None, Hedge::Range)
    } else if let Some((low, high)) = first.vague {
        let (low, high) = (unit.convert(low), unit.convert(high));
        let interval = match hedge {
            Hedge::AtLeast | Hedge::MoreThan => Interval {
                low: Some(low),
                high: None,
            },
            Hedge::AtMost | Hedge::LessThan => Interval {
                low: Some(0.0),
                high: Some(high),
            },
            _ => Interval {
                low: Some(low),
                high: Some(high),
            },
        };
        (
            interval,
            None,
            if hedge == Hedge::Exact {
                Hedge::Vague
            } else {
                hedge
            },
        )
    } else {
        let (low, high) = bounds(&first);
        let grain = unit.convert(hedge::grain(first.value, first.step)) - unit.convert(0.0);
        let interval = hedge::interval(hedge, value, low, high, grain);
        (interval, Some(value), hedge)
    };
    let single = second.is_none() && first.vague.is_none() && first.value.abs() == 1.0;
    let is_twice = words.lower(end - 1) == "twice";
    let noun = if unit.measure == Measure::Count && !is_twice || words.lower(end) == "of" {
        let tied = words.is_tie(end);
        counted(words, end + usize::from(tied), !single, tied)
    } else {
        Counted {
            from: end,
            end,
            ..Counted::default()
        }
    };
    let is_count = unit.measure == Measure::Count;
    let implied = implied(words, start).or_else(|| is_twice.then_some("time"));
    let implied = implied.filter(|_| is_count);
    // what befalls "a mother of 12" befalls her
    let event = (is_count && implied != Some("child")).then(|| {
        noun.event
            .map(str::to_owned)
            .or_else(|| event::event(words, start, noun.end.max(end)))
    });
    Found {
        start,
        end,
        quantity: Quantity {
            measure: unit.measure,
            interval,
            nominal,
            hedge,
            unit: unit.canonical().map(str::to_owned),
            counted_phrase: phrase(words, &noun),
            counted: noun.head.or_else(|| implied.map(str::to_owned)),
            event: event.flatten(),
        },
    }
}

fn phrase(words: Words<'_>, noun: &Counted) -> Option<String> {
    let from = noun.from;
    (noun.head.is_some() && noun.end > from).then(|| words.phrase(from, noun.end).to_owned())
}
