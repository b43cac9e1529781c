//! Hedges before and after a number, and the values that they leave open.
//!
//! ```text
//! "at least four" -> 4..      "nearly 23,000" -> 20,700..23,500      "some 40" -> 35..45
//! ```

use super::words::Words;
use crate::{Hedge, Interval};

/// How far "about" lets a number stray, as a share of it. Reporters round to the nearest ten or five per cent.
const ABOUT_SHARE: f64 = 0.1;
/// How far below its number "nearly" may lie, as a share of it.
const NEARLY_SHARE: f64 = 0.1;
/// The most that rounding moves a number, as a share of it: "100" does not stand for 140.
const ROUNDING_SHARE: f64 = 0.05;
/// Whole numbers that end in fewer zeros than this many powers of ten are taken as exact: 40 is 40, 400 is about 400.
const ROUND_STEP: f64 = 100.0;
/// "about" leaves open at least this much around a whole number.
const ABOUT_LEAST: f64 = 1.0;
/// "about 40" is said of all that rounds to it: half of ten either way, when the number is a multiple of ten below a hundred.
const ABOUT_TENS: f64 = 5.0;

/// A hedge and where it ends (before a number) or ends (behind it).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub hedge: Hedge,
    pub end: usize,
}

/// Hedges in front of a number, longest first.
const BEFORE: [(&[&str], Hedge); 73] = [
    (&["no", "fewer", "than"], Hedge::AtLeast),
    (&["no", "less", "than"], Hedge::AtLeast),
    (&["not", "less", "than"], Hedge::AtLeast),
    (&["not", "fewer", "than"], Hedge::AtLeast),
    (&["no", "more", "than"], Hedge::AtMost),
    (&["not", "more", "than"], Hedge::AtMost),
    (&["a", "minimum", "of"], Hedge::AtLeast),
    (&["a", "maximum", "of"], Hedge::AtMost),
    (&["a", "total", "of"], Hedge::Exact),
    (&["an", "estimated"], Hedge::About),
    (&["an", "average", "of"], Hedge::About),
    (&["as", "many", "as"], Hedge::AtMost),
    (&["as", "much", "as"], Hedge::AtMost),
    (&["as", "few", "as"], Hedge::AtLeast),
    (&["as", "little", "as"], Hedge::AtLeast),
    (&["in", "excess", "of"], Hedge::MoreThan),
    (&["upwards", "of"], Hedge::MoreThan),
    (&["upward", "of"], Hedge::MoreThan),
    (&["north", "of"], Hedge::MoreThan),
    (&["greater", "than"], Hedge::MoreThan),
    (&["higher", "than"], Hedge::MoreThan),
    (&["longer", "than"], Hedge::MoreThan),
    (&["bigger", "than"], Hedge::MoreThan),
    (&["larger", "than"], Hedge::MoreThan),
    (&["well", "over"], Hedge::MoreThan),
    (&["just", "over"], Hedge::MoreThan),
    (&["slightly", "over"], Hedge::MoreThan),
    (&["a", "little", "over"], Hedge::MoreThan),
    (&["more", "than"], Hedge::MoreThan),
    (&["at", "least"], Hedge::AtLeast),
    (&["minimum", "of"], Hedge::AtLeast),
    (&["maximum", "of"], Hedge::AtMost),
    (&["at", "most"], Hedge::AtMost),
    (&["up", "to"], Hedge::AtMost),
    (&["fewer", "than"], Hedge::LessThan),
    (&["less", "than"], Hedge::LessThan),
    (&["lower", "than"], Hedge::LessThan),
    (&["smaller", "than"], Hedge::LessThan),
    (&["shorter", "than"], Hedge::LessThan),
    (&["younger", "than"], Hedge::LessThan),
    (&["older", "than"], Hedge::MoreThan),
    (&["just", "under"], Hedge::Nearly),
    (&["just", "short", "of"], Hedge::Nearly),
    (&["close", "to"], Hedge::About),
    (&["over"], Hedge::MoreThan),
    (&["above"], Hedge::MoreThan),
    (&["exceeding"], Hedge::MoreThan),
    (&["exceeds"], Hedge::MoreThan),
    (&["exceeded"], Hedge::MoreThan),
    (&["topped"], Hedge::MoreThan),
    (&["topping"], Hedge::MoreThan),
    (&["tops"], Hedge::MoreThan),
    (&["surpassed"], Hedge::MoreThan),
    (&["surpassing"], Hedge::MoreThan),
    (&["under"], Hedge::LessThan),
    (&["below"], Hedge::LessThan),
    (&["nearly"], Hedge::Nearly),
    (&["almost"], Hedge::Nearly),
    (&["about"], Hedge::About),
    (&["around"], Hedge::About),
    (&["roughly"], Hedge::About),
    (&["approximately"], Hedge::About),
    (&["some"], Hedge::About),
    (&["estimated"], Hedge::About),
    (&["circa"], Hedge::About),
    (&["approx"], Hedge::About),
    (&["approx."], Hedge::About),
    (&["probably"], Hedge::About),
    (&["perhaps"], Hedge::About),
    (&["maybe"], Hedge::About),
    (&["~"], Hedge::About),
    (&["exactly"], Hedge::Exact),
    (&["precisely"], Hedge::Exact),
];

