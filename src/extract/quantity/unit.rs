//! Units of measure and currencies, and what one of them is worth in the canonical unit.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::Words;
use crate::Measure;

/// What the words beside a number make of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    pub measure: Measure,
    /// Canonical unit; `None` for counts and shares.
    pub name: Option<&'static str>,
    /// Worth of one written unit in the canonical one.
    pub factor: f64,
}

/// A unit in the text and where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub unit: Unit,
    pub end: usize,
}

impl Unit {
    pub(super) const COUNT: Self = Self {
        measure: Measure::Count,
        name: None,
        factor: 1.0,
    };

    /// The written value in the canonical unit.
    pub(super) fn convert(self, value: f64) -> f64 {
        if self.name == Some("F") {
            (value - 32.0) * 5.0 / 9.0
        } else {
            value * self.factor
        }
    }

    /// Name of the canonical unit.
    pub(super) fn canonical(self) -> Option<&'static str> {
        if self.name == Some("F") {
            Some("C")
        } else {
            self.name
        }
    }
}

struct Entry {
    unit: Unit,
    before: bool,
    after: bool,
    /// Only where it touches the digits before it.
    touch: bool,
    /// Only behind digits.
    abbreviation: bool,
}

/// Units have at most this many tokens ("kilometer - per - hour").
const LONGEST_UNIT: usize = 5;
/// From this scale on, "pounds" are money unless "of" something.
const MONEY_SCALE: f64 = 1e5;
/// From this scale on, "won" after a number is the currency and not the verb.
const WON_SCALE: f64 = 1e3;

static UNITS: LazyLock<HashMap<&'static str, Entry>> = LazyLock::new(|| {
    entries(include_str!("../../../data/units.txt"))
        .filter_map(|columns| {
            let [words, measure, name, factor, flags] = columns[..] else {
                return None;
            };
            let unit = Unit {
                measure: measure_named(measure)?,
                name: Some(name),
                factor: factor.parse().ok()?,
            };
            let entry = Entry {
                unit,
                before: false,
                after: true,
                touch: flags == "touch",
                abbreviation: flags != "-",
            };
            Some((words, entry))
        })
        .collect()
});

static CURRENCIES: LazyLock<HashMap<&'static str, Entry>> = LazyLock::new(|| {
    entries(include_str!("../../../data/currencies.txt"))
        .filter_map(|columns| {
            let [words, code, factor, side] = columns[..] else {
                return None;
            };
            let unit = Unit {
                measure: Measure::Money,
                name: Some(code),
                factor: factor.parse().ok()?,
            };
            let entry = Entry {
                unit,
                before: side != "after",
                after: side != "before",
                touch: false,
                abbreviation: false,
            };
            Some((words, entry))
        })
        .collect()
});

