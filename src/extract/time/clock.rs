//! Times of day: "2:53 p.m. local time", "10am", "1400 GMT", "noon", "9 o'clock", and zones.

use super::context::Context;
use super::hour::{is_hour, minutes};
use super::reading::{Clock, Reading};
use super::words::{self, Zone};
use crate::Grain;
use crate::fact::part_of_day;

/// A time of day that starts at `at`, with its zone.
pub(super) fn clock(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let mut reading = named_hour(cx, at)
        .or_else(|| past_the_hour(cx, at))
        .or_else(|| figures(cx, at))
        .or_else(|| hour_word(cx, at))?;
    if let Some((zone, end)) = zone(cx, reading.end) {
        reading.zone = Some(zone);
        reading.end = end;
        if let Some(clock) = &mut reading.clock {
            clock.either_half &= zone == Zone::Local;
        }
    }
    Some(reading)
}

/// A clock reading of one minute, or of an hour for whole hours in words or figures.
fn reading(start: usize, end: usize, minutes: i32, grain: Grain, either_half: bool) -> Reading {
    let length = if grain == Grain::Hour { 59 } else { 0 };
    let clock = Clock {
        from: minutes,
        to: minutes + length,
        either_half,
        part_of_day: false,
    };
    let mut reading = Reading::of_clock(start, end, clock, grain);
    reading.parts.clock = i16::try_from(minutes).ok();
    reading
}

/// "noon", "12 noon", "midday", "midnight"
fn named_hour(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let word_at = at + usize::from(cx.lower(at) == "12");
    match cx.lower(word_at) {
        "noon" | "midday" => Some(reading(at, word_at + 1, 12 * 60, Grain::Hour, false)),
        "midnight" => {
            // Nobody can tell which end of the day "midnight on Sunday" is.
            let mut midnight = reading(at, word_at + 1, 0, Grain::Hour, false);
            if let Some(clock) = &mut midnight.clock {
                clock.to = 24 * 60;
            }
            Some(midnight)
        }
        _ => None,
    }
}

/// "half past nine", "a quarter to 10 p.m.", "twenty past six"
fn past_the_hour(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let article = usize::from(cx.lower(at) == "a");
    let (shift, next) = match (cx.lower(at + article), cx.lower(at + article + 1)) {
        ("half", "past") if article == 0 => (30, at + 2),
        ("quarter", "past" | "after") => (15, at + article + 2),
        ("quarter", "to" | "before") => (-15, at + article + 2),
        _ => {
            let (minutes, length) = minutes(cx, at)?;
            match cx.lower(at + length) {
                "past" => (minutes, at + length + 1),
                // "won twenty to six" is a score
                "to" if ["at", "about", "around", "by", "until", "from"]
                    .contains(&cx.before(at)) =>
                {
                    (-minutes, at + length + 1)
                }
                _ => return None,
            }
        }
    };
    let hour = hour_number(cx, next)?;
    let (half, end) =
        half_of_day(cx, next + 1).map_or((None, next + 1), |(half, end)| (Some(half), end));
    let minutes = in_half(hour, half)? * 60 + shift;
    Some(reading(
        at,
        end,
        minutes.rem_euclid(24 * 60),
        Grain::Minute,
        half.is_none(),
    ))
}

/// 1 to 12 in figures or words.
fn hour_number(cx: &Context<'_>, at: usize) -> Option<i32> {
    let hour = match cx.digits(at) {
        Some((number, length)) if length <= 2 => i32::from(number),
        Some(_) => return None,
        None if cx.is(at, &["a", "an"]) => return None,
        None => words::number_word(cx.lower(at))?,
    };
    (1..=12).contains(&hour).then_some(hour)
}

/// "nine o'clock", "9 o'clock", "nine p.m.", "at nine on Monday"
fn hour_word(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let hour = hour_number(cx, at)?;
    if cx.is(at + 1, &["o'clock"]) {
        let (half, end) =
            half_of_day(cx, at + 2).map_or((None, at + 2), |(half, end)| (Some(half), end));
        return Some(reading(
            at,
            end,
            in_half(hour, half)? * 60,
            Grain::Hour,
            half.is_none(),
        ));
    }
    let Some((half, end)) = half_of_day(cx, at + 1) else {
        return is_hour(cx, at).then(|| reading(at, at + 1, hour * 60, Grain::Hour, true));
    };
    Some(reading(
        at,
        end,
        in_half(hour, Some(half))? * 60,
        Grain::Hour,
        false,
    ))
}

