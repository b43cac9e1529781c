//! One row of figures for each pair of claims that is worth a score.

use std::collections::HashMap;

use super::candidates::candidates;
use super::cover::further;
use super::evidence::evidence;
use super::features::{Place, Story, own_figures};
use super::group::{Belief, ClaimKeys, groups};
use super::model::Models;
use super::overlap::{Overlap, overlap};
use super::profile::{Profile, words_of_claim, words_of_sentence};
use super::readings::Readings;
use super::rivals::Rivals;
use super::vocabulary::Vocabulary;
use super::{ScoredPair, SentenceReading};
use crate::segment::{Document, Token};
use crate::trees::probability;
use crate::{Article, Claim, Fact, FactValue, Judge, cores};

/// A pair of claims and its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Index of a claim.
    pub a: usize,
    /// Index of a later claim, of another article.
    pub b: usize,
    /// Values of [`FEATURES`](super::FEATURES), in their order; the first [`FIRST`](super::FIRST) only, while beliefs
    /// are not known, and the first [`SECOND`](super::SECOND), when the encoder has not read the sentences.
    pub figures: Vec<f32>,
}

/// Share of the pairs that are kept in the result: those that could be shown.
const LEAST_SHOWN: f64 = 0.02;

/// What is believed of a story's rows, for training.
#[derive(Debug, Clone, Copy)]
pub struct Beliefs<'a> {
    /// Of the first model, one for each row, in order.
    pub first: &'a [f32],
    /// Of the second model, likewise.
    pub second: Option<&'a [f32]>,
}

/// The rows of a story, for training: without beliefs the figures of the first model alone, with those of the first model
/// the figures of the second, with those of the second, where the sentences are worth reading, all figures.
#[must_use]
pub fn rows(
    articles: &[Article],
    documents: &[Document],
    claims: &[Claim],
    beliefs: Option<Beliefs<'_>>,
) -> Vec<Row> {
    let story = Prepared::new(articles, documents, claims);
    let mut rows = story.own_rows();
    let Some(beliefs) = beliefs else {
        return rows;
    };
    story.add_context(&mut rows, beliefs.first);
    if let Some(second) = beliefs.second {
        let readings = Readings::of(&story, &rows, second, Judge::Neural);
        story.add_readings(&mut rows, &readings);
    }
    rows
}

/// A story, ready for comparing its claims.
pub(super) struct Prepared<'a> {
    claims: &'a [Claim],
    vocabulary: Vocabulary,
    of_claims: Vec<Profile<'a>>,
    of_sentences: Vec<Profile<'a>>,
    /// Number of each claim's sentence, over all articles.
    pub(super) sentence_of: Vec<usize>,
    /// Article of each sentence.
    pub(super) article_of: Vec<usize>,
    places: Vec<Place>,
    articles: usize,
    /// Words of each sentence.
    pub(super) texts: Vec<&'a str>,
    /// A hash of each claim's words, its article's text and its place in it: breaks ties without regard to the order
    /// of articles.
    pub(super) identities: Vec<u64>,
}

impl<'a> Prepared<'a> {
    pub(super) fn new(
        articles: &'a [Article],
        documents: &'a [Document],
        claims: &'a [Claim],
    ) -> Self {
        let mut starts = Vec::with_capacity(documents.len());
        let mut article_of = Vec::new();
        for (number, document) in documents.iter().enumerate() {
            starts.push(article_of.len());
            article_of.extend(document.sentences.iter().map(|_| number));
        }
        let sentences: Vec<_> = documents.iter().flat_map(|d| &d.sentences).collect();
        let sentence_of: Vec<usize> = claims
            .iter()
            .map(|claim| starts[claim.article_index] + claim.sentence_index)
            .collect();
        let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
        let mut vocabulary = Vocabulary::new(tokens, values(claims));

        let mut facts_of: Vec<Vec<&Fact>> = vec![Vec::new(); sentences.len()];
        let mut claims_in = vec![0; sentences.len()];
        for (claim, &sentence) in claims.iter().zip(&sentence_of) {
            facts_of[sentence].extend(&claim.facts);
            claims_in[sentence] += 1;
        }
        let profile = |words: &[&Token], facts: &[&'a Fact]| {
            Profile::new(words, facts.iter().copied(), &vocabulary)
        };
        let mut of_sentences: Vec<Profile<'a>> = sentences
            .iter()
            .zip(&facts_of)
            .map(|(sentence, facts)| profile(&words_of_sentence(sentence), facts))
            .collect();
        let mut of_claims: Vec<Profile<'a>> = claims
            .iter()
            .zip(&sentence_of)
            .map(|(claim, &sentence)| {
                let facts: Vec<&Fact> = claim.facts.iter().collect();
                profile(&words_of_claim(claim, sentences[sentence]), &facts)
            })
            .collect();
        for profile in &of_sentences {
            vocabulary.count(profile.terms.iter().copied());
        }
        vocabulary.weigh(sentences.len(), articles.len());
        for profile in of_claims.iter_mut().chain(&mut of_sentences) {
            profile.weigh(&vocabulary);
        }
        let places = claims.iter().zip(&sentence_of).map(|(claim, &sentence)| {
            let last = documents[claim.article_index].sentences.len() - 1;
            Place {
                relative: claim.sentence_index as f32 / last.max(1) as f32,
                sentence: claim.sentence_index,
                claims: claims_in[sentence],
            }
        });
        Self {
            places: places.collect(),
            identities: identities(articles, claims),
            claims,
            vocabulary,
            of_claims,
            of_sentences,
            sentence_of,
            article_of,
            articles: articles.len(),
            texts: articles
                .iter()
                .zip(documents)
                .flat_map(|(article, document)| {
                    document
                        .sentences
                        .iter()
                        .map(|sentence| sentence.span.slice(&article.text))
                })
                .collect(),
        }
    }

