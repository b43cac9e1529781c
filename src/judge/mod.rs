//! Groups of claims -> findings with relations, conflicts and verdicts.
//!
//! ```text
//! A: six of his guards were wounded      B: seven guards were hurt
//!   comparison   six / seven: no number fits both; both count guards, both tell of injuries
//!   guards       other thing counted? other event? a part? vague?      none fires
//!   belief       .81 that it is a conflict, from all that the claims share
//!   verdict      conflict, hard
//! ```
//!
//! What cannot be told is not called a conflict.

mod findings;
mod pair;
mod relation;
mod subject;
mod values;
mod weigh;
mod words;

use std::collections::HashMap;

use crate::align::Alignment;
use crate::comparison::{Comparison, SCHEMA_VERSION};
use crate::segment::Document;
use crate::{Article, Claim, Conflict, Options, Side};
use pair::{Clash, Findings, Pair, Told};
use weigh::Surroundings;

pub use weigh::FIGURES;

/// A clash before it is weighed, for training.
#[derive(Debug, Clone, PartialEq)]
pub struct ClashRow {
    /// Index of a claim.
    pub a: usize,
    /// Index of a later claim.
    pub b: usize,
    /// Values of [`FIGURES`], in their order.
    pub figures: Vec<f32>,
}

/// Most pairs of one group that are compared; of larger groups the best.
const MOST_PAIRS: usize = 2_000;

/// Judges every group of claims.
#[must_use]
pub fn judge(
    articles: Vec<Article>,
    documents: &[Document],
    claims: Vec<Claim>,
    alignment: &Alignment,
    options: &Options,
) -> Comparison {
    let bench = Bench::new(&articles, documents, &claims, alignment);
    let judged: Vec<findings::Judged> = alignment
        .groups
        .iter()
        .map(|group| bench.judge_group(group, options))
        .collect();
    let internal = bench.internal_conflicts(options);
    let findings = findings::findings(&claims, alignment, judged);
    Comparison {
        schema_version: SCHEMA_VERSION,
        articles,
        claims,
        findings,
        internal,
    }
}

/// All clashes of a story with their figures, weighed or not: what the model is trained on.
#[must_use]
pub fn clash_rows(
    articles: &[Article],
    documents: &[Document],
    claims: &[Claim],
    alignment: &Alignment,
) -> Vec<ClashRow> {
    let bench = Bench::new(articles, documents, claims, alignment);
    let groups = alignment.groups.iter();
    groups
        .flat_map(|group| bench.compare_group(group))
        .flat_map(|compared| {
            let rows = compared.figures.into_iter();
            rows.map(move |figures| ClashRow {
                a: compared.a,
                b: compared.b,
                figures,
            })
        })
        .collect()
}

/// Everything that judging looks at.
struct Bench<'a> {
    claims: &'a [Claim],
    told: Vec<Told<'a>>,
    scores: HashMap<(usize, usize), f64>,
}

/// A pair of claims after comparison.
struct Compared {
    a: usize,
    b: usize,
    found: Findings,
    /// Of each clash.
    figures: Vec<Vec<f32>>,
}

impl<'a> Bench<'a> {
    fn new(
        articles: &'a [Article],
        documents: &'a [Document],
        claims: &'a [Claim],
        alignment: &Alignment,
    ) -> Self {
        let told = claims
            .chunk_by(|x, y| {
                (x.article_index, x.sentence_index) == (y.article_index, y.sentence_index)
            })
            .flat_map(|mates| {
                mates.iter().map(move |claim| {
                    let index = claim.article_index;
                    Told::new(&articles[index], &documents[index], claim, mates)
                })
            })
            .collect();
        Self {
            claims,
            told,
            scores: alignment
                .pairs
                .iter()
                .map(|pair| ((pair.a, pair.b), pair.score))
                .collect(),
        }
    }

