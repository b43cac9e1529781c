//! A number with its unit: money, shares, measures, or a plain count.
//!
//! ```text
//! "$2.6 million" -> 2,600,000 USD     "6 feet 2 inches" -> 1.88 m     "hundreds" -> 200..999
//! ```

use super::number::{self, Number};
use super::unit::{self, Unit};
use super::vague;
use super::words::Words;
use crate::Measure;

/// A number with its unit, before hedges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// In the written unit.
    pub value: f64,
    /// Worth of the last written digit, in the written unit.
    pub step: f64,
    /// Factor of a scale word.
    pub scale: f64,
    pub unit: Unit,
    /// What a vague word allows ("dozens"), in the written unit.
    pub vague: Option<(f64, f64)>,
    /// Whether digit characters are in it.
    pub digits: bool,
    /// Whether the unit hangs on the number by a hyphen: "three-day".
    pub attributive: bool,
    /// One past the number, before the unit.
    pub number_end: usize,
    /// One past the unit.
    pub end: usize,
}

/// The amount at `at`, if one starts there.
pub(super) fn amount(words: Words<'_>, at: usize) -> Option<Amount> {
    let sign = usize::from(is_minus_before_currency(words, at));
    if let Some(currency) = unit::currency_before(words, at + sign) {
        let mut found = plain(words, currency.end).or_else(|| {
            // "$-5"
            words
                .is_hyphen(currency.end)
                .then(|| plain(words, currency.end + 1))?
        })?;
        if sign == 1 {
            found.value = -found.value;
        }
        found.unit = currency.unit;
        money_scale(words, &mut found);
        swallow_repeated_currency(words, &mut found);
        return Some(found);
    }
    let Some(mut found) = plain(words, at) else {
        return part_of_unit(words, at)
            .or_else(|| one_and_more(words, at))
            .or_else(|| twice(words, at));
    };
    let tied = words.is_tie(found.end);
    let behind = found.end + usize::from(tied);
    let behind = behind + usize::from(found.vague.is_some() && words.lower(behind) == "of");
    if !tied && is_million_of(words, behind) {
        found.value *= 1e6;
        found.step *= 1e6;
        found.end = behind + 1;
        found.number_end = found.end;
        return Some(found);
    }
    if let Some(unit) = unit::unit_behind(words, behind, found.scale, found.digits) {
        found.unit = unit.unit;
        found.end = unit.end;
        found.attributive = tied;
        compound(words, &mut found);
        and_a_half(words, &mut found);
    } else {
        let degrees = is_bare_degrees(words, behind);
        if degrees || is_below_zero(words, at) {
            found.unit = Unit {
                measure: Measure::Temperature,
                name: None,
                factor: 1.0,
            };
            found.end = behind + usize::from(degrees);
        }
    }
    Some(found)
}

/// "a year and four months", "an hour and a half": "a year" alone is no amount.
fn one_and_more(words: Words<'_>, at: usize) -> Option<Amount> {
    let one = one_unit(words, at).filter(|one| one.unit.measure == Measure::Duration)?;
    let mut found = one;
    compound(words, &mut found);
    and_a_half(words, &mut found);
    (found.end > one.end).then_some(found)
}

/// "a kilometre", "a full minute": an amount only behind a hedge, "nearly a kilometre". "Over a year" may be "in the course of a year".
pub(super) fn one_unit(words: Words<'_>, at: usize) -> Option<Amount> {
    if !matches!(words.lower(at), "a" | "an") || words.before(at, 1) == "over" {
        return None;
    }
    let behind = at + 1 + usize::from(matches!(words.lower(at + 1), "full" | "whole"));
    let unit = unit::unit_behind(words, behind, 1.0, false).filter(|unit| is_measure(unit.unit))?;
    // "about a year ago" is a day, "a mile-long queue" no mile
    let dated = matches!(
        words.lower(unit.end),
        "ago" | "earlier" | "later" | "before"
    );
    (!dated && !words.is_tie(unit.end)).then(|| spelled_out(1.0, unit, behind))
}

