//! Periods named without a month: "2021", "the 1990s", "summer 2015", "third quarter of 2014", "fiscal 2012".

use jiff::civil::Date;

use super::calendar::{self, placed};
use super::context::Context;
use super::date::{year_after, year_number};
use super::reading::{Days, Reading};
use super::words;
use crate::{Anchor, Grain};

/// A period that starts at `at`.
pub(super) fn period(cx: &Context<'_>, at: usize) -> Option<Reading> {
    decade(cx, at)
        .or_else(|| century(cx, at))
        .or_else(|| fiscal(cx, at))
        .or_else(|| season(cx, at))
        .or_else(|| part_of_year(cx, at))
        .or_else(|| year(cx, at))
}

/// First and last year that are taken for one without any word that says so.
const PLAIN_YEARS: std::ops::RangeInclusive<i16> = 1900..=2035;

/// Words after which four digits are a year and not a count or a name.
const BEFORE_YEAR: [&str; 24] = [
    "in", "since", "by", "until", "till", "before", "after", "during", "early", "late", "mid",
    "from", "through", "of", "circa", "between", "around", "and", "to", "-", "–", "year", "early-",
    "for",
];

/// "2021", "in 1972"
fn year(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let named = usize::from(cx.lower(at) == "year");
    let number = year_number(cx, at + named)?;
    let end = at + named + 1;
    let previous = cx.before(at);
    let introduced = named == 1 || BEFORE_YEAR.contains(&previous);
    if !introduced && !PLAIN_YEARS.contains(&number) {
        return None;
    }
    if !introduced
        && cx.touches_previous(at)
        && !["(", "\"", "“", "'", "‘", "["].contains(&previous)
    {
        return None;
    }
    let follower = cx.lower(end);
    let counted = words::reads_as_counted(follower);
    let strong = named == 1
        || [
            "in", "since", "by", "until", "till", "during", "early", "late", "mid", "circa",
        ]
        .contains(&previous);
    if counted && !strong && (number % 50 == 0 || !PLAIN_YEARS.contains(&number)) {
        return None;
    }
    if counted
        && matches!(follower, "people" | "percent" | "million" | "billion")
        && previous != "in"
    {
        return None;
    }
    if cx.is(
        end,
        &[
            "km", "miles", "metres", "meters", "feet", "dollars", "euros", "pounds", "tonnes",
            "tons", "hours",
        ],
    ) || cx.lower(end) == "-"
        && cx.touches_next(at + named)
        && cx.is_word(end + 1)
        && !introduced
        || !introduced && named_by_number(cx, at)
    {
        return None;
    }
    let days = placed(calendar::years(number, number));
    let mut reading = Reading::of_days(at, end, days, Grain::Year, Anchor::Absolute);
    reading.parts.year = Some(number);
    Some(reading)
}

/// "Flight 2010", "Windows 2000", "Expo 2020": the number belongs to a name.
fn named_by_number(cx: &Context<'_>, at: usize) -> bool {
    if matches!(
        cx.before(at),
        "flight" | "route" | "highway" | "room" | "no" | "number" | "#" | "article" | "model"
    ) {
        return true;
    }
    let Some(previous) = at.checked_sub(1) else {
        return false;
    };
    !cx.headline
        && previous > 0
        && cx.is_word(previous)
        && cx.capitalised(previous)
        && !matches!(cx.lower(previous), "us" | "u.s." | "uk" | "eu" | "un")
        && words::weekday(cx.lower(previous)).is_none()
        && words::season(cx.lower(previous)).is_none()
}

/// "1990s", "'90s", "the mid-1980s"
fn decade(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let apostrophe = usize::from(matches!(cx.lower(at), "'" | "‘" | "`"));
    let (number, length) = cx.digits(at + apostrophe)?;
    let plural = cx.touches_next(at + apostrophe) && cx.is(at + apostrophe + 1, &["s", "'s"]);
    if !plural || number % 10 != 0 {
        return None;
    }
    let first = match (length, apostrophe) {
        (4, 0) if (1500..=2090).contains(&number) => number,
        (2, 1) => 1900 + number,
        _ => return None,
    };
    let span = if first % 100 == 0 && first < 1900 {
        99
    } else {
        9
    };
    let days = placed(calendar::years(first, first + span));
    let mut reading = Reading::of_days(
        at,
        at + apostrophe + 2,
        days,
        Grain::Decade,
        Anchor::Absolute,
    );
    reading.parts.year = Some(first);
    Some(reading)
}

/// "19th century", "the twentieth century" is left to people.
fn century(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (number, _) = cx.digits(at)?;
    let suffix = cx.touches_next(at) && cx.is(at + 1, &["st", "nd", "rd", "th"]);
    let dash = usize::from(cx.lower(at + 2) == "-");
    if !suffix || cx.lower(at + 2 + dash) != "century" || !(1..=21).contains(&number) {
        return None;
    }
    let days = placed(calendar::years((number - 1) * 100 + 1, number * 100));
    let mut reading = Reading::of_days(at, at + 3 + dash, days, Grain::Decade, Anchor::Absolute);
    reading.parts.word = Some(cx.words(at, at + 3));
    Some(reading)
}

