//! Ranks and fractions: "third", "20th", "two thirds", "half of".

use super::spelled::spelled;
use super::words::Words;
use super::{mixed, number};

/// An ordinal or a fraction and where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub value: f64,
    pub end: usize,
}

/// The rank at `at`: "third", "twenty-first", "20th".
pub(super) fn ordinal(words: Words<'_>, at: usize) -> Option<Found> {
    let found = if words.is_digits(at) {
        let suffix = words.lower(at + 1);
        if !matches!(suffix, "st" | "nd" | "rd" | "th") || !words.touches_next(at) {
            return None;
        }
        let value: f64 = words.raw(at).replace(',', "").parse().ok()?;
        Found { value, end: at + 2 }
    } else {
        let spelled = spelled(words, at).filter(|spelled| spelled.ordinal)?;
        Found {
            value: spelled.value,
            end: spelled.end,
        }
    };
    let refused = is_part_of_name(words, at, found.end) || is_time_or_phrase(words, at, found.end);
    (!refused).then_some(found)
}

/// "Fifth Avenue", "Ninth Circuit", "the First Lady": names, which have a file of their own.
fn is_part_of_name(words: Words<'_>, at: usize, end: usize) -> bool {
    let noun = words.lower(end);
    matches!(
        noun,
        "street"
            | "st."
            | "avenue"
            | "ave"
            | "ave."
            | "lady"
            | "amendment"
            | "circuit"
            | "fleet"
            | "division"
            | "battalion"
            | "infantry"
            | "brigade"
            | "regiment"
            | "corps"
            | "army"
    ) && words.capitalised(end)
        || at > 0 && words.capitalised(at) && words.capitalised(end) && words.is_word(at)
}

/// "a second" of time, "20th century", "at first", "first-quarter".
fn is_time_or_phrase(words: Words<'_>, at: usize, end: usize) -> bool {
    let previous = words.before(at, 1);
    matches!(
        words.lower(end),
        "century" | "centuries" | "anniversary" | "birthday"
    ) || words.is_tie(end) && words.lower(end + 1) == "century"
        || words.lower(at) == "second"
            && end == at + 1
            && (matches!(previous, "per" | "split" | "a" | "every") && !words.is_word(end)
                || matches!(previous, "per" | "split"))
        || previous == "at" && words.lower(at) == "first" && !words.is_word(end)
}

/// The fraction at `at`: "two thirds", "one-third", "a quarter of", "half of", "1/4".
pub(super) fn fraction(words: Words<'_>, at: usize) -> Option<Found> {
    if let Some(value) = mixed::vulgar(words.raw(at)) {
        return Some(Found { value, end: at + 1 });
    }
    if words.is_digits(at) {
        return slashed(words, at);
    }
    let of = |place: usize| matches!(words.lower(place), "of" | "the");
    match words.lower(at) {
        "half" if of(at + 1) || words.lower(at + 1) == "their" => {
            return Some(Found {
                value: 0.5,
                end: at + 1,
            });
        }
        "a" | "one"
            if words.lower(at + 1) == "half"
                || words.is_tie(at + 1) && words.lower(at + 2) == "half" =>
        {
            let end = at + 2 + usize::from(words.is_tie(at + 1));
            return (of(end) || words.lower(at) == "one").then_some(Found { value: 0.5, end });
        }
        _ => {}
    }
    let (numerator, mut next) = match words.lower(at) {
        "a" | "an" => (1.0, at + 1),
        _ => numerator(words, at)?,
    };
    if words.is_tie(next) {
        next += 1;
    }
    let (denominator, plural) = denominator(words.lower(next))?;
    let end = next + 1;
    let singular_fits = numerator == 1.0 && !plural;
    if !(singular_fits || numerator > 1.0 && plural) {
        return None;
    }
    // "a third man" and "a quarter mile" rank or measure; a share is "of" or "more" or ends its phrase
    let article = matches!(words.lower(at), "a" | "an");
    if article && !matches!(words.lower(end), "of" | "more" | "less") {
        return None;
    }
    Some(Found {
        value: numerator / denominator,
        end,
    })
}

/// A whole number in words that leaves the denominator alone: "two" of "two thirds".
fn numerator(words: Words<'_>, at: usize) -> Option<(f64, usize)> {
    (at + 1..at + 4).find_map(|end| {
        let next = end + usize::from(words.is_tie(end));
        denominator(words.lower(next))?;
        let found = number::number(words, at)
            .filter(|found| found.end == end)
            .map(|n| n.value);
        // "two-thirds" reads as one ordinal, so the first word is taken alone
        let value = found.or_else(|| single(words.lower(at)).filter(|_| end == at + 1))?;
        (value.fract() == 0.0).then_some((value, end))
    })
}

fn single(word: &str) -> Option<f64> {
    const WORDS: [&str; 10] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let place = WORDS.iter().position(|w| *w == word)?;
    u8::try_from(place + 1).ok().map(f64::from)
}

/// What a share is divided by, and whether the word is a plural.
fn denominator(word: &str) -> Option<(f64, bool)> {
    let plural = word.len() > 4 && word.ends_with('s');
    let value = match word.strip_suffix('s').unwrap_or(word) {
        "half" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "twelfth" => 12.0,
        "twentieth" => 20.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        _ => return None,
    };
    Some((value, plural))
}

/// "1/4", "3/4" with a small denominator; "24/7" and "9/11" were taken before.
fn slashed(words: Words<'_>, at: usize) -> Option<Found> {
    if words.lower(at + 1) != "/" || !words.touches_next(at) || !words.touches_next(at + 1) {
        return None;
    }
    let over: f64 = words.raw(at).parse().ok()?;
    let under: f64 = words.raw(at + 2).parse().ok()?;
    let plausible =
        over < under && over >= 1.0 && [2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 16.0, 32.0].contains(&under);
    plausible.then_some(Found {
        value: over / under,
        end: at + 3,
    })
}
