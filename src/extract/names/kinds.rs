//! What a name names.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::FactKind;
use crate::lexicon::{self, Gazetteer};
use crate::segment::{Token, TokenKind};

static WORDS: LazyLock<HashMap<&str, FactKind>> = LazyLock::new(|| {
    include_str!("../../../data/name_words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(word, kind)| {
            let kind = if kind == "place" {
                FactKind::Place
            } else {
                FactKind::Organisation
            };
            (word, kind)
        })
        .collect()
});

/// What a name that ends (or opens) with the word names, if the word tells.
pub(super) fn of_last_word(lower: &str) -> Option<FactKind> {
    WORDS.get(lower).copied()
}

/// The kind of a name, by its words and those around it.
pub(super) fn kind(words: &[&Token], name: Range<usize>, titled: bool) -> FactKind {
    let own: Vec<&str> = words[name.clone()]
        .iter()
        .filter(|word| word.kind != TokenKind::Sign)
        .map(|word| word.lower.as_str())
        .collect();
    let (Some(first), Some(last)) = (own.first(), own.last()) else {
        return FactKind::Name;
    };
    let whole = own.join(" ");
    let known = lexicon::gazetteer(&whole);
    if matches!(whole.as_str(), "us" | "uk")
        || lexicon::canonical_place(&whole).is_some()
        || known.contains(&Gazetteer::Country)
    {
        return FactKind::Place;
    }
    if own.len() > 1
        && let Some(kind) =
            of_last_word(last).or_else(|| of_last_word(first).filter(|_| own.contains(&"of")))
    {
        return kind;
    }
    if titled {
        return FactKind::Person;
    }
    let is = |word: &str, sort: Gazetteer| lexicon::gazetteer(word).contains(&sort);
    if own.len() > 1
        && own.len() <= 4
        && is(first, Gazetteer::GivenName)
        && !known.contains(&Gazetteer::City)
    {
        return FactKind::Person;
    }
    let before = name
        .start
        .checked_sub(1)
        .map_or("", |at| words[at].lower.as_str());
    let placed = matches!(
        before,
        "in" | "near"
            | "at"
            | "from"
            | "to"
            | "outside"
            | "around"
            | "across"
            | "southern"
            | "northern"
            | "eastern"
            | "western"
    );
    let after_place = before == "," && name.start >= 2 && words[name.start - 2].capitalised;
    let region =
        known.contains(&Gazetteer::Region) || lexicon::state_of_abbreviation(&whole).is_some();
    if known.contains(&Gazetteer::City) || region {
        let person =
            known.contains(&Gazetteer::GivenName) || known.contains(&Gazetteer::FamilyName);
        if placed || after_place || !person {
            return FactKind::Place;
        }
    }
    if own.len() == 1 && words[name.start].capitals {
        return FactKind::Organisation;
    }
    if own.len() == 2 && is(last, Gazetteer::FamilyName) && own[0].len() <= 2 {
        return FactKind::Person;
    }
    if initials(words, &name) {
        return FactKind::Person;
    }
    FactKind::Name
}

/// "J. R. Smith"
fn initials(words: &[&Token], name: &Range<usize>) -> bool {
    name.len() > 2 && words[name.start].lower.len() == 1 && words[name.start + 1].lower == "."
}
