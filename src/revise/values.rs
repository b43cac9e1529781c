//! How a value of the new revision stands to one of the old: the same, finer, coarser, or another.
//!
//! ```text
//! about 40 -> 43          finer       Friday afternoon -> Friday       coarser
//! six -> about six        coarser     before noon -> by noon           same
//! six -> seven            other       Tuesday -> 3 May, no date given  unknown
//! ```
//!
//! A writer who says "half a dozen" for six has changed nothing that a reader relies on.

use crate::{Anchor, Hedge, Interval, Quantity, QuotationValue, TimeValue};

/// How the new stands to the old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing that is said differs.
    Same,
    /// The new fits the old and tells more.
    Finer,
    /// The new fits the old and tells less.
    Coarser,
    /// The two cannot be one.
    Other,
    /// It cannot be told.
    Unknown,
}

impl Step {
    /// The step back.
    fn reversed(self) -> Self {
        match self {
            Self::Finer => Self::Coarser,
            Self::Coarser => Self::Finer,
            other => other,
        }
    }
}

/// Two numbers with different words around them are one when they differ by less than this share: a sum converted from
/// one unit into another.
const CONVERTED: f64 = 0.02;

/// How much narrower an exact figure must be than another to be a finer one, and not another: "$5 million", "$5.2
/// million".
const FINER: f64 = 3.0;

/// How one quantity became another of the same measure.
pub(super) fn quantity(old: &Quantity, new: &Quantity) -> Step {
    if old.unit != new.unit {
        return Step::Other;
    }
    if old.interval == new.interval {
        return Step::Same;
    }
    let is_exact = |quantity: &Quantity| matches!(quantity.hedge, Hedge::Exact | Hedge::Range);
    match (is_exact(old), is_exact(new)) {
        (true, true) => both_exact(old, new),
        (false, true) => hedged_then_exact(old, new),
        (true, false) => hedged_then_exact(new, old).reversed(),
        (false, false) => both_hedged(old, new),
    }
}

fn both_exact(old: &Quantity, new: &Quantity) -> Step {
    let width = |interval: &Interval| Some(interval.high? - interval.low?);
    let (Some(before), Some(after)) = (width(&old.interval), width(&new.interval)) else {
        return Step::Other;
    };
    if before > after * FINER && holds(&old.interval, new) {
        Step::Finer
    } else if after > before * FINER && holds(&new.interval, old) {
        Step::Coarser
    } else if before > 0.0 && is_near(old, new) {
        Step::Same
    } else {
        Step::Other
    }
}

fn hedged_then_exact(hedged: &Quantity, exact: &Quantity) -> Step {
    if holds(&hedged.interval, exact) || hedged.nominal == exact.nominal {
        Step::Finer
    } else {
        Step::Other
    }
}

fn both_hedged(old: &Quantity, new: &Quantity) -> Step {
    if is_near(old, new) {
        return Step::Same;
    }
    match (old.hedge == Hedge::Vague, new.hedge == Hedge::Vague) {
        // "dozens" and "scores", "a handful" and "several"
        (true, true) if meet(&old.interval, &new.interval) => Step::Same,
        (true, false) if holds(&old.interval, new) => Step::Finer,
        (false, true) if holds(&new.interval, old) => Step::Coarser,
        _ => Step::Other,
    }
}

/// Whether both name nearly the same number.
fn is_near(a: &Quantity, b: &Quantity) -> bool {
    match (a.nominal, b.nominal) {
        (Some(x), Some(y)) => (x - y).abs() <= CONVERTED * x.abs().max(y.abs()),
        _ => false,
    }
}

/// Whether the number that was written lies in an interval.
fn holds(interval: &Interval, quantity: &Quantity) -> bool {
    quantity.nominal.is_some_and(|nominal| {
        interval.low.is_none_or(|low| low <= nominal)
            && interval.high.is_none_or(|high| nominal <= high)
    })
}

fn meet(a: &Interval, b: &Interval) -> bool {
    let below = |x: &Interval, y: &Interval| matches!((x.high, y.low), (Some(high), Some(low)) if high < low);
    !below(a, b) && !below(b, a)
}

/// How one time became another.
pub(super) fn time(old: &TimeValue, new: &TimeValue) -> Step {
    if old.parts == new.parts && old.grain == new.grain || is_one_bound(old, new) {
        return Step::Same;
    }
    match old.overlaps(new) {
        Some(false) if is_same_day(old, new) => Step::Same,
        Some(false) => Step::Other,
        Some(true) if is_other_bound(old, new) => Step::Other,
        Some(true) => match old.grain.cmp(&new.grain) {
            std::cmp::Ordering::Greater => Step::Finer,
            std::cmp::Ordering::Less => Step::Coarser,
            std::cmp::Ordering::Equal => Step::Same,
        },
        None => relative(old, new),
    }
}

/// Whether both are bounded on one side only, and by the same moment.
fn is_one_bound(a: &TimeValue, b: &TimeValue) -> bool {
    is_open(a) && is_open(b) && (a.earliest, a.latest) == (b.earliest, b.latest)
}

/// "since December", "since January": they share moments, and are two statements.
fn is_other_bound(a: &TimeValue, b: &TimeValue) -> bool {
    is_open(a) && is_open(b) && (a.earliest, a.latest) != (b.earliest, b.latest)
}

fn is_open(time: &TimeValue) -> bool {
    time.earliest.is_some() != time.latest.is_some()
}

