//! Times that lean on the day of publication: "yesterday", "Sunday", "last month", "three weeks ago", "two days later".

use jiff::civil::Date;

use super::calendar::{self, Direction, placed};
use super::context::Context;
use super::date::month_name;
use super::false_friends::{is_frequency, is_name};
use super::period::season_of;
use super::reading::{Clock, Days, Reading};
use super::words::{self, Unit};
use crate::fact::part_of_day;
use crate::{Anchor, Grain};

/// A relative time that starts at `at`.
pub(super) fn relative(cx: &Context<'_>, at: usize) -> Option<Reading> {
    day_word(cx, at)
        .or_else(|| weekday(cx, at))
        .or_else(|| ago(cx, at))
        .or_else(|| in_future(cx, at))
        .or_else(|| rolling(cx, at))
        .or_else(|| narrated(cx, at))
        .or_else(|| this_last_next(cx, at))
        .or_else(|| the_weekend(cx, at))
}

fn relative_days(
    cx: &Context<'_>,
    start: usize,
    end: usize,
    days: Option<(Date, Date)>,
    grain: Grain,
) -> Reading {
    let mut reading = Reading::of_days(start, end, placed(days), grain, Anchor::Published);
    reading.parts.word = Some(cx.words(start, end));
    reading
}

fn with_part_of_day(mut reading: Reading, word: &str) -> Reading {
    if let Some((from, to)) = part_of_day(word) {
        reading.clock = Some(Clock {
            from: i32::from(from),
            to: i32::from(to),
            either_half: false,
            part_of_day: true,
        });
        reading.grain = Grain::PartOfDay;
    }
    reading
}

/// "today", "tonight", "last night", "yesterday", "the day after tomorrow"
fn day_word(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if is_name(cx, at) {
        return None;
    }
    let (shift, length, part) = match cx.lower(at) {
        "today" => (0, 1, None),
        "tonight" => (0, 1, Some("night")),
        "yesterday" => (-1, 1, None),
        "tomorrow" => (1, 1, None),
        "last" if cx.lower(at + 1) == "night" => (-1, 2, Some("night")),
        "day" if cx.are(at + 1, &["before", "yesterday"]) => (-2, 3, None),
        "day" if cx.are(at + 1, &["after", "tomorrow"]) => (2, 3, None),
        _ => return None,
    };
    let day = cx
        .published
        .and_then(|published| calendar::add_days(published, shift));
    let reading = relative_days(cx, at, at + length, day.map(|day| (day, day)), Grain::Day);
    Some(match part {
        Some(part) => with_part_of_day(reading, part),
        None => reading,
    })
}

/// Weeks from the week of publication that "last", "this" and "next" point to.
fn week_shift(lower: &str) -> Option<i32> {
    match lower {
        "last" | "previous" | "past" => Some(-1),
        "this" | "current" => Some(0),
        "next" | "coming" => Some(1),
        _ => None,
    }
}

/// "Sunday", "last Sunday", "this coming Friday", "first Monday in October"
fn weekday(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let mut shift = week_shift(cx.lower(at));
    let mut day_at = at + usize::from(shift.is_some());
    if cx.lower(at) == "this" && cx.is(at + 1, &["past", "coming"]) {
        shift = None;
        day_at = at + 2;
    }
    let weekday = words::weekday(cx.lower(day_at))?;
    if !cx.capitalised(day_at)
        && !cx.headline
        && day_at == at
        && !cx.is(at.wrapping_sub(1), &["on", "next", "last"])
    {
        return None;
    }
    if is_name(cx, day_at) || is_frequency(cx, at, day_at + 1) {
        return None;
    }
    let direction = match cx.lower(day_at.wrapping_sub(1)) {
        "coming" => Direction::Future,
        "past" => Direction::Past,
        _ => cx.direction(at, day_at + 1),
    };
    let day = cx.published.and_then(|published| match shift {
        Some(0) => calendar::weekday_of_week(weekday, published, 0),
        Some(weeks) => calendar::weekday_of_week(weekday, published, weeks),
        None => calendar::weekday_near(weekday, published, direction),
    });
    let days = placed(day.map(|day| (day, day)));
    let mut reading = Reading::of_days(at, day_at + 1, days, Grain::Day, Anchor::Published);
    reading.parts.weekday = Some(weekday);
    Some(reading)
}

