//! What a number counts: "six of his security guards" -> guard.
//!
//! Two counts are compared only when they count one thing, so a wrong head noun is worse than none.

use super::event::{Class, casualty};
use super::function_words::is_function_word;
use super::words::Words;
use crate::lexicon;

/// The noun phrase behind a number.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Counted {
    /// Lemma of the head noun.
    pub head: Option<String>,
    /// Tokens of the phrase, without "of"; empty when there is none.
    pub from: usize,
    /// One past the phrase.
    pub end: usize,
    /// Event that a participle inside the phrase names: "two wounded men".
    pub event: Option<&'static str>,
}

/// Noun phrases with more words than this are cut wrongly rather than long.
const LONGEST_PHRASE: usize = 7;

/// The phrase that starts at `at`. `plural`: the number calls for a plural noun. `tied`: a hyphen stands between.
pub(super) fn counted(words: Words<'_>, at: usize, plural: bool, tied: bool) -> Counted {
    if tied {
        return tied_noun(words, at);
    }
    let mut from = at;
    let of = words.lower(from) == "of";
    if of {
        from = behind_owner(words, from + 1);
    }
    while is_skipped(words.lower(from)) {
        from += 1;
    }
    let mut found = Counted {
        head: None,
        from,
        end: from,
        event: None,
    };
    let mut head = None;
    let mut end = from;
    while end < from + LONGEST_PHRASE && words.is_word(end) {
        let word = words.lower(end);
        let joins = matches!(word, "and" | "or") && head.is_none() && end > from;
        if joins && lexicon::is_adjective(words.lower(end - 1)) && words.is_word(end + 1) {
            end += 1;
            continue;
        }
        if is_function_word(word) || lexicon::is_function_word(word) {
            break;
        }
        if let Some(casualty) = casualty(word) {
            match casualty.class {
                Class::Noun => {
                    found.event = Some(casualty.event);
                    head = None;
                    break;
                }
                Class::State if head.is_none() && is_noun_like(words, end + 1, plural) => {
                    found.event = Some(casualty.event);
                }
                Class::State | Class::Verb => break,
            }
        } else if ends_phrase(words, end, head, plural) {
            break;
        } else if is_head_like(word, plural) {
            head = Some(end);
        } else if head.is_some() && plural {
            // a singular behind the plural head starts something else
            break;
        }
        end += 1;
        if words.is_tie(end) && words.is_word(end + 1) {
            end += 1;
        }
    }
    let Some(head) = head else {
        return found;
    };
    found.end = head + 1;
    found.head = Some(lemma(words.lower(head)));
    found
}

/// What the number at `at` counts by the noun in front of it: "mother of 12", "dad-of-two", "a crowd of 70".
pub(super) fn implied(words: Words<'_>, at: usize) -> Option<&'static str> {
    // a hyphen may stand on either side of "of"
    let back = |at: usize| {
        let tie = usize::from(at > 0 && words.is_tie(at - 1));
        at.checked_sub(1 + tie)
    };
    let joint = back(at)?;
    let noun = words.lower(back(joint)?);
    match words.lower(joint) {
        "of" if is_parent(noun) => Some("child"),
        "of" | "is" | "was" if is_crowd(noun) => Some("person"),
        _ => None,
    }
}

fn is_parent(word: &str) -> bool {
    matches!(
        word,
        "mother" | "mom" | "mum" | "father" | "dad" | "parent" | "parents"
    )
}

fn is_crowd(word: &str) -> bool {
    matches!(
        word,
        "crowd"
            | "throng"
            | "population"
            | "audience"
            | "congregation"
            | "workforce"
            | "group"
            | "party"
    )
}

/// Most words of an owner: "the prime minister's".
const LONGEST_OWNER: usize = 5;

/// The place behind an owner that starts at `at`: "the minister's |guards"; `at` itself if none does.
fn behind_owner(words: Words<'_>, at: usize) -> usize {
    let mut end = at;
    while end < at + LONGEST_OWNER && words.is_word(end) {
        let word = words.lower(end);
        if matches!(word, "'s" | "\u{2019}s") && end > at {
            return end + 1;
        }
        if word.ends_with("'s") || word.ends_with("\u{2019}s") {
            return end + 1;
        }
        if is_function_word(word) && !matches!(word, "the" | "a" | "an") {
            break;
        }
        end += 1;
    }
    at
}

/// "five-boat flotilla": the noun at the hyphen is counted, unless it names no thing ("two-time", "12-gauge").
fn tied_noun(words: Words<'_>, at: usize) -> Counted {
    let word = words.lower(at);
    let names_nothing = matches!(
        word,
        "time"
            | "gauge"
            | "way"
            | "fold"
            | "part"
            | "star"
            | "digit"
            | "on"
            | "to"
            | "in"
            | "and"
            | "some"
            | "something"
            | "old"
            | "point"
            | "term"
            | "tier"
            | "year"
            | "plus"
            | "odd"
            | "bit"
    );
    let known = words.is_word(at) && !names_nothing && !is_function_word(word);
    Counted {
        head: known.then(|| lemma(word)),
        from: at,
        end: at + usize::from(known),
        event: None,
    }
}

/// Words between a number and its noun that say nothing of what is counted.
fn is_skipped(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "your"
            | "these"
            | "those"
            | "more"
            | "other"
            | "additional"
            | "further"
            | "different"
            | "separate"
            | "new"
            | "such"
            | "whole"
            | "full"
            | "total"
    )
}

