//! Dates that name a day or a month: "7 November 2021", "Sunday, Nov. 7", "11/7/2021", "November 2021", "in November".

use jiff::civil::Date;

use super::calendar::{self, Direction, placed};
use super::context::Context;
use super::reading::{Days, Reading};
use super::words;
use crate::{Anchor, Grain};

/// Day, month and year as far as the words name them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Named {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    pub(super) weekday: Option<i8>,
}

/// A date that starts at `at`.
pub(super) fn date(cx: &Context<'_>, at: usize) -> Option<Reading> {
    with_weekday(cx, at)
        .or_else(|| numeric(cx, at))
        .or_else(|| month_first(cx, at))
        .or_else(|| day_first(cx, at))
}

/// "Sunday, Nov. 7", "Tue 9 May", "Friday the 13th", "Friday 7/6"
fn with_weekday(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let weekday = words::weekday(cx.lower(at))
        .or_else(|| words::short_weekday(cx.lower(at)).filter(|_| cx.capitalised(at)))?;
    let mut next = at + 1;
    while cx.is(next, &[".", ","]) && next < at + 3 {
        next += 1;
    }
    if cx.is(next, &["the", "on"]) {
        next += 1;
    }
    let with_day = numeric(cx, next)
        .or_else(|| short_slashes(cx, next))
        .or_else(|| month_first(cx, next))
        .or_else(|| day_first(cx, next))
        .filter(|reading| reading.parts.day.is_some());
    if let Some(reading) = with_day {
        let named = Named {
            year: reading.parts.year,
            month: reading.parts.month,
            day: reading.parts.day,
            weekday: Some(weekday),
        };
        return Some(place(cx, at, reading.end, named));
    }
    let (day, end) = day_number(cx, next)?;
    let ordinal = end > next + 1;
    let named = Named {
        day: Some(day),
        weekday: Some(weekday),
        ..Named::default()
    };
    (ordinal && cx.before(next) == "the").then(|| place(cx, at, end, named))
}

/// A day of the month: "7", "7th", "07".
pub(super) fn day_number(cx: &Context<'_>, at: usize) -> Option<(i8, usize)> {
    let (number, length) = cx.digits(at)?;
    if !(1..=31).contains(&number) || length > 2 {
        return None;
    }
    let suffixed = cx.touches_next(at) && cx.is(at + 1, &["st", "nd", "rd", "th"]);
    // "7%", "7.5" (one token) and "7km" are no days.
    let glued = !suffixed
        && cx.touches_next(at)
        && (cx.is_word(at + 1) || cx.is(at + 1, &["%", ":", "/", "°"]));
    if glued || cx.before(at) == "$" && cx.touches_previous(at) {
        return None;
    }
    Some((i8::try_from(number).ok()?, at + 1 + usize::from(suffixed)))
}

/// A year in four digits.
pub(super) fn year_number(cx: &Context<'_>, at: usize) -> Option<i16> {
    let (number, length) = cx.digits(at)?;
    let glued = cx.touches_next(at) && (cx.is_word(at + 1) || cx.is(at + 1, &["%", ":", "/"]));
    (length == 4 && (1000..=2100).contains(&number) && !glued).then_some(number)
}

/// A month's name in capitals and where it ends ("Nov."): short forms only when `beside_number`.
pub(super) fn month_name(cx: &Context<'_>, at: usize) -> Option<(i8, usize)> {
    let lower = cx.lower(at);
    let month = words::month(lower)?;
    if words::is_doubtful_month(lower) && !cx.capitalised(at) {
        return None;
    }
    let point = words::is_short_month(lower) && cx.touches_next(at) && cx.lower(at + 1) == ".";
    Some((month, at + 1 + usize::from(point)))
}

/// ", 2021", "2021", "in 2021", "of 2021" after a date: the year and where it ends.
pub(super) fn year_after(cx: &Context<'_>, at: usize) -> Option<(i16, usize)> {
    let mut next = at;
    if cx.lower(next) == "," {
        next += 1;
    }
    if cx.is(next, &["in", "of"]) {
        next += 1;
    }
    let year = year_number(cx, next)?;
    let counts = next == at && words::reads_as_counted(cx.lower(next + 1)) && year % 100 == 0;
    (!counts).then_some((year, next + 1))
}

