//! Words that count without a number: "several", "dozens", "tens of thousands", "both".

use super::number::scale_of;
use super::words::Words;

/// Least and greatest count that a word stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Vague {
    pub low: f64,
    pub high: f64,
    pub end: usize,
}

/// What writers mean by each word, as the widest reading that readers accept.
mod reading {
    pub(super) const COUPLE: (f64, f64) = (2.0, 3.0);
    pub(super) const PAIR: (f64, f64) = (2.0, 2.0);
    pub(super) const FEW: (f64, f64) = (2.0, 9.0);
    pub(super) const SEVERAL: (f64, f64) = (3.0, 10.0);
    pub(super) const DOZENS: (f64, f64) = (24.0, 99.0);
    pub(super) const SCORES: (f64, f64) = (40.0, 199.0);
    pub(super) const TENS: (f64, f64) = (20.0, 99.0);
    pub(super) const HUNDREDS: (f64, f64) = (200.0, 999.0);
    /// Used for anything short of a hundred thousand.
    pub(super) const THOUSANDS: (f64, f64) = (2_000.0, 99_999.0);
    pub(super) const MILLIONS: (f64, f64) = (2e6, 999e6);
    pub(super) const BILLIONS: (f64, f64) = (2e9, 999e9);
    pub(super) const TRILLIONS: (f64, f64) = (2e12, 999e12);
    /// "a dozen" is seldom counted out.
    pub(super) const A_DOZEN: (f64, f64) = (10.0, 14.0);
    /// "half a dozen"
    pub(super) const HALF_A_DOZEN: (f64, f64) = (5.0, 7.0);
}

/// The vague count at `at`.
pub(super) fn vague(words: Words<'_>, at: usize) -> Option<Vague> {
    let next = words.lower(at + 1);
    let of = |length: usize| words.lower(at + length) == "of";
    let (range, length) = match words.lower(at) {
        "a" if next == "couple" => (reading::COUPLE, 2 + usize::from(of(2))),
        "a" if next == "pair" && of(2) => (reading::PAIR, 3),
        "a" if next == "few" && words.lower(at + 2) != "of" => (reading::FEW, 2),
        "a" if next == "handful" && of(2) => (reading::FEW, 3),
        "a" if next == "dozen" => (reading::A_DOZEN, 2),
        "half" if next == "a" && words.lower(at + 2) == "dozen" => (reading::HALF_A_DOZEN, 3),
        "a" if next == "half" && words.lower(at + 2) == "dozen" => (reading::HALF_A_DOZEN, 3),
        "half" if words.is_tie(at + 1) && words.lower(at + 2) == "dozen" => {
            (reading::HALF_A_DOZEN, 3)
        }
        "several" => (reading::SEVERAL, 1),
        "dozens" => (reading::DOZENS, 1),
        "scores" if of(1) && !is_result(words, at) => (reading::SCORES, 1),
        "tens" if of(1) => (reading::TENS, 1),
        "hundreds" => (reading::HUNDREDS, 1),
        "thousands" => (reading::THOUSANDS, 1),
        "millions" => (reading::MILLIONS, 1),
        "billions" => (reading::BILLIONS, 1),
        "trillions" => (reading::TRILLIONS, 1),
        _ => return None,
    };
    Some(scaled(words, range, at + length))
}

/// "scores of 71 and 68" are results, "scores of people" are many.
fn is_result(words: Words<'_>, at: usize) -> bool {
    words.is_digits(at + 2)
}

/// "several hundred", "a few dozen", "tens of thousands".
fn scaled(words: Words<'_>, (low, high): (f64, f64), end: usize) -> Vague {
    if let Some(scale) = scale_of(words.lower(end)) {
        return Vague {
            low: low * scale,
            high: high * scale,
            end: end + 1,
        };
    }
    let plural = words.lower(end + 1);
    if words.lower(end) == "of"
        && let Some(scale) = plural.strip_suffix('s').and_then(scale_of)
        && plural != "dozens"
        && scale > high / 10.0
    {
        return Vague {
            low: low * scale,
            high: (high + 1.0) * scale - 1.0,
            end: end + 2,
        };
    }
    Vague { low, high, end }
}
