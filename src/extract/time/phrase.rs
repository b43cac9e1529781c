//! Whole phrases from single times: date and time of day in one ("around 10 a.m. Monday"), bounds ("shortly after").

use super::clock::{clock, day_part};
use super::context::Context;
use super::date::date;
use super::holiday::holiday;
use super::modifier::{modifier, narrow};
use super::period::period;
use super::reading::{Bound, Clock, Days, Reading};
use super::relative::relative;
use crate::Grain;

/// A date, a period or a relative day that starts at `at`, with a modifier before it ("late last week").
pub(super) fn calendar_part(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if let Some((kind, next)) = modifier(cx, at)
        && let Some(reading) = calendar_part(cx, next)
        && let Some(narrowed) = narrow(cx, kind, at, reading)
    {
        return Some(narrowed);
    }
    holiday(cx, at)
        .or_else(|| date(cx, at))
        .or_else(|| relative(cx, at))
        .or_else(|| period(cx, at))
}

/// A calendar part, a clock time or a part of the day.
fn single(cx: &Context<'_>, at: usize) -> Option<Reading> {
    clock(cx, at)
        .or_else(|| calendar_part(cx, at))
        .or_else(|| day_part(cx, at))
}

/// A phrase of adjacent parts that starts at `at`, bound included: "shortly after 3 p.m. on Monday".
pub(super) fn phrase(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (bound, next) = bound(cx, at).unwrap_or((Bound::None, at));
    let mut reading = folded(cx, next)?;
    if bound != Bound::None {
        if !takes_bound(cx, bound, &reading) {
            return None;
        }
        reading.start = at;
        reading.bound = bound;
    }
    Some(reading)
}

/// Whether a bound says something about the time: not in "after Sunday's attack" or "about Monday".
fn takes_bound(cx: &Context<'_>, bound: Bound, reading: &Reading) -> bool {
    let possessive = cx.is(reading.end, &["'s", "'"]);
    let clock = reading.clock.is_some_and(|clock| !clock.part_of_day);
    let dated = reading.parts.day.is_some() && reading.parts.month.is_some();
    match bound {
        Bound::About => clock || dated && reading.parts.weekday.is_none(),
        _ => !possessive && (clock || !matches!(reading.days, Days::Unnamed)),
    }
}

/// "about", "shortly before", "since" and the like at `at`, and where the time starts.
fn bound(cx: &Context<'_>, at: usize) -> Option<(Bound, usize)> {
    let bound = match cx.lower(at) {
        "about" | "around" | "approximately" | "roughly" | "circa" => (Bound::About, at + 1),
        "shortly" | "just" | "soon" | "moments" | "minutes" | "right" => match cx.lower(at + 1) {
            "after" | "past" => (Bound::ShortlyAfter, at + 2),
            "before" => (Bound::ShortlyBefore, at + 2),
            _ => return None,
        },
        "before" => (Bound::Before, at + 1),
        "by" | "until" | "till" => (Bound::Until, at + 1),
        "after" => (Bound::After, at + 1),
        "since" => (Bound::Since, at + 1),
        _ => return None,
    };
    let (kind, mut next) = bound;
    next += usize::from(cx.is(next, &["about", "around"]) && kind != Bound::About);
    next += usize::from(
        cx.lower(next) == "the"
            && cx.is(
                next + 1,
                &["end", "beginning", "start", "middle", "early", "weekend"],
            ),
    );
    Some((kind, next))
}

/// A part and all that belongs to it.
fn folded(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let mut reading = single(cx, at)?;
    while let Some(longer) = joined(cx, &reading) {
        reading = longer;
    }
    let part_only = matches!(reading.days, Days::Unnamed)
        && reading.clock.is_some_and(|clock| clock.part_of_day);
    if part_only && !stands_alone(cx, at) {
        return None;
    }
    Some(reading)
}

/// Whether a bare part of the day is a time: "in the evening", "at dawn"; "a morning person" has none.
fn stands_alone(cx: &Context<'_>, at: usize) -> bool {
    let in_the = at >= 2 && cx.lower(at - 1) == "the" && cx.is(at - 2, &["in", "during"]);
    let at_dawn = cx.before(at) == "at"
        && cx.is(
            at,
            &[
                "dawn",
                "dusk",
                "sunrise",
                "sunset",
                "lunchtime",
                "daybreak",
                "nightfall",
            ],
        );
    in_the && !cx.is(at, &["night"]) || at_dawn
}

/// The reading with the part after it, when the two make one time.
fn joined(cx: &Context<'_>, reading: &Reading) -> Option<Reading> {
    let mut next = reading.end;
    let comma = cx.lower(next) == ",";
    next += usize::from(comma);
    let word = cx.lower(next);
    let link = match word {
        "at" | "on" | "of" | "from" | "during" | "in" => word,
        _ => "",
    };
    next += usize::from(!link.is_empty());
    next += usize::from(cx.lower(next) == "the" && !link.is_empty());
    let (bound, next) = bound(cx, next).unwrap_or((Bound::None, next));
    let other = match single(cx, next) {
        Some(other) => other,
        None if link == "at" || bound != Bound::None => bare_hour(cx, reading, next)?,
        None => return None,
    };
    let mut whole = merge(reading, &other, comma, link)?;
    if bound != Bound::None {
        let clock = other.clock.is_some_and(|clock| !clock.part_of_day);
        if whole.bound != Bound::None || !clock {
            return None;
        }
        whole.bound = bound;
    }
    whole.end = other.end;
    Some(whole)
}