    /// Groups of claims from beliefs in pairs, and further ones that share claims with them.
    pub(super) fn groups(&self, beliefs: &[Belief], threshold: f64) -> [Vec<Vec<usize>>; 2] {
        let articles = self.claims.iter().map(|claim| claim.article_index);
        let article_of: Vec<usize> = articles.collect();
        let keys = ClaimKeys {
            article_of: &article_of,
            sentence_of: &self.sentence_of,
            identities: &self.identities,
        };
        let groups = groups(keys, beliefs, threshold);
        let further = further(keys, beliefs, &groups);
        [groups, further]
    }

    /// Of pairs with an article that is not English, sets the beliefs by the values that both claims have: the models were
    /// trained on English words.
    pub(super) fn believe_values(&self, articles: &[Article], rows: &[Row], beliefs: &mut [f32]) {
        let foreign = |claim: usize| {
            articles[self.claims[claim].article_index]
                .language
                .is_some()
        };
        if articles.iter().all(|article| article.language.is_none()) {
            return;
        }
        for (row, belief) in rows.iter().zip(beliefs) {
            if foreign(row.a) || foreign(row.b) {
                *belief = self.of_claims[row.a].belief_by_values(&self.of_claims[row.b]);
            }
        }
    }

    /// The candidates with the figures that the first model reads.
    pub(super) fn own_rows(&self) -> Vec<Row> {
        let pairs = candidates(
            self.claims,
            &self.of_claims,
            &self.identities,
            &self.vocabulary,
        );
        let story = Story {
            articles: self.articles,
            sentences: self.article_of.len(),
        };
        let mut of_sentences: HashMap<(usize, usize), Overlap> = HashMap::new();
        let mut rows: Vec<Row> = Vec::with_capacity(pairs.len());
        for &(a, b) in &pairs {
            let sentences = of_sentences.entry(self.sentences(a, b)).or_insert_with(|| {
                let (x, y) = self.sentences(a, b);
                overlap(
                    &self.of_sentences[x],
                    &self.of_sentences[y],
                    &self.vocabulary,
                )
            });
            let claims = overlap(&self.of_claims[a], &self.of_claims[b], &self.vocabulary);
            rows.push(Row {
                a,
                b,
                figures: own_figures(
                    [&self.claims[a], &self.claims[b]],
                    [self.places[a], self.places[b]],
                    &claims,
                    sentences,
                    story,
                ),
            });
        }
        let plain = |overlap: &Overlap| {
            (overlap.cosine[0]
                + overlap.grams
                + (overlap.soft_cover[0] + overlap.soft_cover[1]) / 2.0)
                / 3.0
        };
        let rivals = Rivals::new(
            &self.article_of,
            of_sentences
                .iter()
                .map(|(&(x, y), overlap)| (x, y, plain(overlap))),
        );
        for row in &mut rows {
            let (x, y) = self.sentences(row.a, row.b);
            let standing = rivals.standing(x, y);
            row.figures.extend(standing.figures());
            row.figures.push(rivals.score(x, y));
        }
        rows
    }

