//! Words of two claims that deny, oppose or weaken each other.

mod antonym;
mod attribution;
mod modality;
mod polarity;
mod quote;

use super::pair::{Findings, Pair};

/// Compares the words of a pair.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = polarity::compare(pair);
    found.add(antonym::compare(pair));
    found.add(modality::compare(pair));
    found.add(quote::compare(pair));
    found.add(attribution::compare(pair));
    found
}
