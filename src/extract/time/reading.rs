//! What was read at one place of the sentence, before it becomes a fact.

use jiff::civil::{Date, DateTime, Time};

use super::words::Zone;
use crate::{Anchor, Grain, TimeParts, TimeValue};

/// Times of one phrase: a calendar part, a clock part, or both.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// First token.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    pub(super) days: Days,
    pub(super) clock: Option<Clock>,
    pub(super) parts: TimeParts,
    pub(super) grain: Grain,
    pub(super) anchor: Anchor,
    pub(super) bound: Bound,
    pub(super) zone: Option<Zone>,
}

/// The calendar part of a [`Reading`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Days {
    /// The words name no day: "10 a.m."
    Unnamed,
    /// The words name one, and nothing says which: "Sunday" without a date of publication.
    Unplaced,
    /// First and last day, both inclusive.
    Placed(Date, Date),
}

/// The clock part of a [`Reading`], in minutes after midnight of its (last) day; may run into the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) from: i32,
    /// Inclusive.
    pub(super) to: i32,
    /// "10:30" without "a.m.", "p.m." or a zone: could be twelve hours later.
    pub(super) either_half: bool,
    /// "morning" rather than "10 a.m."
    pub(super) part_of_day: bool,
}

/// How words before a time bound it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    None,
    About,
    ShortlyBefore,
    ShortlyAfter,
    Before,
    /// "by", "until": the time itself included.
    Until,
    After,
    /// "since": the time itself included.
    Since,
}

/// How far "about 10:00" reaches to each side, and "shortly after" to one: minutes.
const ABOUT_CLOCK: i32 = 30;
const SHORTLY: i32 = 60;
const DAY: i32 = 24 * 60;

impl Reading {
    /// A calendar reading of the tokens `start..end`.
    pub(super) fn of_days(
        start: usize,
        end: usize,
        days: Days,
        grain: Grain,
        anchor: Anchor,
    ) -> Self {
        Self {
            start,
            end,
            days,
            clock: None,
            parts: TimeParts::default(),
            grain,
            anchor: if matches!(days, Days::Placed(..)) {
                anchor
            } else {
                Anchor::Unresolved
            },
            bound: Bound::None,
            zone: None,
        }
    }

    /// A clock reading of the tokens `start..end`.
    pub(super) fn of_clock(start: usize, end: usize, clock: Clock, grain: Grain) -> Self {
        Self {
            clock: Some(clock),
            ..Self::of_days(start, end, Days::Unnamed, grain, Anchor::Unresolved)
        }
    }

    /// The value that the words stand for.
    pub(super) fn value(&self) -> TimeValue {
        let mut parts = self.parts.clone();
        parts.offset = self.zone.and_then(|zone| offset(zone, self.days));
        let either_half = self.clock.is_some_and(|clock| clock.either_half);
        parts.loose = self.bound != Bound::None || either_half;
        parts.either_half = either_half;
        let (earliest, latest) = match self.days {
            Days::Placed(first, last) => self.interval(first, last),
            _ => (None, None),
        };
        let anchor = if earliest.is_none() && latest.is_none() {
            Anchor::Unresolved
        } else {
            self.anchor
        };
        TimeValue {
            earliest,
            latest,
            grain: self.grain,
            parts,
            anchor,
        }
    }

    fn interval(&self, first: Date, last: Date) -> (Option<DateTime>, Option<DateTime>) {
        let (mut from, mut to) = match self.clock {
            None => (0, DAY - 1),
            Some(clock) if clock.either_half => (clock.from, clock.to + 12 * 60),
            Some(clock) => (clock.from, clock.to),
        };
        let timed = self.clock.is_some();
        match self.bound {
            Bound::About if timed => {
                from -= ABOUT_CLOCK;
                to += ABOUT_CLOCK;
            }
            Bound::About => {
                let slack = (days_between(first, last) / 2).max(1);
                return (
                    moment(first, -slack * DAY),
                    end_moment(last, slack * DAY + DAY - 1),
                );
            }
            Bound::ShortlyBefore => {
                to = from;
                from -= if timed { SHORTLY } else { 3 * DAY };
            }
            Bound::ShortlyAfter => {
                from = to.min(if timed { from } else { to });
                to += if timed { SHORTLY } else { 3 * DAY };
            }
            // A clock time with its day stays on that day: "after 3 p.m. Monday".
            Bound::Before if timed => {
                to = from;
                from = 0;
            }
            Bound::After if timed => to = to.max(DAY - 1),
            Bound::Until if timed => from = 0,
            Bound::Since if timed => return (moment(first, from), None),
            Bound::Before => return (None, end_moment(first, -1)),
            Bound::Until => return (None, end_moment(last, to)),
            Bound::After => return (moment(last, DAY), None),
            Bound::Since => return (moment(first, from), None),
            Bound::None => {}
        }
        if from > to {
            std::mem::swap(&mut from, &mut to);
        }
        (moment(first, from), end_moment(last, to))
    }
}

fn days_between(first: Date, last: Date) -> i32 {
    last.since(first).map_or(0, |span| span.get_days())
}

/// `minutes` after the start of `date`, which may be negative or past its end.
fn moment(date: Date, minutes: i32) -> Option<DateTime> {
    date.to_datetime(Time::midnight())
        .checked_add(jiff::SignedDuration::from_mins(i64::from(minutes)))
        .ok()
}

/// The last second of a minute.
fn end_moment(date: Date, minutes: i32) -> Option<DateTime> {
    moment(date, minutes)?
        .checked_add(jiff::SignedDuration::from_secs(59))
        .ok()
}

/// Minutes from UTC; a zone with summer time needs a day to tell.
fn offset(zone: Zone, days: Days) -> Option<i16> {
    match (zone, days) {
        (Zone::Fixed(minutes), _) => Some(minutes),
        (Zone::UnitedStates(winter), Days::Placed(first, last)) => {
            let summer = summer_time(first)?;
            (summer == summer_time(last)?).then_some(if summer { winter + 60 } else { winter })
        }
        _ => None,
    }
}

/// Whether clocks in the United States stand on summer time for most of `date` (rule since 2007).
fn summer_time(date: Date) -> Option<bool> {
    use jiff::civil::Weekday::Sunday;
    let starts = Date::new(date.year(), 3, 1)
        .ok()?
        .nth_weekday_of_month(2, Sunday)
        .ok()?;
    let ends = Date::new(date.year(), 11, 1)
        .ok()?
        .nth_weekday_of_month(1, Sunday)
        .ok()?;
    Some(starts <= date && date < ends)
}
