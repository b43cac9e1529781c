//! Percentages and fractions as parts of a whole: "half" and "48 per cent".

use crate::{Interval, Measure, Quantity};

/// The part of a whole that a percentage or a fraction is, 0 to 1. A fraction in words is rough beside a percentage: "half" is said of
/// 45 to 55 per cent.
pub(super) fn share(quantity: &Quantity) -> Option<Interval> {
    let (low, high) = match quantity.measure {
        Measure::Percent => (0.01, 0.01),
        Measure::Fraction => (1.0 - FRACTION, 1.0 + FRACTION),
        _ => return None,
    };
    Some(Interval {
        low: quantity.interval.low.map(|value| value * low),
        high: quantity.interval.high.map(|value| value * high),
    })
}

/// How far off a fraction may be, as a share of itself.
const FRACTION: f64 = 0.1;

/// The value that is named, of a share in hundredths.
pub(super) fn nominal(quantity: &Quantity) -> Option<f64> {
    match quantity.measure {
        Measure::Fraction => quantity.nominal.map(|value| value * 100.0),
        _ => quantity.nominal,
    }
}
