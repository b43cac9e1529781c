//! What of a claim or of a sentence can be compared.

use super::vocabulary::{Term, Vocabulary};
use crate::lexicon;
use crate::segment::{Sentence, Token, TokenKind};
use crate::{Claim, Fact, FactValue, Quantity, Span, TimeValue};

/// Length of the character n-grams; 3 and 4 together beat words and longer ones on STS.
const GRAMS: [usize; 2] = [3, 4];
/// Most quoted words that are looked at; more say no more, and runs are searched for in quadratic time.
const MOST_QUOTED: usize = 60;
/// Least likelihood that a word is a verb for it to count as one; see [`lexicon::verb_likelihood`].
const VERB: f32 = 0.5;

/// What of a claim or of a sentence can be compared. All lists are sorted.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile<'a> {
    /// Content terms, each once.
    pub(super) terms: Vec<Term>,
    /// Numbers of what the terms can mean.
    pub(super) senses: Vec<u32>,
    /// Terms that are verbs.
    pub(super) verbs: Vec<Term>,
    /// Pairs of neighbouring content terms.
    pub(super) bigrams: Vec<(Term, Term)>,
    /// Hashed character n-grams of the content words, with their weights; Euclidean length 1.
    pub(super) grams: Vec<(u32, f32)>,
    /// Entity numbers.
    pub(super) names: Vec<usize>,
    pub(super) quantities: Vec<&'a Quantity>,
    pub(super) times: Vec<&'a TimeValue>,
    /// Words inside quotation marks, in text order.
    pub(super) quoted: Vec<&'a str>,
    /// How many words it has, function words included.
    pub(super) length: usize,
    /// Euclidean lengths of the terms under three weightings: both, rarity, locality.
    pub(super) norms: [f32; 3],
}

/// Belief in two claims by what values they share; there is no labelled data across languages, these are set by hand so that
/// one shared value alone never aligns.
const BY_VALUES: [(usize, usize, f32); 4] = [(1, 1, 0.6), (2, 0, 0.5), (0, 3, 0.4), (0, 2, 0.25)];

impl<'a> Profile<'a> {
    /// Belief, 0 to 1, that two claims state a common fact, by the numbers, dates and names that both have.
    pub(super) fn belief_by_values(&self, other: &Self) -> f32 {
        let same = |a: &Quantity, b: &Quantity| {
            a.measure == b.measure && a.interval == b.interval && a.unit == b.unit
        };
        let quantities = self
            .quantities
            .iter()
            .filter(|own| other.quantities.iter().any(|theirs| same(own, theirs)))
            .count();
        let day = |a: &TimeValue, b: &TimeValue| {
            a.earliest.is_some() && a.earliest == b.earliest && a.latest == b.latest
        };
        let times = self
            .times
            .iter()
            .filter(|own| other.times.iter().any(|theirs| day(own, theirs)))
            .count();
        let names = self
            .names
            .iter()
            .filter(|own| other.names.contains(own))
            .count();
        let shared = |(values, named, _): &&(usize, usize, f32)| {
            quantities + times >= *values && names >= *named
        };
        BY_VALUES
            .iter()
            .find(shared)
            .map_or(0.0, |(_, _, belief)| *belief)
    }

    /// The profile of some words of a sentence and the facts in them.
    pub(super) fn new(
        words: &[&Token],
        facts: impl Iterator<Item = &'a Fact>,
        vocabulary: &Vocabulary,
    ) -> Self {
        let mut profile = Self {
            length: words.iter().filter(|w| w.kind != TokenKind::Sign).count(),
            ..Self::default()
        };
        let mut before: Option<Term> = None;
        for token in words {
            let Some(term) = vocabulary.word(token) else {
                continue;
            };
            profile.terms.push(term);
            if lexicon::verb_likelihood(&token.lower) >= VERB && !token.capitalised {
                profile.verbs.push(term);
            }
            if let Some(before) = before {
                profile.bigrams.push((before, term));
            }
            before = Some(term);
            add_grams(&token.lower, &mut profile.grams);
        }
        for fact in facts {
            match &fact.value {
                FactValue::Quantity(quantity) => {
                    if let Some(value) = quantity.nominal {
                        profile.terms.push(vocabulary.value(value));
                    }
                    profile.quantities.push(quantity);
                }
                FactValue::Time(time) => profile.times.push(time),
                FactValue::Name(name) => profile.names.push(name.entity),
                FactValue::Quotation(quotation) => {
                    let words = quotation.words.iter().map(String::as_str);
                    let room = MOST_QUOTED - profile.quoted.len();
                    profile.quoted.extend(words.take(room));
                }
            }
        }
        profile.terms.sort_unstable();
        profile.terms.dedup();
        profile.verbs.sort_unstable();
        profile.verbs.dedup();
        profile.bigrams.sort_unstable();
        profile.bigrams.dedup();
        profile.names.sort_unstable();
        profile.names.dedup();
        profile
    }

    /// Fills in what needs the weights of the whole story.
    pub(super) fn weigh(&mut self, vocabulary: &Vocabulary) {
        let mut senses: Vec<u32> = self
            .terms
            .iter()
            .flat_map(|&term| vocabulary.senses(term))
            .copied()
            .collect();
        senses.sort_unstable();
        senses.dedup();
        self.senses = senses;
        let norm = |weight: &dyn Fn(Term) -> f32| {
            self.terms
                .iter()
                .map(|&term| weight(term).powi(2))
                .sum::<f32>()
                .sqrt()
        };
        self.norms = [
            norm(&|term| vocabulary.weight(term)),
            norm(&|term| vocabulary.rarity(term)),
            norm(&|term| vocabulary.locality(term)),
        ];
        self.grams.sort_unstable_by_key(|(gram, _)| *gram);
        self.grams.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        let length = self.grams.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        for (_, weight) in &mut self.grams {
            *weight /= length;
        }
    }
}

/// The words of a claim, its borrowed subject included.
pub(super) fn words_of_claim<'a>(claim: &Claim, sentence: &'a Sentence) -> Vec<&'a Token> {
    words_in(sentence, |span| {
        claim.parts.iter().any(|part| part.contains(span))
            || claim.borrowed_subject.is_some_and(|s| s.contains(span))
    })
}

/// The words of a sentence, attributions excluded.
pub(super) fn words_of_sentence(sentence: &Sentence) -> Vec<&Token> {
    words_in(sentence, |span| {
        !sentence
            .clauses
            .iter()
            .filter_map(|clause| clause.frame.as_ref())
            .any(|frame| frame.span.contains(span))
    })
}

fn words_in(sentence: &Sentence, wanted: impl Fn(Span) -> bool) -> Vec<&Token> {
    let tokens = sentence.tokens.iter();
    tokens.filter(|token| wanted(token.span)).collect()
}

/// Adds the hashed n-grams of a word with boundary marks, weighed by how rare the word is.
fn add_grams(word: &str, grams: &mut Vec<(u32, f32)>) {
    let rarity = 1.0 - (lexicon::zipf(word) / 8.0).min(0.95);
    let letters: Vec<char> = std::iter::once('<')
        .chain(word.chars())
        .chain(std::iter::once('>'))
        .collect();
    for size in GRAMS {
        for gram in letters.windows(size) {
            grams.push((hash(gram), rarity));
        }
    }
}

/// FNV-1a: the same in every build and on every machine, which the standard library's hashes do not promise.
fn hash(gram: &[char]) -> u32 {
    gram.iter().fold(0x811c_9dc5, |hash, &letter| {
        (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
    })
}