/// How many, with what is allowed for "few" and "several".
fn count(cx: &Context<'_>, at: usize) -> Option<(i32, i32, usize)> {
    let skip = usize::from(cx.lower(at) == "a" && cx.is(at + 1, &["few", "couple"]));
    match cx.lower(at + skip) {
        "few" => Some((2, 8, at + skip + 1)),
        "several" => Some((3, 10, at + 1)),
        "couple" => Some((
            2,
            3,
            at + skip + 1 + usize::from(cx.lower(at + skip + 1) == "of"),
        )),
        word => match cx.digits(at) {
            Some((number, _)) => Some((i32::from(number), i32::from(number), at + 1)),
            None => words::number_word(word).map(|number| (number, number, at + 1)),
        },
    }
}

/// "three weeks ago", "a year ago", "two days earlier", "two days later", "a week from now"
fn ago(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (low, high, next) = count(cx, at)?;
    let unit = words::unit(cx.lower(next))?;
    let (sign, end) = match cx.lower(next + 1) {
        "ago" => (-1, next + 2),
        "from" if cx.is(next + 2, &["now", "today"]) => (1, next + 3),
        "later" | "earlier" | "afterwards" => (0, next + 2),
        _ => return None,
    };
    let days = cx.published.filter(|_| sign != 0).and_then(|published| {
        let near = calendar::distant(unit, sign * low, published)?;
        let far = calendar::distant(unit, sign * high, published)?;
        Some((near.0.min(far.0), near.1.max(far.1)))
    });
    Some(relative_days(cx, at, end, days, calendar::grain(unit)))
}

/// "in two weeks", "within three days": a time only of what is to come; otherwise how long it took.
fn in_future(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if cx.lower(at) != "in" || cx.direction(at, at) != Direction::Future {
        return None;
    }
    let (low, high, next) = count(cx, at + 1)?;
    let unit = words::unit(cx.lower(next))?;
    if cx.lower(next + 1) == "of" || cx.touches_next(next) && cx.is_word(next + 1) {
        return None;
    }
    let days = cx.published.and_then(|published| {
        let near = calendar::distant(unit, low, published)?;
        let far = calendar::distant(unit, high, published)?;
        Some((near.0, far.1))
    });
    Some(relative_days(cx, at, next + 1, days, calendar::grain(unit)))
}

/// "the past three months", "the last few days", "the next two years", "the past year"
fn rolling(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let sign = match cx.lower(at) {
        "last" | "past" | "previous" => -1,
        "next" | "coming" => 1,
        _ => return None,
    };
    let (_, high, next) = match count(cx, at + 1) {
        Some(counted) => counted,
        None if cx.lower(at) == "past" && cx.before(at) == "the" => (1, 1, at + 1),
        None => return None,
    };
    let unit = words::unit(cx.lower(next)).filter(|unit| !matches!(unit, Unit::Weekend))?;
    if cx.touches_next(next) && cx.lower(next + 1) == "-" {
        return None;
    }
    let days = cx.published.and_then(|published| {
        let count = sign * high;
        let other = match unit {
            Unit::Minute | Unit::Hour => published,
            Unit::Day => calendar::add_days(published, count)?,
            Unit::Week | Unit::Weekend => calendar::add_days(published, count.checked_mul(7)?)?,
            Unit::Fortnight => calendar::add_days(published, count.checked_mul(14)?)?,
            Unit::Month => calendar::add_months(published, count)?,
            Unit::Quarter => calendar::add_months(published, count.checked_mul(3)?)?,
            Unit::Year => calendar::add_months(published, count.checked_mul(12)?)?,
            Unit::Decade => calendar::add_months(published, count.checked_mul(120)?)?,
            Unit::Century => calendar::add_months(published, count.checked_mul(1200)?)?,
        };
        Some((published.min(other), published.max(other)))
    });
    Some(relative_days(cx, at, next + 1, days, calendar::grain(unit)))
}