/// Which half of the day "a.m." or "in the evening" means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// "p.m.", "pm", "p.m", "in the morning", and where it ends.
fn half_of_day(cx: &Context<'_>, at: usize) -> Option<(Half, usize)> {
    let half = match cx.lower(at) {
        "am" | "a.m." | "a.m" => Half::Morning,
        "pm" | "p.m." | "p.m" => Half::Afternoon,
        "in" if cx.lower(at + 1) == "the" => {
            let half = match cx.lower(at + 2) {
                "morning" => Half::Morning,
                "afternoon" | "evening" => Half::Afternoon,
                _ => return None,
            };
            return Some((half, at + 3));
        }
        _ => return None,
    };
    // "I am": a verb follows a number only by accident ("the 12 am ..."), but "pm" and "am" want no apostrophe either.
    let point = cx.is(at, &["a.m", "p.m"]) && cx.touches_next(at) && cx.lower(at + 1) == ".";
    Some((half, at + 1 + usize::from(point)))
}

/// The hour on the 24-hour clock.
fn in_half(hour: i32, half: Option<Half>) -> Option<i32> {
    match half {
        None => (0..24).contains(&hour).then_some(hour),
        Some(_) if !(1..=12).contains(&hour) => (13..24).contains(&hour).then_some(hour),
        Some(Half::Morning) => Some(hour % 12),
        Some(Half::Afternoon) => Some(hour % 12 + 12),
    }
}

/// "2:53 p.m.", "10 am", "7.40 BST", "1400 GMT", "12:00", "19:56:30"
fn figures(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if cx.touches_previous(at) && ["$", "£", "€", "/", ":"].contains(&cx.before(at)) {
        return None;
    }
    let word = cx.lower(at);
    let (hour, minute, separator) = parse_figures(word)?;
    let mut end = at + 1;
    if separator == Some(':')
        && cx.are(end, &[":"])
        && cx.touches_next(at)
        && cx.digits(end + 1).is_some()
    {
        end += 2; // seconds
    }
    let half = half_of_day(cx, end);
    let zoned = zone(cx, end);
    if let Some((half, after)) = half {
        let grain = if separator.is_none() && word.len() <= 2 {
            Grain::Hour
        } else {
            Grain::Minute
        };
        return Some(reading(
            at,
            after,
            in_half(hour, Some(half))? * 60 + minute,
            grain,
            false,
        ));
    }
    let hours = cx.is(end, &["hours", "hrs"]) && word.len() == 4 && separator.is_none();
    let end = end + usize::from(hours);
    match separator {
        Some(':') => {
            let early = (1..=12).contains(&hour) && !word.starts_with('0');
            let plain = word.len() >= 4 && is_time_here(cx, at);
            (zoned.is_some() || plain).then(|| {
                reading(
                    at,
                    end,
                    hour * 60 + minute,
                    Grain::Minute,
                    early && zoned.is_none(),
                )
            })
        }
        Some(_) => zoned.map(|_| reading(at, end, hour * 60 + minute, Grain::Minute, false)),
        None if word.len() == 4 => (zoned.is_some()
            || hours && cx.is(at.wrapping_sub(1), &["at", "about", "around", "by"]))
        .then(|| reading(at, end, hour * 60 + minute, Grain::Minute, false)),
        None => zoned
            .filter(|(zone, _)| *zone != Zone::Local)
            .map(|_| reading(at, end, hour * 60, Grain::Hour, false)),
    }
}

/// Hour and minute of "2:53", "7.40", "1400", "10".
fn parse_figures(word: &str) -> Option<(i32, i32, Option<char>)> {
    let separator = word.chars().find(|c| !c.is_ascii_digit());
    let (hour, minute) = match separator {
        Some(mark @ (':' | '.')) => word.split_once(mark)?,
        Some(_) => return None,
        None if word.len() == 4 => word.split_at(2),
        None => (word, "00"),
    };
    let plain = |field: &str| {
        !field.is_empty() && field.len() <= 2 && field.bytes().all(|b| b.is_ascii_digit())
    };
    if !plain(hour) || !plain(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute, separator))
}

