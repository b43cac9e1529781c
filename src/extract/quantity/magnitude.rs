//! How strong an earthquake was.

use super::hedge::{self, Rounding};
use super::number::number;
use super::reading::{Found, quantity};
use super::unit::unit_behind;
use super::words::Words;
use crate::{Interval, Measure, Quantity};

/// "magnitude 7.0", "7.0-magnitude", "a magnitude of 6.1", "measuring 6.1", "6.1 on the Richter scale", "a 5.9 earthquake".
pub(super) fn magnitude(words: Words<'_>, at: usize) -> Option<Found> {
    let named = words.lower(at) == "magnitude";
    let number_at = if named {
        at + 1 + usize::from(words.is_tie(at + 1) || matches!(words.lower(at + 1), "of" | "at"))
    } else {
        at
    };
    let number =
        number(words, number_at).filter(|n| n.digits && (0.0..=10.0).contains(&n.value))?;
    let tie = usize::from(words.is_tie(number.end));
    let behind = number.end + tie;
    let (start, end) = if named {
        (at, number.end)
    } else if words.lower(behind) == "magnitude" {
        (at, behind + 1)
    } else if is_of_a_quake(words, at, behind, number.step) {
        (at, number.end)
    } else {
        return None;
    };
    let (low, high) = hedge::rounded(number.value, number.step, Rounding::Measured);
    Some(Found {
        start,
        end,
        quantity: Quantity {
            interval: Interval {
                low: Some(low),
                high: Some(high),
            },
            ..quantity(Measure::Magnitude, number.value)
        },
    })
}

/// Whether the words around a bare number make it a magnitude. It stands at `at`; `behind` is one past it and its hyphen.
fn is_of_a_quake(words: Words<'_>, at: usize, behind: usize, step: f64) -> bool {
    let decimal = step < 1.0;
    let strength = usize::from(words.lower(behind) == "strength");
    let unitless = unit_behind(words, behind, 1.0, true).is_none();
    words.follows(behind, &["on", "the", "richter"])
        || words.before(at, 1) == "at" && words.before(at, 2) == "magnitude"
        || decimal && is_quake(words.lower(behind + strength))
        || decimal && unitless && words.before(at, 1) == "measuring"
}

fn is_quake(word: &str) -> bool {
    matches!(
        word,
        "quake" | "earthquake" | "tremor" | "temblor" | "aftershock"
    )
}