/// Whether the word at `at` is a verb or an adverb behind a finished phrase.
fn ends_phrase(words: Words<'_>, at: usize, head: Option<usize>, plural: bool) -> bool {
    let word = words.lower(at);
    let Some(head) = head else { return false };
    if head + 1 != at {
        return false;
    }
    let looks_verbal = word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly");
    let forms = lexicon::verb_forms(word);
    let finite = forms.is_some_and(|f| f.past || f.participle || f.gerund || !plural && f.present);
    let noun = lexicon::is_noun(word);
    looks_verbal || finite && (plural || !noun)
}

/// Whether the word at `at` can be counted.
fn is_noun_like(words: Words<'_>, at: usize, plural: bool) -> bool {
    let word = words.lower(at);
    words.is_word(at)
        && !is_function_word(word)
        && casualty(word).is_none()
        && (is_head_like(word, plural)
            || is_head_like(words.lower(at + 1), plural) && !is_function_word(words.lower(at + 1)))
}

/// Whether a word has the number that the count calls for.
fn is_head_like(word: &str, plural: bool) -> bool {
    if plural {
        is_plural(word)
    } else {
        !lexicon::is_adjective(word) || lexicon::is_noun(word)
    }
}

/// Whether a noun is in the plural, or has one form for both.
fn is_plural(word: &str) -> bool {
    match word {
        "people" | "men" | "women" | "children" | "police" | "policemen" | "policewomen"
        | "firemen" | "gunmen" | "servicemen" | "crewmen" | "fishermen" | "personnel" | "staff"
        | "troops" | "cattle" | "fish" | "sheep" | "deer" | "aircraft" | "spacecraft"
        | "series" | "species" | "crew" | "feet" | "teeth" | "mice" | "geese" | "media"
        | "data" | "criteria" | "businessmen" | "congressmen" | "militiamen" | "lawmen" => true,
        _ => {
            word.len() > 2
                && word.ends_with('s')
                && !["ss", "us", "is", "'s"]
                    .iter()
                    .any(|tail| word.ends_with(tail))
        }
    }
}

/// Dictionary form of a counted noun.
pub(super) fn lemma(word: &str) -> String {
    match word {
        "people" | "persons" => "person".to_owned(),
        // "-os" ends Greek names more often than unknown plurals
        _ if lexicon::is_noun(word) || !is_plural(word) || word.ends_with("os") => {
            lexicon::noun_lemma(word).to_owned()
        }
        _ => singular(word),
    }
}

/// The regular singular of a plural that no word list knows: "defundings".
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    let sibilant = ["ches", "shes", "xes", "sses"]
        .iter()
        .any(|tail| word.ends_with(tail));
    let cut = if sibilant {
        2
    } else {
        usize::from(word.ends_with('s'))
    };
    word[..word.len() - cut].to_owned()
}

#[cfg(test)]
mod tests {
    use crate::FactValue;
    use crate::extract::quantity::quantities;
    use crate::extract::testing::sentence_of;

    #[test]
    fn owners_are_passed_over() {
        for text in [
            "Six of his guards were hurt.",
            "Six of Poe's guards were hurt.",
            "Six of the prime minister's guards were hurt.",
            "Six guards were hurt.",
        ] {
            let facts = quantities(text, &sentence_of(text));
            let counted = facts.iter().find_map(|fact| match &fact.value {
                FactValue::Quantity(quantity) => quantity.counted.as_deref(),
                _ => None,
            });
            assert_eq!(counted, Some("guard"), "{text}");
        }
    }
}