    /// Adds the figures that come from the first model's beliefs (0 to 1, one for each row).
    pub(super) fn add_context(&self, rows: &mut [Row], beliefs: &[f32]) {
        let scored = rows.iter().zip(beliefs).map(|(row, &belief)| {
            let (x, y) = self.sentences(row.a, row.b);
            (x, y, belief)
        });
        let rivals = Rivals::new(&self.article_of, scored);
        for (row, &belief) in rows.iter_mut().zip(beliefs) {
            let (x, y) = self.sentences(row.a, row.b);
            let standing = rivals.standing(x, y);
            row.figures.extend([belief, rivals.score(x, y)]);
            row.figures.extend(standing.figures());
            row.figures.extend([
                rivals.along(x, y),
                rivals.beside(x, y),
                rivals.third_article(x, y),
                rivals.total(x, y),
            ]);
        }
    }

    /// Adds the figures that come from the encoder's readings to the rows whose sentences were read.
    pub(super) fn add_readings(&self, rows: &mut [Row], readings: &Readings) {
        let scored = readings
            .iter()
            .map(|((x, y), reading)| (x, y, probability(reading.same)));
        let rivals = Rivals::new(&self.article_of, scored);
        for row in rows {
            let (x, y) = self.sentences(row.a, row.b);
            let Some(reading) = readings.get(x, y) else {
                continue;
            };
            let standing = rivals.standing(x, y);
            row.figures.extend([reading.same, reading.conflict]);
            row.figures.extend(standing.figures());
            row.figures.extend([
                rivals.along(x, y),
                rivals.third_article(x, y),
                rivals.total(x, y),
            ]);
        }
    }

    /// The pairs that could be shown; those inside a group with what made their scores.
    pub(super) fn scored_pairs(
        &self,
        models: &Models,
        rows: &[Row],
        beliefs: &[Belief],
        groups: &[Vec<Vec<usize>>; 2],
    ) -> Vec<ScoredPair> {
        let mut groups_of = vec![Vec::new(); self.claims.len()];
        for (number, group) in groups.iter().flatten().enumerate() {
            for &claim in group {
                groups_of[claim].push(number);
            }
        }
        let together = |row: &Row| {
            groups_of[row.a]
                .iter()
                .any(|group| groups_of[row.b].contains(group))
        };
        let shown = rows
            .iter()
            .zip(beliefs)
            .filter(|(row, belief)| belief.score >= LEAST_SHOWN || together(row));
        cores::map(shown.collect(), |(row, belief)| ScoredPair {
            a: row.a,
            b: row.b,
            score: belief.score,
            evidence: if together(row) {
                evidence(
                    models,
                    row,
                    &self.of_claims[row.a],
                    &self.of_claims[row.b],
                    &self.vocabulary,
                )
            } else {
                Vec::new()
            },
        })
    }

    /// What was read, by article and place in it.
    pub(super) fn sentence_readings(&self, readings: Readings) -> Vec<SentenceReading> {
        let place = |sentence: usize| {
            let article = self.article_of[sentence];
            let first = self.article_of.partition_point(|&of| of < article);
            (article, sentence - first)
        };
        readings
            .into_pairs()
            .map(|((x, y), reading)| SentenceReading {
                a: place(x),
                b: place(y),
                reading,
            })
            .collect()
    }

    /// The sentences of two claims, in order.
    pub(super) fn sentences(&self, a: usize, b: usize) -> (usize, usize) {
        (self.sentence_of[a], self.sentence_of[b])
    }
}

/// The values of all quantities.
fn values(claims: &[Claim]) -> impl Iterator<Item = f64> + '_ {
    claims
        .iter()
        .flat_map(|claim| &claim.facts)
        .filter_map(|fact| match &fact.value {
            FactValue::Quantity(quantity) => quantity.nominal,
            _ => None,
        })
}

fn identities(articles: &[Article], claims: &[Claim]) -> Vec<u64> {
    let of_articles: Vec<u64> = articles
        .iter()
        .map(|article| hash(article.text.as_bytes(), 0))
        .collect();
    claims
        .iter()
        .map(|claim| {
            let place = hash(
                &claim.span.start.to_le_bytes(),
                of_articles[claim.article_index],
            );
            hash(claim.text.as_bytes(), place)
        })
        .collect()
}

/// FNV-1a from a seed: the same in every build, which the standard library's hashes do not promise.
fn hash(bytes: &[u8], seed: u64) -> u64 {
    bytes
        .iter()
        .fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}
