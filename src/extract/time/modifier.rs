//! Words that narrow a time: "early 2014", "late on Sunday", "mid-November", "the end of last year", "earlier this week".

use jiff::civil::Date;

use super::calendar::{self, placed};
use super::context::Context;
use super::reading::{Clock, Days, Reading};
use crate::Grain;

/// Which end of a period a word picks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Modifier {
    Early,
    Middle,
    Late,
    /// "earlier": up to publication.
    Earlier,
    /// "later": from publication on.
    Later,
}

/// A modifier at `at`, and where the time that it narrows starts.
pub(super) fn modifier(cx: &Context<'_>, at: usize) -> Option<(Modifier, usize)> {
    let modifier = match cx.lower(at) {
        "early" | "beginning" | "start" => Modifier::Early,
        "mid" | "middle" => Modifier::Middle,
        "late" | "end" => Modifier::Late,
        "earlier" => Modifier::Earlier,
        "later" => Modifier::Later,
        _ => return None,
    };
    let noun = cx.is(at, &["beginning", "start", "middle", "end"]);
    let mut next = at + 1;
    match (noun, cx.lower(next)) {
        (true, "of") => next += 1,
        (true, _) => return None,
        (false, "-" | "on" | "in" | "–") => next += 1,
        (false, _) => {}
    }
    next += usize::from(cx.lower(next) == "the");
    Some((modifier, next))
}

/// Puts a modifier that starts at `start` on a reading.
pub(super) fn narrow(
    cx: &Context<'_>,
    modifier: Modifier,
    start: usize,
    mut reading: Reading,
) -> Option<Reading> {
    let word = cx.words(start, reading.start).replace(" -", "");
    reading.start = start;
    if matches!(reading.days, Days::Unnamed) {
        return None;
    }
    if reading.grain <= Grain::Day {
        let window = match modifier {
            Modifier::Early => Some((0, 11 * 60 + 59)),
            Modifier::Middle => Some((9 * 60, 16 * 60)),
            Modifier::Late => Some((15 * 60, 24 * 60 - 1)),
            Modifier::Earlier | Modifier::Later => None,
        };
        if let (None, Some((from, to))) = (reading.clock, window) {
            reading.clock = Some(Clock {
                from,
                to,
                either_half: false,
                part_of_day: true,
            });
            reading.grain = Grain::PartOfDay;
            if reading.parts.word.is_none() {
                reading.parts.word = Some(word);
            }
        }
        return Some(reading);
    }
    if let Days::Placed(first, last) = reading.days {
        let now = cx.published;
        reading.days = placed(match modifier {
            Modifier::Early => share(first, last, 0, 5),
            Modifier::Middle => share(first, last, 3, 9),
            Modifier::Late => share(first, last, 7, 12),
            Modifier::Earlier => Some((first, now.map_or(last, |now| now.clamp(first, last)))),
            Modifier::Later => Some((now.map_or(first, |now| now.clamp(first, last)), last)),
        });
    }
    let relative = reading.parts.word.take();
    reading.parts.word =
        Some(relative.map_or(word.clone(), |relative| format!("{word} {relative}")));
    Some(reading)
}

/// The days from `from` to `to` twelfths of a period: generous, because nobody agrees where "late 2014" begins.
fn share(first: Date, last: Date, from: i32, to: i32) -> Option<(Date, Date)> {
    if (first, last) == (first.first_of_year(), first.last_of_year()) {
        let start = calendar::add_months(first, from)?;
        return Some((start, calendar::add_months(first, to - 1)?.last_of_month()));
    }
    let days = last.since(first).ok()?.get_days() + 1;
    let start = calendar::add_days(first, days * from / 12)?;
    let end = calendar::add_days(first, (days * to + 11) / 12 - 1)?;
    Some((start, end.max(start)))
}
