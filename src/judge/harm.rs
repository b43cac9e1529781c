//! One person, hurt in one article and unhurt in another, wherever the two are told.
//!
//! ```text
//! A: Kadhimi escaped unhurt.      B: The prime minister himself had minor cuts.      clash, hard
//! A: Kadhimi escaped unhurt.      B: Kadhimi's guards were hurt.                     none: others
//! ```
//!
//! The two share no word, so that alignment does not bring them together; who is told of, and how he came out of it, does.

use std::ops::Range;

use super::pair::{Clash, Signs, Told};
use super::values::is_of_another_time;
use crate::lexicon;
use crate::segment::Token;
use crate::{ConflictKind, Evidence, Fact, FactKind, FactValue, Modality, Span, Strength};

/// What an article says of a person.
#[derive(Debug, Clone, Copy, PartialEq)]
struct State {
    entity: usize,
    harmed: bool,
    /// The words that tell it.
    span: Span,
}

/// Most words between a person and what tells of him: "Poe survived the crash unhurt".
const REACH: usize = 5;

/// Claims of two articles, by their indexes, that tell of one person that he was hurt and that he was not.
pub(super) fn clashes(told: &[Told<'_>]) -> Vec<(usize, usize, Clash)> {
    let states: Vec<(usize, State)> = told
        .iter()
        .enumerate()
        .filter_map(|(at, told)| Some((at, state(told)?)))
        .collect();
    let mut found = Vec::new();
    for (at, &(a, ours)) in states.iter().enumerate() {
        for &(b, theirs) in &states[at + 1..] {
            let apart = told[a].claim.article_index != told[b].claim.article_index;
            if apart && ours.entity == theirs.entity && ours.harmed != theirs.harmed {
                found.push((a, b, clash([&told[a], &told[b]], [ours, theirs])));
            }
        }
    }
    found
}

/// What brings the two together.
pub(super) fn evidence() -> Evidence {
    Evidence {
        part: "person".to_owned(),
        value: 1.0,
        weight: 0.0,
        note: "both tell how one person came out of it".to_owned(),
    }
}

fn clash(told: [&Told<'_>; 2], states: [State; 2]) -> Clash {
    let [a, b] = states.map(|state| state.span);
    Clash {
        kind: ConflictKind::Polarity,
        strength: Strength::Hard,
        a,
        b,
        core: None,
        why: format!(
            "of one person: \u{201c}{}\u{201d} against \u{201c}{}\u{201d}",
            told[0].text(a),
            told[1].text(b)
        ),
        signs: Signs::default(),
    }
}

/// How the person that a claim is about came out of it, if the claim says so as a fact.
fn state(told: &Told<'_>) -> Option<State> {
    let one_of_several = told.words.iter().any(|word| {
        matches!(
            word.lower.as_str(),
            "first" | "second" | "third" | "another" | "other"
        )
    });
    if told.claim.modality != Modality::Asserted || one_of_several || is_of_another_time(told) {
        return None;
    }
    let facts = told.claim.facts.iter();
    let mut people = facts.filter(|fact| fact.kind == FactKind::Person);
    people.find_map(|person| behind(told, person))
}

/// What stands right behind the name of a person, who must be what the claim is about.
fn behind(told: &Told<'_>, person: &Fact) -> Option<State> {
    let FactValue::Name(name) = &person.value else {
        return None;
    };
    let before = told
        .words
        .iter()
        .rfind(|word| word.span.end <= person.span.start);
    let possessed = before.is_some_and(|word| {
        matches!(
            word.lower.as_str(),
            "of" | "for" | "with" | "by" | "to" | "from" | "near" | "at" | "and" | "or" | "against"
        )
    });
    let from = told
        .words
        .partition_point(|word| word.span.start < person.span.end);
    let words = &told.words[from..told.words.len().min(from + REACH + 2)];
    if possessed || words.first().is_some_and(|word| is_possessive(word)) {
        return None;
    }
    let others = told
        .claim
        .facts
        .iter()
        .find(|fact| fact.kind == FactKind::Person && fact.span.start >= person.span.end);
    let end = words.iter().position(|word| {
        matches!(
            word.lower.as_str(),
            "," | "and" | "but" | "who" | ";" | "that"
        ) || others.is_some_and(|other| other.span.contains(word.span))
    });
    let words = &words[..end.unwrap_or(words.len())];
    let (telling, harmed) = told_of(words)?;
    let telling_span = words[telling.start].span.hull(words[telling.end - 1].span);
    let mut negations = told.claim.negations.iter();
    let denial = negations.find(|negation| negation.scope.contains(words[telling.end - 1].span));
    // "was not badly hurt" denies how badly
    let degree = words[..telling.start]
        .iter()
        .any(|word| word.lower.ends_with("ly"));
    (denial.is_none() || !degree).then(|| State {
        entity: name.entity,
        harmed: harmed && denial.is_none(),
        span: denial.map_or(telling_span, |negation| negation.cue.hull(telling_span)),
    })
}

/// The words that tell of harm or of none, and whether they tell of harm when nothing denies it.
fn told_of(words: &[&Token]) -> Option<(Range<usize>, bool)> {
    let at = words
        .iter()
        .position(|word| is_unharmed(word) || is_harm(word) || is_injury(word))?;
    let word = words[at];
    let before = &words[..at];
    if is_unharmed(word) {
        return Some((at..at + 1, false));
    }
    let nearly = before
        .iter()
        .any(|word| matches!(word.lower.as_str(), "nearly" | "almost"));
    // by words, votes and scandals people are hurt as well
    let hurt_by = matches!(lexicon::verb_lemma(&word.lower), "hurt" | "harm")
        && words.get(at + 1).is_some_and(|next| next.lower == "by");
    let passive = before.iter().any(|word| {
        matches!(
            word.lower.as_str(),
            "was" | "were" | "been" | "is" | "are" | "being" | "got"
        )
    });
    let borne = before.iter().rposition(|word| {
        matches!(
            lexicon::verb_lemma(&word.lower),
            "suffer" | "have" | "sustain" | "receive" | "get"
        )
    });
    let start = if is_harm(word) {
        passive.then_some(at)
    } else {
        let behind = borne? + 1;
        Some(behind + usize::from(words[behind].lower == "no"))
    };
    start
        .filter(|_| !nearly && !hurt_by)
        .map(|start| (start..at + 1, true))
}

fn is_unharmed(word: &Token) -> bool {
    matches!(
        word.lower.as_str(),
        "unhurt" | "unharmed" | "uninjured" | "unscathed"
    )
}

fn is_harm(word: &Token) -> bool {
    matches!(
        lexicon::verb_lemma(&word.lower),
        "hurt" | "harm" | "injure" | "wound"
    ) && lexicon::verb_forms(&word.lower).is_some_and(|forms| forms.participle)
}

fn is_injury(word: &Token) -> bool {
    matches!(
        word.lower.as_str(),
        "injury"
            | "injuries"
            | "cut"
            | "cuts"
            | "bruises"
            | "wounds"
            | "burns"
            | "scratches"
            | "fractures"
            | "lacerations"
            | "concussion"
    )
}

fn is_possessive(word: &Token) -> bool {
    matches!(word.lower.as_str(), "'s" | "\u{2019}s" | "'" | "\u{2019}")
}

#[cfg(test)]
mod tests {
    use super::super::pair::testing::in_claims;
    use super::*;

    /// The words that clash, "a / b", for each clash.
    fn found(a: &str, b: &str) -> Vec<String> {
        in_claims(a, b, |told| {
            clashes(told)
                .iter()
                .map(|(x, y, clash)| {
                    format!("{} / {}", told[*x].text(clash.a), told[*y].text(clash.b))
                })
                .collect()
        })
    }

    #[test]
    fn one_person_is_hurt_or_not() {
        for (a, b, expected) in [
            (
                "Governor Ann Poe escaped unhurt.",
                "Governor Ann Poe was wounded.",
                "unhurt / wounded",
            ),
            (
                "Governor Ann Poe was not harmed.",
                "Governor Ann Poe came. The governor had minor cuts.",
                "not harmed / minor cuts",
            ),
            (
                "Governor Ann Poe survived the crash unhurt.",
                "Ann Poe suffered minor injuries.",
                "unhurt / minor injuries",
            ),
            (
                "Ann Poe suffered no injuries.",
                "Ann Poe was slightly injured.",
                "no injuries / injured",
            ),
        ] {
            assert_eq!(found(a, b), [expected], "{a} / {b}");
        }
    }

    #[test]
    fn others_other_times_and_degrees_are_no_clash() {
        for (a, b) in [
            (
                "Governor Ann Poe escaped unhurt.",
                "Ann Poe's guards were wounded.",
            ),
            (
                "Governor Ann Poe escaped unhurt.",
                "A brother of Ann Poe was wounded.",
            ),
            (
                "Governor Ann Poe escaped unhurt.",
                "Ann Poe was wounded in 2003.",
            ),
            (
                "Governor Ann Poe escaped unhurt.",
                "Ann Poe may have been wounded.",
            ),
            (
                "Ann Poe was not seriously hurt.",
                "Ann Poe was slightly hurt.",
            ),
            ("Ann Poe escaped unhurt.", "Ann Poe was nearly injured."),
            (
                "Ann Poe was wounded.",
                "Ann Poe was not only hurt but robbed.",
            ),
            (
                "Ann Poe escaped unhurt.",
                "Ann Poe was hurt by the scandal.",
            ),
            (
                "Ann Poe was not injured in the second crash.",
                "Ann Poe was injured in the first crash.",
            ),
            ("Ann Poe escaped unhurt.", "Jo Roe was wounded."),
            ("Ann Poe escaped unhurt.", "Ann Poe was not hurt."),
            ("Ann Poe escaped unhurt.", "Ann Poe hurt her party."),
        ] {
            assert_eq!(found(a, b), Vec::<String>::new(), "{a} / {b}");
        }
    }
}
