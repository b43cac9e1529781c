//! What the learned judge of conflicts looks at: a row of figures for each pair of claims whose sentences were read.

use super::demands::{self, Shared};
use super::pair::{Clash, Findings, Pair};
use super::reading::{self, KINDS};
use crate::{ConflictKind, Polarity};

/// Names of the figures, in order.
pub const FIGURES: [&str; 44] = [
    "reading.conflict",
    "reading.same",
    "reading.hard",
    "reading.word_a",
    "reading.word_b",
    "reading.elsewhere_a",
    "reading.elsewhere_b",
    "reading.number",
    "reading.time",
    "reading.name",
    "reading.polarity",
    "reading.modality",
    "reading.attribution",
    "reading.quote",
    "reading.other",
    "clash.belief",
    "clash.count",
    "clash.better",
    "clash.worse",
    "clash.thing",
    "clash.event",
    "clash.gap",
    "clash.others",
    "clash.near",
    "clash.number",
    "clash.time",
    "clash.name",
    "clash.polarity",
    "clash.antonym",
    "clash.modality",
    "clash.quote",
    "clash.attribution",
    "clash.kind_read",
    "clash.words_read",
    "guards.count",
    "fits.count",
    "claims.better",
    "claims.worse",
    "claims.polarity",
    "claims.modality",
    "claims.speakers",
    "claims.headlines",
    "claims.fewer",
    "claims.more",
];

/// The clash of typed values or words that most looks like a conflict, if any.
pub(super) fn gravest<'a>(pair: &Pair<'_>, found: &'a Findings) -> Option<&'a Clash> {
    let weight = |clash: &Clash| {
        let read = pair
            .reading
            .map_or(0.0, |reading| reading::probability_of(reading, clash.kind));
        let shared = Shared::of(pair, clash);
        demands::belief(pair, clash) + f64::from(read + shared.better + shared.worse) / 10.0
    };
    // ties are broken by the words, whichever article comes first
    let words = |clash: &Clash| {
        let (x, y) = (pair.a.text(clash.a), pair.b.text(clash.b));
        (x.min(y), x.max(y))
    };
    found.clashes.iter().max_by(|x, y| {
        weight(x)
            .total_cmp(&weight(y))
            .then_with(|| words(y).cmp(&words(x)))
    })
}

/// The figures of a pair; `None` when its sentences were not read.
pub(super) fn figures(pair: &Pair<'_>, found: &Findings) -> Option<Vec<f32>> {
    let read = pair.reading?;
    let mut row = Vec::with_capacity(FIGURES.len());
    let words = [
        reading::heaviest(pair.a, &read.words[0]),
        reading::heaviest(pair.b, &read.words[1]),
    ];
    // which article comes first must not matter
    let pairwise = |x: f32, y: f32| [x.max(y), x.min(y)];
    row.extend([read.conflict, read.same, read.hard]);
    row.extend(pairwise(words[0].inside, words[1].inside));
    row.extend(pairwise(
        words[0].outside - words[0].inside,
        words[1].outside - words[1].inside,
    ));
    for kinds in KINDS {
        let sum = kinds
            .iter()
            .map(|kind| reading::probability_of(read, *kind));
        row.push(sum.sum());
    }
    match gravest(pair, found) {
        Some(clash) => push_clash(&mut row, pair, found, clash),
        None => row.extend([0.0; 19]),
    }
    row.extend([found.guards.len() as f32, found.fits.len() as f32]);
    let (a, b) = (
        pair.a.covered_by(pair.b, [&[], &[]]),
        pair.b.covered_by(pair.a, [&[], &[]]),
    );
    row.extend(pairwise(a, b));
    let (x, y) = (pair.a.claim, pair.b.claim);
    let negative = |polarity| polarity == Polarity::Negative;
    row.push(f32::from(negative(x.polarity) != negative(y.polarity)));
    row.push(f32::from(x.modality != y.modality));
    row.push(match (&x.speaker, &y.speaker) {
        (None, None) => 0.0,
        (Some(one), Some(other)) if one.name == other.name => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => -0.5,
    });
    row.push(f32::from(u8::from(x.headline) + u8::from(y.headline)));
    let (more, fewer) = (pair.a.mates.len(), pair.b.mates.len());
    row.extend([more.min(fewer) as f32, more.max(fewer) as f32]);
    Some(row)
}

fn push_clash(row: &mut Vec<f32>, pair: &Pair<'_>, found: &Findings, clash: &Clash) {
    let shared = Shared::of(pair, clash);
    let signs = clash.signs;
    row.extend([
        demands::belief(pair, clash) as f32,
        found.clashes.len() as f32,
        shared.better,
        shared.worse,
        signs.thing,
        signs.event,
        signs.gap,
        signs.others,
        signs.near,
    ]);
    let sorts: [&[ConflictKind]; 8] = [
        &[ConflictKind::Number],
        &[ConflictKind::DateTime],
        &[ConflictKind::Name, ConflictKind::Place],
        &[ConflictKind::Polarity],
        &[ConflictKind::Antonym],
        &[ConflictKind::Modality],
        &[ConflictKind::Quote],
        &[ConflictKind::Attribution],
    ];
    row.extend(sorts.map(|sort| f32::from(sort.contains(&clash.kind))));
    let read = pair
        .reading
        .map_or(0.0, |reading| reading::probability_of(reading, clash.kind));
    let named = pair.reading.map_or(0, |reading| {
        let hit = |told, words: &[(usize, f32)], span| {
            reading::clashing_words(told, words).is_some_and(|found| found.overlaps(span))
        };
        u8::from(hit(pair.a, &reading.words[0], clash.a))
            + u8::from(hit(pair.b, &reading.words[1], clash.b))
    });
    row.extend([read, f32::from(named)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_one_name() {
        let mut names = FIGURES.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FIGURES.len());
    }
}
