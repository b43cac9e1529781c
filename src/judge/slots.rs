//! Whether the values of a clash are of the same thing: what an encoder makes of their sentences with both hidden.

use std::collections::{BTreeSet, HashMap};

use super::pair::{Clash, Pair, Told};
use crate::Span;
use crate::neural::{Masked, read_slots};

/// Where a value stands: index of its article, start and end.
type Place = (usize, usize, usize);

/// What was read, by the places of both values, the smaller first.
#[derive(Debug, Default)]
pub(super) struct Slots {
    read: HashMap<[Place; 2], Option<f32>>,
}

impl Slots {
    /// Reads the values of clashes in pairs of claims.
    pub(super) fn read<'a>(clashes: impl Iterator<Item = (Pair<'a>, &'a Clash)>) -> Self {
        let sides = |(pair, clash): (Pair<'a>, &Clash)| {
            let mut sides = [side(pair.a, clash.a), side(pair.b, clash.b)];
            sides.sort_unstable();
            sides
        };
        let asked: BTreeSet<[(Place, Masked<'a>); 2]> = clashes.map(sides).collect();
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
        let mut places = [side(pair.a, clash.a).0, side(pair.b, clash.b).0];
        places.sort_unstable();
        self.read.get(&places).copied().flatten()
    }
}

/// The place of a value, and its sentence without it.
fn side<'a>(told: &Told<'a>, value: Span) -> (Place, Masked<'a>) {
    let sentence = told.sentence.span;
    let masked = Masked {
        text: told.text(sentence),
        start: value.start.saturating_sub(sentence.start),
        end: value.end.min(sentence.end).saturating_sub(sentence.start),
    };
    let place = (told.claim.article_index, value.start, value.end);
    (place, masked)
}