/// "before 1997", "1997": a bound and what it bounds name the same day or year.
fn is_same_day(a: &TimeValue, b: &TimeValue) -> bool {
    let calendar = |time: &TimeValue| {
        let parts = &time.parts;
        [
            parts.year,
            parts.month.map(i16::from),
            parts.day.map(i16::from),
            parts.weekday.map(i16::from),
        ]
    };
    let names_something = calendar(a).iter().any(Option::is_some);
    let bounded = is_open(a) || is_open(b) || a.parts.loose || b.parts.loose;
    names_something && bounded && calendar(a) == calendar(b) && a.parts.clock == b.parts.clock
}

/// Times that count from a day that is not known: "last week", "next month".
fn relative(old: &TimeValue, new: &TimeValue) -> Step {
    let unplaced = |time: &TimeValue| time.anchor == Anchor::Unresolved;
    let (Some(before), Some(after)) = (&old.parts.word, &new.parts.word) else {
        return Step::Unknown;
    };
    match (direction(before), direction(after)) {
        (Some(x), Some(y)) if unplaced(old) && unplaced(new) => {
            if x != y || old.grain != new.grain {
                Step::Other
            } else {
                Step::Unknown
            }
        }
        _ => Step::Unknown,
    }
}

/// -1 for what is past, 0 for now, 1 for what is to come; `None` for words that do not say.
fn direction(words: &str) -> Option<i8> {
    let mut words = words.split_whitespace();
    match words.next()? {
        "last" | "past" | "previous" | "yesterday" => Some(-1),
        "this" | "today" | "tonight" | "now" => Some(0),
        "next" | "coming" | "tomorrow" => Some(1),
        _ => None,
    }
}

/// Fewest words of a quotation that was cut, for what is left to be known as a part of it.
const CUT_WORDS: usize = 3;

/// How one quotation became another: the same words, more of them, fewer of them, or others.
pub(super) fn quotation(old: &QuotationValue, new: &QuotationValue) -> Step {
    // however words were cut: "I 've", "I've"
    let letters = |quotation: &QuotationValue| -> String {
        let words = quotation.words.concat();
        words.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let (before, after) = (letters(old), letters(new));
    if before == after {
        Step::Same
    } else if old.words.len() >= CUT_WORDS && after.contains(&before) {
        Step::Finer
    } else if new.words.len() >= CUT_WORDS && before.contains(&after) {
        Step::Coarser
    } else {
        Step::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FactValue;
    use crate::extract::extract;
    use crate::read::article_from_text;
    use crate::segment::segment;

    /// The first value of a sentence.
    fn value(text: &str) -> FactValue {
        let articles = [article_from_text("A", "a", text)];
        let documents = [segment(&articles[0])];
        let claims = extract(&articles, &documents, &[]);
        let mut facts = claims.into_iter().flat_map(|claim| claim.facts);
        facts.next().unwrap_or_else(|| panic!("{text}")).value
    }

    #[track_caller]
    fn check(old: &str, new: &str, step: Step) {
        let compared = |old: &str, new: &str| match (value(old), value(new)) {
            (FactValue::Quantity(x), FactValue::Quantity(y)) => quantity(&x, &y),
            (FactValue::Time(x), FactValue::Time(y)) => time(&x, &y),
            other => panic!("{other:?}"),
        };
        assert_eq!(compared(old, new), step, "{old} / {new}");
        assert_eq!(
            compared(new, old),
            step.reversed(),
            "{new} / {old}, the other way round"
        );
    }

    #[test]
    fn another_number_is_another() {
        for (old, new) in [
            ("Six men came.", "Seven men came."),
            ("It cost $5 million.", "It cost $8 million."),
            ("It lasted 41 days.", "It lasted 42 days."),
            ("More than 40 men came.", "More than 50 men came."),
            ("About 600 men came.", "Some 700 men came."),
            ("Dozens of men came.", "Hundreds of men came."),
            ("Fewer than 40 men came.", "Some 60 men came."),
        ] {
            check(old, new, Step::Other);
        }
    }

    #[test]
    fn a_number_told_more_exactly_is_no_other() {
        for (old, new) in [
            ("About 40 men came.", "43 men came."),
            ("More than 40 men came.", "43 men came."),
            ("Dozens of men came.", "43 men came."),
            ("Dozens of men came.", "More than 40 men came."),
            ("It cost $5 million.", "It cost $5.2 million."),
            ("Half a dozen men came.", "Six men came."),
        ] {
            check(old, new, Step::Finer);
        }
    }

    #[test]
    fn the_same_number_in_other_words_is_the_same() {
        for (old, new) in [
            ("Six men came.", "6 men came."),
            ("About 40 men came.", "Some 40 men came."),
            ("He fell about 200ft.", "He fell some 60 metres."),
            ("At least 40 men came.", "40 or more men came."),
        ] {
            check(old, new, Step::Same);
        }
    }

    #[test]
    fn times_are_compared_as_what_they_allow() {
        check(
            "It burnt on Tuesday.",
            "It burnt on Wednesday.",
            Step::Other,
        );
        check(
            "It burnt on 3 May 2020.",
            "It burnt on 4 May 2020.",
            Step::Other,
        );
        check(
            "It burnt in May 2020.",
            "It burnt on 4 May 2020.",
            Step::Finer,
        );
        check(
            "It burnt on Friday.",
            "It burnt on Friday afternoon.",
            Step::Finer,
        );
        check("It closed before 1997.", "It closed in 1997.", Step::Same);
        check("It burnt on Tuesday.", "It burnt on 3 May.", Step::Unknown);
        check("It burnt last week.", "It burnt last month.", Step::Other);
        check(
            "It opens this week.",
            "It opens earlier this week.",
            Step::Unknown,
        );
        check(
            "It has run since December 2012.",
            "It has run since January 2013.",
            Step::Other,
        );
    }
}
