//! Calendar arithmetic: where a month, a weekday or "three weeks ago" falls. Total: what falls off the calendar is `None`.

use jiff::civil::{Date, Weekday};

use super::reading::Days;
use super::words::Unit;
use crate::Grain;

/// Whether the sentence looks back or ahead at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    Unclear,
}

/// Days either side of publication within which a date without a year is taken to fall, whatever the tense.
const NEAR: i32 = 60;

pub(super) fn add_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()
}

pub(super) fn add_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_months(months).ok()?)
        .ok()
}

/// The whole month.
pub(super) fn month(year: i16, month: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.last_of_month()))
}

/// The years `first..=last`.
pub(super) fn years(first: i16, last: i16) -> Option<(Date, Date)> {
    Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
}

pub(super) fn placed(days: Option<(Date, Date)>) -> Days {
    days.map_or(Days::Unplaced, |(first, last)| Days::Placed(first, last))
}

/// Distance in days from `published` to the nearest day of `first..=last`; negative in the past.
fn distance(published: Date, first: Date, last: Date) -> i32 {
    let days = |a: Date, b: Date| b.since(a).map_or(i32::MAX, |span| span.get_days());
    if published < first {
        days(published, first)
    } else if published > last {
        -days(last, published)
    } else {
        0
    }
}

/// The best of the candidates: the nearest when one is near, otherwise by tense, otherwise the nearest.
pub(super) fn nearest(
    candidates: impl IntoIterator<Item = (Date, Date)>,
    published: Date,
    direction: Direction,
) -> Option<(Date, Date)> {
    candidates.into_iter().min_by_key(|&(first, last)| {
        let days = distance(published, first, last);
        let against = match direction {
            Direction::Past => days > NEAR.min(31),
            Direction::Future => days < -NEAR.min(31),
            Direction::Unclear => false,
        };
        (against, days.abs())
    })
}

/// The named month nearest to publication; a month of past tense is not one to come.
pub(super) fn month_near(
    number: i8,
    published: Date,
    direction: Direction,
) -> Option<(Date, Date)> {
    let candidates: Vec<_> = (-1..=1)
        .filter_map(|shift| month(published.year().checked_add(shift)?, number))
        .filter(|&(first, last)| match direction {
            Direction::Past => first <= published,
            Direction::Future => last >= published,
            Direction::Unclear => distance(published, first, last) <= NEAR,
        })
        .collect();
    nearest(candidates, published, Direction::Unclear)
}

/// The day of a month nearest to publication; a weekday, when one is named, picks the year.
pub(super) fn day_near(
    number: i8,
    day: i8,
    weekday: Option<i8>,
    published: Date,
    direction: Direction,
) -> Option<(Date, Date)> {
    // Twelve years reach every 29 February, also across a century that skips one.
    let all: Vec<Date> = (-12..=12)
        .filter_map(|shift| Date::new(published.year().checked_add(shift)?, number, day).ok())
        .collect();
    let near = |date: &&Date| (i32::from(date.year()) - i32::from(published.year())).abs() <= 1;
    let fits =
        |date: &&Date| weekday.is_none_or(|named| date.weekday().to_monday_one_offset() == named);
    let mut chosen: Vec<Date> = all.iter().filter(near).filter(fits).copied().collect();
    if chosen.is_empty() {
        chosen = all.iter().filter(near).copied().collect();
    }
    if chosen.is_empty() {
        chosen = all;
    }
    nearest(chosen.into_iter().map(|d| (d, d)), published, direction)
}

/// The weekday nearest to publication: up to and with that day, or from that day on for what is to come.
pub(super) fn weekday_near(weekday: i8, published: Date, direction: Direction) -> Option<Date> {
    let today = published.weekday().to_monday_one_offset();
    let back = i32::from((today - weekday).rem_euclid(7));
    match direction {
        Direction::Future => add_days(published, (7 - back) % 7),
        _ => add_days(published, -back),
    }
}

/// The weekday in the week (Monday to Sunday) that lies `weeks` after the week of publication.
pub(super) fn weekday_of_week(weekday: i8, published: Date, weeks: i32) -> Option<Date> {
    let today = published.weekday().to_monday_one_offset();
    add_days(published, weeks * 7 + i32::from(weekday - today))
}

/// The `ordinal`th weekday of a month; -1 is the last.
pub(super) fn nth_weekday(year: i16, month: i8, ordinal: i8, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1)
        .ok()?
        .nth_weekday_of_month(ordinal, weekday)
        .ok()
}

/// The period of `unit` that lies `count` after the one of publication: "last month" is -1.
pub(super) fn period(unit: Unit, count: i32, published: Date) -> Option<(Date, Date)> {
    match unit {
        Unit::Minute | Unit::Hour => None,
        Unit::Day => add_days(published, count).map(|day| (day, day)),
        Unit::Week | Unit::Fortnight => {
            let monday = weekday_of_week(1, published, count)?;
            let length = if unit == Unit::Week { 6 } else { 13 };
            Some((monday, add_days(monday, length)?))
        }
        Unit::Weekend => {
            let saturday = weekday_of_week(6, published, count)?;
            Some((saturday, add_days(saturday, 1)?))
        }
        Unit::Month => {
            let day = add_months(published.first_of_month(), count)?;
            Some((day, day.last_of_month()))
        }
        Unit::Quarter => {
            let first = Date::new(published.year(), (published.month() - 1) / 3 * 3 + 1, 1).ok()?;
            let first = add_months(first, count.checked_mul(3)?)?;
            Some((first, add_months(first, 2)?.last_of_month()))
        }
        Unit::Year => {
            let year = published.year().checked_add(i16::try_from(count).ok()?)?;
            years(year, year)
        }
        Unit::Decade | Unit::Century => {
            let length = if unit == Unit::Decade { 10 } else { 100 };
            let shift = i16::try_from(count).ok()?.checked_mul(length)?;
            let first = (published.year() / length * length).checked_add(shift)?;
            years(first, first.checked_add(length - 1)?)
        }
    }
}

/// `count` units before (negative) or after publication, give or take half a unit: "a year ago" is no exact day.
pub(super) fn distant(unit: Unit, count: i32, published: Date) -> Option<(Date, Date)> {
    let around =
        |middle: Date, slack: i32| Some((add_days(middle, -slack)?, add_days(middle, slack)?));
    match unit {
        Unit::Minute | Unit::Hour => None,
        Unit::Day => add_days(published, count).map(|day| (day, day)),
        Unit::Week | Unit::Weekend => around(add_days(published, count.checked_mul(7)?)?, 3),
        Unit::Fortnight => around(add_days(published, count.checked_mul(14)?)?, 3),
        Unit::Month => around(add_months(published, count)?, 15),
        Unit::Quarter => around(add_months(published, count.checked_mul(3)?)?, 45),
        Unit::Year => around(add_months(published, count.checked_mul(12)?)?, 183),
        Unit::Decade => around(add_months(published, count.checked_mul(120)?)?, 1826),
        Unit::Century => around(add_months(published, count.checked_mul(1200)?)?, 18262),
    }
}

/// How fine a unit is.
pub(super) fn grain(unit: Unit) -> Grain {
    match unit {
        Unit::Minute => Grain::Minute,
        Unit::Hour => Grain::Hour,
        Unit::Day => Grain::Day,
        Unit::Week | Unit::Weekend | Unit::Fortnight => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Year => Grain::Year,
        Unit::Decade | Unit::Century => Grain::Decade,
    }
}
