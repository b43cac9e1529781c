//! Sentence -> cues with scopes, and polarity.

use proptest::prelude::*;

use super::{CUES, negations, polarity};
use crate::extract::testing::sentence_of;
use crate::{Polarity, Scope};

fn read(text: &str) -> (Vec<Scope>, Polarity) {
    let sentence = sentence_of(text);
    let clause = &sentence.clauses[0];
    let found = negations(text, &sentence, clause);
    let polarity = polarity(&found, &sentence, clause);
    (found, polarity)
}

/// `cue|scope` of every negation, `;` between.
fn shown(text: &str) -> String {
    read(text)
        .0
        .iter()
        .map(|n| format!("{}|{}", n.cue.slice(text), n.scope.slice(text)))
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn cues_and_scopes() {
    for (text, expected) in [
        (
            "The council did not approve the plan.",
            "not|approve the plan",
        ),
        (
            "The council didn't approve the plan.",
            "didn't|approve the plan",
        ),
        (
            "The council didn\u{2019}t approve it, an aide told us.",
            "didn\u{2019}t|approve it",
        ),
        (
            "The bridge was never repaired but stayed open.",
            "never|repaired",
        ),
        (
            "No group has claimed the attack.",
            "No|group has claimed the attack",
        ),
        ("There were no injuries on board.", "no|injuries on board"),
        ("Nobody was hurt.", "Nobody|was hurt"),
        ("None of the crew was hurt.", "None|of the crew was hurt"),
        (
            "They had no food, water or power.",
            "no|food, water or power",
        ),
        ("He left without paying, then came back.", "without|paying"),
        (
            "The pilot failed to lower the gear.",
            "failed to|lower the gear",
        ),
        ("The firm has yet to answer.", "has yet to|answer"),
        ("The minister denied taking money.", "denied|taking money"),
        (
            "The court rejected the claim of fraud.",
            "rejected|the claim of fraud",
        ),
        ("The town no longer has a doctor.", "no longer|has a doctor"),
        ("Police ruled out arson.", "ruled out|arson"),
        ("It was not without risk.", "not|without risk; without|risk"),
        (
            "He did not deny the charge.",
            "not|deny the charge; deny|the charge",
        ),
        ("They walked instead of driving.", "instead of|driving"),
        ("Few voters turned out.", "Few|voters turned out"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_negation() {
    for text in [
        "She was not only late.",
        "She wasn't just late.",
        "No doubt the plan was approved.",
        "No fewer than six people were hurt.",
        "Platform No. 5 was shut.",
        "The prime minister left No 10.",
        "The no-fly zone was lifted.",
        "He gave a no to the plan.",
        "The train did not arrive until Friday.",
        "A few voters turned out.",
        "He won the last few games.",
        "The court rejected the appeal.",
        "Parliament dismissed the minister.",
        "Not all of the crew survived.",
        "She starred in \u{201c}No Quiet Night\u{201d} that year.",
        "Asked about it, he said no.",
        "The visitor was denied entry.",
    ] {
        assert_eq!(shown(text), "", "{text}");
    }
}

#[test]
fn a_negation_in_a_quotation_stays_in_it() {
    assert_eq!(
        shown("He called it \"no big deal\" and left the room."),
        "no|big deal"
    );
    assert_eq!(
        read("The court called the deal \u{201c}no longer valid\u{201d} on Monday.").1,
        Polarity::Positive
    );
}

#[test]
fn polarity_counts_what_governs_the_main_predicate() {
    for (text, negative) in [
        ("The council did not approve the plan.", true),
        ("The bridge was not repaired.", true),
        ("He is not guilty.", true),
        ("No group has claimed the attack.", true),
        ("None of the crew was hurt.", true),
        ("There were no injuries.", true),
        ("There weren\u{2019}t any injuries.", true),
        ("No survivors in crash", true),
        ("It was not without risk.", false),
        ("She was not only late.", false),
        ("The driver was arrested without warning.", false),
        ("With no money left, he was forced to sell.", false),
        ("The man was told not to move.", false),
        ("The train was not late and the bus was early.", true),
        ("He wo n't return.", true),
        ("The shop is open.", false),
        ("", false),
    ] {
        let expected = if negative {
            Polarity::Negative
        } else {
            Polarity::Positive
        };
        assert_eq!(read(text).1, expected, "{text}");
    }
}

#[test]
fn the_table_is_read_whole() {
    let lines = include_str!("../../../data/negations.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .count();
    assert_eq!(CUES.len(), lines);
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_bounds(
        text in "([a-zé“”\"',.—-]{0,6} |no |not |n't |denied |without |until |few ){0,14}"
    ) {
        for scope in read(&text).0 {
            prop_assert!(text.get(scope.cue.start..scope.cue.end).is_some_and(|s| !s.is_empty()));
            prop_assert!(text.get(scope.scope.start..scope.scope.end).is_some());
        }
    }
}
