//! What the program knows about English words: embedded tables, looked up, never parsed at start.

/// How often a lower-case word is used in English, on the Zipf scale (log10 of uses in a billion words):
/// "the" about 7.7, "drone" about 3.5; 0 for words that are not listed.
#[must_use]
pub fn zipf(_lower: &str) -> f32 {
    0.0
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbForms {
    /// Base form or infinitive: "say".
    pub base: bool,
    /// Third person singular present: "says".
    pub present: bool,
    /// Past tense: "said".
    pub past: bool,
    /// Past participle: "said".
    pub participle: bool,
    /// "-ing" form: "saying".
    pub gerund: bool,
}

/// Which forms of a verb a lower-case word can be; `None` if it is no verb.
#[must_use]
pub fn verb_forms(_lower: &str) -> Option<VerbForms> {
    None
}

/// Dictionary form of a verb: "shot" -> "shoot". The word itself if it is no verb.
#[must_use]
pub fn verb_lemma(lower: &str) -> &str {
    lower
}

/// Dictionary form of a noun: "men" -> "man".
#[must_use]
pub fn noun_lemma(lower: &str) -> &str {
    lower
}

/// Whether a lower-case word can be a noun.
#[must_use]
pub fn is_noun(_lower: &str) -> bool {
    false
}

/// Whether a lower-case word can be an adjective.
#[must_use]
pub fn is_adjective(_lower: &str) -> bool {
    false
}

/// Whether two lower-case words (any inflection) can mean the same: shared synset or a derivation of each other.
#[must_use]
pub fn synonyms(_a: &str, _b: &str) -> bool {
    false
}

/// Whether two lower-case words (any inflection) can be opposites.
#[must_use]
pub fn antonyms(_a: &str, _b: &str) -> bool {
    false
}

/// Words that carry grammar rather than content: articles, prepositions, pronouns, auxiliaries, conjunctions.
#[must_use]
pub fn is_function_word(_lower: &str) -> bool {
    false
}

/// What a gazetteer knows about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Gazetteer {
    /// Country or territory.
    Country,
    /// Town of note.
    City,
    /// State or province.
    Region,
    /// Given name.
    GivenName,
    /// Family name.
    FamilyName,
}

/// Everything the gazetteers list under a name (lower case, words parted by one space).
#[must_use]
pub fn gazetteer(_name: &str) -> &'static [Gazetteer] {
    &[]
}

/// Country of a nationality or demonym in lower case: "iraqi" -> "iraq".
#[must_use]
pub fn country_of_demonym(_lower: &str) -> Option<&'static str> {
    None
}
