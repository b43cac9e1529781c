//! Results of two sides, and odds: "3-1", "a 98-1 vote", "3 to 1".

use super::number;
use super::words::Words;

/// The two sides of a result or of odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub first: f64,
    pub second: f64,
    pub end: usize,
    pub odds: bool,
}

/// How far from a pair of numbers a word such as "beat" tells that it is a result.
const CUE_REACH: usize = 7;

/// The result or the odds at `at`.
pub(super) fn pair(words: Words<'_>, at: usize) -> Option<Pair> {
    let first = whole(words, at)?;
    if words.is_tie(first.1) && words.lower(first.1 + 1) == "to" && words.is_tie(first.1 + 2) {
        let (second, end) = whole(words, first.1 + 3)?;
        let odds = !has_vote(words, end);
        return Some(Pair {
            first: first.0,
            second,
            end,
            odds,
        });
    }
    if words.lower(first.1) == "to" {
        let (second, end) = whole(words, first.1 + 1)?;
        let odds_near =
            (at.saturating_sub(4)..at).any(|t| matches!(words.lower(t), "odds" | "ratio"));
        let vote = has_vote(words, end);
        return (odds_near || vote).then_some(Pair {
            first: first.0,
            second,
            end,
            odds: odds_near,
        });
    }
    let joined =
        words.is_dash(first.1) && words.touches_previous(first.1) && words.touches_next(first.1);
    if !joined || !words.is_digits(at) || words.raw(at).len() > 3 {
        return None;
    }
    let (second, end) = whole(words, first.1 + 1)?;
    if !words.is_digits(first.1 + 1) || words.raw(first.1 + 1).len() > 3 {
        return None;
    }
    if words.is_tie(end) && words.lower(end + 1) != "vote" {
        return None;
    }
    let is_result = first.0 >= second || has_cue(words, at, end);
    is_result.then_some(Pair {
        first: first.0,
        second,
        end,
        odds: false,
    })
}

fn whole(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let found = number::number(words, at)?;
    (found.value.fract() == 0.0 && found.value >= 0.0 && found.scale == 1.0)
        .then_some((found.value, found.end))
}

fn has_vote(words: Words<'_>, end: usize) -> bool {
    matches!(
        words.lower(end),
        "vote"
            | "ruling"
            | "decision"
            | "majority"
            | "margin"
            | "victory"
            | "win"
            | "loss"
            | "lead"
    )
}

/// Whether a word of contest stands near.
fn has_cue(words: Words<'_>, at: usize, end: usize) -> bool {
    let from = at.saturating_sub(CUE_REACH);
    (from..at).chain(end..end + 3).any(|t| {
        matches!(
            words.lower(t),
            "won"
                | "win"
                | "wins"
                | "winning"
                | "lost"
                | "lose"
                | "loses"
                | "loss"
                | "beat"
                | "beats"
                | "beating"
                | "defeated"
                | "defeat"
                | "defeats"
                | "score"
                | "scored"
                | "victory"
                | "lead"
                | "led"
                | "leading"
                | "draw"
                | "drew"
                | "tie"
                | "tied"
                | "vote"
                | "voted"
                | "votes"
                | "record"
                | "trail"
                | "trailed"
                | "trailing"
                | "approved"
                | "passed"
                | "ruled"
                | "game"
                | "match"
                | "ruling"
                | "decision"
                | "down"
                | "ahead"
                | "routed"
                | "edged"
                | "topped"
                | "improved"
                | "fell"
        )
    }) || words.before(at, 1) == "(" && matches!(words.lower(end), ")" | ",")
}