fn entries(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn measure_named(name: &str) -> Option<Measure> {
    Some(match name {
        "length" => Measure::Length,
        "area" => Measure::Area,
        "volume" => Measure::Volume,
        "mass" => Measure::Mass,
        "speed" => Measure::Speed,
        "temperature" => Measure::Temperature,
        "duration" => Measure::Duration,
        "data" => Measure::Data,
        _ => return None,
    })
}

/// The currency in front of a number: `$`, `US$`, `Rs`.
pub(super) fn currency_before(words: Words<'_>, at: usize) -> Option<Found> {
    longest(words, at, 2, |key, end| {
        let entry = CURRENCIES.get(key).filter(|entry| entry.before)?;
        // "gave us $5" and "a $5 fine" are not U.S. and Australian dollars; "$ US5" comes from corpora that part all signs
        let parted = (at..end - 1).any(|token| !words.touches_next(token));
        let parted = parted && !(key.starts_with("$ ") && words.touches_next(end - 1));
        if parted || is_disguised_code(words, at, key) {
            return None;
        }
        Some(entry.unit)
    })
}

/// A code such as `RUB` or `CAD` in lower case is a word, unless it touches a number.
fn is_disguised_code(words: Words<'_>, at: usize, key: &str) -> bool {
    key.len() == 3
        && key.is_ascii()
        && CURRENCIES
            .get(key)
            .is_some_and(|e| e.unit.name.is_some_and(|n| n.eq_ignore_ascii_case(key)))
        && words.raw(at).chars().any(char::is_lowercase)
        && !words.touches_previous(at)
        && !words.touches_next(at)
}

/// The unit behind a number that ends before `at`.
pub(super) fn unit_behind(words: Words<'_>, at: usize, scale: f64, digits: bool) -> Option<Found> {
    if let Some(found) = share(words, at) {
        return Some(found);
    }
    let money = longest(words, at, 3, |key, end| {
        let entry = CURRENCIES.get(key).filter(|entry| entry.after)?;
        let refused = key == "won" && scale < WON_SCALE || is_disguised_code(words, at, key);
        // "10 $ 30": the sign belongs to what follows when it touches it
        let next_owns = key == "$" && words.touches_next(end - 1) && words.is_digits(end);
        (!refused && !next_owns).then_some(entry.unit)
    });
    if money.is_some() {
        return money;
    }
    if matches!(words.lower(at), "pound" | "pounds") {
        let next = words.lower(at + 1);
        if scale >= MONEY_SCALE && next != "of" || words.lower(at + 1) == "sterling" {
            let unit = CURRENCIES.get("£")?.unit;
            return Some(Found { unit, end: at + 1 });
        }
    }
    longest(words, at, LONGEST_UNIT, |key, end| {
        let entry = UNITS.get(key)?;
        let touching = words.touches_previous(at);
        if entry.touch && !touching || entry.abbreviation && !digits {
            return None;
        }
        // a capital M is million
        if key == "m" && (words.raw(at) == "M" || words.lower(end) == "'") {
            return None;
        }
        Some(entry.unit)
    })
}

/// `%`, "per cent", "percentage points".
fn share(words: Words<'_>, at: usize) -> Option<Found> {
    let found = |measure, length: usize| {
        let unit = Unit {
            measure,
            name: None,
            factor: 1.0,
        };
        Some(Found {
            unit,
            end: at + length,
        })
    };
    let is_point = |word: &str| matches!(word, "point" | "points" | "pts");
    match words.lower(at) {
        "percentage" | "percent" | "%" | "pct" if is_point(words.lower(at + 1)) => {
            found(Measure::PercentagePoints, 2)
        }
        "percentage" if words.is_tie(at + 1) && is_point(words.lower(at + 2)) => {
            found(Measure::PercentagePoints, 3)
        }
        "%" | "percent" | "percents" | "pct" | "pc" | "percentage" => found(Measure::Percent, 1),
        "per" if matches!(words.lower(at + 1), "cent" | "cents") => found(Measure::Percent, 2),
        "basis" if is_point(words.lower(at + 1)) => Some(Found {
            unit: Unit {
                measure: Measure::PercentagePoints,
                name: None,
                factor: 0.01,
            },
            end: at + 2,
        }),
        _ => None,
    }
}

fn longest(
    words: Words<'_>,
    at: usize,
    most: usize,
    look_up: impl Fn(&str, usize) -> Option<Unit>,
) -> Option<Found> {
    (1..=most).rev().find_map(|length| {
        let end = at + length;
        if end > words.len() {
            return None;
        }
        let unit = look_up(&words.joined(at, end), end)?;
        Some(Found { unit, end })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_read() {
        let lines = |table: &str| {
            table
                .lines()
                .filter(|l| !l.starts_with('#') && !l.is_empty())
                .count()
        };
        assert_eq!(UNITS.len(), lines(include_str!("../../../data/units.txt")));
        assert_eq!(
            CURRENCIES.len(),
            lines(include_str!("../../../data/currencies.txt"))
        );
    }
}
