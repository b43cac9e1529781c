//! Sentence -> modal cues with scopes, and modality.

use proptest::prelude::*;

use super::{CUES, modality, modals};
use crate::Modality::{Alleged, Asserted, Denied, Planned, Possible, Reported};
use crate::extract::testing::{headline_of, sentence_of};
use crate::segment::{Frame, Sentence, Stance};
use crate::{Modality, Span};

fn of(sentence: &Sentence, text: &str) -> (String, Modality) {
    let clause = &sentence.clauses[0];
    let found = modals(text, sentence, clause);
    let modality = modality(&found, sentence, clause);
    let shown = found
        .iter()
        .map(|m| format!("{}|{}", m.cue.slice(text), m.scope.slice(text)))
        .collect::<Vec<_>>()
        .join("; ");
    (shown, modality)
}

#[test]
fn cues_scopes_and_the_modality_of_the_claim() {
    for (text, cues, expected) in [
        (
            "The bank may close two branches.",
            "may|close two branches",
            Possible,
        ),
        ("The bank might close.", "might|close", Possible),
        (
            "The roof could have been weak.",
            "could have|been weak",
            Possible,
        ),
        (
            "The bank will close, its owner told us.",
            "will|close",
            Planned,
        ),
        ("They'll close the bank.", "They'll|close the bank", Planned),
        ("The bank won't close.", "won't|close", Planned),
        (
            "The bank is expected to close.",
            "expected to|close",
            Planned,
        ),
        ("The bank is to close.", "is to|close", Planned),
        (
            "The strike was reportedly over.",
            "reportedly|over",
            Reported,
        ),
        (
            "The strike is said to be over.",
            "said to be|over",
            Reported,
        ),
        ("The men were allegedly armed.", "allegedly|armed", Alleged),
        (
            "He is accused of stealing a car.",
            "accused of|stealing a car",
            Alleged,
        ),
        (
            "He is suspected of shooting a guard.",
            "suspected of|shooting a guard",
            Alleged,
        ),
        (
            "The men are believed to be armed.",
            "believed to be|armed",
            Possible,
        ),
        (
            "It is unclear whether he fled.",
            "unclear whether|he fled",
            Possible,
        ),
        (
            "If the dam breaks, the town is lost.",
            "If|the dam breaks",
            Asserted,
        ),
        ("Suspected rebels were seen.", "Suspected|rebels", Asserted),
        (
            "He was found dead, possibly of cold.",
            "possibly|of cold",
            Asserted,
        ),
        (
            "The strike was over, reportedly.",
            "reportedly|The strike was over,",
            Reported,
        ),
    ] {
        let sentence = sentence_of(text);
        assert_eq!(of(&sentence, text), (cues.to_owned(), expected), "{text}");
    }
}

#[test]
fn what_only_looks_like_a_modal() {
    for text in [
        "The vote was held in May.",
        "May 5 was a Sunday.",
        "Theresa May was asked.",
        "He was named in his will.",
        "Will Carter was there.",
        "The fleet showed its might.",
        "The driver is to blame.",
        "The game was off due to rain.",
        "He could not swim.",
        "He acted as if nothing was wrong.",
        "She was in charge of the store.",
        "They came as soon as possible.",
    ] {
        let sentence = sentence_of(text);
        assert_eq!(of(&sentence, text), (String::new(), Asserted), "{text}");
    }
}

#[test]
fn headlines_use_the_infinitive_for_the_future() {
    let text = "Premier to be questioned";
    assert_eq!(of(&headline_of(text), text).1, Planned);
    assert_eq!(of(&sentence_of(text), text).1, Asserted);
}

#[test]
fn the_frame_has_its_say() {
    for (stance, expected) in [
        (Stance::States, Reported),
        (Stance::Denies, Denied),
        (Stance::Alleges, Alleged),
        (Stance::Believes, Possible),
        (Stance::Asks, Possible),
        (Stance::Intends, Planned),
    ] {
        let text = "he was reportedly there";
        let mut sentence = sentence_of(text);
        sentence.clauses[0].frame = Some(Frame {
            span: Span::new(0, 0),
            source: None,
            cue: Span::new(0, 0),
            stance,
        });
        assert_eq!(of(&sentence, text).1, expected, "{stance:?}");
    }
}

#[test]
fn the_table_is_read_whole() {
    let lines = include_str!("../../../data/modals.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .count();
    assert_eq!(CUES.len(), lines);
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_bounds(
        text in "([a-zé“”\"',.—-]{0,6} |may |May |will |to |if |reportedly |suspected ){0,14}"
    ) {
        for sentence in [sentence_of(&text), headline_of(&text)] {
            for scope in modals(&text, &sentence, &sentence.clauses[0]) {
                prop_assert!(text.get(scope.cue.start..scope.cue.end).is_some_and(|s| !s.is_empty()));
                prop_assert!(text.get(scope.scope.start..scope.scope.end).is_some());
            }
        }
    }
}

#[test]
fn what_is_denied_is_known_as_denied() {
    let text = "Kadhimi denied that he had been hurt.";
    let articles = [crate::read::article_from_text("A", "a", text)];
    let documents = [crate::segment::segment(&articles[0])];
    let claims = crate::extract::extract(&articles, &documents, &[]);
    assert_eq!(claims[0].modality, Modality::Denied);
    assert_eq!(claims[0].text, "he had been hurt");
}
