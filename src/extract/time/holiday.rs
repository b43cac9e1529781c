//! Named days: "Christmas Day", "New Year's Eve", "Thanksgiving", "Election Day".

use jiff::civil::Date;

use super::calendar::{self, placed};
use super::context::Context;
use super::date::year_after;
use super::reading::Reading;
use crate::{Anchor, Grain};

/// How a named day is found in a year.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, which (from 1; -1 is the last), weekday (1 = Monday).
    Nth(i8, i8, i8),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
    /// Days after Easter Sunday (Western churches).
    Easter(i32),
}

/// Lower-case words as the tokens stand in the text; longer names before their beginnings.
///
/// Left out are days that every country keeps on another date: Independence Day, Labour Day, Mother's Day.
const NAMED_DAYS: [(&[&str], Rule); 35] = [
    (&["christmas", "day"], Rule::Fixed(12, 25)),
    (&["christmas", "eve"], Rule::Fixed(12, 24)),
    (&["boxing", "day"], Rule::Fixed(12, 26)),
    (&["new", "year", "'s", "day"], Rule::Fixed(1, 1)),
    (&["new", "year", "'s", "eve"], Rule::Fixed(12, 31)),
    (&["new", "years", "day"], Rule::Fixed(1, 1)),
    (&["new", "years", "eve"], Rule::Fixed(12, 31)),
    (&["thanksgiving", "day"], Rule::Nth(11, 4, 4)),
    (&["thanksgiving"], Rule::Nth(11, 4, 4)),
    (&["election", "day"], Rule::ElectionDay),
    (&["inauguration", "day"], Rule::Fixed(1, 20)),
    (&["fourth", "of", "july"], Rule::Fixed(7, 4)),
    (&["labor", "day"], Rule::Nth(9, 1, 1)),
    (&["memorial", "day"], Rule::Nth(5, -1, 1)),
    (&["martin", "luther", "king", "day"], Rule::Nth(1, 3, 1)),
    (
        &["martin", "luther", "king", "jr", ".", "day"],
        Rule::Nth(1, 3, 1),
    ),
    (&["presidents", "'", "day"], Rule::Nth(2, 3, 1)),
    (&["presidents", "day"], Rule::Nth(2, 3, 1)),
    (&["veterans", "day"], Rule::Fixed(11, 11)),
    (&["armistice", "day"], Rule::Fixed(11, 11)),
    (&["columbus", "day"], Rule::Nth(10, 2, 1)),
    (&["halloween"], Rule::Fixed(10, 31)),
    (&["valentine", "'s", "day"], Rule::Fixed(2, 14)),
    (&["st", ".", "patrick", "'s", "day"], Rule::Fixed(3, 17)),
    (&["bastille", "day"], Rule::Fixed(7, 14)),
    (&["may", "day"], Rule::Fixed(5, 1)),
    (&["earth", "day"], Rule::Fixed(4, 22)),
    (&["april", "fools", "'", "day"], Rule::Fixed(4, 1)),
    (&["juneteenth"], Rule::Fixed(6, 19)),
    (&["father", "'s", "day"], Rule::Nth(6, 3, 7)),
    (&["good", "friday"], Rule::Easter(-2)),
    (&["easter", "sunday"], Rule::Easter(0)),
    (&["easter", "monday"], Rule::Easter(1)),
    (&["ash", "wednesday"], Rule::Easter(-46)),
    (&["palm", "sunday"], Rule::Easter(-7)),
];

/// A named day that starts at `at`, with its year when one follows.
pub(super) fn holiday(cx: &Context<'_>, at: usize) -> Option<Reading> {
    if !cx.capitalised(at) {
        return None;
    }
    let &(name, rule) = NAMED_DAYS.iter().find(|(name, _)| cx.are(at, name))?;
    let mut end = at + name.len();
    let year = year_after(cx, end);
    // "Thanksgiving dinner" is a meal, "the Labor Day weekend" three days.
    if year.is_none() && cx.is(end, &["weekend", "dinner", "season", "parade", "party"]) {
        return None;
    }
    let (days, anchor) = match (year, cx.published) {
        (Some((year, after)), _) => {
            end = after;
            (day_of(rule, year).map(|day| (day, day)), Anchor::Absolute)
        }
        (None, Some(published)) => {
            let candidates = (-1..=1).filter_map(|shift| {
                let day = day_of(rule, published.year().checked_add(shift)?)?;
                Some((day, day))
            });
            (
                calendar::nearest(candidates, published, cx.direction(at, end)),
                Anchor::Published,
            )
        }
        (None, None) => (None, Anchor::Unresolved),
    };
    let mut reading = Reading::of_days(at, end, placed(days), Grain::Day, anchor);
    reading.parts.year = year.map(|(year, _)| year);
    if let Rule::Fixed(month, day) = rule {
        reading.parts.month = Some(month);
        reading.parts.day = Some(day);
    }
    reading.parts.word = Some(name.join(" ").replace(" '", "'"));
    Some(reading)
}

fn day_of(rule: Rule, year: i16) -> Option<Date> {
    match rule {
        Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
        Rule::Nth(month, which, weekday) => calendar::nth_weekday(year, month, which, weekday),
        Rule::ElectionDay => calendar::add_days(calendar::nth_weekday(year, 11, 1, 1)?, 1),
        Rule::Easter(shift) => calendar::add_days(easter(year)?, shift),
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature in 1876.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
