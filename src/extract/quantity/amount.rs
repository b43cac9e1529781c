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
        return one_and_more(words, at);
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
    } else if is_bare_degrees(words, behind) {
        found.unit = Unit {
            measure: Measure::Temperature,
            name: None,
            factor: 1.0,
        };
        found.end = behind + 1;
    }
    Some(found)
}

/// "a year and four months", "an hour and a half": "a year" alone is no amount.
fn one_and_more(words: Words<'_>, at: usize) -> Option<Amount> {
    if !matches!(words.lower(at), "a" | "an") {
        return None;
    }
    let unit = unit::unit_behind(words, at + 1, 1.0, false)
        .filter(|unit| unit.unit.measure == Measure::Duration)?;
    let mut found = Amount {
        value: 1.0,
        step: 1.0,
        scale: 1.0,
        unit: unit.unit,
        vague: None,
        digits: false,
        attributive: false,
        number_end: at + 1,
        end: unit.end,
    };
    compound(words, &mut found);
    and_a_half(words, &mut found);
    (found.end > unit.end).then_some(found)
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
        && (0..words.len()).any(|t| {
            matches!(
                words.lower(t),
                "temperature" | "temperatures" | "warmer" | "colder" | "hotter" | "heat"
            )
        })
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
