//! What can be told of a run of words without parsing it: finite verbs, auxiliaries.
//!
//! ```text
//! "the two men who fled were later caught"     finite: were (fled belongs to "who")
//! ```
//!
//! Like the lexicon, this belongs to no stage: sentences are cut by it, and claims are read with it.

use crate::lexicon;
use crate::segment::{Token, TokenKind};

/// Whether the word at `at` is a finite verb of its own clause, not of a relative one ("who fled").
pub(crate) fn is_finite(words: &[&Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |b| words[b].lower.as_str());
    let relative = matches!(before, "who" | "which" | "that" | "where" | "when" | "whom");
    !(at > 1 && relative) && is_finite_verb(words, at)
}

/// Whether the word at `at` is a finite verb.
pub(crate) fn is_finite_verb(words: &[&Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |b| words[b].lower.as_str());
    if is_auxiliary(words, at) {
        return !matches!(words[at].lower.as_str(), "be" | "been" | "being" | "having");
    }
    let word = words[at];
    if word.kind != TokenKind::Word || at == 0 || is_noun_place(before) {
        return false;
    }
    let Some(forms) = lexicon::verb_forms(&word.lower) else {
        return false;
    };
    let pronoun = matches!(before, "i" | "we" | "they" | "you" | "he" | "she" | "it");
    let noun = lexicon::is_noun(&word.lower) && !pronoun;
    forms.past || forms.present && !noun || forms.base && !noun && before != "to"
}

/// Whether a word can name something or somebody: a noun, a name, a pronoun.
pub(crate) fn can_name(word: &Token) -> bool {
    word.capitalised
        || word.kind == TokenKind::Word && lexicon::is_noun(&word.lower)
        || matches!(
            word.lower.as_str(),
            "he" | "she"
                | "it"
                | "they"
                | "we"
                | "i"
                | "you"
                | "there"
                | "this"
                | "these"
                | "those"
                | "others"
                | "another"
                | "some"
                | "many"
                | "one"
        )
}

/// Whether a word is a number, in digits or in letters, or stands for one ("several").
pub(crate) fn is_numeral(word: &Token) -> bool {
    word.kind == TokenKind::Number
        || matches!(
            word.lower.as_str(),
            "one"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
                | "twenty"
                | "thirty"
                | "forty"
                | "fifty"
                | "half"
                | "several"
                | "many"
                | "dozens"
                | "scores"
                | "hundreds"
                | "thousands"
        )
}

/// Whether a lower-case word is the full name of a day of the week.
pub(crate) fn is_weekday(lower: &str) -> bool {
    matches!(
        lower,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
    )
}

/// Words after which a noun stands, not a finite verb.
fn is_noun_place(before: &str) -> bool {
    matches!(
        before,
        "the"
            | "a"
            | "an"
            | "this"
            | "these"
            | "those"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "'s"
            | "'"
            | "of"
            | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "to"
            | "no"
            | "any"
            | "some"
            | "-"
    )
}

/// Forms of be, have, do and the modal verbs, contracted and negated ones included.
pub(crate) fn is_auxiliary(words: &[&Token], at: usize) -> bool {
    let lower = words[at].lower.as_str();
    let bare = lower.strip_suffix("n't").unwrap_or(lower);
    match bare {
        "is" | "are" | "was" | "were" | "am" | "be" | "been" | "being" | "has" | "have" | "had"
        | "having" | "do" | "does" | "did" | "will" | "would" | "could" | "should" | "must"
        | "might" | "shall" | "can" | "cannot" | "ca" | "wo" | "sha" | "isnt" | "wasnt"
        | "didnt" | "doesnt" | "dont" | "hasnt" | "havent" | "couldnt" | "wouldnt" => true,
        "may" => !words[at].capitalised,
        "'s" => at.checked_sub(1).is_some_and(|before| {
            matches!(
                words[before].lower.as_str(),
                "he" | "she" | "it" | "that" | "there" | "who" | "what" | "here"
            )
        }),
        _ => ["'re", "'m", "'ve", "'ll", "'d"]
            .iter()
            .any(|ending| bare.ends_with(ending)),
    }
}
