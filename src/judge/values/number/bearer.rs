//! Whose age a number is.

use super::super::super::pair::{Pair, Told};
use super::Given;
use crate::{FactKind, FactValue, Span};

/// Whether two ages are of one person: the name or noun that they stand with is the same.
pub(super) fn is_same(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    match (bearer(pair.a, a), bearer(pair.b, b)) {
        (Some(x), Some(y)) => x == y,
        _ => a.quantity.counted.is_some() && a.quantity.counted == b.quantity.counted,
    }
}

/// The entity whose name stands nearest to an age.
fn bearer(told: &Told<'_>, given: &Given<'_>) -> Option<usize> {
    let names = told
        .claim
        .facts
        .iter()
        .filter(|fact| fact.kind != FactKind::Place);
    let distance = |span: Span| {
        let own = given.fact.span;
        if span.start >= own.end {
            span.start - own.end
        } else {
            own.start.saturating_sub(span.end)
        }
    };
    names
        .filter_map(|fact| match &fact.value {
            FactValue::Name(name) => Some((distance(fact.span), name.entity)),
            _ => None,
        })
        .filter(|(distance, _)| *distance <= BESIDE)
        .min()
        .map(|(_, entity)| entity)
}

/// Most bytes between a name and the age of who bears it: ", a teacher at the village school, ".
const BESIDE: usize = 30;