/// "half an hour", "half a ton", "a quarter of a percentage point", "a half-hour", "a quarter point" (of interest).
fn part_of_unit(words: Words<'_>, at: usize) -> Option<Amount> {
    let part_at = at + usize::from(words.lower(at) == "a");
    let part = match words.lower(part_at) {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    let mut next = part_at + 1;
    let tied = words.is_tie(next);
    next += usize::from(tied || words.lower(next) == "of");
    let article = matches!(words.lower(next), "a" | "an");
    next += usize::from(article);
    let found = match unit::unit_behind(words, next, 1.0, false) {
        Some(unit) => unit,
        None if words.lower(next) == "point" => unit::Found {
            unit: Unit {
                measure: Measure::PercentagePoints,
                name: None,
                factor: 1.0,
            },
            end: next + 1,
        },
        None => return None,
    };
    // "half of percent", "in the half year", "the first quarter mile post": without an article only what is often said so
    let said = article || tied || matches!(words.lower(next), "hour" | "mile" | "point");
    let period = tied && matches!(words.lower(next), "year" | "time");
    (is_measure(found.unit) && said && !period).then(|| spelled_out(part, found, next))
}

/// "hit twice": two times, but "twice as many", "twice a week" are none.
fn twice(words: Words<'_>, at: usize) -> Option<Amount> {
    let next = words.lower(at + 1);
    let is_factor = matches!(
        next,
        "as" | "the"
            | "that"
            | "this"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "my"
            | "your"
            | "what"
            | "more"
            | "over"
    );
    let is_rate = matches!(
        next,
        "a" | "an" | "each" | "every" | "per" | "daily" | "weekly" | "monthly" | "yearly"
    );
    if words.lower(at) != "twice" || is_factor || is_rate || words.is_tie(at + 1) {
        return None;
    }
    let unit = unit::Found {
        unit: Unit::COUNT,
        end: at + 1,
    };
    Some(spelled_out(2.0, unit, at + 1))
}

/// Whether halves of a unit are told, and one of it: not of money, which comes in coins.
fn is_measure(unit: Unit) -> bool {
    matches!(
        unit.measure,
        Measure::Length
            | Measure::Area
            | Measure::Volume
            | Measure::Mass
            | Measure::Duration
            | Measure::PercentagePoints
    )
}

/// An amount without digits, whose unit starts at `unit_at`.
fn spelled_out(value: f64, unit: unit::Found, unit_at: usize) -> Amount {
    Amount {
        value,
        step: value,
        scale: 1.0,
        unit: unit.unit,
        vague: None,
        digits: false,
        attributive: false,
        number_end: unit_at,
        end: unit.end,
    }
}

/// "two years and a half"
fn and_a_half(words: Words<'_>, found: &mut Amount) {
    let behind = [0, 1, 2].map(|step| words.lower(found.end + step));
    if found.unit.measure == Measure::Duration && behind == ["and", "a", "half"] {
        found.value += 0.5;
        found.step = 0.5;
        found.end += 3;
    }
}

fn is_minus_before_currency(words: Words<'_>, at: usize) -> bool {
    words.is_dash(at) && words.touches_next(at) && !words.touches_previous(at)
}

/// A number or a vague word, without unit.
fn plain(words: Words<'_>, at: usize) -> Option<Amount> {
    let (number, vague) = if let Some(found) = vague::vague(words, at) {
        let number = Number {
            value: found.low,
            step: 1.0,
            digits: false,
            scale: found.low,
            end: found.end,
        };
        (number, Some((found.low, found.high)))
    } else {
        (number::number(words, at)?, None)
    };
    Some(Amount {
        value: number.value,
        step: number.step,
        scale: number.scale,
        unit: Unit::COUNT,
        vague,
        digits: number.digits,
        attributive: false,
        number_end: number.end,
        end: number.end,
    })
}

/// "$5m", "£3b": letters that are scales only after a currency.
fn money_scale(words: Words<'_>, found: &mut Amount) {
    let scale = match words.lower(found.end) {
        "m" | "mil" | "mm" => 1e6,
        "b" | "bn" => 1e9,
        "tn" => 1e12,
        _ => return,
    };
    found.value *= scale;
    found.step *= scale;
    found.scale *= scale;
    found.end += 1;
    found.number_end = found.end;
}

/// "$15 USD", "$3 million dollars".
fn swallow_repeated_currency(words: Words<'_>, found: &mut Amount) {
    let behind = found.end;
    if let Some(again) = unit::unit_behind(words, behind, found.scale, found.digits)
        && again.unit.measure == Measure::Money
        && unit::currency_before(words, behind)
            .is_none_or(|next| number::number(words, next.end).is_none())
    {
        found.unit = again.unit;
        found.end = again.end;
    }
}

/// "5m people": the letter stands for million when a plural follows, for metres otherwise.
fn is_million_of(words: Words<'_>, at: usize) -> bool {
    let next = words.lower(at + 1);
    words.lower(at) == "m"
        && words.touches_previous(at)
        && (next == "people" || next.len() > 3 && next.ends_with('s') && !next.ends_with("ss"))
}

/// "98 degrees" is a temperature where the sentence speaks of one; the scale is not told.
fn is_bare_degrees(words: Words<'_>, at: usize) -> bool {
    matches!(words.lower(at), "degree" | "degrees" | "deg" | "°")
        && speaks_of(
            words,
            &[
                "temperature",
                "temperatures",
                "warmer",
                "colder",
                "hotter",
                "heat",
            ],
        )
}

/// "temperatures of minus 20"
fn is_below_zero(words: Words<'_>, at: usize) -> bool {
    words.lower(at) == "minus" && speaks_of(words, &["temperature", "temperatures"])
}

fn speaks_of(words: Words<'_>, any: &[&str]) -> bool {
    (0..words.len()).any(|at| any.contains(&words.lower(at)))
}

/// "6 feet 2 inches", "6-foot-4", "two hours and 15 minutes", "15 dollars and 50 cents".
fn compound(words: Words<'_>, found: &mut Amount) {
    let whole = found.unit;
    if !matches!(
        whole.measure,
        Measure::Length | Measure::Mass | Measure::Duration | Measure::Money
    ) {
        return;
    }
    for _ in 0..2 {
        let joint = words.lower(found.end);
        let skip = usize::from(matches!(joint, "and" | ",") || words.is_tie(found.end));
        let at = found.end + skip;
        let Some(part) = number::number(words, at) else {
            return;
        };
        let feet = whole.name == Some("m") && (0.3..0.31).contains(&whole.factor);
        let behind = part.end + usize::from(words.is_tie(part.end));
        let (unit, end) = if feet && words.lower(behind) == "in" {
            (
                Unit {
                    factor: 0.0254,
                    ..whole
                },
                behind + 1,
            )
        } else if feet && words.is_tie(found.end) && part.value < 12.0 {
            (
                Unit {
                    factor: 0.0254,
                    ..whole
                },
                part.end,
            )
        } else if let Some(unit) = unit::unit_behind(words, behind, 1.0, part.digits) {
            (unit.unit, unit.end)
        } else {
            return;
        };
        if unit.measure != whole.measure
            || unit.name != whole.name
            || unit.factor >= whole.factor
            || part.value * unit.factor >= whole.factor
        {
            return;
        }
        let ratio = unit.factor / whole.factor;
        found.value += part.value * ratio;
        found.step = part.step * ratio;
        found.end = end;
    }
}
