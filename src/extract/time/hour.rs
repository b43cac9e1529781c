//! Hours that no "o'clock" follows: "at nine on Wednesday morning", "the doors opened at eight", "since five yesterday".

use super::context::Context;
use super::words::{self, number_word};
use crate::lexicon;
use crate::segment::TokenKind;

/// How far before "at" a verb of levels is looked for.
const REACH: usize = 4;

/// Verbs, by their base forms, and nouns after which "at nine" is a level: "the toll stood at nine", "seeded at nine".
const LEVELS: [&str; 31] = [
    "stand", "remain", "stay", "keep", "put", "set", "estimate", "place", "number", "peak",
    "settle", "fix", "limit", "cap", "count", "price", "value", "rate", "rank", "tie", "trade",
    "point", "look", "shoot", "aim", "marry", "age", "die", "toll", "total", "level",
];

/// Whether the number of 1 to 12 at `at` is an hour of the day; where it ends is the next token.
pub(super) fn is_hour(cx: &Context<'_>, at: usize) -> bool {
    let next = at + 1;
    if cx.touches_next(at) && cx.is(next, &["-", "%", "/"]) {
        return false;
    }
    let opens = |place: usize| place == 0 || !cx.is_word(place - 1);
    let first = at.checked_sub(1);
    let (introduced, alone) = match cx.before(at) {
        "at" => (true, true),
        "until" | "till" | "before" | "after" | "since" => (true, false),
        // "about nine on Monday" are nine of something, "cut by nine" too
        "about" | "around" => (
            cx.are(next, &["at", "night"])
                || first.is_some_and(|place| ["at", "until", "till"].contains(&cx.before(place))),
            false,
        ),
        "by" => (first.is_some_and(opens), true),
        _ => return false,
    };
    let counts = cx.digits(at).is_some() || cx.lower(at) == "one";
    introduced
        && (is_day(cx, next)
            || alone && !counts && closes(cx, next) && !is_level(cx, at) && !is_age(cx, at))
}

/// "on Monday", "Wednesday morning", "that evening", "yesterday", "at night", "sharp"
fn is_day(cx: &Context<'_>, at: usize) -> bool {
    let weekday = |at: usize| cx.capitalised(at) && words::weekday(cx.lower(at)).is_some();
    let part = |at: usize| cx.is(at, &["morning", "afternoon", "evening", "night"]);
    match cx.lower(at) {
        "on" => weekday(at + 1),
        "that" | "this" | "last" | "yesterday" | "tomorrow" if part(at + 1) => true,
        "yesterday" | "tomorrow" | "tonight" | "sharp" => true,
        "at" => cx.lower(at + 1) == "night",
        _ => weekday(at),
    }
}

/// Whether what follows a number counts on no further: the end, a sign, or a word that no thing counted begins with.
fn closes(cx: &Context<'_>, at: usize) -> bool {
    let Some(token) = cx.tokens.get(at) else {
        return true;
    };
    match cx.lower(at) {
        "and" | "or" | "to" | "of" | "per" | "times" => false,
        _ => token.kind != TokenKind::Word || lexicon::is_function_word(&token.lower),
    }
}

/// Whether a verb of levels stands shortly before "at nine", in the same part of the sentence.
fn is_level(cx: &Context<'_>, at: usize) -> bool {
    let from = at.saturating_sub(REACH + 1);
    (from..at.saturating_sub(1))
        .rev()
        .take_while(|&place| cx.is_word(place))
        .any(|place| {
            let word = cx.lower(place);
            LEVELS.contains(&lexicon::verb_lemma(word)) || LEVELS.contains(&word)
        })
}

/// "At five, she spoke three languages": more likely an age.
fn is_age(cx: &Context<'_>, at: usize) -> bool {
    at == 1 && cx.lower(at + 1) == "," && cx.is(at + 2, &["he", "she", "i"])
}

/// Minutes that are told by the hour, "twenty" of "twenty past six", and how many tokens they take.
pub(super) fn minutes(cx: &Context<'_>, at: usize) -> Option<(i32, usize)> {
    let word = |at: usize| match cx.digits(at) {
        Some((number, length)) if length <= 2 => Some(i32::from(number)),
        Some(_) => None,
        None => number_word(cx.lower(at)),
    };
    let first = word(at)?;
    if first == 20 && cx.lower(at + 1) == "-" && cx.lower(at + 2) == "five" {
        return Some((25, 3));
    }
    [5, 10, 20, 25].contains(&first).then_some((first, 1))
}
