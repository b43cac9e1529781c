//! Pairs of claims that are worth a score: found through an index, not by trying all.
//!
//! Each claim looks up its terms and their meanings, and keeps the best few claims of each other article. Lists of
//! very common terms are cut to the same few representatives for every claim, so that a story of a thousand articles
//! costs a thousand times what one article costs, not a million times.

use std::collections::HashMap;

use super::profile::Profile;
use super::vocabulary::{Term, Vocabulary};
use crate::Claim;

/// Most candidates that a claim keeps in one other article. Of the labelled pairs of the training stories fewer than
/// one in a hundred lies below.
const PER_ARTICLE: usize = 10;
/// Most candidates that a claim keeps overall.
const OVERALL: usize = 60;
/// Most claims that are looked up for a term.
const LONGEST_LIST: usize = 256;
/// What a word that can mean the same counts, against one to the letter.
const SYNONYM: f32 = 0.4;

/// Pairs of claims of different articles, `a < b`, sorted.
pub(super) fn candidates(
    claims: &[Claim],
    profiles: &[Profile<'_>],
    identities: &[u64],
    vocabulary: &Vocabulary,
) -> Vec<(usize, usize)> {
    let index = Index::new(profiles, identities, vocabulary);
    let mut scores = vec![0.0_f32; claims.len()];
    let mut pairs = Vec::new();
    for (claim, profile) in claims
        .iter()
        .zip(profiles)
        .enumerate()
        .map(|(i, (c, p))| ((i, c), p))
    {
        let (number, claim) = claim;
        let mut found = index.look_up(profile, vocabulary, &mut scores);
        found.retain(|&(other, _)| claims[other].article_index != claim.article_index);
        found.sort_unstable_by(|x, y| {
            y.1.total_cmp(&x.1)
                .then_with(|| identities[x.0].cmp(&identities[y.0]))
                .then_with(|| x.0.cmp(&y.0))
        });
        let mut taken: HashMap<usize, usize> = HashMap::new();
        let best = found.into_iter().filter(|&(other, _)| {
            let of_article = taken.entry(claims[other].article_index).or_default();
            *of_article += 1;
            *of_article <= PER_ARTICLE
        });
        pairs.extend(
            best.take(OVERALL)
                .map(|(other, _)| (number.min(other), number.max(other))),
        );
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Which claims hold a term, or a word that can mean the same.
struct Index {
    by_term: Vec<Vec<usize>>,
    by_sense: HashMap<u32, Vec<usize>>,
}

impl Index {
    fn new(profiles: &[Profile<'_>], identities: &[u64], vocabulary: &Vocabulary) -> Self {
        let mut by_term = vec![Vec::new(); vocabulary.len()];
        let mut by_sense: HashMap<u32, Vec<usize>> = HashMap::new();
        for (number, profile) in profiles.iter().enumerate() {
            for &term in &profile.terms {
                by_term[term as usize].push(number);
            }
            for &sense in &profile.senses {
                by_sense.entry(sense).or_default().push(number);
            }
        }
        for list in by_term.iter_mut().chain(by_sense.values_mut()) {
            if list.len() > LONGEST_LIST {
                list.sort_unstable_by_key(|&claim| (identities[claim], claim));
                list.truncate(LONGEST_LIST);
            }
        }
        Self { by_term, by_sense }
    }

    /// Claims that share a term or a meaning, each with the weight of what is shared. `scores` is all zero before and
    /// after.
    fn look_up(
        &self,
        profile: &Profile<'_>,
        vocabulary: &Vocabulary,
        scores: &mut [f32],
    ) -> Vec<(usize, f32)> {
        let mut touched = Vec::new();
        let mut add = |list: &[usize], weight: f32| {
            for &claim in list {
                if scores[claim] == 0.0 {
                    touched.push(claim);
                }
                scores[claim] += weight;
            }
        };
        for &term in &profile.terms {
            let weight = vocabulary.weight(term);
            add(&self.by_term[term as usize], weight);
            if let Some(list) = self.nearest_meaning(term, vocabulary) {
                add(list, weight * SYNONYM);
            }
        }
        touched
            .into_iter()
            .map(|claim| (claim, std::mem::take(&mut scores[claim])))
            .collect()
    }

    /// The claims of the most telling meaning of a term: of its meanings in this story the one that most share.
    fn nearest_meaning(&self, term: Term, vocabulary: &Vocabulary) -> Option<&[usize]> {
        let lists = vocabulary
            .senses(term)
            .iter()
            .filter_map(|sense| self.by_sense.get(sense));
        lists.max_by_key(|list| list.len()).map(Vec::as_slice)
    }
}
