//! Conflicts inside one article.

use super::Bench;
use super::pair::Content;
use crate::segment::TokenKind;
use crate::{Claim, Conflict, ConflictKind, Options, Span};

/// Least share of a headline's words that a sentence must have to be what it sums up.
const SUMMED_UP: f32 = 0.6;
/// How many claims on a claim is compared with those of its own article (a headline with all); a story seldom comes back
/// to a figure later than that, and comparing all would cost the square of its length.
const INTERNAL_REACH: usize = 40;
/// Fewest content words of both claims.
const INTERNAL_WORDS: usize = 3;
/// Least share of the better covered claim that the other has, for two claims of one article to be compared.
const INTERNAL_LIKENESS: f32 = 0.6;
/// Least share of both claims, clashing words apart, that the other has.
const INTERNAL_COVER: f32 = 0.5;

impl Bench<'_> {
    /// Whether the sentence of one claim has most words of the sentence of another, numbers apart.
    fn sums_up(&self, headline: usize, claim: usize) -> bool {
        let place = |claim: &Claim| (claim.article_index, claim.sentence_index);
        let sentence = |of: usize| {
            let here = place(&self.claims[of]);
            let start = self.claims.partition_point(|claim| place(claim) < here);
            let end = self.claims.partition_point(|claim| place(claim) <= here);
            self.told[start..end].iter().flat_map(|told| &told.content)
        };
        let (mut whole, mut shared) = (0.0, 0.0);
        for word in sentence(headline).filter(|word| word.token.kind != TokenKind::Number) {
            let likeness = |other: &Content<'_>| word.likeness(other);
            whole += word.rarity;
            shared += word.rarity * sentence(claim).map(likeness).fold(0.0, f32::max);
        }
        shared >= whole * SUMMED_UP
    }

    /// Conflicts inside one article: only between claims that say nearly the same, and only when sure.
    pub(super) fn internal_conflicts(&self, options: &Options) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (a, told) in self.told.iter().enumerate() {
            let later = (a + 1..self.told.len())
                .take_while(|&b| self.claims[b].article_index == told.claim.article_index);
            let near = later.filter(|&b| told.claim.headline || b - a <= INTERNAL_REACH);
            for b in near {
                let other = &self.told[b];
                let likeness = told
                    .covered_by(other, [&[], &[]])
                    .max(other.covered_by(told, [&[], &[]]));
                let alike = likeness >= INTERNAL_LIKENESS
                    && told.content.len().min(other.content.len()) >= INTERNAL_WORDS;
                let summed_up = told.claim.headline && self.sums_up(a, b);
                if !alike && !summed_up {
                    continue;
                }
                let compared = self.compare(a, b, None);
                let clashes = compared.found.clashes.iter().zip(&compared.beliefs);
                let sure = clashes.filter(|(clash, belief)| {
                    let but: [&[Span]; 2] = [&[clash.a], &[clash.b]];
                    let covered = told
                        .covered_by(other, but)
                        .min(other.covered_by(told, [but[1], but[0]]));
                    let one_toll =
                        summed_up && clash.kind == ConflictKind::Number && clash.signs.event >= 2.0;
                    one_toll
                        || covered >= INTERNAL_COVER
                            && **belief >= Self::threshold(options.sensitivity)
                });
                found.extend(sure.map(|(clash, _)| self.conflict(a, b, clash)));
            }
        }
        found
    }
}
