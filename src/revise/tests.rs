//! Revisions of a story, and what is told of each.

use super::*;
use crate::extract::extract;
use crate::read::article_from_text;
use crate::segment::segment;

const STORY: &str = "Fire at the mill\n\nSix guards were hurt in the fire at the mill in Dunmore on Monday, police said. The roof fell in at \
    about four in the morning.\n\nAnna Kelly, the manager, said that repairs would cost $5 million. \u{201c}We will open again in the \
    spring,\u{201d} she said.\n\nA man is alleged to have set the fire. The mill was not insured.";

fn revised(old: &str, new: &str) -> Revision {
    let articles = [
        article_from_text("A", "old", old),
        article_from_text("B", "new", new),
    ];
    let documents = [segment(&articles[0]), segment(&articles[1])];
    let claims = extract(&articles, &documents, &[]);
    revise(&articles, &documents, &claims)
}

/// Rules with the words of both sides.
fn told(new: &str) -> Vec<(Rule, String, String)> {
    let words = |words: &Option<Words>| {
        words
            .as_ref()
            .map_or(String::new(), |words| words.text.clone())
    };
    let revision = revised(STORY, new);
    revision
        .changes
        .iter()
        .map(|change| (change.rule, words(&change.old), words(&change.new)))
        .collect()
}

#[test]
fn each_sort_of_change_is_told_once() {
    for (from, to, rule, old, new) in [
        (
            "Six guards",
            "Seven guards",
            Rule::NumberChanged,
            "Six",
            "Seven",
        ),
        (
            "$5 million",
            "$8 million",
            Rule::NumberChanged,
            "$5 million",
            "$8 million",
        ),
        (
            "on Monday",
            "on Tuesday",
            Rule::DateChanged,
            "Monday",
            "Tuesday",
        ),
        (
            "Anna Kelly",
            "Anna Kelley",
            Rule::NameChanged,
            "Anna Kelly",
            "Anna Kelley",
        ),
        (
            "open again in",
            "never open again in",
            Rule::QuoteAltered,
            "We will",
            "We will never",
        ),
        (
            "The mill was not insured",
            "The mill was insured",
            Rule::PolarityFlipped,
            "not",
            "The mill was insured",
        ),
        (
            "is alleged to have set",
            "set",
            Rule::HedgeDropped,
            "alleged",
            "set",
        ),
        (
            "on Monday, police said",
            "on Monday, the owners said",
            Rule::AttributionChanged,
            "police",
            "owners",
        ),
    ] {
        let found = told(&STORY.replace(from, to));
        let fits = found
            .iter()
            .any(|(found, a, b)| *found == rule && a.contains(old) && b.contains(new));
        assert!(fits, "{to}: {found:?}");
        let others: Vec<_> = found
            .iter()
            .filter(|(found, ..)| {
                *found != rule
                    && !matches!(
                        found,
                        Rule::ClaimAdded | Rule::ClaimRemoved | Rule::PolarityFlipped
                    )
            })
            .collect();
        assert!(others.is_empty(), "{to}: {others:?}");
    }
}

#[test]
fn what_is_cosmetic_is_no_change() {
    let (first, rest) = STORY.split_once("\n\nAnna").expect("a paragraph");
    let (anna, last) = rest.split_once("\n\nA man").expect("another");
    for new in [
        STORY.to_owned(),
        STORY.replace(['\u{201c}', '\u{201d}'], "\""),
        STORY.replace("fell in at", "collapsed at"),
        STORY.replace("Six guards were hurt", "6 guards were injured"),
        STORY.replace("$5 million", "five million dollars"),
        STORY.replace("mill in Dunmore on", "mill  in Dunmore \u{a0}on"),
        format!("{first}\n\nA man{last}\n\nAnna{anna}"),
    ] {
        assert_eq!(told_of(&new), [], "{new}");
    }
}

fn told_of(new: &str) -> Vec<Change> {
    revised(STORY, new).changes
}

#[test]
fn moves_merges_and_splits() {
    let (first, rest) = STORY.split_once("\n\nAnna").expect("a paragraph");
    let (anna, last) = rest.split_once("\n\nA man").expect("another");
    assert!(revised(STORY, &format!("{first}\n\nA man{last}\n\nAnna{anna}")).moved > 0);
    let merged = STORY.replace("police said. The roof", "police said, and the roof");
    let found = told_of(&merged);
    assert!(
        found
            .iter()
            .all(|change| !matches!(change.rule, Rule::ClaimRemoved | Rule::NumberChanged)),
        "{found:?}"
    );
}

