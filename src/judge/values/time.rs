//! Times as intervals.
//!
//! ```text
//! on Sunday        on Monday            clash, when both date the same event
//! on Sunday        early on 7 November  fits
//! in 2004          on Sunday            guard: another grain says little
//! ```

use super::super::pair::{Clash, Findings, Guard, Pair, Signs, Told};
use crate::{ConflictKind, Fact, FactValue, Relation, Strength, TimeValue};

/// Compares the times of two claims. A time that fits any of the other side is settled.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let (ours, theirs) = (given(pair.a), given(pair.b));
    let mut found = Findings::default();
    let meets = |time: &TimeValue, others: &[(&Fact, &TimeValue)]| {
        others
            .iter()
            .any(|(_, other)| time.overlaps(other) == Some(true))
    };
    for (fact, time) in &ours {
        if let Some((other, _)) = theirs
            .iter()
            .find(|(_, other)| time.overlaps(other) == Some(true))
        {
            found
                .fits
                .push(format!("{} fits {}", fact.text, other.text));
        }
    }
    let ours: Vec<_> = ours
        .iter()
        .filter(|(_, time)| !meets(time, &theirs))
        .copied()
        .collect();
    let unmet: Vec<_> = theirs
        .iter()
        .filter(|(_, time)| !meets(time, &given(pair.a)))
        .copied()
        .collect();
    let others = (ours.len() + unmet.len()) as f32 - 2.0;
    for (fact, time) in &ours {
        for (other, their_time) in &unmet {
            if time.overlaps(their_time) != Some(false) {
                continue;
            }
            if time.grain != their_time.grain {
                found.guards.push(Guard {
                    name: "other-grain",
                    note: format!("{} / {}", fact.text, other.text),
                    relation: Relation::OtherScope,
                });
                continue;
            }
            found.clashes.push(Clash {
                kind: ConflictKind::DateTime,
                strength: Strength::Hard,
                a: fact.span,
                b: other.span,
                why: format!(
                    "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}: no moment fits both",
                    fact.text, other.text
                ),
                signs: Signs {
                    thing: same_preposition(pair, fact, other),
                    event: f32::from(time.grain as u8),
                    gap: days_apart(time, their_time),
                    others,
                },
            });
        }
    }
    found
}

fn given<'a>(told: &Told<'a>) -> Vec<(&'a Fact, &'a TimeValue)> {
    let facts = told.claim.facts.iter();
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Time(time) if !time.parts.loose => Some((fact, time)),
            _ => None,
        })
        .collect()
}

/// 1 when the same word leads to both times ("on", "in", "since"), 0 otherwise.
fn same_preposition(pair: &Pair<'_>, a: &Fact, b: &Fact) -> f32 {
    f32::from(word_before(pair.a, a) == word_before(pair.b, b))
}

fn word_before<'a>(told: &Told<'a>, fact: &Fact) -> &'a str {
    let tokens = &told.sentence.tokens;
    let at = tokens.partition_point(|token| token.span.start < fact.span.start);
    at.checked_sub(1)
        .map_or("", |before| tokens[before].lower.as_str())
}

/// Log of the days between two times; -1 when they have no place on the calendar.
fn days_apart(a: &TimeValue, b: &TimeValue) -> f32 {
    match (a.earliest, b.earliest) {
        (Some(x), Some(y)) => {
            let days = x
                .date()
                .since(y.date())
                .map_or(0, |span| span.get_days().abs());
            (days as f32 + 1.0).ln()
        }
        _ => -1.0,
    }
}
