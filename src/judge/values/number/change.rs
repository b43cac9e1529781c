//! Whether an amount is a change or a level: shares "rose 14 percent", a plant covers "10 percent" of demand.

use super::super::super::pair::{Pair, Told};
use super::Given;
use crate::{Measure, lexicon};

/// Most words between a verb of change and "by 3 percent": "fell in the second quarter by".
const BEFORE_BY: usize = 6;
/// Words that stand between a verb of change and its amount: "rose a further 3 percent", "fell by more than 3 percent".
const BETWEEN: [&str; 18] = [
    "by",
    "a",
    "an",
    "another",
    "further",
    "some",
    "about",
    "around",
    "roughly",
    "nearly",
    "almost",
    "just",
    "over",
    "more",
    "than",
    "as",
    "much",
    "estimated",
];
/// Most words between the amount and a word of change: "10 cents a share more".
const BEHIND: usize = 3;

/// Whether one of two amounts is a change and the other is none. Counts are left to `update`.
pub(super) fn are_change_and_level(pair: &Pair<'_>, a: &Given<'_>, b: &Given<'_>) -> bool {
    a.quantity.measure != Measure::Count && is_change(pair.a, a) != is_change(pair.b, b)
}

/// Base forms of verbs of rising.
pub(super) const RISE: [&str; 11] = [
    "rise", "grow", "increase", "climb", "jump", "surge", "soar", "raise", "rally", "hike", "swell",
];

/// Base forms of verbs of falling.
pub(super) const FALL: [&str; 16] = [
    "fall", "drop", "decrease", "decline", "slip", "plunge", "tumble", "shrink", "lower", "reduce",
    "cut", "slump", "slide", "dip", "sink", "ease",
];

/// Base forms of other verbs of change, and particles that tell one.
const OTHER_CHANGE: [&str; 5] = ["gain", "lose", "up", "down", "edge"];

/// Verbs that "up" or "down" belongs to: taxes "make up 22 percent".
const WITH_PARTICLE: [&str; 9] = [
    "make", "take", "eat", "use", "buy", "put", "come", "end", "give",
];

/// Words behind an amount that make it a difference: "14 percent more".
const MORE: [&str; 5] = ["more", "less", "higher", "lower", "fewer"];

/// Nouns behind an amount: "a 14 percent rise".
const NOUNS: [&str; 14] = [
    "rise",
    "fall",
    "growth",
    "drop",
    "increase",
    "decrease",
    "decline",
    "jump",
    "surge",
    "gain",
    "raise",
    "reduction",
    "cut",
    "hike",
];

/// Whether the words next to an amount make it a change; "rose to 14 percent" tells a level.
fn is_change(told: &Told<'_>, given: &Given<'_>) -> bool {
    let tokens = &told.sentence.tokens;
    let from = tokens.partition_point(|token| token.span.start < given.fact.span.start);
    let to = tokens.partition_point(|token| token.span.start < given.fact.span.end);
    let lower = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let changes = |word: &str| is_of_change(word) || is_of_change(lexicon::verb_lemma(word));
    let before = |at: usize| at.checked_sub(1).map_or("", lower);
    let mut first = from;
    while BETWEEN.contains(&before(first)) {
        first -= 1;
    }
    let particle = matches!(before(first), "up" | "down");
    let verb_of_particle = before(first.saturating_sub(1));
    let is_particle = particle && WITH_PARTICLE.contains(&lexicon::verb_lemma(verb_of_particle));
    let by = (first..from).any(|at| lower(at) == "by");
    let verb = (first.saturating_sub(BEFORE_BY)..first).rev().map(lower);
    let behind = (to..to + BEHIND).map(lower);
    changes(before(first)) && !is_particle
        || by && verb.take_while(|word| is_word(word)).any(changes)
        || behind
            .take_while(|word| is_word(word) && !matches!(*word, "or" | "and" | "of"))
            .any(|word| MORE.contains(&word) || NOUNS.contains(&word))
}

fn is_of_change(word: &str) -> bool {
    RISE.contains(&word) || FALL.contains(&word) || OTHER_CHANGE.contains(&word)
}

fn is_word(word: &str) -> bool {
    word.chars().all(char::is_alphanumeric)
}
