//! What the learned judge of conflicts looks at: a row of figures for each pair of claims whose sentences were read.

use super::demands::{self, Shared};
use super::pair::{Clash, Findings, Pair};
use super::reading::{self, KINDS};
use crate::ConflictKind;
use crate::neural::Reading;
use crate::trees::probability;

/// Names of the figures, in order.
pub const FIGURES: [&str; 46] = [
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
    "clash.slot",
    "clash.doubted",
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

/// Stands for the log odds of values that were not read.
const NOT_READ: f32 = 0.0;

/// The clash of typed values or words that most looks like a conflict, if any.
pub(super) fn gravest<'a>(pair: &Pair<'_>, found: &'a Findings) -> Option<&'a Clash> {
    let weight = |clash: &Clash| {
        let read = pair
            .reading
            .map_or(0.0, |reading| reading::probability_of(reading, clash.kind));
        let shared = Shared::of(pair, clash);
        let slot = pair.slot(clash).map_or(0.0, probability);
        demanded(pair, found, clash)
            + f64::from((read + shared.better + shared.worse) / 10.0 + slot)
    };
    // ties are broken by the words, whichever article comes first
    let words = |clash: &Clash| {
        let (x, y) = (pair.a.text(clash.a), pair.b.text(clash.b));
        (x.min(y), x.max(y))
    };
    let clashes = found.clashes.iter().chain(&found.doubted);
    clashes.max_by(|x, y| {
        weight(x)
            .total_cmp(&weight(y))
            .then_with(|| words(y).cmp(&words(x)))
    })
}

/// Belief in a clash by the demands of its kind; none in what a guard holds back.
pub(super) fn demanded(pair: &Pair<'_>, found: &Findings, clash: &Clash) -> f64 {
    if found.doubted.contains(clash) {
        0.0
    } else {
        demands::belief(pair, clash)
    }
}

/// The figures of a pair whose sentences were read as `read`; `gravest` is that of what was found.
pub(super) fn figures(
    pair: &Pair<'_>,
    read: &Reading,
    found: &Findings,
    gravest: Option<&Clash>,
) -> Vec<f32> {
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
    match gravest {
        Some(clash) => push_clash(&mut row, pair, read, found, clash),
        None => row.extend([0.0; 21]),
    }
    row.extend([found.guards.len() as f32, found.fits.len() as f32]);
    let (a, b) = (
        pair.a.covered_by(pair.b, [&[], &[]]),
        pair.b.covered_by(pair.a, [&[], &[]]),
    );
    row.extend(pairwise(a, b));
    let (x, y) = (pair.a.claim, pair.b.claim);
    row.push(f32::from(x.polarity != y.polarity));
    row.push(f32::from(x.modality != y.modality));
    row.push(match (&x.speaker, &y.speaker) {
        (None, None) => 0.0,
        (Some(one), Some(other)) if one.is_same_as(other) => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => -0.5,
    });
    row.push(f32::from(u8::from(x.headline) + u8::from(y.headline)));
    let (one, other) = (pair.a.mates.len(), pair.b.mates.len());
    row.extend([one.min(other) as f32, one.max(other) as f32]);
    row
}

fn push_clash(
    row: &mut Vec<f32>,
    pair: &Pair<'_>,
    read: &Reading,
    found: &Findings,
    clash: &Clash,
) {
    let shared = Shared::of(pair, clash);
    let signs = clash.signs;
    row.extend([
        demanded(pair, found, clash) as f32,
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
    row.extend([
        reading::probability_of(read, clash.kind),
        f32::from(reading::sides_pointed_at(pair, read, clash)),
        pair.slot(clash).unwrap_or(NOT_READ),
        f32::from(found.doubted.contains(clash)),
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::align;
    use crate::extract::extract;
    use crate::read::article_from_text;
    use crate::segment::segment;
    use crate::{Judge, Options};

    /// Rows of a story of two articles.
    fn rows(texts: [&str; 2]) -> Vec<Vec<f32>> {
        let articles =
            texts.map(|text| article_from_text(if text == texts[0] { "A" } else { "B" }, "", text));
        let documents: Vec<_> = articles.iter().map(segment).collect();
        let claims = extract(&articles, &documents, &[]);
        let options = Options {
            judge: Judge::Neural,
            ..Options::default()
        };
        let alignment = align(&articles, &documents, &claims, &options);
        let rows = crate::judge::rows(&articles, &documents, &claims, &alignment);
        rows.into_iter().map(|row| row.figures).collect()
    }

    #[test]
    fn a_row_holds_every_figure_whichever_article_comes_first() {
        for (a, b) in [
            (
                "Six guards were hurt at the gate on Sunday.",
                "Seven guards were hurt at the gate on Sunday.",
            ),
            (
                "The council closed the pool on Monday.",
                "The council closed the pool.",
            ),
        ] {
            let found = rows([a, b]);
            assert!(!found.is_empty(), "{a} / {b}");
            assert!(found.iter().all(|row| row.len() == FIGURES.len()));
            assert_eq!(found, rows([b, a]));
        }
    }

    #[test]
    fn every_figure_has_one_name() {
        let mut names = FIGURES.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FIGURES.len());
    }
}
