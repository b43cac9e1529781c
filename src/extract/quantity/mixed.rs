//! Fractions behind whole numbers, in whatever way they were set.
//!
//! ```text
//! "4 1/2 miles"  "a 4-1/2-month term"  "41/2 months"  "3½ hours"
//! ```

use super::number::Number;
use super::words::Words;

/// "4 1/2 miles", "a 4-1/2-month term": a fraction typed behind a whole number, with its end.
pub(super) fn typed_fraction(words: Words<'_>, whole: &Number) -> Option<(f64, usize)> {
    if !whole.digits || whole.scale != 1.0 || whole.value.fract() != 0.0 {
        return None;
    }
    let at = whole.end + usize::from(words.is_tie(whole.end));
    let sign = at + 1;
    let written_as_one = words.lower(sign) == "/"
        && words.touches_previous(sign)
        && words.touches_next(sign)
        && (at > whole.end || !words.touches_previous(at));
    let part = part(words.lower(at), words.lower(at + 2))?;
    written_as_one.then_some((part, at + 3))
}

/// "41/2 months" for 4½: a whole number whose fraction, set small once, ran into it.
pub(super) fn run_together(words: Words<'_>, at: usize) -> Option<Number> {
    let (whole, numerator) = words.raw(at).split_at_checked(words.raw(at).len() - 1)?;
    let slash = at + 1;
    let written_as_one = words.lower(slash) == "/"
        && words.touches_previous(slash)
        && words.touches_next(slash)
        && words.lower(slash + 2) != "/";
    let unit_at = at + 3 + usize::from(words.is_tie(at + 3));
    let unit = words.lower(unit_at);
    let measured = words.is_word(unit_at)
        && (unit.ends_with('s')
            || matches!(
                unit,
                "per" | "percent" | "foot" | "feet" | "inch" | "million" | "billion"
            ));
    if !written_as_one || !measured || whole.is_empty() || whole.len() > 2 {
        return None;
    }
    let whole: f64 = whole.parse().ok()?;
    Some(Number {
        value: whole + part(numerator, words.lower(at + 2))?,
        step: 0.1,
        digits: true,
        scale: 1.0,
        end: at + 3,
    })
}

/// The worth of a typed fraction.
fn part(numerator: &str, denominator: &str) -> Option<f64> {
    Some(match (numerator, denominator) {
        ("1", "2") => 0.5,
        ("1", "4") => 0.25,
        ("3", "4") => 0.75,
        ("1", "3") => 1.0 / 3.0,
        ("2", "3") => 2.0 / 3.0,
        _ => return None,
    })
}

/// The worth of a fraction that is one character.
pub(super) fn vulgar(raw: &str) -> Option<f64> {
    Some(match raw {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}
