//! Which articles stand behind which value.
//!
//! ```text
//! conflicts A-D, A-F, C-D, C-F over "six" and "seven"; "several" in B
//!   -> six (A, C) against seven (D, F); several (B) fits both
//! ```

use std::collections::BTreeSet;

use super::super::ink::Ink;
use super::super::lookup::Lookup;
use super::super::prose::Prose;
use crate::{Conflict, ConflictKind, Fact, FactValue, Finding, Interval, Quantity, Side};

/// Reasons shown for one finding before the rest is only counted.
const MOST_REASONS: usize = 3;

/// The kind in a word.
pub(in crate::report) fn kind_word(kind: ConflictKind) -> &'static str {
    match kind {
        ConflictKind::Number => "number",
        ConflictKind::DateTime => "date or time",
        ConflictKind::Place => "place",
        ConflictKind::Name => "name",
        ConflictKind::Polarity => "yes or no",
        ConflictKind::Antonym => "opposites",
        ConflictKind::Modality => "certainty",
        ConflictKind::Attribution => "who said it",
        ConflictKind::Quote => "quotation",
        ConflictKind::Cause => "cause",
        ConflictKind::Other => "other",
    }
}

/// Why the claims of a finding conflict: one sentence for each kind of value, the words of the conflicts otherwise.
pub(in crate::report) fn reasons(story: &Lookup<'_>, finding: &Finding) -> Vec<Prose> {
    let mut reasons: Vec<Prose> = Vec::new();
    let mut kinds: Vec<ConflictKind> = Vec::new();
    for conflict in &finding.conflicts {
        if kinds.contains(&conflict.kind) {
            continue;
        }
        kinds.push(conflict.kind);
        let of_kind = finding.conflicts.iter().filter(|c| c.kind == conflict.kind);
        let of_kind: Vec<&Conflict> = of_kind.collect();
        for dispute in disputes(story, of_kind) {
            match camps(story, finding, &dispute) {
                Some(sentence) => reasons.push(sentence),
                None => {
                    for conflict in dispute {
                        let reason = Prose::of(Ink::Plain, &conflict.why);
                        if !reasons.contains(&reason) {
                            reasons.push(reason);
                        }
                    }
                }
            }
        }
    }
    if reasons.len() > MOST_REASONS {
        let more = reasons.len() - MOST_REASONS;
        reasons.truncate(MOST_REASONS);
        let rest = format!("and {more} more reasons: --explain {}", finding.id);
        reasons.push(Prose::of(Ink::Faint, &rest));
    }
    reasons
}

/// Conflicts parted by what they are about: those that share a value belong together. Three drones against two is one
/// dispute, six guards against seven another.
fn disputes<'a>(story: &Lookup<'_>, conflicts: Vec<&'a Conflict>) -> Vec<Vec<&'a Conflict>> {
    let mut found: Vec<(Vec<Reading>, Vec<&Conflict>)> = Vec::new();
    for conflict in conflicts {
        let mut readings = vec![reading(story, &conflict.a), reading(story, &conflict.b)];
        let mut members = Vec::new();
        let mut at = 0;
        while at < found.len() {
            if found[at].0.iter().any(|known| readings.contains(known)) {
                let (known, joined) = found.remove(at);
                readings.extend(known);
                members.extend(joined);
            } else {
                at += 1;
            }
        }
        members.push(conflict);
        found.push((readings, members));
    }
    found.into_iter().map(|(_, members)| members).collect()
}

/// A value and the articles that have it.
struct Camp<'a> {
    words: &'a str,
    reading: Reading,
    letters: Vec<&'a str>,
}

/// What two wordings must share to be one value.
#[derive(PartialEq)]
enum Reading {
    Quantity(Interval),
    Words(String),
}

/// "six (A, C) against seven (D)": only for values, and only when more than two articles are in it.
fn camps(story: &Lookup<'_>, finding: &Finding, conflicts: &[&Conflict]) -> Option<Prose> {
    let valued = matches!(
        conflicts.first()?.kind,
        ConflictKind::Number | ConflictKind::DateTime | ConflictKind::Place | ConflictKind::Name
    );
    if !valued {
        return None;
    }
    let mut camps: Vec<Camp<'_>> = Vec::new();
    for side in conflicts.iter().flat_map(|c| [&c.a, &c.b]) {
        let reading = reading(story, side);
        let letter = story.letter_of(side);
        match camps.iter_mut().find(|camp| camp.reading == reading) {
            Some(camp) if camp.letters.contains(&letter) => {}
            Some(camp) => camp.letters.push(letter),
            None => camps.push(Camp {
                words: &side.text,
                reading,
                letters: vec![letter],
            }),
        }
    }
    let fitting = fitting(story, finding, conflicts, &camps);
    if conflicts.len() == 1 && fitting.is_empty() {
        return None;
    }
    for camp in &mut camps {
        camp.letters.sort_by_key(|letter| (letter.len(), *letter));
    }
    let parties = parties(story, conflicts, &camps);
    let mut sentence = Prose::default();
    for (number, party) in parties.iter().enumerate() {
        if number > 0 {
            sentence.push(Ink::Plain, " against ");
        }
        for (number, camp) in party.iter().enumerate() {
            if number > 0 {
                sentence.push(Ink::Plain, " and ");
            }
            sentence.push(Ink::Strong, camp.words);
            sentence.push(Ink::Plain, &format!(" ({})", camp.letters.join(", ")));
        }
    }
    for (words, letter) in fitting {
        sentence.push(Ink::Plain, &format!("; {words} ({letter}) fits "));
        sentence.push(Ink::Plain, if parties.len() == 2 { "both" } else { "all" });
    }
    Some(sentence)
}

