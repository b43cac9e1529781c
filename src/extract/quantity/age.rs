//! Ages of persons and things, in years.
//!
//! ```text
//! "43-year-old"   "aged 12"   "Jane Roe, 38, said"   "18 months old"   "in her 40s"
//! ```

use super::calendar::{is_decade, is_month};
use super::number;
use super::words::Words;

/// An age and the words that state it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Age {
    pub low: f64,
    pub high: f64,
    /// The number in years; `None` for "in her 40s".
    pub nominal: Option<f64>,
    pub end: usize,
}

/// Nobody is older.
const OLDEST: f64 = 122.0;

/// The age at `at`, hedges not included.
pub(super) fn age(words: Words<'_>, at: usize) -> Option<Age> {
    old(words, at)
        .or_else(|| aged(words, at))
        .or_else(|| after_name(words, at))
        .or_else(|| is_said(words, at))
        .or_else(|| decade(words, at))
}

fn exact(value: f64, end: usize) -> Age {
    Age {
        low: value,
        high: value,
        nominal: Some(value),
        end,
    }
}

/// "43-year-old", "ten months old", "5 years of age", "87 yo", and "4 to 6 years old".
fn old(words: Words<'_>, at: usize) -> Option<Age> {
    let first = number::number(words, at)?;
    let joint = words.is_dash(first.end) || matches!(words.lower(first.end), "to" | "or" | "and");
    let second = joint
        .then(|| number::number(words, first.end + 1))
        .flatten()
        .filter(|second| second.value > first.value);
    let last = second.unwrap_or(first);
    let mut next = last.end;
    if words.is_tie(next) {
        next += 1;
    }
    if matches!(words.lower(next), "yo" | "y.o." | "y.o") {
        return Some(exact(first.value, next + 1));
    }
    let years = match words.lower(next) {
        "year" | "years" | "yr" | "yrs" => 1.0,
        "month" | "months" => 1.0 / 12.0,
        "week" | "weeks" => 7.0 / 365.25,
        "day" | "days" => 1.0 / 365.25,
        _ => return None,
    };
    next += 1;
    if words.lower(next) == "'" {
        next += 1;
    }
    if words.is_tie(next) {
        next += 1;
    }
    let end = match words.lower(next) {
        "old" | "olds" => next + 1,
        "of" if words.lower(next + 1) == "age" => next + 2,
        _ => return None,
    };
    if second.is_some() {
        return Some(Age {
            low: first.value * years,
            high: last.value * years,
            nominal: None,
            end,
        });
    }
    Some(exact(first.value * years, end))
}

/// "aged 12", "age 12", "at the age of 91", "ages 12 to 15".
fn aged(words: Words<'_>, at: usize) -> Option<Age> {
    let next = match (words.lower(at), words.lower(at + 1)) {
        ("age" | "ages", "of") => at + 2,
        ("aged", "between") | ("ages", "between") => at + 2,
        ("age" | "aged" | "ages", _) => at + 1,
        _ => return None,
    };
    let first = number::number(words, next).filter(|n| (0.0..=OLDEST).contains(&n.value))?;
    let joint = words.is_dash(first.end) || matches!(words.lower(first.end), "to" | "and");
    if joint
        && words.lower(at) != "age"
        && let Some(second) = number::number(words, first.end + 1)
            .filter(|n| n.value > first.value && n.value <= OLDEST)
    {
        return Some(Age {
            low: first.value,
            high: second.value,
            nominal: None,
            end: second.end,
        });
    }
    let months = matches!(words.lower(first.end), "month" | "months");
    let years = matches!(words.lower(first.end), "year" | "years");
    let end = first.end + usize::from(months || years);
    Some(exact(
        if months {
            first.value / 12.0
        } else {
            first.value
        },
        end,
    ))
}

fn bare(words: Words<'_>, at: usize) -> Option<f64> {
    if !words.is_digits(at) || words.touches_next(at) && !words.is_sign(at + 1) {
        return None;
    }
    words
        .raw(at)
        .parse()
        .ok()
        .filter(|age: &f64| age.fract() == 0.0 && (1.0..=OLDEST).contains(age))
}

/// "Jane Roe, 38, of Ohio", "John Doe (38)".
fn after_name(words: Words<'_>, at: usize) -> Option<Age> {
    let value = bare(words, at)?;
    // "Jane Roe and John Doe, both 38, ..."
    if words.before(at, 1) == "both"
        && words.before(at, 2) == ","
        && matches!(words.lower(at + 1), "," | "." | ";")
    {
        return Some(exact(value, at + 1));
    }
    if at < 2 || !words.is_word(at - 2) || !words.capitalised(at - 2) || is_month(words, at - 2) {
        return None;
    }
    let name = words.lower(at - 2);
    if name.ends_with("day")
        || matches!(words.before(at, 3), "," | "-") && words.before(at, 4).parse::<f64>().is_ok()
    {
        return None;
    }
    let closed = match words.before(at, 1) {
        "," => matches!(
            words.lower(at + 1),
            "," | "." | ";" | "" | ")" | "and" | "of" | "from" | "who" | "was" | "were"
        ),
        "(" => words.lower(at + 1) == ")",
        _ => false,
    };
    // a list of numbers ("Giants 17, Colts 24,") gives no ages
    let in_list = words.is_digits(at - 2) || words.is_digits(at + 2) && words.lower(at + 1) == ",";
    (closed && !in_list).then(|| exact(value, at + 1))
}

/// "who is 43,", "she was 43 when", "he turned 43."
fn is_said(words: Words<'_>, at: usize) -> Option<Age> {
    let value = bare(words, at)?;
    let verb = matches!(
        words.before(at, 1),
        "is" | "was" | "turned" | "turns" | "be"
    );
    let person = matches!(
        words.before(at, 2),
        "he" | "she" | "who" | "i" | "they" | "would"
    );
    let ends = matches!(
        words.lower(at + 1),
        "," | "." | ";" | "" | "when" | "and" | "at" | "in"
    );
    (verb && person && ends && value >= 2.0).then(|| exact(value, at + 1))
}

/// "in her 40s", "in his late 20s", "in their thirties".
fn decade(words: Words<'_>, at: usize) -> Option<Age> {
    let word = words.lower(at);
    let (low, end) = match word {
        "teens" => return None,
        "twenties" => (20.0, at + 1),
        "thirties" => (30.0, at + 1),
        "forties" => (40.0, at + 1),
        "fifties" => (50.0, at + 1),
        "sixties" => (60.0, at + 1),
        "seventies" => (70.0, at + 1),
        "eighties" => (80.0, at + 1),
        "nineties" => (90.0, at + 1),
        _ if is_decade(words, at) => (words.raw(at).parse().ok().filter(|v| *v < 100.0)?, at + 2),
        _ => return None,
    };
    let back = usize::from(words.is_hyphen(at.wrapping_sub(1)));
    let part = words.before(at, 1 + back);
    let (from, to, owner) = match part {
        "early" => (0.0, 4.0, words.before(at, 2 + back)),
        "mid" => (3.0, 7.0, words.before(at, 2 + back)),
        "late" => (6.0, 9.0, words.before(at, 2 + back)),
        other => (0.0, 9.0, other),
    };
    matches!(owner, "his" | "her" | "their" | "my" | "our" | "your").then_some(Age {
        low: low + from,
        high: low + to,
        nominal: None,
        end,
    })
}
