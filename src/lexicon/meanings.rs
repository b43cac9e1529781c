//! Which words can mean the same, and which are opposites.
//!
//! ```text
//! senses("wounded")    and senses("hurt")      share a number   -> can mean the same
//! opposites("convict") has 2k, opposites("acquit") has 2k + 1   -> can be opposites
//! ```
//!
//! Both come as small sorted lists of numbers, so that a caller with many words can index them instead of
//! asking for each pair.

use std::sync::LazyLock;

use super::tables::{self, Table};
use super::words::{noun_lemma, verb_lemma};

static MEANINGS: Table =
    LazyLock::new(|| tables::open(include_bytes!("../../data/lexicon/meanings.fst")));
static MEANING_LISTS: &[u8] = include_bytes!("../../data/lexicon/meanings.bin");
static OPPOSITES: Table =
    LazyLock::new(|| tables::open(include_bytes!("../../data/lexicon/opposites.fst")));
static OPPOSITE_LISTS: &[u8] = include_bytes!("../../data/lexicon/opposites.bin");

/// Numbers of what a lower-case word (any inflection) can mean, sorted: shared synsets of its frequent senses,
/// families of derived words, groups of news words. Two words can mean the same if they share a number.
#[must_use]
pub fn senses(lower: &str) -> Vec<u32> {
    lists(&MEANINGS, MEANING_LISTS, lower)
}

/// Numbers of the pairs of opposites that a lower-case word (any inflection) stands in, sorted. Two words are
/// opposites if one has a number `n` and the other `n ^ 1`.
#[must_use]
pub fn opposites(lower: &str) -> Vec<u32> {
    lists(&OPPOSITES, OPPOSITE_LISTS, lower)
}

/// Whether two lower-case words (any inflection) can mean the same: the same dictionary form, a shared synset or a
/// derivation of each other.
#[must_use]
pub fn synonyms(a: &str, b: &str) -> bool {
    if a == b || verb_lemma(a) == verb_lemma(b) || noun_lemma(a) == noun_lemma(b) {
        return true;
    }
    let ours = senses(a);
    !ours.is_empty()
        && senses(b)
            .iter()
            .any(|meaning| ours.binary_search(meaning).is_ok())
}

/// Whether two lower-case words (any inflection) can be opposites.
#[must_use]
pub fn antonyms(a: &str, b: &str) -> bool {
    let ours = opposites(a);
    !ours.is_empty()
        && opposites(b)
            .iter()
            .any(|side| ours.binary_search(&(side ^ 1)).is_ok())
}

/// What a table lists under the word itself, its verb and its noun.
fn lists(table: &'static Table, lists: &'static [u8], lower: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    tables::list(table, lists, lower, &mut numbers);
    let (verb, noun) = (verb_lemma(lower), noun_lemma(lower));
    if verb != lower {
        tables::list(table, lists, verb, &mut numbers);
    }
    if noun != lower && noun != verb {
        tables::list(table, lists, noun, &mut numbers);
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_meaning() {
        for (a, b) in [
            ("wounded", "injured"),
            ("killed", "dead"),
            ("killing", "killer"),
            ("destroyed", "destruction"),
            ("blast", "explosion"),
            ("quakes", "earthquake"),
            ("arrested", "detained"),
            ("cops", "police"),
            ("car", "vehicles"),
            ("attorney", "lawyers"),
            ("said", "says"),
            ("bought", "purchased"),
        ] {
            assert!(synonyms(a, b) && synonyms(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("police", "suspect"),
            ("killed", "injured"),
            ("north", "south"),
            ("monday", "tuesday"),
            ("arrested", "released"),
            ("president", "drone"),
            ("the", "of"),
            ("", "police"),
            ("school", "hospital"),
        ] {
            assert!(!synonyms(a, b) && !synonyms(b, a), "{a} {b}");
        }
    }

    #[test]
    fn opposite_meaning() {
        for (a, b) in [
            ("won", "lost"),
            ("acquitted", "convicted"),
            ("approved", "rejected"),
            ("confirmed", "denies"),
            ("guilty", "innocent"),
            ("rose", "fell"),
            ("alive", "dead"),
            ("arrested", "released"),
            ("success", "failure"),
            ("legal", "illegal"),
            ("male", "female"),
            ("north", "south"),
            ("supports", "opposes"),
            ("winner", "loser"),
        ] {
            assert!(antonyms(a, b) && antonyms(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("killed", "wounded"),
            ("said", "told"),
            ("police", "suspect"),
            ("won", "won"),
            ("wounded", "injured"),
            ("", ""),
        ] {
            assert!(!antonyms(a, b) && !antonyms(b, a), "{a} {b}");
        }
    }

    #[test]
    fn our_lists_are_compiled_in() {
        for (list, related) in [
            (
                include_str!("../../data/news_antonyms.txt"),
                antonyms as fn(&str, &str) -> bool,
            ),
            (include_str!("../../data/news_synonyms.txt"), synonyms),
        ] {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                let words: Vec<_> = line.split_whitespace().collect();
                for pair in words.windows(2) {
                    assert!(
                        related(pair[0], pair[1]),
                        "{line}: rebuild, see data/NOTICE.md"
                    );
                }
            }
        }
    }
}
