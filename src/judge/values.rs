//! Typed values of two claims: numbers, times, names.

mod name;
mod number;
mod time;

use super::pair::{Findings, Pair};

/// Compares all typed values of a pair.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = number::compare(pair);
    found.add(time::compare(pair));
    found.add(name::compare(pair));
    found
}
