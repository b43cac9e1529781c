//! Times as intervals.
//!
//! ```text
//! on Sunday        on Monday            clash, when both date the same event
//! on Sunday        early on 7 November  fits
//! in 2004          on Sunday            guard: another grain says little
//! on 3 July        in early May         clash all the same: both name a month
//! this morning     Monday morning       guard: the day of publication is no surer than a day
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
            .any(|(_, other)| overlap(time, other) == Some(true))
    };
    for (fact, time) in &ours {
        if let Some((other, _)) = theirs
            .iter()
            .find(|(_, other)| overlap(time, other) == Some(true))
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
            if same_words || overlap(time, their_time) != Some(false) {
                continue;
            }
            let deictic = is_deictic(&fact.text) != is_deictic(&other.text);
            if deictic && days_apart(time, their_time) <= ONE_DAY {
                found.guards.push(Guard {
                    name: "day-of-publication",
                    note: format!("{} / {}", fact.text, other.text),
                    relation: Relation::Compatible,
                });
                continue;
            }
            let hours = time.parts.clock.is_some() && their_time.parts.clock.is_some();
            if time.grain != their_time.grain && !hours && !are_other_months(time, their_time) {
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
            let clash = Clash {
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
                    ..Signs::default()
                },
            };
            if event > 0.0 {
                found.clashes.push(clash);
                continue;
            }
            found.guards.push(Guard {
                name: "other-event",
                note: format!("{} / {}", fact.text, other.text),
                relation: Relation::OtherScope,
            });
            found.doubted.push(clash);
        }
    }
    found
}

/// Whether both name a month, and another: "on 3 July" and "in early May" are two dates, as fine as they may be.
fn are_other_months(a: &TimeValue, b: &TimeValue) -> bool {
    let months = a.parts.month.zip(b.parts.month);
    months.is_some_and(|(ours, theirs)| ours != theirs)
}

/// Whether two times meet. Of blurred ones only hours tell: "around 9:40 p.m." is not "shortly after 6 a.m.".
fn overlap(a: &TimeValue, b: &TimeValue) -> Option<bool> {
    if !a.parts.loose && !b.parts.loose {
        return a.overlaps(b);
    }
    let (Some(x), Some(y)) = (a.parts.clock, b.parts.clock) else {
        return None;
    };
    if a.parts.offset != b.parts.offset {
        return None;
    }
    // "9 o'clock" may be 9 p.m.
    let round = if a.parts.either_half || b.parts.either_half {
        DAY / 2
    } else {
        DAY
    };
    let apart = (x - y).rem_euclid(round).min((y - x).rem_euclid(round));
    match apart {
        0..NEAR_MINUTES => Some(true),
        FAR_MINUTES.. => Some(false),
        _ => None,
    }
}

/// Minutes of a day.
const DAY: i16 = 24 * 60;
/// Two blurred hours nearer than this, in minutes, are one.
const NEAR_MINUTES: i16 = 30;
/// Two blurred hours this far apart, in minutes, or farther are two: "about" seldom means more than half an hour either way.
const FAR_MINUTES: i16 = 60;

/// Words that count from the day of publication. A report is often printed again on the next day, with the words of the
/// day before.
fn is_deictic(words: &str) -> bool {
    let words = words.to_lowercase();
    [
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        "this ",
        "last night",
        "overnight",
    ]
    .iter()
    .any(|deictic| words.contains(deictic))
}

/// Log of one day more than the days between two neighbouring days, as [`days_apart`] counts.
const ONE_DAY: f32 = 0.7;

/// Words that bound a time from one side.
const BOUNDS: [&str; 6] = ["before", "after", "by", "until", "till", "since"];

/// Content words on either side of a time that tell what happened then.
const NEAR: usize = 4;

/// Likeness of the verbs that two times stand nearest to: what is dated. -1 when a sentence tells of what the other dates, and dates
/// something else: "was arrested on Tuesday", "arrested earlier, he was in court on Thursday".
fn same_event(pair: &Pair<'_>, a: &Fact, b: &Fact) -> f32 {
    let (Some(x), Some(y)) = (nearest_verb(pair.a, a), nearest_verb(pair.b, b)) else {
        return 0.0;
    };
    let tells_of = |told: &Told<'_>, verb: &Content<'_>| {
        let mut tokens = told.sentence.tokens.iter();
        tokens.any(|token| token.stem == verb.token.stem)
    };
    match x.likeness(y) {
        likeness if likeness > 0.0 => likeness,
        _ if tells_of(pair.a, y) || tells_of(pair.b, x) => -1.0,
        _ => 0.0,
    }
}