/// The camps by whom they clash with: camps that clash with the same others stand together.
fn parties<'c, 'a>(
    story: &Lookup<'_>,
    conflicts: &[&Conflict],
    camps: &'c [Camp<'a>],
) -> Vec<Vec<&'c Camp<'a>>> {
    let number_of = |side: &Side| {
        let reading = reading(story, side);
        camps.iter().position(|camp| camp.reading == reading)
    };
    let mut opponents = vec![BTreeSet::new(); camps.len()];
    for conflict in conflicts {
        if let (Some(a), Some(b)) = (number_of(&conflict.a), number_of(&conflict.b)) {
            opponents[a].insert(b);
            opponents[b].insert(a);
        }
    }
    let mut parties: Vec<(&BTreeSet<usize>, Vec<&Camp<'_>>)> = Vec::new();
    for (camp, against) in camps.iter().zip(&opponents) {
        match parties.iter_mut().find(|(known, _)| *known == against) {
            Some((_, party)) => party.push(camp),
            None => parties.push((against, vec![camp])),
        }
    }
    parties.into_iter().map(|(_, party)| party).collect()
}

/// The fact that one side of a conflict rests on.
fn fact_of<'a>(story: &Lookup<'a>, side: &Side) -> Option<&'a Fact> {
    let facts = &story.claim(&side.claim)?.facts;
    let exact = facts.iter().find(|fact| fact.span == side.span);
    exact.or_else(|| facts.iter().find(|fact| fact.span.overlaps(side.span)))
}

fn reading(story: &Lookup<'_>, side: &Side) -> Reading {
    match fact_of(story, side).map(|fact| &fact.value) {
        Some(FactValue::Quantity(quantity)) => Reading::Quantity(quantity.interval),
        Some(FactValue::Name(name)) => Reading::Words(name.canonical.to_lowercase()),
        _ => Reading::Words(side.text.to_lowercase()),
    }
}

/// Wordings of articles outside the conflict that allow every one of the clashing quantities.
fn fitting<'a>(
    story: &Lookup<'a>,
    finding: &Finding,
    conflicts: &[&Conflict],
    camps: &[Camp<'_>],
) -> Vec<(&'a str, &'a str)> {
    let Some(FactValue::Quantity(clashing)) =
        fact_of(story, &conflicts[0].a).map(|fact| &fact.value)
    else {
        return Vec::new();
    };
    let mut fitting: Vec<(&str, &str)> = Vec::new();
    for claim in story.claims_of(finding) {
        let letter = claim.article.as_str();
        let taken = camps.iter().any(|camp| camp.letters.contains(&letter));
        if taken || fitting.iter().any(|(_, known)| *known == letter) {
            continue;
        }
        let fits = |fact: &&Fact| match &fact.value {
            FactValue::Quantity(quantity) => {
                same_thing(quantity, clashing)
                    && camps.iter().all(|camp| match camp.reading {
                        Reading::Quantity(interval) => meet(quantity.interval, interval),
                        Reading::Words(_) => false,
                    })
            }
            _ => false,
        };
        if let Some(fact) = claim.facts.iter().find(fits) {
            fitting.push((&fact.text, letter));
        }
    }
    fitting
}

fn same_thing(a: &Quantity, b: &Quantity) -> bool {
    let shared = |x: &Option<String>, y: &Option<String>| x.is_some() && x == y;
    a.measure == b.measure
        && a.unit == b.unit
        && (shared(&a.counted, &b.counted) || shared(&a.event, &b.event) || a.unit.is_some())
}

fn meet(a: Interval, b: Interval) -> bool {
    let below = |low: Option<f64>, high: Option<f64>| match (low, high) {
        (Some(low), Some(high)) => low <= high,
        _ => true,
    };
    below(a.low, b.high) && below(b.low, a.high)
}