/// "Nov. 7, 2021", "November 7", "November 2021", "November"
fn month_first(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (month, after_month) = month_name(cx, at)?;
    let mut named = Named {
        month: Some(month),
        ..Named::default()
    };
    let day_at = after_month + usize::from(cx.lower(after_month) == "the");
    if let Some((day, end)) = day_number(cx, day_at) {
        // "In November 12 people were killed": the number counts.
        let suffixed = end > day_at + 1;
        let counts = !suffixed
            && cx.before(at) == "in"
            && year_after(cx, end).is_none()
            && words::reads_as_counted(cx.lower(end));
        if !counts {
            named.day = Some(day);
            let year = year_after(cx, end);
            named.year = year.map(|(year, _)| year);
            return Some(place(cx, at, year.map_or(end, |(_, end)| end), named));
        }
    }
    if let Some(day) = words::ordinal_word(cx.lower(day_at))
        && let year = year_after(cx, day_at + 1)
        && (year.is_some() || !cx.is_word(day_at + 1) && cx.lower(day_at + 1) != "-")
    {
        named.day = Some(day);
        named.year = year.map(|(year, _)| year);
        return Some(place(
            cx,
            at,
            year.map_or(day_at + 1, |(_, end)| end),
            named,
        ));
    }
    if let Some((year, end)) = year_after(cx, after_month) {
        named.year = Some(year);
        return Some(place(cx, at, end, named));
    }
    lone_month(cx, at, after_month).then(|| place(cx, at, after_month, named))
}

/// Whether a month's name without day or year is meant as one: "May" is a minister, "March" a walk, "August" a playwright.
fn lone_month(cx: &Context<'_>, at: usize, end: usize) -> bool {
    let lower = cx.lower(at);
    if words::is_short_month(lower) && end == at + 1 && !cx.capitalised(at) {
        return false;
    }
    let introduced = [
        "in", "since", "by", "until", "till", "before", "after", "of", "from", "to", "through",
        "during", "early", "late", "mid", "last", "next", "this", "for", "and", "between", "-",
        "–", "earlier", "every",
    ]
    .contains(&cx.before(at));
    if !words::is_doubtful_month(lower) && !words::is_short_month(lower) {
        return true;
    }
    if lower == "may" && !introduced {
        return false;
    }
    if lower == "may" && is_surname_may(cx.text) {
        return false;
    }
    let name_follows = cx.capitalised(end) && !cx.headline && cx.lower(end) != "i";
    let march_of = lower == "march" && cx.is(end, &["on", "for", "of", "through", "against"]);
    let described = ["the", "a", "'s", "its", "his", "her", "their"].contains(&cx.before(at))
        && cx.is_word(end)
        && !cx.capitalised(end);
    (introduced || described) && !name_follows && !march_of && !words::is_short_month(lower)
}

/// Whether the article is about a person named May.
fn is_surname_may(text: &str) -> bool {
    [
        "Theresa May",
        "Mrs May",
        "Mrs. May",
        "Ms May",
        "Ms. May",
        "Mr May",
        "Mr. May",
        "Minister May",
    ]
    .iter()
    .any(|name| text.contains(name))
}

/// "7 November 2021", "7th of November", "the 7 Nov", "05-Aug-2016"
fn day_first(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (day, mut next) = match words::ordinal_word(cx.lower(at)) {
        Some(day) if cx.lower(at + 1) == "of" => (day, at + 1),
        _ => day_number(cx, at)?,
    };
    let separator = cx.lower(next);
    let glued = ["-", "/"].contains(&separator);
    if glued || separator == "of" {
        next += 1;
    }
    let (month, mut end) = month_name(cx, next)?;
    let mut year = None;
    if glued && cx.lower(end) == separator {
        year = Some(year_number(cx, end + 1)?);
        end += 2;
    } else if let Some((found, after)) = year_after(cx, end) {
        year = Some(found);
        end = after;
    }
    let named = Named {
        year,
        month: Some(month),
        day: Some(day),
        weekday: None,
    };
    Some(place(cx, at, end, named))
}

