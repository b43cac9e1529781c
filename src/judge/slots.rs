//! Whether the values of a clash are of the same thing: what an encoder makes of their sentences with both hidden.

use std::collections::{BTreeSet, HashMap};

use super::pair::{Clash, Findings, Pair, Told};
use crate::Span;
use crate::neural::{Masked, read_slots};

/// Where a value stands: index of its article, start and end.
type ValueAt = (usize, usize, usize);

/// What was read, by the places of both values, the smaller first.
#[derive(Debug, Default)]
pub(super) struct Slots {
    read: HashMap<[ValueAt; 2], Option<f32>>,
}

impl Slots {
    /// Reads the values of the clashes that were found in pairs of claims.
    pub(super) fn read<'a>(found: impl Iterator<Item = (Pair<'a>, Findings)>) -> Self {
        let mut asked: BTreeSet<[(ValueAt, Masked<'a>); 2]> = BTreeSet::new();
        for (pair, found) in found {
            let clashes = found.clashes.iter().chain(&found.doubted);
            asked.extend(
                clashes
                    .filter(|clash| clash.is_of_values())
                    .filter_map(|clash| {
                        let mut sides = [masked(pair.a, clash.a)?, masked(pair.b, clash.b)?];
                        sides.sort_unstable();
                        Some(sides)
                    }),
            );
        }
        let questions: Vec<[Masked<'_>; 2]> = asked
            .iter()
            .map(|sides| sides.map(|(_, masked)| masked))
            .collect();
        let places = asked.iter().map(|sides| sides.map(|(place, _)| place));
        Self {
            read: places.zip(read_slots(&questions)).collect(),
        }
    }

    /// Log odds that the values of a clash are of the same thing.
    pub(super) fn of(&self, pair: &Pair<'_>, clash: &Clash) -> Option<f32> {
        let mut places = [place(pair.a, clash.a), place(pair.b, clash.b)];
        places.sort_unstable();
        self.read.get(&places).copied().flatten()
    }
}

fn place(told: &Told<'_>, value: Span) -> ValueAt {
    (told.claim.article_index, value.start, value.end)
}

/// The place of a value, and its sentence without it; `None` for what stands in no one sentence.
fn masked<'a>(told: &Told<'a>, value: Span) -> Option<(ValueAt, Masked<'a>)> {
    let sentence = told.sentence.span;
    sentence.contains(value).then(|| {
        let hidden = Masked {
            text: told.text(sentence),
            start: value.start - sentence.start,
            end: value.end - sentence.start,
        };
        (place(told, value), hidden)
    })
}
