//! The words of one story, numbered and weighed.
//!
//! ```text
//! "said"      common in English, in every report      -> no term
//! "Kadhimi"   rare in English, all over this story    -> light
//! "tandem"    rare in English, once in each report    -> heavy
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::lexicon;
use crate::segment::{Token, TokenKind};

/// Zipf frequency from which a word carries nothing: that of "the" (wordfreq), where the weight reaches 0.
const COMMONEST: f32 = 7.5;
/// Least weight of a content word, so that no shared word counts for nothing.
const LEAST_WEIGHT: f32 = 0.05;

/// Number of a term in the [`Vocabulary`].
pub(super) type Term = u32;

/// Terms (stems of content words, `#6` for values) with what the program knows of them.
///
/// Terms are numbered in alphabetical order, so that sums over them come out the same to the last bit whatever the
/// order of the articles.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, Term>,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Default)]
struct Entry {
    name: String,
    /// The highest Zipf frequency of its forms in this story.
    zipf: f32,
    /// Numbers of what it can mean, over its forms in this story.
    senses: Vec<u32>,
    /// In how many sentences it stands.
    sentences: usize,
    rarity: f32,
    locality: f32,
}

impl Vocabulary {
    /// All terms among the words and values of a story.
    pub(super) fn new<'a>(
        words: impl Iterator<Item = &'a Token>,
        values: impl Iterator<Item = f64>,
    ) -> Self {
        let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for token in words.filter(|token| is_content(token)) {
            if let Some(known) = forms.get_mut(&token.stem) {
                if !known.contains(&token.lower) {
                    known.insert(token.lower.clone());
                }
            } else {
                forms.insert(token.stem.clone(), BTreeSet::from([token.lower.clone()]));
            }
        }
        for value in values {
            forms.insert(name_of_value(value), BTreeSet::new());
        }
        let entries = forms
            .iter()
            .map(|(name, forms)| Entry::of(name, forms))
            .collect();
        let numbers = (0..).zip(forms).map(|(term, (name, _))| (name, term));
        Self {
            numbers: numbers.collect(),
            entries,
        }
    }

    /// The term of a content word; `None` for function words and signs.
    pub(super) fn word(&self, token: &Token) -> Option<Term> {
        is_content(token).then(|| self.numbers[&token.stem])
    }

    /// The term of a value.
    pub(super) fn value(&self, value: f64) -> Term {
        self.numbers[&name_of_value(value)]
    }

    /// Counts one sentence's terms (each once).
    pub(super) fn count(&mut self, terms: impl Iterator<Item = Term>) {
        for term in terms {
            self.entries[term as usize].sentences += 1;
        }
    }

    /// Weighs all terms, once every sentence is counted.
    ///
    /// Rarity in English falls linearly in the Zipf frequency. Locality is an inverse document frequency that
    /// begins to fall where a term stands in more sentences than there are articles: one mention an article is what
    /// a shared fact looks like.
    pub(super) fn weigh(&mut self, sentences: usize, articles: usize) {
        let most = ((sentences + 1) as f32).ln().max(1.0);
        for entry in &mut self.entries {
            let beyond = entry.sentences.saturating_sub(articles) as f32;
            entry.rarity = ((COMMONEST - entry.zipf) / COMMONEST).max(LEAST_WEIGHT);
            entry.locality = (1.0 - (1.0 + beyond).ln() / most).max(LEAST_WEIGHT);
        }
    }

    /// How rare a term is in English, 0 to 1.
    pub(super) fn rarity(&self, term: Term) -> f32 {
        self.entries[term as usize].rarity
    }

    /// How rare a term is in this story, 0 to 1.
    pub(super) fn locality(&self, term: Term) -> f32 {
        self.entries[term as usize].locality
    }

    /// Weight of a term in a claim, 0 to 1: rare in English and in this story.
    pub(super) fn weight(&self, term: Term) -> f32 {
        self.rarity(term) * self.locality(term)
    }

    /// Numbers of what a term can mean, sorted.
    pub(super) fn senses(&self, term: Term) -> &[u32] {
        &self.entries[term as usize].senses
    }

    /// A term in words: one of its forms in this story.
    pub(super) fn name(&self, term: Term) -> &str {
        &self.entries[term as usize].name
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }
}

impl Entry {
    fn of(name: &str, forms: &BTreeSet<String>) -> Self {
        let zipf = forms
            .iter()
            .map(|form| lexicon::zipf(form))
            .fold(zipf_of_value(name), f32::max);
        let senses: BTreeSet<u32> = forms
            .iter()
            .flat_map(|form| lexicon::senses(form))
            .collect();
        Self {
            name: forms.first().map_or(name, String::as_str).to_owned(),
            zipf,
            senses: senses.into_iter().collect(),
            ..Self::default()
        }
    }
}

fn is_content(token: &Token) -> bool {
    token.kind != TokenKind::Sign && token.lower != "'s" && !lexicon::is_function_word(&token.lower)
}

fn name_of_value(value: f64) -> String {
    format!("#{value}")
}

/// How common a value is in English, 0 for a word. From four on numbers count as rare: "nine workers" is seldom said of two
/// groups of people, "two men" is.
fn zipf_of_value(name: &str) -> f32 {
    match name {
        "#0" => lexicon::zipf("zero"),
        "#1" => lexicon::zipf("one"),
        "#2" => lexicon::zipf("two"),
        "#3" => lexicon::zipf("three"),
        _ => 0.0,
    }
}
