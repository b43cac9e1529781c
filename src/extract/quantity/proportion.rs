//! So many of so many: "six in ten voters", "one in every three", "nine out of 10".

use super::number::number;
use super::words::Words;

/// A share of a whole, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Proportion {
    pub value: f64,
    /// Half of what one more of the whole would add: "six in ten" is said of 55 to 65 per cent.
    pub rounding: f64,
    pub end: usize,
}

/// The proportion at `at`.
pub(super) fn proportion(words: Words<'_>, at: usize) -> Option<Proportion> {
    let part = whole(words, at)?;
    let mut next = match (words.lower(part.1), words.lower(part.1 + 1)) {
        ("in", _) => part.1 + 1,
        ("out", "of") => part.1 + 2,
        ("of", "every" | "each") => part.1 + 1,
        _ => return None,
    };
    next += usize::from(matches!(words.lower(next), "every" | "each"));
    let of = whole(words, next)?;
    let round = of.0 <= 12.0 || of.0 % 5.0 == 0.0;
    let year = words.is_digits(next) && (1900.0..2100.0).contains(&of.0);
    if part.0 < 1.0 || part.0 >= of.0 || !round || year || is_time(words, of.1) {
        return None;
    }
    Some(Proportion {
        value: part.0 / of.0,
        rounding: 0.5 / of.0,
        end: of.1,
    })
}

/// What is left of a whole: "all but five of the treaty's 34 articles" are 29.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Remainder {
    /// `None` when the whole is not said: "all but two survived".
    pub value: Option<f64>,
    /// One past the number that is taken off.
    pub end: usize,
    /// One past the whole, where what is counted stands.
    pub whole_end: usize,
}

/// Most words between "of" and the whole: "of the four oldest treaty's".
const BEFORE_WHOLE: usize = 5;

/// The remainder at `at`.
pub(super) fn remainder(words: Words<'_>, at: usize) -> Option<Remainder> {
    if (words.lower(at), words.lower(at + 1)) != ("all", "but") {
        return None;
    }
    let (part, end) = whole(words, at + 2)?;
    let inside = |next: &usize| words.is_word(*next) || words.is_digits(*next);
    let of = (words.lower(end) == "of").then(|| {
        let behind = (end + 1..=end + BEFORE_WHOLE).take_while(inside);
        behind.filter_map(|next| whole(words, next)).next()
    });
    let (value, whole_end) = match of.flatten() {
        Some((all, whole_end)) if all > part => (Some(all - part), whole_end),
        _ => (None, end),
    };
    Some(Remainder {
        value,
        end,
        whole_end,
    })
}

/// A whole number and where it ends.
fn whole(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    let found = number(words, at)?;
    (found.value.fract() == 0.0).then_some((found.value, found.end))
}

/// "two in ten minutes" are two.
fn is_time(words: Words<'_>, at: usize) -> bool {
    let at = at + usize::from(words.is_tie(at));
    let word = words.lower(at);
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "weekend"
            | "month"
            | "year"
            | "decade"
            | "century"
    )
}