/// "2021-11-07", "11/7/2021" (month first unless that is impossible), "7.11.2021" (day first unless impossible)
fn numeric(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if cx.before(at) == "/" || cx.before(at) == "-" && cx.touches_previous(at) {
        return None;
    }
    let dotted: Vec<&str> = cx.lower(at).split('.').collect();
    let (fields, end): (Vec<&str>, usize) = if dotted.len() == 3 {
        (dotted, at + 1)
    } else {
        let separator = cx.lower(at + 1);
        let tight = (0..4).all(|offset| cx.touches_next(at + offset));
        if !["-", "/"].contains(&separator) || cx.lower(at + 3) != separator || !tight {
            return None;
        }
        (
            vec![cx.lower(at), cx.lower(at + 2), cx.lower(at + 4)],
            at + 5,
        )
    };
    let month_first = cx.lower(at + 1) == "/" || cx.lower(at + 1) == "-";
    let number = |field: &str| {
        let plain =
            !field.is_empty() && field.len() <= 4 && field.bytes().all(|b| b.is_ascii_digit());
        field.parse::<i16>().ok().filter(|_| plain)
    };
    let (a, b, c) = (number(fields[0])?, number(fields[1])?, number(fields[2])?);
    let (year, month, day) = if fields[0].len() == 4 {
        (a, b, c)
    } else {
        let year = match fields[2].len() {
            4 => c,
            2 if c < 40 => 2000 + c,
            2 => 1900 + c,
            _ => return None,
        };
        let swap = if month_first { a > 12 } else { b <= 12 };
        if swap { (year, b, a) } else { (year, a, b) }
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok()?;
    let named = Named {
        year: Some(year),
        month: Some(month),
        day: Some(day),
        weekday: None,
    };
    Some(place(cx, at, end, named))
}

/// "7/6", read only beside a weekday: alone it is a fraction, a score or an attack.
fn short_slashes(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if cx.lower(at + 1) != "/" || !cx.touches_next(at) || !cx.touches_next(at + 1) {
        return None;
    }
    let (month, day) = (cx.digits(at)?.0, cx.digits(at + 2)?.0);
    let (month, day) = if month > 12 {
        (day, month)
    } else {
        (month, day)
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(2000, month, day).ok()?;
    let named = Named {
        month: Some(month),
        day: Some(day),
        ..Named::default()
    };
    Some(place(cx, at, at + 3, named))
}

/// Puts what was named on the calendar; a year that is not named is the one nearest to publication.
pub(super) fn place(cx: &Context<'_>, start: usize, end: usize, named: Named) -> Reading {
    let grain = match named {
        Named { day: Some(_), .. } => Grain::Day,
        Named { month: Some(_), .. } => Grain::Month,
        _ => Grain::Year,
    };
    let direction = cx.direction(start, end);
    let (days, anchor) = match (named.year, cx.published) {
        (Some(year), _) => (in_year(year, named), Anchor::Absolute),
        (None, Some(published)) => (
            near(published, direction, named).map_or(Days::Unplaced, |(a, b)| Days::Placed(a, b)),
            Anchor::Published,
        ),
        (None, None) => (Days::Unplaced, Anchor::Unresolved),
    };
    let mut reading = Reading::of_days(start, end, days, grain, anchor);
    reading.parts.year = named.year;
    reading.parts.month = named.month;
    reading.parts.day = named.day;
    reading.parts.weekday = named.weekday;
    reading
}

fn in_year(year: i16, named: Named) -> Days {
    placed(match (named.month, named.day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(|date| (date, date)),
        (Some(month), None) => calendar::month(year, month),
        _ => calendar::years(year, year),
    })
}

fn near(published: Date, direction: Direction, named: Named) -> Option<(Date, Date)> {
    match (named.month, named.day) {
        (Some(month), Some(day)) => {
            calendar::day_near(month, day, named.weekday, published, direction)
        }
        (Some(month), None) => calendar::month_near(month, published, direction),
        (None, Some(day)) => {
            let candidates = (-12..=12).filter_map(|shift| {
                let month = calendar::add_months(published.first_of_month(), shift)?;
                let date = Date::new(month.year(), month.month(), day).ok()?;
                let fits = named
                    .weekday
                    .is_none_or(|w| date.weekday().to_monday_one_offset() == w);
                fits.then_some((date, date))
            });
            calendar::nearest(candidates, published, direction)
        }
        (None, None) => None,
    }
}
