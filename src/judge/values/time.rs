//! Times as intervals.
//!
//! ```text
//! on Sunday        on Monday            clash, when both date the same event
//! on Sunday        early on 7 November  fits
//! in 2004          on Sunday            guard: another grain says little
//! ```

use super::super::pair::{Clash, Content, Findings, Guard, Pair, Signs, Told, likeness};
use crate::{ConflictKind, Fact, FactValue, Relation, Strength, TimeValue, lexicon};

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
            let same_words = fact.text.eq_ignore_ascii_case(&other.text);
            if same_words || time.overlaps(their_time) != Some(false) {
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
            let near = likeness(
                &pair.a.near(fact.span, NEAR),
                &pair.b.near(other.span, NEAR),
            );
            let event = same_event(pair, fact, other);
            if event <= 0.0 {
                found.guards.push(Guard {
                    name: "other-event",
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
                core: None,
                why: format!(
                    "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}: no moment fits both",
                    fact.text, other.text
                ),
                signs: Signs {
                    thing: same_preposition(pair, fact, other),
                    event,
                    gap: days_apart(time, their_time),
                    others,
                    near,
                },
            });
        }
    }
    found
}

/// Content words on either side of a time that tell what happened then.
const NEAR: usize = 4;

/// Likeness of the verbs that two times stand nearest to: what is dated.
fn same_event(pair: &Pair<'_>, a: &Fact, b: &Fact) -> f32 {
    match (nearest_verb(pair.a, a), nearest_verb(pair.b, b)) {
        (Some(x), Some(y)) => x.likeness(y),
        _ => 0.0,
    }
}

fn nearest_verb<'t>(told: &'t Told<'_>, fact: &Fact) -> Option<&'t Content<'t>> {
    let verbs = told.content.iter().filter(|word| {
        lexicon::verb_likelihood(&word.token.lower) >= VERB && !word.token.capitalised
    });
    verbs.min_by_key(|word| {
        let span = word.token.span;
        if span.start >= fact.span.end {
            span.start - fact.span.end
        } else {
            fact.span.start.saturating_sub(span.end)
        }
    })
}

/// Least likelihood of a verb.
const VERB: f32 = 0.5;

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
