//! One name, spelt in two ways.
//!
//! ```text
//! Anna Lindqvist     Anna Lindquist      clash, soft: a letter of the last name differs
//! Anna Lindqvist     Lindquist           likewise
//! Rob Jones          Robert Jones        none: a short form
//! Jose Velez         José Vélez          none: marks are no letters
//! Bellis Arts Centre Bellis Arts Center  none: a word of the language, and two houses' spelling of it
//! Ann Poe, Anna Poe  Anna Poe            none: one article names both, so that they may be two people
//! ```
//!
//! It is told where one of the two articles names them first, and not wherever they are named.

use std::collections::BTreeSet;

use super::super::pair::{Clash, Findings, Pair, Signs, Told};
use crate::{ConflictKind, Fact, FactKind, FactValue, Strength, lexicon};

/// Fewest letters of a word of a name that a letter or two may tell apart from another spelling of it; "Li" and "Lu" are two.
const SHORTEST: usize = 4;
/// Most letters that may differ, and letters of the longer word for each of them.
const MOST_LETTERS: usize = 2;
const LETTERS_EACH: usize = 3;

/// Compares the names of people, and of what may be people.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = Findings::default();
    let mut told = BTreeSet::new();
    let theirs = names(pair.b);
    for (fact, ours) in names(pair.a) {
        for (other, words) in &theirs {
            let Some((mine, yours)) = spelt_otherwise(&ours, words) else {
                continue;
            };
            let is_new = is_first(pair.a, fact, &mine) || is_first(pair.b, other, &yours);
            if !is_new || !told.insert((mine.clone(), yours.clone())) {
                continue;
            }
            // who writes both tells two people apart, or errs by itself
            if writes(pair.a, &yours) || writes(pair.b, &mine) {
                continue;
            }
            found.clashes.push(Clash {
                kind: ConflictKind::Name,
                strength: Strength::Soft,
                a: fact.span,
                b: other.span,
                core: None,
                why: format!(
                    "one name in two spellings: \u{201c}{}\u{201d} and \u{201c}{}\u{201d}",
                    fact.text, other.text
                ),
                signs: Signs::default(),
            });
        }
    }
    found
}

fn names<'a>(told: &Told<'a>) -> Vec<(&'a Fact, Vec<String>)> {
    let facts = told.claim.facts.iter();
    facts
        .filter(|fact| matches!(fact.kind, FactKind::Person | FactKind::Name))
        .filter_map(|fact| match &fact.value {
            FactValue::Name(name) => {
                let title = name.title.as_deref().unwrap_or_default();
                let plain = fact.text.strip_prefix(title).unwrap_or(&fact.text);
                Some((fact, plain_words(plain)))
            }
            _ => None,
        })
        .collect()
}

/// Words of a name in small letters without marks; "'s" and what stands in no letters is left out.
fn plain_words(text: &str) -> Vec<String> {
    let plain = lexicon::unaccented(text).to_lowercase();
    let words = plain.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| word.len() > 1)
        .map(str::to_owned)
        .collect()
}

/// The words that two names spell otherwise: one word, and the others are alike; of a last name alone that word.
fn spelt_otherwise(ours: &[String], theirs: &[String]) -> Option<(String, String)> {
    let (short, long) = if ours.len() <= theirs.len() {
        (ours, theirs)
    } else {
        (theirs, ours)
    };
    // a last name against a full one
    let last = short.len() == 1 && long.len() > 1;
    if !last && short.len() != long.len() || short.is_empty() {
        return None;
    }
    let behind = |words: &[String]| words[words.len() - short.len()..].to_vec();
    let (mine, yours) = (behind(ours), behind(theirs));
    let mut other = mine
        .iter()
        .zip(&yours)
        .enumerate()
        .filter(|(_, (a, b))| a != b);
    let (at, (a, b)) = other.next()?;
    if other.next().is_some() {
        return None;
    }
    let is_last = at + 1 == mine.len();
    let near = if is_last {
        is_near(a, b)
    } else {
        // "Rob" and "Robert", "Chris" and "Christine"
        is_near(a, b) && !a.starts_with(b.as_str()) && !b.starts_with(a.as_str())
    };
    near.then(|| (a.clone(), b.clone()))
}

fn is_near(a: &str, b: &str) -> bool {
    let (a_letters, b_letters) = (a.chars().count(), b.chars().count());
    let longer = a_letters.max(b_letters);
    let apart = strsim::damerau_levenshtein(a, b);
    a_letters.min(b_letters) >= SHORTEST
        && apart <= MOST_LETTERS
        && apart * LETTERS_EACH <= longer
        && !is_inflected(a, b)
        && !lexicon::synonyms(a, b)
}

/// "Democrat" and "Democrats", "Iraq" and "Iraqi".
fn is_inflected(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short)
        .is_some_and(|ending| matches!(ending, "s" | "es" | "i" | "n" | "an" | "ic"))
}

/// Whether a word of a name stands there for the first time in its article.
fn is_first(told: &Told<'_>, name: &Fact, word: &str) -> bool {
    let written = name
        .text
        .split(' ')
        .find(|part| plain_words(part).iter().any(|own| own == word));
    let first = written.and_then(|written| told.article.text.find(written));
    first.is_some_and(|first| name.span.start <= first)
}

/// Whether an article has a word somewhere.
fn writes(told: &Told<'_>, word: &str) -> bool {
    plain_words(&told.article.text)
        .iter()
        .any(|own| own == word)
}

#[cfg(test)]
mod tests {
    use super::super::super::pair::testing::compared;
    use super::compare;

    #[test]
    fn names_in_two_spellings() {
        for (a, b, clashes) in [
            ("Anna Lindqvist", "Anna Lindquist", 1),
            ("Salvatore Balzano", "Salvatore Balsamo", 1),
            ("Curtis Hagen", "Kurtis Hagen", 1),
            ("Rob Jones", "Robert Jones", 0),
            ("Jose Velez", "Jos\u{e9} V\u{e9}lez", 0),
            ("Anna Kelly", "Emma Kelly", 0),
            ("Anna Kelly", "Anna Li", 0),
            ("Bellis Arts Centre", "Bellis Arts Center", 0),
        ] {
            let text = |name: &str| format!("The guard {name} was hurt at the mill.");
            let found = compared(&text(a), &text(b), compare);
            assert_eq!(found.clashes.len(), clashes, "{a} / {b}: {found:?}");
        }
    }

    #[test]
    fn an_article_that_names_both_may_name_two_people() {
        let found = compared(
            "The guard Anna Lindqvist was hurt at the mill. Her cousin Anna Lindquist was not.",
            "The guard Anna Lindquist was hurt at the mill.",
            compare,
        );
        assert_eq!(found.clashes, []);
    }
}
