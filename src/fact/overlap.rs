//! Whether two times can be one: `2:53 p.m. EST` and `19:53 GMT` are, `Sunday` and `Monday` are not.

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::{Anchor, Grain, TimeValue};

/// Most that two clocks on earth that show the same hour can be apart from one another's zone.
const FARTHEST_ZONES: SignedDuration = SignedDuration::from_hours(26);

/// Clock times without a day that are this near, in minutes, may be one time told roughly.
const ROUGHLY: i16 = 30;

impl TimeValue {
    /// Whether some moment fits both: `Some(false)` when the two cannot be one time, `None` when that cannot be told.
    ///
    /// Two times on the calendar are compared as intervals, shifted by their zones when both name one. Without that,
    /// only what both sides name is compared (year, month, day, weekday, time of day).
    ///
    /// `None` in particular when a clock time with a zone meets one without, unless they lie more than a day apart.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> Option<bool> {
        if self.is_placed() && other.is_placed() {
            return self.intervals_meet(other);
        }
        self.parts_agree(other)
    }

    fn is_placed(&self) -> bool {
        self.anchor != Anchor::Unresolved && (self.earliest.is_some() || self.latest.is_some())
    }

    fn intervals_meet(&self, other: &Self) -> Option<bool> {
        let by_clock = self.grain <= Grain::PartOfDay || other.grain <= Grain::PartOfDay;
        match (self.parts.offset, other.parts.offset) {
            (Some(a), Some(b)) => Some(meet(self.shifted(a), other.shifted(b))),
            (None, None) => Some(meet(self.bounds(), other.bounds())),
            _ if !by_clock => Some(meet(self.bounds(), other.bounds())),
            _ => {
                let (low, high) = self.bounds();
                let low = low.and_then(|moment| moment.checked_sub(FARTHEST_ZONES).ok());
                let high = high.and_then(|moment| moment.checked_add(FARTHEST_ZONES).ok());
                if meet((low, high), other.bounds()) {
                    None
                } else {
                    Some(false)
                }
            }
        }
    }

    fn bounds(&self) -> (Option<DateTime>, Option<DateTime>) {
        (self.earliest, self.latest)
    }

    /// The interval in UTC.
    fn shifted(&self, offset: i16) -> (Option<DateTime>, Option<DateTime>) {
        let shift = SignedDuration::from_mins(i64::from(offset));
        let utc = |moment: Option<DateTime>| moment.map(|m| m.checked_sub(shift).unwrap_or(m));
        (utc(self.earliest), utc(self.latest))
    }

    /// Compares what both sides name; `None` when they name nothing in common.
    fn parts_agree(&self, other: &Self) -> Option<bool> {
        let (a, b) = (&self.parts, &other.parts);
        if a.loose || b.loose {
            return None;
        }
        // Named parts of a range or a period bound it, they do not place it.
        let mut agreed = None;
        let calendar = [
            named(a.year, b.year),
            named(a.month.map(i16::from), b.month.map(i16::from)),
            named(a.day.map(i16::from), b.day.map(i16::from)),
            named(a.weekday.map(i16::from), b.weekday.map(i16::from)),
        ];
        for same in calendar.into_iter().flatten() {
            if !same {
                return Some(false);
            }
            agreed = Some(true);
        }
        match (a.clock, b.clock) {
            (Some(x), Some(y)) => match self.clocks_agree(x, other, y) {
                Some(true) => Some(true),
                other => other,
            },
            _ => match (self.window(), other.window()) {
                (Some((a_from, a_to)), Some((b_from, b_to))) if agreed.is_some() => {
                    Some(a_from <= b_to && b_from <= a_to)
                }
                _ => agreed,
            },
        }
    }

    fn clocks_agree(&self, mine: i16, other: &Self, theirs: i16) -> Option<bool> {
        let (mine, theirs) = match (self.parts.offset, other.parts.offset) {
            (Some(a), Some(b)) => (mine - a, theirs - b),
            (None, None) => (mine, theirs),
            _ => return None,
        };
        let apart = (i32::from(mine) - i32::from(theirs)).rem_euclid(24 * 60);
        let apart = apart.min(24 * 60 - apart);
        let coarse = self.grain.max(other.grain) > Grain::Minute;
        match apart {
            0 => Some(true),
            _ if apart > i32::from(ROUGHLY) && !(coarse && apart < 60) => Some(false),
            _ if coarse => Some(true),
            _ => None,
        }
    }

    /// Minutes of the day that the words allow, from the clock or from the part of the day.
    fn window(&self) -> Option<(i16, i16)> {
        match self.parts.clock {
            Some(clock) if self.parts.offset.is_none() => Some((clock, clock)),
            Some(_) => None,
            None => part_of_day(self.parts.word.as_deref()?),
        }
    }
}

fn named(a: Option<i16>, b: Option<i16>) -> Option<bool> {
    Some(a? == b?)
}

type Bounds = (Option<DateTime>, Option<DateTime>);

/// Whether two intervals share a moment; a missing end is open.
fn meet(a: Bounds, b: Bounds) -> bool {
    let before = |end: Option<DateTime>, start: Option<DateTime>| matches!((end, start), (Some(end), Some(start)) if end < start);
    !before(a.1, b.0) && !before(b.1, a.0)
}

/// First and last minute of a part of the day, from the midnight before; "night" runs into the next day.
///
/// Generous, because "evening" begins where the writer says it does.
pub(crate) fn part_of_day(lower: &str) -> Option<(i16, i16)> {
    let hours = match lower {
        "morning" | "mornings" => (0, 12),
        "early hours" | "small hours" | "predawn" => (0, 8),
        "dawn" | "daybreak" | "sunrise" => (3, 9),
        "lunchtime" | "midday" => (11, 15),
        "afternoon" => (12, 19),
        "evening" => (16, 24),
        "dusk" | "nightfall" | "sunset" => (15, 23),
        "night" => (17, 30),
        _ => return None,
    };
    Some((hours.0 * 60, hours.1 * 60 - 1))
}
