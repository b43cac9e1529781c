//! Typed values of two claims: numbers, times, names.

mod name;
mod number;
mod spelling;
mod time;

use super::pair::{Clash, Findings, Pair};
pub(super) use number::OTHER_THING;
pub(super) use number::across::{Across, FIGURES as FIGURES_ACROSS, Grouped, across, note};
pub(super) use number::period::is_of_another_time;

/// Most clashes of one sort of values that are doubted and still kept; each costs a reading of its sentences.
const MOST_DOUBTED: usize = 1;

/// Compares all typed values of a pair.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut all = Findings::default();
    for compare in [
        number::compare,
        time::compare,
        name::compare,
        spelling::compare,
    ] {
        let mut found = compare(pair);
        keep_nearest(pair, &mut found.doubted);
        all.add(found);
    }
    all
}

/// Of clashes that are doubted keeps those whose values stand among the same words, whichever article comes first.
fn keep_nearest(pair: &Pair<'_>, doubted: &mut Vec<Clash>) {
    let texts = |clash: &Clash| {
        let (x, y) = (pair.a.text(clash.a), pair.b.text(clash.b));
        (x.min(y), x.max(y))
    };
    doubted.sort_by(|x, y| {
        let nearer = y.signs.near.total_cmp(&x.signs.near);
        nearer.then_with(|| texts(x).cmp(&texts(y)))
    });
    doubted.truncate(MOST_DOUBTED);
}
