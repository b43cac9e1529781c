//! Ranges: "from 5 to 7 November", "between 2014 and 2016", "2009-2012", "9 a.m. to 5 p.m.", "Nov. 5-7".

use super::calendar;
use super::context::Context;
use super::date::{Named, day_number, month_name, place, year_after};
use super::phrase::phrase;
use super::reading::{Bound, Clock, Days, Reading};
use super::words;
use crate::{Anchor, TimeParts};

/// A range or a single time that starts at `at`.
pub(super) fn range(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let between = cx.lower(at) == "between";
    let from = cx.lower(at) == "from";
    let start = at + usize::from(between || from);
    let start = start + usize::from(start > at && cx.lower(start) == "the");
    let found = shared_month(cx, start)
        .or_else(|| bare_left(cx, start, between))
        .or_else(|| two_sided(cx, start, between));
    match found {
        Some(mut reading) => {
            reading.start = at;
            Some(reading)
        }
        None if start == at => phrase(cx, at),
        None => None,
    }
}

/// The word between the two sides, and where the second starts.
fn link(cx: &Context<'_>, at: usize, between: bool) -> Option<usize> {
    let next = match cx.lower(at) {
        "to" | "-" | "–" | "until" | "till" | "through" | "thru" => at + 1,
        "and" if between => at + 1,
        _ => return None,
    };
    Some(next + usize::from(cx.lower(next) == "the"))
}

/// "Nov. 5-7, 2021", "November 5 to 7", "5-7 November 2021", "5 and 6 November"
fn shared_month(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (month, first, last, end) = if let Some((month, day_at)) = month_name(cx, at) {
        let (first, after) = day_number(cx, day_at)?;
        let (last, end) = day_number(cx, link(cx, after, true)?)?;
        if cx.is_word(end) && words::reads_as_counted(cx.lower(end)) {
            return None;
        }
        (month, first, last, end)
    } else {
        let (first, after) = day_number_loosely(cx, at)?;
        let (last, next) = day_number(cx, link(cx, after, true)?)?;
        let next = next + usize::from(cx.lower(next) == "of");
        let (month, end) = month_name(cx, next)?;
        (month, first, last, end)
    };
    if first >= last {
        return None;
    }
    let year = year_after(cx, end);
    let end = year.map_or(end, |(_, end)| end);
    let side = |day: i8| {
        place(
            cx,
            at,
            end,
            Named {
                year: year.map(|(year, _)| year),
                month: Some(month),
                day: Some(day),
                weekday: None,
            },
        )
    };
    join(&side(first), &side(last))
}

/// A day number that may be glued to a dash: the "5" of "5-7 November".
fn day_number_loosely(cx: &Context<'_>, at: usize) -> Option<(i8, usize)> {
    day_number(cx, at).filter(|_| cx.before(at) != "-" && cx.before(at) != "/")
}

/// "2 to 4 p.m.", "10:30-11 a.m.", "between 8 and 9 in the evening", "2009-12", "1914-18"
fn bare_left(cx: &Context<'_>, at: usize, between: bool) -> Option<Reading> {
    if let Some(reading) = short_years(cx, at) {
        return Some(reading);
    }
    let word = cx.lower(at);
    let (hour, minute) = match word.split_once(':') {
        Some((hour, minute)) => (hour.parse::<i32>().ok()?, minute.parse::<i32>().ok()?),
        None => match cx.digits(at) {
            Some((number, length)) if length <= 2 => (i32::from(number), 0),
            Some(_) => return None,
            None => (
                words::number_word(word).filter(|_| !matches!(word, "a" | "an"))?,
                0,
            ),
        },
    };
    let next = link(cx, at + 1, between)?;
    let right = phrase(cx, next)?;
    let clock = right
        .clock
        .filter(|clock| !clock.part_of_day && !clock.either_half)?;
    if !(1..=12).contains(&hour) || minute > 59 || right.bound != Bound::None {
        return None;
    }
    // "11 to 2 p.m." starts in the morning, "2 to 4 p.m." in the afternoon.
    let morning = hour % 12 * 60 + minute;
    let start = if morning + 12 * 60 <= clock.from {
        morning + 12 * 60
    } else {
        morning
    };
    let left = Reading {
        end: at + 1,
        start: at,
        clock: Some(Clock {
            from: start,
            to: start,
            ..clock
        }),
        parts: TimeParts {
            clock: i16::try_from(start).ok(),
            ..right.parts.clone()
        },
        ..right.clone()
    };
    join(&left, &right)
}

