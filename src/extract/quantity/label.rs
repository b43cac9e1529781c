//! Numbers that name a thing and count nothing: "Flight 370", "Article 50", "F-16", "No. 5".

use super::calendar::is_month;
use super::hedge;
use super::words::Words;

/// A designation, the word it numbers, and where it ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// "flight", "f"
    pub of: String,
    pub value: f64,
    pub end: usize,
}

/// The designation at `at`.
pub(super) fn label(words: Words<'_>, at: usize) -> Option<Label> {
    code(words, at).or_else(|| numbered(words, at))
}

/// Letters and digits in one piece: "F-16", "AK-47", "B737", "H1N1", "MI6", "COVID-19".
fn code(words: Words<'_>, at: usize) -> Option<Label> {
    if !words.is_word(at) || words.touches_previous(at) || !words.capitalised(at) {
        return None;
    }
    let tie = usize::from(words.is_tie(at + 1));
    let digits = at + 1 + tie;
    if !words.touches_next(at) || !words.is_digits(digits) || !words.touches_previous(digits) {
        return None;
    }
    let raw = words.raw(at);
    let upper = raw.chars().any(char::is_uppercase) && raw.chars().all(|c| !c.is_lowercase());
    if tie == 1 && !upper && raw.len() > 6 {
        return None;
    }
    if is_month(words, at) {
        return None;
    }
    let value: f64 = words.raw(digits).replace(',', "").parse().ok()?;
    let mut end = digits + 1;
    while words.touches_previous(end)
        && (words.is_word(end) && !words.lower(end).starts_with('\'') || words.is_digits(end))
    {
        end += 1;
    }
    Some(Label {
        of: words.lower(at).to_owned(),
        value,
        end,
    })
}

/// A word and a number behind it: "Flight 370", "article 50", "No. 5", "Boeing 737".
fn numbered(words: Words<'_>, at: usize) -> Option<Label> {
    if !words.is_word(at) || is_month(words, at) {
        return None;
    }
    let word = words.lower(at).trim_end_matches('.');
    let mut digits = at + 1;
    if matches!(word, "no" | "nos" | "number") {
        if words.lower(digits) == "." {
            digits += 1;
        } else if word != "number" && !words.lower(at).ends_with('.') && !words.capitalised(at) {
            return None;
        }
        // "No 12 people" never starts a designation, "the number 12 bus" does
        if word == "number" && words.before(at, 1) == "a" {
            return None;
        }
    }
    if words.lower(digits) == "#" {
        digits += 1;
    }
    let raw = words.raw(digits);
    if !words.is_digits(digits) || raw.contains([',', ':']) || raw.len() > 6 {
        return None;
    }
    let value: f64 = raw.parse().ok()?;
    let end = digits + 1;
    let listed = is_designator(word);
    if !listed && !is_named(words, at, end, value) {
        return None;
    }
    // "page 3-5", "flight 370km": more than a designation
    if words.touches_previous(end) && words.is_word(end) && !words.lower(end).starts_with('\'') {
        let one_letter = words.raw(end).len() == 1;
        return (listed && one_letter).then(|| Label {
            of: word.to_owned(),
            value,
            end: end + 1,
        });
    }
    Some(Label {
        of: word.to_owned(),
        value,
        end,
    })
}

/// Nouns that take a number as their name, in capitals or not.
fn is_designator(word: &str) -> bool {
    const NOUNS: [&str; 62] = [
        "no",
        "nos",
        "number",
        "flight",
        "article",
        "section",
        "interstate",
        "highway",
        "route",
        "room",
        "chapter",
        "phase",
        "gate",
        "terminal",
        "platform",
        "channel",
        "page",
        "apartment",
        "apt",
        "suite",
        "building",
        "block",
        "sector",
        "zone",
        "exit",
        "pier",
        "district",
        "precinct",
        "bill",
        "resolution",
        "proposition",
        "prop",
        "amendment",
        "clause",
        "rule",
        "title",
        "hb",
        "sb",
        "sr",
        "version",
        "episode",
        "tier",
        "boeing",
        "airbus",
        "iphone",
        "ipad",
        "windows",
        "ie",
        "android",
        "ios",
        "playstation",
        "xbox",
        "formula",
        "apollo",
        "category",
        "cat",
        "lane",
        "track",
        "runway",
        "count",
        "ward",
        "super",
    ];
    NOUNS.contains(&word)
}

/// A capital inside the sentence and a bare number behind it: "Tu 154", "Soyuz 11".
fn is_named(words: Words<'_>, at: usize, end: usize, value: f64) -> bool {
    let next = words.lower(end);
    words.capitalised(at)
        && at > 0
        && words.is_word(at - 1)
        && words.lower(at).len() > 1
        && value.fract() == 0.0
        && hedge::before(words, at).is_none()
        && super::number::scale_of(next).is_none()
        && !matches!(
            next,
            "%" | "percent" | "per" | "-" | "," | "to" | "and" | "points" | "–" | "/"
        )
        && (!words.is_word(end)
            || !looks_plural(next) && super::unit::unit_behind(words, end, 1.0, true).is_none())
        && !(1900.0..=2040.0).contains(&value)
        && !is_function_or_weekday(words.lower(at))
}

fn looks_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
        || matches!(word, "people" | "men" | "women" | "children")
}

/// Capitalised words that do not name what the number behind them numbers.
fn is_function_or_weekday(word: &str) -> bool {
    word.ends_with("day")
        || crate::lexicon::is_function_word(word)
        || super::function_words::is_function_word(word)
        || super::event::casualty(word).is_some()
}