/// Whether "2:53" without "p.m." or a zone is a time of day rather than a race, a ratio or a verse.
fn is_time_here(cx: &Context<'_>, at: usize) -> bool {
    let introduced = [
        "",
        "at",
        "around",
        "about",
        "by",
        "before",
        "after",
        "until",
        "till",
        "from",
        "since",
        "to",
        "between",
        "and",
        "-",
        "–",
        ",",
        "(",
        "approximately",
        "past",
    ];
    introduced.contains(&cx.before(at))
        && !cx.is(
            at + 1,
            &["in", "win", "lead", "victory", "of", "per", "ratio"],
        )
}

/// "GMT", "local time", "Eastern time", "Baghdad time", "(GMT)" after a clock time, and where it ends.
fn zone(cx: &Context<'_>, at: usize) -> Option<(Zone, usize)> {
    if cx.lower(at) == "local" && cx.lower(at + 1) == "time" {
        return Some((Zone::Local, at + 2));
    }
    let raw = cx.raw(at);
    let capitals = raw.chars().all(|c| c.is_ascii_uppercase() || c == '.');
    if let Some(zone) = words::zone(cx.lower(at)).filter(|_| capitals) {
        return Some(match shift(cx, at + 1) {
            Some((minutes, end)) if zone == Zone::Fixed(0) => (Zone::Fixed(minutes), end),
            _ => (zone, at + 1 + usize::from(cx.lower(at + 1) == "time")),
        });
    }
    if !cx.capitalised(at) {
        return None;
    }
    let named = match cx.lower(at) {
        "eastern" => Zone::UnitedStates(-300),
        "central" => Zone::UnitedStates(-360),
        "mountain" => Zone::UnitedStates(-420),
        "pacific" => Zone::UnitedStates(-480),
        "greenwich" if cx.lower(at + 1) == "mean" => return Some((Zone::Fixed(0), at + 3)),
        _ => Zone::Local,
    };
    let middle = usize::from(cx.is(at + 1, &["standard", "daylight", "summer"]));
    if cx.lower(at + 1 + middle) == "time" {
        return Some((named, at + 2 + middle));
    }
    // "2 p.m. Eastern", "9 a.m. Baghdad time", "9 p.m. New York time"
    if named != Zone::Local {
        return (cx.is(at, &["eastern", "pacific"]) && !cx.capitalised(at + 1))
            .then_some((named, at + 1));
    }
    (cx.capitalised(at + 1) && cx.lower(at + 2) == "time").then_some((named, at + 3))
}

/// "+3", "-5:30" after GMT or UTC, in minutes.
fn shift(cx: &Context<'_>, at: usize) -> Option<(i16, usize)> {
    let sign = match cx.lower(at) {
        "+" => 1,
        "-" | "–" | "−" => -1,
        _ => return None,
    };
    if !cx.touches_next(at) || !cx.touches_previous(at) {
        return None;
    }
    let (hours, minutes, _) = parse_figures(cx.lower(at + 1))?;
    let total = i16::try_from(hours * 60 + minutes).ok()?;
    (hours <= 14).then_some((sign * total, at + 2))
}

/// "morning", "early afternoon", "the early hours": a part of the day that starts at `at`.
///
/// Read only beside a day, after "in the", or after "this"; the caller sees to that.
pub(super) fn day_part(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let modified = usize::from(cx.is(at, &["early", "late", "mid"]));
    let mut word_at = at + modified;
    if modified == 1 && cx.lower(word_at) == "-" {
        word_at += 1;
    }
    let mut end = word_at + 1;
    let mut word = cx.lower(word_at);
    if cx.are(at, &["early", "hours"]) || cx.are(at, &["small", "hours"]) {
        (word, end) = ("early hours", at + 2);
    } else if cx.are(at, &["pre", "-", "dawn"]) {
        (word, end) = ("predawn", at + 3);
    }
    let (from, to) = part_of_day(word)?;
    let clock = Clock {
        from: i32::from(from),
        to: i32::from(to),
        either_half: false,
        part_of_day: true,
    };
    let mut reading = Reading::of_clock(at, end, clock, Grain::PartOfDay);
    reading.parts.word = Some(word.to_owned());
    Some(reading)
}
