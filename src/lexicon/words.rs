//! Parts of speech and dictionary forms.

use std::sync::LazyLock;

use super::tables::{self, Table};

static VERBS: Table =
    LazyLock::new(|| tables::open(include_bytes!("../../data/lexicon/verbs.fst")));
static NOUNS: Table =
    LazyLock::new(|| tables::open(include_bytes!("../../data/lexicon/nouns.fst")));
static ADJECTIVES: Table =
    LazyLock::new(|| tables::open(include_bytes!("../../data/lexicon/adjectives.fst")));
/// Dictionary forms one after another; the maps say where each starts and how long it is.
static LEMMAS: &str = include_str!("../../data/lexicon/lemmas.txt");

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbForms {
    /// Base form or infinitive: "say".
    pub base: bool,
    /// Third person singular present: "says". Modal verbs ("may") count as this.
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
pub fn verb_forms(lower: &str) -> Option<VerbForms> {
    let entry = tables::get(&VERBS, lower)?;
    let has = |bit: u64| entry >> 40 & bit != 0;
    Some(VerbForms {
        base: has(1),
        present: has(2),
        past: has(4),
        participle: has(8),
        gerund: has(16),
    })
}

/// How likely a lower-case word is a verb where it stands in running text, from 0 to 1, by the share of verb
/// senses in WordNet's tagged texts: "said" near 1, "report" between, "house" near 0.
#[must_use]
pub fn verb_likelihood(lower: &str) -> f32 {
    tables::get(&VERBS, lower)
        .and_then(|entry| u8::try_from(entry >> 48).ok())
        .map_or(0.0, |share| f32::from(share) / 127.0)
}

/// Dictionary form of a verb: "shot" -> "shoot". The word itself if it is no verb.
#[must_use]
pub fn verb_lemma(lower: &str) -> &str {
    lemma(&VERBS, lower).unwrap_or(lower)
}

/// Dictionary form of a noun: "men" -> "man". The word itself if it is no noun.
#[must_use]
pub fn noun_lemma(lower: &str) -> &str {
    lemma(&NOUNS, lower).unwrap_or(lower)
}

/// Whether a lower-case word can be a noun.
#[must_use]
pub fn is_noun(lower: &str) -> bool {
    tables::get(&NOUNS, lower).is_some()
}

/// Whether a lower-case word can be an adjective.
#[must_use]
pub fn is_adjective(lower: &str) -> bool {
    tables::get(&ADJECTIVES, lower).is_some()
}

fn lemma(table: &'static Table, lower: &str) -> Option<&'static str> {
    let entry = tables::get(table, lower)? & 0xff_ffff_ffff;
    let start = (entry >> 8) as usize;
    LEMMAS.get(start..start + (entry & 0xff) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas() {
        for (form, verb) in [
            ("shot", "shoot"),
            ("said", "say"),
            ("killed", "kill"),
            ("was", "be"),
            ("fled", "flee"),
            ("stabbed", "stab"),
            ("found", "find"),
            ("left", "leave"),
            ("dying", "die"),
            ("didn't", "do"),
            ("carries", "carry"),
            ("qwzzk", "qwzzk"),
        ] {
            assert_eq!(verb_lemma(form), verb);
        }
        for (form, noun) in [
            ("men", "man"),
            ("guards", "guard"),
            ("cities", "city"),
            ("people", "person"),
            ("police", "police"),
            ("bodies", "body"),
            ("drones", "drone"),
            ("wives", "wife"),
            ("news", "news"),
            ("crisis", "crisis"),
            ("crises", "crisis"),
            ("buses", "bus"),
            ("qwzzk", "qwzzk"),
        ] {
            assert_eq!(noun_lemma(form), noun);
        }
    }

    #[test]
    fn forms() {
        let of = |word: &str| {
            verb_forms(word).map(|f| {
                [
                    (f.base, 'b'),
                    (f.present, 's'),
                    (f.past, 'd'),
                    (f.participle, 'n'),
                    (f.gerund, 'g'),
                ]
                .iter()
                .filter(|(has, _)| *has)
                .map(|(_, letter)| *letter)
                .collect::<String>()
            })
        };
        for (word, expected) in [
            ("say", "b"),
            ("says", "s"),
            ("said", "dn"),
            ("saying", "g"),
            ("took", "d"),
            ("taken", "n"),
            ("hit", "bdn"),
            ("was", "d"),
            ("been", "n"),
            ("is", "s"),
            ("may", "s"),
            ("arrested", "dn"),
            ("began", "d"),
            ("begun", "n"),
        ] {
            assert_eq!(of(word).as_deref(), Some(expected), "{word}");
        }
        for word in ["he", "while", "the", "president", "iraqi", ""] {
            assert_eq!(of(word), None, "{word}");
        }
    }

    #[test]
    fn likelihood_orders_words() {
        for (verb, other) in [
            ("said", "report"),
            ("report", "house"),
            ("killed", "state"),
            ("was", "attack"),
        ] {
            assert!(
                verb_likelihood(verb) > verb_likelihood(other),
                "{verb} {other}"
            );
        }
    }

    #[test]
    fn parts_of_speech() {
        for word in ["guard", "guards", "police", "attack"] {
            assert!(is_noun(word), "{word}");
        }
        for word in ["big", "bigger", "illegal", "dead"] {
            assert!(is_adjective(word), "{word}");
        }
        for word in ["said", "the", "of"] {
            assert!(!is_noun(word) && !is_adjective(word), "{word}");
        }
    }
}