/// "the next day", "the following week", "that night", "the same day": told from within the story, with no anchor.
fn narrated(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let word = cx.lower(at);
    let within = match word {
        "following" | "same" | "preceding" => true,
        "next" | "previous" => {
            cx.before(at) == "the" || cx.lower(at + 1) == "day" || cx.lower(at + 1) == "morning"
        }
        "that" => {
            cx.is(at + 1, &["day", "night", "morning", "evening", "afternoon"])
                && !cx.is_word(at + 2)
        }
        _ => false,
    };
    if !within {
        return None;
    }
    if let Some(weekday) = words::weekday(cx.lower(at + 1)) {
        let mut reading =
            Reading::of_days(at, at + 2, Days::Unplaced, Grain::Day, Anchor::Unresolved);
        reading.parts.weekday = Some(weekday);
        return Some(reading);
    }
    if let Some(unit) = words::unit(cx.lower(at + 1))
        && !cx.lower(at + 1).ends_with('s')
        && !matches!(unit, Unit::Minute | Unit::Hour)
    {
        return Some(relative_days(cx, at, at + 2, None, calendar::grain(unit)));
    }
    part_of_day(cx.lower(at + 1))?;
    let reading = relative_days(cx, at, at + 2, None, Grain::Day);
    Some(with_part_of_day(reading, cx.lower(at + 1)))
}

/// "this week", "last month", "next year", "this morning", "last November", "last summer"
fn this_last_next(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let shift = week_shift(cx.lower(at)).filter(|_| cx.lower(at) != "past")?;
    let next = at + 1;
    let word = cx.lower(next);
    if let Some(unit) = words::unit(word) {
        let plural = word.ends_with('s');
        let small = matches!(unit, Unit::Minute | Unit::Hour | Unit::Day);
        if plural || small || is_frequency(cx, at, next + 1) {
            return None;
        }
        let days = cx
            .published
            .and_then(|published| calendar::period(unit, shift, published));
        return Some(relative_days(cx, at, next + 1, days, calendar::grain(unit)));
    }
    if shift == 0 && cx.lower(at) == "this" && part_of_day(word).is_some() && word != "night" {
        let day = cx.published.map(|published| (published, published));
        let reading = relative_days(cx, at, next + 1, day, Grain::Day);
        return Some(with_part_of_day(reading, word));
    }
    let around = |direction: i32, candidates: Vec<(Date, Date)>, published: Date| match direction {
        -1 => candidates
            .into_iter()
            .rev()
            .find(|(_, last)| *last < published),
        0 => calendar::nearest(candidates, published, Direction::Unclear),
        _ => candidates.into_iter().find(|(first, _)| *first > published),
    };
    let years =
        |published: Date| (-1..=1).filter_map(move |shift| published.year().checked_add(shift));
    if words::season(word).is_some() {
        let days = cx.published.and_then(|published| {
            let candidates = years(published)
                .filter_map(|year| season_of(word, year))
                .collect();
            around(shift, candidates, published)
        });
        return Some(relative_days(cx, at, next + 1, days, Grain::Quarter));
    }
    let (month, end) = month_name(cx, next)?;
    let days = cx.published.and_then(|published| {
        let candidates = years(published)
            .filter_map(|year| calendar::month(year, month))
            .collect();
        around(shift, candidates, published)
    });
    let mut reading = Reading::of_days(at, end, placed(days), Grain::Month, Anchor::Published);
    reading.parts.month = Some(month);
    Some(reading)
}

/// "over the weekend"
fn the_weekend(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if cx.lower(at) != "weekend" || !cx.is(at.wrapping_sub(1), &["the", "over"]) {
        return None;
    }
    if cx.is_word(at + 1)
        && !cx.is(
            at + 1,
            &[
                "in", "at", "of", "after", "when", "that", "with", "to", "and", "on",
            ],
        )
    {
        return None;
    }
    let days = cx.published.and_then(|published| {
        let saturday = match cx.direction(at, at + 1) {
            Direction::Future => calendar::weekday_of_week(6, published, 0)?,
            _ => calendar::weekday_near(6, published, Direction::Past)?,
        };
        Some((saturday, calendar::add_days(saturday, 1)?))
    });
    Some(relative_days(cx, at, at + 1, days, Grain::Week))
}