/// Of verbs that no comma parts from the time the nearest, otherwise the nearest of all.
fn nearest_verb<'t>(told: &'t Told<'_>, fact: &Fact) -> Option<&'t Content<'t>> {
    let verbs = told.content.iter().filter(|word| {
        lexicon::verb_likelihood(&word.token.lower) >= VERB && !word.token.capitalised
    });
    verbs.min_by_key(|word| {
        let span = word.token.span;
        let (from, to) = if span.start >= fact.span.end {
            (fact.span.end, span.start)
        } else {
            (span.end, fact.span.start)
        };
        let between = told.article.text.get(from..to).unwrap_or_default();
        (between.contains(','), to.saturating_sub(from))
    })
}

/// Least likelihood of a verb.
const VERB: f32 = 0.5;

fn given<'a>(told: &Told<'a>) -> Vec<(&'a Fact, &'a TimeValue)> {
    let facts = told.claim.facts.iter();
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Time(time) if !time.parts.loose || is_blurred(fact, time) => {
                Some((fact, time))
            }
            _ => None,
        })
        .collect()
}

/// Whether a loose time is an hour that is only rough: "before 10 a.m." bounds, "about 10 a.m." blurs.
fn is_blurred(fact: &Fact, time: &TimeValue) -> bool {
    let first = fact.text.split(' ').next().unwrap_or_default();
    time.parts.clock.is_some() && !BOUNDS.iter().any(|word| first.eq_ignore_ascii_case(word))
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

#[cfg(test)]
mod tests {
    use super::super::super::pair::testing::compared;
    use super::compare;

    #[test]
    fn times_of_one_event() {
        for (a, b, clashes) in [
            ("The ship sank on Sunday.", "The ship sank on Monday.", 1),
            (
                "The ship sank in May 2019.",
                "The ship sank in August 2019.",
                1,
            ),
            (
                "The guards were called around 9:40 p.m.",
                "The guards were called shortly after 6 a.m.",
                1,
            ),
            (
                "The guards were called around 9:40 p.m.",
                "The guards were called at about 9:30 p.m.",
                0,
            ),
            (
                "The guards were called around 9:40 p.m.",
                "The guards were called before 6 a.m.",
                0,
            ),
            // nobody says of which half of the day
            (
                "The guards were called at nine o'clock on Sunday.",
                "The guards were called at 9 p.m. on Sunday.",
                0,
            ),
            (
                "The guards were called at twenty past six.",
                "The guards were called at half past six in the evening.",
                0,
            ),
            (
                "The guards were called at twenty past six on Sunday.",
                "The guards were called at half past nine in the evening on Sunday.",
                1,
            ),
            ("The ship sank on 3 July.", "The ship sank in early May.", 1),
            (
                "The ship sank on 3 July.",
                "The ship sank in early May, seen by nobody.",
                1,
            ),
            ("The ship sank on 3 May.", "The ship sank in early May.", 0),
            (
                "The guards were called around noon.",
                "The guards were called at about 11 a.m.",
                1,
            ),
            (
                "The guards were called around noon.",
                "The guards were called at about 11.30 a.m.",
                0,
            ),
            ("The ship sank in 2019.", "The ship sank on Monday.", 0),
            ("The ship sank on Sunday.", "The ship sailed on Monday.", 0),
            (
                "The ship sank on 7 May 2019.",
                "The ship sank in May 2019.",
                0,
            ),
        ] {
            let found = compared(a, b, compare);
            assert_eq!(found.clashes.len(), clashes, "{a} / {b}: {found:?}");
        }
    }

    #[test]
    fn the_day_of_publication_is_no_surer_than_a_day() {
        let today = "BOSTON, 10 April 2007 (X) - The office was closed this morning.";
        for (other, clashes) in [
            (
                "BOSTON, 10 April 2007 (X) - The office was closed Monday morning.",
                0,
            ),
            (
                "BOSTON, 10 April 2007 (X) - The office was closed Saturday morning.",
                1,
            ),
        ] {
            assert_eq!(
                compared(today, other, compare).clashes.len(),
                clashes,
                "{other}"
            );
        }
    }
}