    /// Pairs of claims of different articles in a group, the best first when there are too many.
    fn pairs(&self, group: &[usize]) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = group
            .iter()
            .enumerate()
            .flat_map(|(at, &a)| group[at + 1..].iter().map(move |&b| (a, b)))
            .filter(|&(a, b)| self.claims[a].article_index != self.claims[b].article_index)
            .collect();
        if pairs.len() > MOST_PAIRS {
            pairs.sort_by(|x, y| {
                self.score(*y)
                    .total_cmp(&self.score(*x))
                    .then_with(|| x.cmp(y))
            });
            pairs.truncate(MOST_PAIRS);
            pairs.sort_unstable();
        }
        pairs
    }

    fn score(&self, pair: (usize, usize)) -> f64 {
        self.scores.get(&pair).copied().unwrap_or(0.0)
    }

    fn compare_group(&self, group: &[usize]) -> Vec<Compared> {
        let mut articles: Vec<usize> = group
            .iter()
            .map(|&claim| self.claims[claim].article_index)
            .collect();
        articles.sort_unstable();
        articles.dedup();
        self.pairs(group)
            .into_iter()
            .map(|(a, b)| self.compare(a, b, group.len(), articles.len()))
            .collect()
    }

    fn compare(&self, a: usize, b: usize, group_claims: usize, group_articles: usize) -> Compared {
        let pair = Pair {
            a: &self.told[a],
            b: &self.told[b],
            score: self.score((a, b)),
        };
        let mut found = values::compare(&pair);
        found.add(words::compare(&pair));
        let around = Surroundings {
            fits: found.fits.len(),
            guards: found.guards.len(),
            clashes: found.clashes.len(),
            group_claims,
            group_articles,
        };
        let figures = found
            .clashes
            .iter()
            .map(|clash| weigh::figures(&pair, clash, around))
            .collect();
        Compared {
            a,
            b,
            found,
            figures,
        }
    }

    fn judge_group(&self, group: &[usize], options: &Options) -> findings::Judged {
        let compared = self.compare_group(group);
        let mut judged = findings::Judged {
            claims: group.to_vec(),
            subject: String::new(),
            links: Vec::new(),
            conflicts: Vec::new(),
        };
        for one in &compared {
            let mut kept: Vec<(f64, &Clash)> = one
                .found
                .clashes
                .iter()
                .zip(&one.figures)
                .map(|(clash, figures)| (weigh::belief(figures), clash))
                .filter(|(belief, _)| *belief >= options.conflict_threshold)
                .collect();
            kept.sort_by(|x, y| y.0.total_cmp(&x.0));
            judged.conflicts.extend(
                kept.iter()
                    .map(|(belief, clash)| (*belief, self.conflict(one.a, one.b, clash))),
            );
            let pair = Pair {
                a: &self.told[one.a],
                b: &self.told[one.b],
                score: self.score((one.a, one.b)),
            };
            judged
                .links
                .push(relation::link(&pair, &one.found, !kept.is_empty()));
        }
        let told: Vec<&Told<'_>> = group.iter().map(|&claim| &self.told[claim]).collect();
        judged.subject = subject::subject(
            &told,
            judged.conflicts.first().map(|(_, conflict)| conflict),
        );
        judged
    }

    fn conflict(&self, a: usize, b: usize, clash: &Clash) -> Conflict {
        let side = |claim: usize, span: crate::Span| Side {
            claim: self.claims[claim].id.clone(),
            span,
            text: self.told[claim].text(span).to_owned(),
        };
        Conflict {
            kind: clash.kind,
            strength: clash.strength,
            why: clash.why.clone(),
            a: side(a, clash.a),
            b: side(b, clash.b),
        }
    }

    /// Conflicts inside one article: only between claims that say nearly the same, and only when sure.
    fn internal_conflicts(&self, options: &Options) -> Vec<Conflict> {
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
                if likeness < INTERNAL_LIKENESS
                    || told.content.len().min(other.content.len()) < INTERNAL_WORDS
                {
                    continue;
                }
                let compared = self.compare(a, b, 2, 1);
                let clashes = compared.found.clashes.iter().zip(&compared.figures);
                let sure = clashes.filter(|(clash, figures)| {
                    let but: [&[crate::Span]; 2] = [&[clash.a], &[clash.b]];
                    told.covered_by(other, but)
                        .min(other.covered_by(told, [but[1], but[0]]))
                        >= INTERNAL_COVER
                        && weigh::belief(figures) >= options.conflict_threshold
                });
                found.extend(sure.map(|(clash, _)| self.conflict(a, b, clash)));
            }
        }
        found
    }
}

/// How many claims on a claim is compared with those of its own article (a headline with all); a story seldom comes back
/// to a figure later than that, and comparing all would cost the square of its length.
const INTERNAL_REACH: usize = 40;
/// Fewest content words of both claims.
const INTERNAL_WORDS: usize = 3;
/// Least share of the better covered claim that the other has, for two claims of one article to be compared.
const INTERNAL_LIKENESS: f32 = 0.6;
/// Least share of both claims, clashing words apart, that the other has.
const INTERNAL_COVER: f32 = 0.5;
