//! Belief that a clash of words or values is a conflict.
//!
//! Most differences are none: another toll, another speaker, another day. What tells is learned from labelled stories:
//! boosted trees over the signs of the clash itself and over how much else the two claims share. `training/judge/train.py`
//! makes the model; `data/NOTICE.md` tells on what.

use std::sync::LazyLock;

use super::pair::{Clash, Pair};
use crate::trees::Trees;
use crate::{ConflictKind, FactValue, Strength};

/// Names of the figures that the model reads, in order.
pub const FIGURES: [&str; 32] = [
    "kind.number",
    "kind.date_time",
    "kind.place",
    "kind.name",
    "kind.polarity",
    "kind.antonym",
    "kind.modality",
    "kind.quote",
    "signs.thing",
    "signs.event",
    "signs.gap",
    "signs.others",
    "signs.near",
    "signs.hard",
    "pair.score",
    "pair.cover_of_better",
    "pair.cover_of_worse",
    "pair.shorter",
    "pair.longer",
    "pair.speakers",
    "pair.headlines",
    "pair.modality_differs",
    "pair.polarity_differs",
    "pair.names_shared",
    "pair.names_apart",
    "pair.fits",
    "pair.guards",
    "pair.clashes",
    "group.claims",
    "group.articles",
    "pair.sentence_share",
    "pair.quoted",
];

static MODEL: LazyLock<Trees> = LazyLock::new(|| {
    Trees::parse(include_str!("../../data/judge/conflict.txt"), FIGURES.len()).unwrap_or_default()
});

/// What surrounds a clash.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    pub(super) fits: usize,
    pub(super) guards: usize,
    pub(super) clashes: usize,
    pub(super) group_claims: usize,
    pub(super) group_articles: usize,
}

/// The figures of a clash, in the order of [`FIGURES`]; the same from both sides.
pub(super) fn figures(pair: &Pair<'_>, clash: &Clash, around: Surroundings) -> Vec<f32> {
    let kinds = [
        ConflictKind::Number,
        ConflictKind::DateTime,
        ConflictKind::Place,
        ConflictKind::Name,
        ConflictKind::Polarity,
        ConflictKind::Antonym,
        ConflictKind::Modality,
        ConflictKind::Quote,
    ];
    let mut row: Vec<f32> = kinds
        .iter()
        .map(|kind| f32::from(*kind == clash.kind))
        .collect();
    let signs = clash.signs;
    row.extend([
        signs.thing,
        signs.event,
        signs.gap,
        signs.others,
        signs.near,
    ]);
    row.push(f32::from(clash.strength == Strength::Hard));
    let (a, b) = (pair.a, pair.b);
    let (x, y) = (
        a.covered_by(b, [&[clash.a], &[clash.b]]),
        b.covered_by(a, [&[clash.b], &[clash.a]]),
    );
    let (p, q) = (a.content.len() as f32, b.content.len() as f32);
    row.extend([pair.score as f32, x.max(y), x.min(y), p.min(q), p.max(q)]);
    row.push(speakers(pair));
    row.push(f32::from(
        u8::from(a.claim.headline) + u8::from(b.claim.headline),
    ));
    row.push(f32::from(a.claim.modality != b.claim.modality));
    row.push(f32::from(a.claim.polarity != b.claim.polarity));
    let (ours, theirs) = (entities(pair, true), entities(pair, false));
    let shared = ours.iter().filter(|entity| theirs.contains(entity)).count();
    row.push(shared as f32);
    row.push((ours.len().min(theirs.len()) - shared.min(ours.len().min(theirs.len()))) as f32);
    row.extend([
        around.fits as f32,
        around.guards as f32,
        around.clashes as f32,
    ]);
    row.extend([around.group_claims as f32, around.group_articles as f32]);
    let share = |told: &super::pair::Told<'_>| {
        told.claim.span.len() as f32 / told.sentence.span.len().max(1) as f32
    };
    row.push(share(a).min(share(b)));
    let quoted = [a, b].iter().any(|told| {
        told.claim
            .facts
            .iter()
            .any(|fact| matches!(fact.value, FactValue::Quotation(_)))
    });
    row.push(f32::from(quoted));
    row
}

/// Belief of the model, 0 to 1.
pub(super) fn belief(figures: &[f32]) -> f64 {
    1.0 / (1.0 + f64::from(-MODEL.log_odds(figures)).exp())
}

/// 1 for one speaker, -1 for two, 0 when the articles themselves say both, -0.5 when one side has a speaker.
fn speakers(pair: &Pair<'_>) -> f32 {
    match (&pair.a.claim.speaker, &pair.b.claim.speaker) {
        (None, None) => 0.0,
        (Some(x), Some(y)) => {
            let same = x.name == y.name || x.entity.is_some() && x.entity == y.entity;
            if same { 1.0 } else { -1.0 }
        }
        _ => -0.5,
    }
}

fn entities(pair: &Pair<'_>, first: bool) -> Vec<usize> {
    let told = if first { pair.a } else { pair.b };
    let facts = told.claim.facts.iter();
    let mut found: Vec<usize> = facts
        .filter_map(|fact| match &fact.value {
            FactValue::Name(name) => Some(name.entity),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_parses() {
        assert_ne!(*MODEL, Trees::default());
    }
}
