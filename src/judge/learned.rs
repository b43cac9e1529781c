//! The learned judge of conflicts: what was read of two sentences, typed clashes, guards -> belief that they cannot both be
//! so, with the words that clash.
//!
//! The belief never stands alone: it is shown on a clash of typed values or words if there is one that the encoder points
//! at too, and otherwise on the words that the encoder points at. It adds conflicts and takes none away: of two sentences that
//! differ in a word ("survived", "died") the encoder says that they go together, for most such pairs of news do.

use std::sync::LazyLock;

use super::demands;
use super::figures::{FIGURES, demanded, figures, gravest};
use super::pair::{Clash, Findings, Pair, Signs};
use super::reading::{clashing_words, kind, probability_of, sides_pointed_at};
use crate::neural::Reading;
use crate::trees::{Trees, probability};
use crate::{ConflictKind, Strength};

static MODEL: LazyLock<Trees> = LazyLock::new(|| {
    // a model that does not parse believes nothing (a test makes sure that this one does)
    let bytes = include_bytes!("../../data/judge/conflicts.bin");
    Trees::parse(bytes, FIGURES.len()).unwrap_or_default()
});

/// Least likelihood of its kind, by what was read, for a typed clash to be shown though the encoder points elsewhere.
const LIKELY_KIND: f32 = 0.3;

/// Weight of what was only learned, against what typed values or words show and demands on them allow: with it normal sensitivity calls
/// what is believed at .6.
const LEARNED: f64 = 0.33;

/// What is believed of a pair whose sentences were read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Learned {
    /// Belief in each clash of typed values or words, 0 to 1.
    pub(super) beliefs: Vec<f64>,
    /// The clash that was read, with the belief in it, when none of the others carries it: words, or values that were doubted.
    pub(super) read: Option<(f64, Clash)>,
}

/// Judges a pair; `None` when its sentences were not read.
pub(super) fn judge(pair: &Pair<'_>, found: &Findings) -> Option<Learned> {
    let read = pair.reading.filter(|_| !pair.is_foreign())?;
    let gravest = gravest(pair, found);
    let figures = figures(pair, read, found, gravest);
    // what dies on one day is buried on another
    let other_event = gravest
        .is_some_and(|clash| clash.kind == ConflictKind::DateTime && found.doubted.contains(clash));
    let learned = if other_event || pair.is_of_others() {
        0.0
    } else {
        LEARNED * f64::from(probability(MODEL.log_odds(&figures)))
    };
    let read_as_one = gravest.map_or(0.0, |clash| demands::of_one_thing(pair, clash));
    let learned = learned.max(read_as_one);
    let carrier = gravest.filter(|clash| carries(pair, read, found, clash));
    let belief = |clash: &Clash| {
        let demanded = demands::belief(pair, clash);
        if carrier == Some(clash) {
            demanded.max(learned)
        } else {
            demanded
        }
    };
    let read = match carrier {
        Some(clash) if found.doubted.contains(clash) => {
            Some((learned, told_as_one_thing(pair, clash)))
        }
        Some(_) => None,
        None => clash(pair, read, learned).map(|clash| (learned, clash)),
    };
    Some(Learned {
        beliefs: found.clashes.iter().map(belief).collect(),
        read,
    })
}

/// Whether a typed clash is what was read: it meets the demands of its kind, its values are read as being of one thing, or the
/// encoder points at its words or kind.
fn carries(pair: &Pair<'_>, read: &Reading, found: &Findings, clash: &Clash) -> bool {
    demanded(pair, found, clash) > 0.0
        || pair.slot(clash).is_some_and(|odds| odds > 0.0)
        || probability_of(read, clash.kind) >= LIKELY_KIND
        || sides_pointed_at(pair, read, clash) == 2
}

/// A clash that a guard held back, with what speaks for it.
fn told_as_one_thing(pair: &Pair<'_>, clash: &Clash) -> Clash {
    let odds = pair.slot(clash).unwrap_or_default();
    let percent = (probability(odds) * 100.0).round();
    Clash {
        why: format!(
            "{}, and read in their sentences both are of one thing (neural judge, {percent}%)",
            clash.why
        ),
        ..clash.clone()
    }
}

/// The clash that was read.
fn clash(pair: &Pair<'_>, read: &Reading, belief: f64) -> Option<Clash> {
    let a = clashing_words(pair.a, &read.words[0])?;
    let b = clashing_words(pair.b, &read.words[1])?;
    let percent = (belief * 100.0).round();
    Some(Clash {
        kind: kind(read),
        // what is likelier none than one is not called hard
        strength: if read.hard > 0.0 && belief >= 0.5 {
            Strength::Hard
        } else {
            Strength::Soft
        },
        a,
        b,
        core: None,
        why: format!(
            "read in their sentences, \"{}\" and \"{}\" do not go together (neural judge, {percent}%)",
            pair.a.text(a),
            pair.b.text(b),
        ),
        signs: Signs::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_parses() {
        assert_ne!(*MODEL, Trees::default());
    }
}