/// "on Monday at 4": an hour in one or two digits, after a day only and before nothing that it could count.
fn bare_hour(cx: &Context<'_>, reading: &Reading, at: usize) -> Option<Reading> {
    let (hour, length) = cx.digits(at)?;
    let ends = cx.tokens.get(at + 1).is_none() || cx.is(at + 1, &[".", ",", ";", ")", "in", "and"]);
    if reading.grain != Grain::Day
        || reading.clock.is_some()
        || length > 2
        || !(1..=12).contains(&hour)
        || !ends
    {
        return None;
    }
    let clock = Clock {
        from: i32::from(hour) * 60,
        to: i32::from(hour) * 60 + 59,
        either_half: true,
        part_of_day: false,
    };
    let mut found = Reading::of_clock(at, at + 1, clock, Grain::Hour);
    found.parts.clock = Some(hour * 60);
    Some(found)
}

/// One time from two parts that complete each other.
fn merge(a: &Reading, b: &Reading, comma: bool, link: &str) -> Option<Reading> {
    if link == "of"
        && !(a.clock.is_some_and(|clock| clock.part_of_day) || a.parts.weekday.is_some())
    {
        return None;
    }
    if link == "in" && b.grain != Grain::PartOfDay {
        return None;
    }
    let a_named = !matches!(a.days, Days::Unnamed);
    let b_named = !matches!(b.days, Days::Unnamed);
    // A clock time on "last year" is no point in time; two clock times are two times.
    if a.clock.is_some() != b.clock.is_some() || !(a_named && b_named) {
        let clock = merge_clocks(a.clock, b.clock)?;
        let dated = if a_named { a } else { b };
        if a_named
            && b_named
            && (a.grain > Grain::Day && a.clock.is_none()
                || b.grain > Grain::Day && b.clock.is_none())
        {
            return None;
        }
        if a_named && b_named {
            let days = same_day(a, b)?;
            return Some(combine(a, b, days, Some(clock)));
        }
        if (a_named || b_named) && dated.grain > Grain::Day {
            return None;
        }
        let days = if a_named { a.days } else { b.days };
        return Some(combine(a, b, days, Some(clock)));
    }
    if a.clock.is_some() && b.clock.is_some() {
        return None;
    }
    let days = match (a.grain, b.grain) {
        (Grain::Day, Grain::Week) if !comma => weekday_in_week(a, b)?,
        (Grain::Week, Grain::Day) if !comma => weekday_in_week(b, a)?,
        (Grain::Day, Grain::Day) => same_day(a, b)?,
        _ => return None,
    };
    Some(combine(a, b, days, None))
}

/// "tomorrow, 13 April 2021", "Sunday night, Nov. 7": two names of one day.
fn same_day(a: &Reading, b: &Reading) -> Option<Days> {
    let dated = |reading: &Reading| reading.parts.day.is_some() && reading.parts.month.is_some();
    let loose = |reading: &Reading| reading.parts.day.is_none();
    if dated(b) && loose(a) {
        Some(b.days)
    } else if dated(a) && loose(b) {
        Some(a.days)
    } else {
        None
    }
}

/// "Friday last week", "last week Friday", "Tuesday of next week"
fn weekday_in_week(day: &Reading, week: &Reading) -> Option<Days> {
    let weekday = day.parts.weekday.filter(|_| day.parts.day.is_none())?;
    match week.days {
        Days::Placed(monday, _) if monday.weekday().to_monday_one_offset() == 1 => {
            let date = super::calendar::add_days(monday, i32::from(weekday) - 1)?;
            Some(Days::Placed(date, date))
        }
        Days::Unplaced => Some(Days::Unplaced),
        _ => None,
    }
}

/// An exact time wins over a part of the day, which tells which half it means.
fn merge_clocks(a: Option<Clock>, b: Option<Clock>) -> Option<Clock> {
    let (exact, part) = match (a, b) {
        (Some(clock), None) | (None, Some(clock)) => return Some(clock),
        (Some(a), Some(b)) if a.part_of_day && !b.part_of_day => (b, a),
        (Some(a), Some(b)) if !a.part_of_day && b.part_of_day => (a, b),
        _ => return None,
    };
    if !exact.either_half {
        return Some(exact);
    }
    let later = exact.from + 12 * 60;
    let afternoon =
        !(part.from..=part.to).contains(&exact.from) && (part.from..=part.to).contains(&later);
    let shift = if afternoon { 12 * 60 } else { 0 };
    Some(Clock {
        from: exact.from + shift,
        to: exact.to + shift,
        either_half: false,
        ..exact
    })
}

fn combine(a: &Reading, b: &Reading, days: Days, clock: Option<Clock>) -> Reading {
    let mut parts = a.parts.clone();
    parts.year = parts.year.or(b.parts.year);
    parts.month = parts.month.or(b.parts.month);
    parts.day = parts.day.or(b.parts.day);
    parts.weekday = parts.weekday.or(b.parts.weekday);
    parts.clock = parts.clock.or(b.parts.clock);
    parts.word = parts.word.or_else(|| b.parts.word.clone());
    if let (Some(clock), Some(_)) = (clock.filter(|clock| !clock.part_of_day), parts.clock) {
        parts.clock = i16::try_from(clock.from).ok();
    }
    let placed = matches!(days, Days::Placed(..));
    let anchor = if !placed {
        crate::Anchor::Unresolved
    } else if a.days == days {
        a.anchor
    } else if b.days == days {
        b.anchor
    } else {
        crate::Anchor::Published
    };
    Reading {
        start: a.start,
        end: b.end,
        days,
        clock,
        parts,
        grain: a.grain.min(b.grain),
        anchor,
        bound: if a.bound == Bound::None {
            b.bound
        } else {
            a.bound
        },
        zone: a.zone.or(b.zone),
    }
}
