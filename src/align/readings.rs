//! Which pairs of sentences the encoder reads, and what it made of them.
//!
//! Reading a pair takes a thousand times what scoring it takes. So only pairs are read that the fast models could be wrong
//! about, and of each sentence only the likeliest few, so that the cost grows with the number of articles, not its square.

use std::collections::{BTreeMap, HashMap};

use super::rivals::SentenceNumber;
use super::rows::{Prepared, Row};
use crate::Judge;
use crate::neural::{self, Reading};

/// Least belief of the fast models in a pair that is read. On the training stories, half as many pairs are read as from 0.02 on,
/// for 0.001 of F1.
const LEAST: f32 = 0.1;
/// Most pairs of a sentence with one other article that are read.
const PER_ARTICLE: usize = 3;
/// Most pairs of a sentence that are read.
const OVERALL: usize = 6;

/// Most pairs that are read unless they must be: four seconds on two cores.
const MOST_UNASKED: usize = 1_600;

/// Readings of pairs of sentences.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Readings {
    judge: Judge,
    found: BTreeMap<(SentenceNumber, SentenceNumber), Reading>,
}

impl Readings {
    /// Reads the pairs of sentences that are worth it; none at all if the judge is not to.
    pub(super) fn of(story: &Prepared<'_>, rows: &[Row], beliefs: &[f32], judge: Judge) -> Self {
        let none = Self {
            judge: Judge::Fast,
            found: BTreeMap::new(),
        };
        if judge == Judge::Fast {
            return none;
        }
        let pairs = worth_reading(story, rows, beliefs);
        if judge == Judge::Auto && pairs.len() > MOST_UNASKED {
            return none;
        }
        let texts = |&(x, y): &(SentenceNumber, SentenceNumber)| (story.texts[x], story.texts[y]);
        let words: Vec<(&str, &str)> = pairs.iter().map(texts).collect();
        Self {
            judge: Judge::Neural,
            found: pairs.iter().copied().zip(neural::read(&words)).collect(),
        }
    }

    /// Who judged.
    pub(super) fn judge(&self) -> Judge {
        self.judge
    }

    /// What the encoder made of a pair, the first sentence before the second; `None` if it has not read it.
    pub(super) fn get(&self, x: SentenceNumber, y: SentenceNumber) -> Option<&Reading> {
        self.found.get(&(x, y))
    }

    /// All pairs that were read, in order.
    pub(super) fn into_pairs(
        self,
    ) -> impl Iterator<Item = ((SentenceNumber, SentenceNumber), Reading)> {
        self.found.into_iter()
    }

    /// All pairs that were read, in order.
    pub(super) fn iter(
        &self,
    ) -> impl Iterator<Item = ((SentenceNumber, SentenceNumber), &Reading)> {
        self.found.iter().map(|(pair, reading)| (*pair, reading))
    }
}

/// Pairs of sentences that are worth reading, sorted: `beliefs` are those of the fast models, one for each row.
pub(super) fn worth_reading(
    story: &Prepared<'_>,
    rows: &[Row],
    beliefs: &[f32],
) -> Vec<(SentenceNumber, SentenceNumber)> {
    let mut best: HashMap<(SentenceNumber, SentenceNumber), (f32, u64)> = HashMap::new();
    for (row, &belief) in rows.iter().zip(beliefs) {
        if belief >= LEAST {
            let tie = story.identities[row.a] ^ story.identities[row.b];
            let known = best
                .entry(story.sentences(row.a, row.b))
                .or_insert((belief, tie));
            known.0 = known.0.max(belief);
            known.1 = known.1.min(tie);
        }
    }
    let mut ranked: Vec<_> = best.into_iter().collect();
    ranked.sort_unstable_by(|(x, (p, s)), (y, (q, t))| {
        q.total_cmp(p).then(s.cmp(t)).then_with(|| x.cmp(y))
    });
    let mut taken: HashMap<(SentenceNumber, Option<usize>), usize> = HashMap::new();
    let mut pairs: Vec<_> = ranked
        .into_iter()
        .map(|(pair, _)| pair)
        .filter(|&(x, y)| {
            let mut wanted = false;
            for (one, other) in [(x, y), (y, x)] {
                let [there, all] = [Some(story.article_of[other]), None].map(|of| (one, of));
                let seen = |key| taken.get(key).copied().unwrap_or(0);
                if seen(&there) < PER_ARTICLE && seen(&all) < OVERALL {
                    wanted = true;
                    *taken.entry(there).or_default() += 1;
                    *taken.entry(all).or_default() += 1;
                }
            }
            wanted
        })
        .collect();
    pairs.sort_unstable();
    pairs
}