/// "2009-12": the second year without its century.
fn short_years(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (first, length) = cx.digits(at)?;
    let tight = cx.touches_next(at) && cx.touches_next(at + 1) && cx.is(at + 1, &["-", "–", "/"]);
    let (last, short) = cx.digits(at + 2)?;
    let last = first / 100 * 100 + last;
    if length != 4 || short != 2 || !tight || !(1500..=2100).contains(&first) || last <= first {
        return None;
    }
    if cx.touches_next(at + 2) && cx.is(at + 3, &["-", "–", "/"]) {
        return None;
    }
    let year = |year| {
        place(
            cx,
            at,
            at + 3,
            Named {
                year: Some(year),
                ..Named::default()
            },
        )
    };
    join(&year(first), &year(last))
}

/// A full time on either side.
fn two_sided(cx: &Context<'_>, at: usize, between: bool) -> Option<Reading> {
    let left = phrase(cx, at).filter(|left| left.bound == Bound::None)?;
    let next = link(cx, left.end, between)?;
    let mut right = phrase(cx, next).filter(|right| right.bound == Bound::None)?;
    if right.start != next {
        return None;
    }
    let mut left = left;
    // "January to March 2017": the year stands once.
    if let (None, Some(year), Some(_)) = (left.parts.year, right.parts.year, left.parts.month) {
        let named = Named {
            year: Some(year),
            month: left.parts.month,
            day: left.parts.day,
            weekday: left.parts.weekday,
        };
        left = Reading {
            clock: left.clock,
            ..place(cx, left.start, left.end, named)
        };
    }
    if let (Days::Placed(first, _), Days::Placed(second_first, second)) = (left.days, right.days)
        && second < first
    {
        // "Friday to Monday", "October to March": the second comes after the first.
        let months = if right.parts.weekday.is_some() && right.parts.day.is_none() {
            None
        } else {
            Some(12)
        };
        let shift = |date| match months {
            Some(months) => calendar::add_months(date, months),
            None => calendar::add_days(date, 7),
        };
        right.days = match (shift(second_first), shift(second)) {
            (Some(a), Some(b)) if right.anchor == Anchor::Published => Days::Placed(a, b),
            _ => return None,
        };
    }
    join(&left, &right)
}

/// The time from the start of one reading to the end of the other.
fn join(left: &Reading, right: &Reading) -> Option<Reading> {
    let days = match (left.days, right.days) {
        (Days::Placed(first, _), Days::Placed(_, last)) if first <= last => {
            Days::Placed(first, last)
        }
        (Days::Placed(..), Days::Placed(..)) => return None,
        (Days::Unnamed, days) | (days, Days::Unnamed) => days,
        _ => Days::Unplaced,
    };
    let clock = match (left.clock, right.clock) {
        (Some(a), Some(b)) => {
            // An end on the hour is that minute: "9 a.m. to 5 p.m." does not last until 5:59.
            let over_night = b.from < a.from && matches!(left.days, Days::Unnamed);
            let end = if b.part_of_day { b.to } else { b.from };
            Some(Clock {
                from: a.from,
                to: end + if over_night { 24 * 60 } else { 0 },
                either_half: a.either_half && b.either_half,
                part_of_day: a.part_of_day && b.part_of_day,
            })
        }
        (None, None) => None,
        _ => return None,
    };
    let same = |a: Option<i8>, b: Option<i8>| a.filter(|_| a == b);
    let parts = TimeParts {
        year: left
            .parts
            .year
            .filter(|_| left.parts.year == right.parts.year),
        month: same(left.parts.month, right.parts.month),
        day: same(left.parts.day, right.parts.day),
        weekday: same(left.parts.weekday, right.parts.weekday),
        ..TimeParts::default()
    };
    Some(Reading {
        start: left.start,
        end: right.end,
        days,
        clock,
        parts,
        grain: left.grain.min(right.grain),
        anchor: if matches!(left.days, Days::Unnamed) {
            right.anchor
        } else {
            left.anchor
        },
        bound: Bound::None,
        zone: right.zone.or(left.zone),
    })
}
