//! Whether a number in the text is an amount: not a year, a day, a pronoun ("no one") or a piece of a code.

use super::amount::Amount;
use super::function_words::is_function_word;
use super::unit::Unit;
use super::words::Words;
use super::{calendar, event};

/// Whether an amount is one, and not a year, a day, a pronoun or a piece of a code.
pub(super) fn is_quantity(words: Words<'_>, at: usize, found: &Amount, hedged: bool) -> bool {
    if found.vague.is_some() {
        return true;
    }
    let unitless = found.unit == Unit::COUNT;
    if words.touches_previous(at)
        && (words.is_word(at - 1) || words.is_hyphen(at - 1) && words.touches_previous(at - 1))
        && found.digits
    {
        return false;
    }
    if found.digits && unitless {
        let trailing_letters = words.touches_previous(found.end)
            && words.is_word(found.end)
            && !words.lower(found.end).starts_with('\'');
        if trailing_letters {
            return false;
        }
    }
    if found.digits
        && found.number_end == at + 1
        && !(hedged && found.value > 31.0)
        && unitless
        && calendar::is_calendar(words, at, found.number_end, found.value)
    {
        return false;
    }
    if found.digits
        && calendar::is_calendar(words, at, found.number_end, found.value)
        && found.value <= 31.0
    {
        return false;
    }
    if words.lower(at) == "one" && found.number_end == at + 1 && unitless && !hedged {
        return is_counting_one(words, at);
    }
    !(words.lower(at) == "one" && is_idle_one(words, at))
}

/// "one day", "one another" and the like count nothing.
fn is_idle_one(words: Words<'_>, at: usize) -> bool {
    let idle = matches!(
        words.lower(at + 1),
        "day"
            | "time"
            | "thing"
            | "way"
            | "hand"
            | "point"
            | "side"
            | "another"
            | "by"
            | "night"
            | "minute"
            | "second"
            | "step"
    );
    idle && !words.is_tie(at + 1)
        && !matches!(
            words.before(at, 1),
            "least" | "than" | "in" | "for" | "within" | "about"
        )
}

/// Whether a bare "one" counts: "killing one", "one victim died", but not "the one", "no one", "one of the".
fn is_counting_one(words: Words<'_>, at: usize) -> bool {
    let previous = words.before(at, 1);
    if matches!(
        previous,
        "no" | "the"
            | "this"
            | "that"
            | "every"
            | "any"
            | "each"
            | "some"
            | "which"
            | "another"
            | "only"
            | "not"
            | "big"
            | "new"
            | "first"
            | "last"
            | "next"
            | "other"
            | "a"
            | "good"
            | "'s"
            | "loved"
            | "former"
            | "same"
            | "his"
            | "her"
    ) || is_idle_one(words, at)
    {
        return event::casualty_after(words, at + 1).is_some()
            && !matches!(previous, "no" | "every" | "any");
    }
    if event::casualty_after(words, at + 1).is_some() || event::is_casualty_before(words, at) {
        return words.lower(at + 1) != "of" || event::is_casualty_before(words, at);
    }
    let next = words.lower(at + 1);
    words.is_word(at + 1) && !is_function_word(next) && !next.starts_with('\'')
        || words.is_tie(at + 1)
}