#[test]
fn what_comes_and_goes_and_notes() {
    let gone = STORY.replace(" The mill was not insured.", "");
    assert_eq!(
        told(&gone),
        [(
            Rule::ClaimRemoved,
            "The mill was not insured.".to_owned(),
            String::new()
        )]
    );
    let more = format!("{STORY}\n\nSchools in the town stayed open.");
    assert_eq!(
        told(&more),
        [(
            Rule::ClaimAdded,
            String::new(),
            "Schools in the town stayed open.".to_owned()
        )]
    );
    let silent = STORY.replace("Six", "Seven");
    assert!(!revised(STORY, &silent).noted);
    let noted = format!(
        "{silent}\n\nCorrection: An earlier version of this story gave a wrong number of guards."
    );
    let revision = revised(STORY, &noted);
    assert!(revision.noted);
    assert_eq!(revision.changes.len(), 1, "{:?}", revision.changes);
}

#[test]
fn a_revision_of_itself_has_no_change() {
    for text in ["", "Six.", STORY] {
        let revision = revised(text, text);
        assert_eq!(
            (revision.changes.len(), revision.moved, revision.reworded),
            (0, 0, 0)
        );
    }
}

#[test]
fn figures_of_a_later_hour_are_updated_and_not_corrected() {
    let relation = |old: &str, new: &str| -> Vec<(Rule, Turn)> {
        let revision = revised(old, new);
        revision
            .changes
            .iter()
            .map(|change| (change.rule, change.relation))
            .collect()
    };
    let plain = "The river rose. Six houses in Dunmore were flooded.";
    assert_eq!(
        relation(
            plain,
            "The river rose. Nine houses in Dunmore were flooded."
        ),
        [(Rule::NumberChanged, Turn::Corrected)]
    );
    assert_eq!(
        relation(
            "The river rose. As of Monday six houses in Dunmore were flooded.",
            "The river rose. As of Tuesday nine houses in Dunmore were flooded."
        ),
        [
            (Rule::DateChanged, Turn::Updated),
            (Rule::NumberChanged, Turn::Updated)
        ]
    );
    assert_eq!(
        relation(
            plain,
            "The river rose. Nine houses in Dunmore were flooded. This story was updated with new figures."
        ),
        [(Rule::NumberChanged, Turn::Updated)]
    );
    assert_eq!(
        relation(
            plain,
            "The river rose. Nine houses in Dunmore were flooded. Correction: an earlier version gave six."
        ),
        [(Rule::NumberChanged, Turn::Corrected)]
    );
}

#[test]
fn what_may_be_and_what_will_be_are_two_statements() {
    let rules = |old: &str, new: &str| -> Vec<(Rule, Turn)> {
        let change = |change: &Change| (change.rule, change.relation);
        revised(old, new).changes.iter().map(change).collect()
    };
    let may = "The captain may lose his licence over the wreck.";
    let will = "The captain will lose his licence over the wreck.";
    assert_eq!(rules(may, will), [(Rule::HedgeDropped, Turn::Hardened)]);
    assert_eq!(rules(will, may), [(Rule::HedgeAdded, Turn::Softened)]);
}

#[test]
fn figures_told_more_or_less_exactly_are_no_others() {
    let told = |old: &str, new: &str| -> Vec<(Rule, Turn)> {
        let change = |change: &Change| (change.rule, change.relation);
        revised(old, new).changes.iter().map(change).collect()
    };
    let rough = "The river rose. About 40 houses in Dunmore were flooded on Friday afternoon.";
    let exact = "The river rose. 43 houses in Dunmore were flooded on Friday.";
    assert_eq!(told(rough, exact), [(Rule::ClaimAdded, Turn::Refined)]);
    assert_eq!(told(exact, rough), [(Rule::ClaimRemoved, Turn::Softened)]);
    let quoted =
        "Anna Kelly said: \u{201c}We will open again in the spring, and we will hire.\u{201d}";
    let cut = "Anna Kelly said: \u{201c}We will open again in the spring.\u{201d}";
    assert_eq!(told(quoted, cut), [(Rule::ClaimRemoved, Turn::Softened)]);
}

#[test]
fn a_sentence_written_anew_in_its_place_is_still_a_revision_of_it() {
    let old = "The fire began at four. Six guards were hurt in the fire at the mill, police said. The roof fell in.";
    let new = "The fire began at four. According to police, smoke and flames at the mill left seven guards hurt. The roof fell in.";
    let revision = revised(old, new);
    let rules: Vec<Rule> = revision.changes.iter().map(|change| change.rule).collect();
    assert_eq!(rules, [Rule::NumberChanged]);
}