/// The hedge that starts at `at`.
pub(super) fn before(words: Words<'_>, at: usize) -> Option<Found> {
    let first = words.lower(at);
    BEFORE
        .iter()
        .find(|(phrase, _)| phrase[0] == first && words.follows(at, phrase))
        .map(|(phrase, hedge)| Found {
            hedge: *hedge,
            end: at + phrase.len(),
        })
}

/// The hedge that follows a number at `at`: "or so", "or more", "-plus", "+".
pub(super) fn behind(words: Words<'_>, at: usize) -> Option<Found> {
    let found = |hedge, length: usize| {
        Some(Found {
            hedge,
            end: at + length,
        })
    };
    match (words.lower(at), words.lower(at + 1)) {
        ("or", "so") => found(Hedge::About, 2),
        ("give", "or") if words.lower(at + 2) == "take" => found(Hedge::About, 3),
        ("or", "more" | "greater" | "higher" | "above" | "over") => found(Hedge::AtLeast, 2),
        ("or", "older") => found(Hedge::AtLeast, 2),
        ("or", "fewer" | "less" | "under" | "younger") => found(Hedge::AtMost, 2),
        ("-", "plus") if words.is_tie(at) => found(Hedge::AtLeast, 2),
        ("-", "odd") if words.is_tie(at) => found(Hedge::About, 2),
        ("-", "ish") if words.is_tie(at) => found(Hedge::About, 2),
        ("plus", next) if !next.starts_with(|c: char| c.is_ascii_digit()) => {
            found(Hedge::AtLeast, 1)
        }
        ("+", _) if words.touches_previous(at) => found(Hedge::AtLeast, 1),
        _ => None,
    }
}

/// How a value lies between its neighbours when no hedge is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    /// A count or an amount of money: only numbers that look round are.
    Counted,
    /// Read off an instrument and perhaps converted: half of the last digit either way.
    Measured,
}

/// Values that a number allows without a hedge.
pub(super) fn rounded(value: f64, step: f64, rounding: Rounding) -> (f64, f64) {
    let slack = match rounding {
        Rounding::Counted if (1.0..ROUND_STEP).contains(&step) => 0.0,
        Rounding::Counted | Rounding::Measured => (step / 2.0).min(value.abs() * ROUNDING_SHARE),
    };
    (value - slack, value + slack)
}

/// How exact the writer was: the worth of the last digit, five of it when that is a five. Who says "roughly 141 million" knows the
/// millions; "about 150" and "about 25" are said of what lies near.
pub(super) fn grain(value: f64, step: f64) -> f64 {
    let digits = (value.abs() / step).round();
    if digits % 10.0 == 5.0 {
        5.0 * step
    } else {
        step
    }
}

/// Values that a hedged number allows. `low` and `high` are what it allows unhedged, `grain` is how exact it looks.
pub(super) fn interval(hedge: Hedge, value: f64, low: f64, high: f64, grain: f64) -> Interval {
    let size = value.abs();
    let least = if value.fract() == 0.0 && size >= 2.0 {
        ABOUT_LEAST
    } else {
        0.0
    };
    let tens = (20.0..100.0).contains(&size) && size % 10.0 == 0.0;
    let (low, high) = match hedge {
        Hedge::AtLeast => (Some(low), None),
        Hedge::MoreThan => (Some(value), None),
        Hedge::AtMost => (Some(low.min(0.0)), Some(high)),
        Hedge::LessThan => (Some(value.min(0.0)), Some(value)),
        Hedge::About => {
            let least = if tens { ABOUT_TENS } else { least };
            let slack = (size * ABOUT_SHARE).min(grain).max(least);
            (
                Some((value - slack).min(low)),
                Some((value + slack).max(high)),
            )
        }
        Hedge::Nearly => (
            Some(value - (size * NEARLY_SHARE).max(least)),
            Some(value.max(high)),
        ),
        Hedge::Exact | Hedge::Range | Hedge::Vague => (Some(low), Some(high)),
    };
    Interval { low, high }
}
