//! One way of writing a name, made comparable.

use std::collections::BTreeMap;

use crate::FactKind;
use crate::lexicon;

/// Fewest letters of a word that one letter may tell apart from another spelling of it.
const SPELT_OTHERWISE: usize = 6;
/// Frequency (Zipf) from which a noun is too common to be short for a name that it is the last word of.
const COMMON: f32 = 4.0;
/// Least Jaro-Winkler similarity of two spellings of one word; "Kadhimi" and "Kadhemi" have .94.
const SIMILAR: f64 = 0.9;

/// A form of a name in a story.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// Its words, joined.
    pub(super) key: String,
    /// Lower case, without marks, articles and particles.
    pub(super) words: Vec<String>,
    /// One way it is written.
    pub(super) written: String,
    /// Whether it is a word of capitals.
    pub(super) acronym: bool,
    /// Whether a title stands with it somewhere.
    pub(super) titled: bool,
    /// What its mentions were taken for, and how often.
    pub(super) kinds: BTreeMap<FactKind, usize>,
    pub(super) seen: usize,
}

/// What equal forms share.
pub(super) fn key(written: &str) -> String {
    words(written).join(" ")
}

impl Form {
    pub(super) fn of(written: &str) -> Self {
        let words = words(written);
        let letters: Vec<char> = written.chars().filter(|c| c.is_alphabetic()).collect();
        Self {
            key: words.join(" "),
            acronym: words.len() == 1
                && letters.len() > 1
                && letters.iter().all(|c| c.is_uppercase()),
            words,
            written: written.to_owned(),
            titled: false,
            kinds: BTreeMap::new(),
            seen: 0,
        }
    }

    /// Counts a mention. Of several ways of writing a form the alphabetically first is kept.
    pub(super) fn see(&mut self, kind: FactKind, written: &str, titled: bool) {
        self.seen += 1;
        self.titled |= titled;
        *self.kinds.entry(kind).or_default() += 1;
        if written < self.written.as_str() {
            written.clone_into(&mut self.written);
        }
    }

    pub(super) fn is_organisation(&self) -> bool {
        self.kinds.contains_key(&FactKind::Organisation)
            || self.kinds.contains_key(&FactKind::Place)
    }

    pub(super) fn is_person(&self) -> bool {
        self.titled || self.kinds.contains_key(&FactKind::Person)
    }

    /// First letters of the words, "of" and "and" left out.
    pub(super) fn initials(&self) -> String {
        let words = self
            .words
            .iter()
            .filter(|word| !matches!(word.as_str(), "of" | "and" | "for" | "the"));
        words.filter_map(|word| word.chars().next()).collect()
    }

    /// Words that may stand for the whole name: the last, and the first of persons and companies.
    pub(super) fn parts(&self) -> Vec<&str> {
        let words = match &self.words[..] {
            [name @ .., suffix] if matches!(suffix.as_str(), "jr" | "sr" | "ii" | "iii") => name,
            whole => whole,
        };
        let [first, .., last] = words else {
            return Vec::new();
        };
        if matches!(
            last.as_str(),
            "inc" | "corp" | "co" | "ltd" | "llc" | "group" | "company"
        ) {
            return vec![first];
        }
        let mut parts = vec![last.as_str()];
        if !self.is_organisation() {
            parts.push(first);
        }
        parts
    }

    /// Whether a single word can be short for a longer name.
    pub(super) fn can_be_part_of(&self, whole: &Self) -> bool {
        let place = |form: &Self| form.kinds.keys().all(|kind| *kind == FactKind::Place);
        let person = |form: &Self| form.kinds.keys().any(|kind| *kind == FactKind::Person);
        let common = lexicon::is_noun(&self.key)
            && lexicon::zipf(&self.key) >= COMMON
            && lexicon::gazetteer(&self.key).is_empty();
        if common && !person(self) {
            return false;
        }
        if place(self) && !place(whole) {
            return lexicon::gazetteer(&self.key).is_empty();
        }
        !(person(self) && whole.is_organisation() || place(whole) && !place(self))
    }

    /// Whether two forms of as many words are spellings of one name: one word apart by a letter, and rare.
    pub(super) fn is_spelling_of(&self, other: &Self) -> bool {
        if self.words.len() != other.words.len() || self.acronym || other.acronym {
            return false;
        }
        let differing: Vec<(&String, &String)> = self
            .words
            .iter()
            .zip(&other.words)
            .filter(|(a, b)| a != b)
            .collect();
        let [(a, b)] = differing[..] else {
            return false;
        };
        let short = a.chars().count().min(b.chars().count()) < SPELT_OTHERWISE;
        let rare = |word: &str| lexicon::gazetteer(word).is_empty() && !lexicon::is_noun(word);
        let near = strsim::damerau_levenshtein(a, b) <= 1 && strsim::jaro_winkler(a, b) >= SIMILAR;
        let plural = a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a);
        near && !short && !plural && (rare(a) || rare(b))
    }
}

/// Lower-case words without accents, points, articles and particles.
fn words(written: &str) -> Vec<String> {
    let plain = lexicon::unaccented(written).to_lowercase();
    let words: Vec<String> = plain
        .split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '&' || c == '\''))
        .map(|word| word.replace('.', ""))
        .filter(|word| !word.is_empty() && !matches!(word.as_str(), "al" | "el" | "the"))
        .collect();
    if words.is_empty() { vec![plain] } else { words }
}