/// "fiscal 2012", "fiscal year 2012", "FY2012": no two of them begin in one month, so half a year of slack in front.
fn fiscal(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if !cx.is(at, &["fiscal", "financial", "fy"]) {
        return None;
    }
    let number_at = at + 1 + usize::from(cx.lower(at + 1) == "year");
    if number_at == at + 1 && cx.lower(at) == "financial" {
        return None;
    }
    let number = year_number(cx, number_at)?;
    let days = (|| {
        Some((
            Date::new(number.checked_sub(1)?, 7, 1).ok()?,
            Date::new(number.checked_add(1)?, 3, 31).ok()?,
        ))
    })();
    let mut reading = Reading::of_days(
        at,
        number_at + 1,
        placed(days),
        Grain::Year,
        Anchor::Absolute,
    );
    reading.parts.year = Some(number);
    reading.parts.word = Some("fiscal".to_owned());
    Some(reading)
}

/// Months of a season in the year that it begins in.
pub(super) fn season_of(lower: &str, year: i16) -> Option<(Date, Date)> {
    let (first, last) = words::season(lower)?;
    let last_year = if last.0 < first.0 {
        year.checked_add(1)?
    } else {
        year
    };
    Some((
        Date::new(year, first.0, first.1).ok()?,
        Date::new(last_year, last.0, last.1).ok()?,
    ))
}

/// "summer 2015", "the summer of 2015", "in the spring"
fn season(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let word = cx.lower(at);
    words::season(word)?;
    let of = cx.lower(at + 1) == "of";
    if let Some((year, end)) = year_after(cx, at + 1) {
        // Winter 2015 may have begun in 2014.
        let days = match word {
            "winter" | "wintertime" => calendar::years(year, year).and_then(|(first, _)| {
                Some((calendar::add_days(first, -31)?, season_of(word, year)?.1))
            }),
            _ => season_of(word, year),
        };
        let mut reading = Reading::of_days(at, end, placed(days), Grain::Quarter, Anchor::Absolute);
        reading.parts.year = Some(year);
        reading.parts.word = Some(word.to_owned());
        return Some(reading);
    }
    let in_the = cx.before(at) == "the"
        && at >= 2
        && cx.is(at - 2, &["in", "during", "over", "until", "since", "by"]);
    if !in_the || of || cx.is_word(at + 1) && words::reads_as_counted(cx.lower(at + 1)) {
        return None;
    }
    let days = cx.published.and_then(|published| {
        let candidates =
            (-1..=1).filter_map(|shift| season_of(word, published.year().checked_add(shift)?));
        calendar::nearest(candidates, published, cx.direction(at, at + 1))
    });
    let mut reading = Reading::of_days(at, at + 1, placed(days), Grain::Quarter, Anchor::Published);
    reading.parts.word = Some(word.to_owned());
    Some(reading)
}

/// "third quarter of 2014", "third-quarter", "Q3 2015", "first half of last year"
fn part_of_year(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let (number, length, mut end) = if cx.lower(at) == "q" && cx.touches_next(at) {
        (cx.digits(at + 1)?.0, 3, at + 2)
    } else {
        let (number, next) = match words::ordinal_word(cx.lower(at)) {
            Some(number) => (i16::from(number), at + 1),
            None if cx.touches_next(at) && cx.is(at + 1, &["st", "nd", "rd", "th"]) => {
                (cx.digits(at)?.0, at + 2)
            }
            None => return None,
        };
        let next = next + usize::from(cx.lower(next) == "-");
        match cx.lower(next) {
            "quarter" => (number, 3, next + 1),
            "half" => (number, 6, next + 1),
            _ => return None,
        }
    };
    let number = i8::try_from(number)
        .ok()
        .filter(|n| (1..=12 / length).contains(n))?;
    let mut year = None;
    let mut anchor = Anchor::Absolute;
    let relative = end + usize::from(cx.lower(end) == "of");
    if let Some((found, after)) = year_after(cx, end) {
        (year, end) = (Some(found), after);
    } else if cx.is(relative, &["this", "last", "next"]) && cx.lower(relative + 1) == "year" {
        let shift = match cx.lower(relative) {
            "this" => 0,
            "last" => -1,
            _ => 1,
        };
        year = cx
            .published
            .and_then(|published| published.year().checked_add(shift));
        anchor = Anchor::Published;
        end = relative + 2;
    } else if length == 6 {
        return None; // a half without its year is one of a match
    }
    let days = year.map_or(Days::Unplaced, |year| {
        let first = (number - 1) * length + 1;
        placed((|| {
            let (first, _) = calendar::month(year, first)?;
            Some((
                first,
                calendar::add_months(first, i32::from(length) - 1)?.last_of_month(),
            ))
        })())
    });
    let mut reading = Reading::of_days(at, end, days, Grain::Quarter, anchor);
    reading.parts.year = year.filter(|_| anchor == Anchor::Absolute);
    reading.parts.word = Some(cx.words(at, end));
    Some(reading)
}
