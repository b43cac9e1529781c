//! Numbers that belong to the calendar, the clock or the telephone, and are no quantities.

use super::words::Words;
use super::{number, ordinal};

/// Bare numbers in this range are taken for years.
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2040.0;
/// Bare numbers in this range are years only after "in", "since" and the like.
const OLD_YEARS: std::ops::RangeInclusive<f64> = 1000.0..=2100.0;

/// Whether a word names a month; "may" only where written with a capital.
pub(super) fn is_month(words: Words<'_>, at: usize) -> bool {
    match words.lower(at).trim_end_matches('.') {
        "may" | "march" => words.capitalised(at),
        "january" | "february" | "april" | "june" | "july" | "august" | "september" | "october"
        | "november" | "december" | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug"
        | "sep" | "sept" | "oct" | "nov" | "dec" => true,
        _ => false,
    }
}

/// Whether the number in digits at `at..end` is a day of a month, a year or a clock time.
pub(super) fn is_calendar(words: Words<'_>, at: usize, end: usize, value: f64) -> bool {
    let whole = value.fract() == 0.0;
    is_clock(words, end, value)
        || whole && (is_day(words, at, end, value) || is_year(words, at, end, value))
}

fn is_day(words: Words<'_>, at: usize, end: usize, value: f64) -> bool {
    if !(1.0..=31.0).contains(&value) {
        return false;
    }
    let point = usize::from(words.before(at, 1) == ".");
    let month_before = at > point && is_month(words, at - 1 - point);
    let suffix = usize::from(
        matches!(words.lower(end), "st" | "nd" | "rd" | "th") && words.touches_previous(end),
    );
    let of = usize::from(words.lower(end + suffix) == "of");
    let month_behind = is_month(words, end + suffix + of) && words.capitalised(end + suffix + of);
    // "May 5-7", "5-7 May", "May 5 and 6"
    let range =
        |from: usize| words.is_dash(from) && words.is_digits(from + 1) && is_month(words, from + 2);
    let after_day = at >= 3
        && (words.is_dash(at - 1) || matches!(words.lower(at - 1), "and" | "to" | "or"))
        && words.is_digits(at - 2)
        && is_month(words, at - 3);
    month_before || month_behind || range(end) || after_day
}

fn is_clock(words: Words<'_>, end: usize, value: f64) -> bool {
    if !(0.0..=2400.0).contains(&value) {
        return false;
    }
    match words.lower(end) {
        "a.m." | "p.m." | "a.m" | "p.m" | "am" | "pm" | "o'clock" | "gmt" | "utc" | "est"
        | "edt" | "pst" | "pdt" => true,
        "o" => words.lower(end + 1) == "'",
        _ => false,
    }
}

fn is_year(words: Words<'_>, at: usize, end: usize, value: f64) -> bool {
    if end != at + 1 || words.raw(at).len() != 4 || !OLD_YEARS.contains(&value) {
        return false;
    }
    let after_cue = matches!(
        words.before(at, 1),
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "before"
            | "after"
            | "during"
            | "from"
            | "circa"
            | "early"
            | "late"
            | "mid"
            | "summer"
            | "winter"
            | "spring"
            | "autumn"
            | "fall"
            | "year"
    ) || at > 0 && is_month(words, at - 1)
        || words.before(at, 1) == "," && words.is_digits(at.saturating_sub(2));
    after_cue || YEARS.contains(&value)
}

/// "1990s", "'90s", "80s": a decade, or an age to the ten.
pub(super) fn is_decade(words: Words<'_>, at: usize) -> bool {
    words.is_digits(at)
        && words.raw(at).ends_with('0')
        && words.touches_next(at)
        && matches!(words.lower(at + 1), "s" | "'s")
}

/// A date, a telephone number, a clock time or another run of digits with inner signs that begins at `at`;
/// gives where it ends.
pub(super) fn coded(words: Words<'_>, at: usize) -> Option<usize> {
    if !words.is_digits(at) || words.touches_previous(at) && !words.is_sign(at - 1) {
        return None;
    }
    if words.raw(at).contains(':') || words.raw(at).matches('.').count() > 1 {
        return Some(at + 1);
    }
    let mut end = at + 1;
    let mut pieces = 1;
    while words.touches_previous(end)
        && (words.is_dash(end) || words.lower(end) == "/")
        && words.touches_next(end)
        && words.is_digits(end + 1)
    {
        pieces += 1;
        end += 2;
    }
    let slash = words.lower(at + 1) == "/";
    let (first, second) = (words.raw(at), words.raw(at + 2));
    let telephone = pieces == 2 && first.len() == 3 && second.len() == 4;
    // "4-1/2" is a number, "1/2" a fraction; "9/11", "24/7" and a blood pressure of "100/65" are neither
    let mixed = number::number(words, at).is_some_and(|number| number.end == end);
    let known = matches!((first, second), ("9", "11") | ("24", "7"));
    let coded = slash && (known || !mixed && ordinal::fraction(words, at).is_none());
    (pieces > 2 && !mixed || telephone || coded).then_some(end)
}
