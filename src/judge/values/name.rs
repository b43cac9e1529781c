//! Names in the same role.
//!
//! ```text
//! found in Troy      found in Ohio        clash of places: the same word leads to both, the rest is the same
//! Sheriff Ann Poe    Sheriff Bo Lee       clash of names: the same title
//! found in Troy      found in Michigan    no clash when "Troy, Michigan" is known
//! ```

use super::super::pair::{Clash, Findings, Pair, Signs, Told, likeness};

use crate::lexicon::{self, Gazetteer};
use crate::{ConflictKind, Fact, FactKind, FactValue, NameValue, Strength};

/// Compares names that lead in by the same word and have no counterpart on the other side.
pub(super) fn compare(pair: &Pair<'_>) -> Findings {
    let mut found = Findings::default();
    let (ours, theirs) = (given(pair.a), given(pair.b));
    let has =
        |list: &[Given<'_>], entity: usize| list.iter().any(|given| given.name.entity == entity);
    let shared = ours
        .iter()
        .filter(|given| has(&theirs, given.name.entity))
        .count();
    let alone = |list: &'_ [Given<'_>], other: &[Given<'_>]| -> Vec<usize> {
        (0..list.len())
            .filter(|&at| !has(other, list[at].name.entity))
            .collect()
    };
    let (left, right) = (alone(&ours, &theirs), alone(&theirs, &ours));
    for &x in &left {
        for &y in &right {
            let (a, b) = (&ours[x], &theirs[y]);
            if !same_sort(a.fact.kind, b.fact.kind)
                || a.role.is_empty()
                || a.role != b.role
                || mentions(pair.a, b)
                || mentions(pair.b, a)
            {
                continue;
            }
            if a.fact.kind == FactKind::Place && (is_region(a.name) || is_region(b.name)) {
                continue;
            }
            let alike = strsim::jaro_winkler(&a.name.canonical, &b.name.canonical);
            if alike >= ONE_NAME {
                continue;
            }
            let kind = if a.fact.kind == FactKind::Place {
                ConflictKind::Place
            } else {
                ConflictKind::Name
            };
            found.clashes.push(Clash {
                kind,
                strength: Strength::Hard,
                a: a.fact.span,
                b: b.fact.span,
                core: None,
                why: format!(
                    "\u{201c}{}\u{201d} against \u{201c}{}\u{201d} in the same role ({})",
                    a.fact.text, b.fact.text, a.role
                ),
                signs: Signs {
                    thing: f32::from(a.name.title.is_some()),
                    event: shared as f32,
                    gap: alike as f32,
                    others: (left.len() + right.len() - 2) as f32,
                    near: likeness(
                        &pair.a.near(a.fact.span, NEAR),
                        &pair.b.near(b.fact.span, NEAR),
                    ),
                    ..Signs::default()
                },
            });
        }
    }
    found
}

/// A country or state: a town named on the other side may lie in it.
fn is_region(name: &NameValue) -> bool {
    let known = lexicon::gazetteer(&name.canonical.to_lowercase());
    known.contains(&Gazetteer::Country) || known.contains(&Gazetteer::Region)
}

/// Whether two names can name the same sort of thing; of some names the sort is not known.
fn same_sort(a: FactKind, b: FactKind) -> bool {
    a == b || [a, b].contains(&FactKind::Name) && ![a, b].contains(&FactKind::Place)
}

/// Jaro-Winkler similarity from which two names may be one, spelt in two ways.
const ONE_NAME: f64 = 0.9;
/// Content words on either side of a name that tell its role.
const NEAR: usize = 4;

struct Given<'a> {
    fact: &'a Fact,
    name: &'a NameValue,
    /// The title, or the word that leads to the name with the word before it: "found in".
    role: String,
}

fn given<'a>(told: &Told<'a>) -> Vec<Given<'a>> {
    let facts = told.claim.facts.iter();
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Name(name) => Some(Given {
                fact,
                name,
                role: role(told, fact, name),
            }),
            _ => None,
        })
        .collect()
}

fn role(told: &Told<'_>, fact: &Fact, name: &NameValue) -> String {
    if let Some(title) = &name.title {
        return title.to_lowercase();
    }
    let at = told
        .words
        .partition_point(|word| word.span.start < fact.span.start);
    let lower = |back: usize| {
        at.checked_sub(back)
            .map_or("", |at| told.words[at].lower.as_str())
    };
    match lower(1) {
        lead @ ("in" | "at" | "near" | "from" | "to" | "by" | "against" | "with" | "outside") => {
            let stem = at
                .checked_sub(2)
                .map_or("", |at| told.words[at].stem.as_str());
            format!("{stem} {lead}").trim().to_owned()
        }
        "" => "subject".to_owned(),
        _ => String::new(),
    }
}

/// Whether the article tells of the name somewhere else in the sentence: a place inside a place, a list.
fn mentions(told: &Told<'_>, given: &Given<'_>) -> bool {
    let last = given.name.canonical.rsplit(' ').next().unwrap_or_default();
    let sentence = told.sentence.span.slice(&told.article.text);
    !last.is_empty() && sentence.contains(last)
}
