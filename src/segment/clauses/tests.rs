use proptest::prelude::*;

use super::*;
use crate::read::article_from_text;
use crate::segment::segment;

/// Clauses of the first sentence: subject in brackets, parts parted by dots, speaker behind a slash.
fn told(text: &str) -> Vec<String> {
    let article = article_from_text("A", "a", text);
    let document = segment(&article);
    document.sentences[0]
        .clauses
        .iter()
        .map(|clause| {
            let parts: Vec<&str> = clause.parts.iter().map(|part| part.slice(text)).collect();
            let subject = clause
                .subject
                .map_or(String::new(), |s| format!("[{}] ", s.slice(text)));
            let source = clause.frame.as_ref().and_then(|frame| frame.source);
            let source = source.map_or(String::new(), |s| format!(" / {}", s.slice(text)));
            format!("{subject}{}{source}", parts.join(" ... "))
        })
        .collect()
}

#[test]
fn sentences_fall_into_claims() {
    for (text, expected) in [
        ("Two men were shot.", &["Two men were shot"][..]),
        (
            "Two men were shot in Troy, police said on Monday.",
            &["Two men were shot in Troy / police"],
        ),
        (
            "He served four and a half months in prison after the trial of his partner.",
            &["He served four and a half months in prison after the trial of his partner"],
        ),
        (
            "Two men, who had fled the burning mill, were shot dead.",
            &[
                "Two men ... were shot dead",
                "[Two men] who had fled the burning mill",
            ],
        ),
        (
            "Police said as many as 80 people were hurt.",
            &["as many as 80 people were hurt / Police"],
        ),
        (
            "Police said about 80 people were hurt.",
            &["about 80 people were hurt / Police"],
        ),
        (
            "The mill burned down, with six workers hurt.",
            &["The mill burned down", "six workers hurt"],
        ),
        (
            "The mill burned down and two workers were taken to hospital.",
            &["The mill burned down", "two workers were taken to hospital"],
        ),
        (
            "A bomb went off near the gate, killing seven soldiers of the guard.",
            &[
                "A bomb went off near the gate",
                "[A bomb] killing seven soldiers of the guard",
            ],
        ),
        (
            "The bomb, an officer said, went off near the gate.",
            &["The bomb ... went off near the gate / an officer"],
        ),
        (
            "Ann Poe was shot when a gunman opened fire in the mall, police said.",
            &[
                "Ann Poe was shot / police",
                "a gunman opened fire in the mall / police",
            ],
        ),
        (
            "The army said that it shot two drones down and police found a third drone.",
            &[
                "it shot two drones down / The army",
                "police found a third drone / The army",
            ],
        ),
        (
            "The fire was treated as arson, but he did not know of any threats.",
            &[
                "The fire was treated as arson",
                "he did not know of any threats",
            ],
        ),
        (
            "She was described as a flight risk, and the judge kept her in jail.",
            &[
                "She was described as a flight risk",
                "the judge kept her in jail",
            ],
        ),
        (
            "The bridge has been closed since Monday, and police guarded both ends.",
            &[
                "The bridge has been closed since Monday",
                "police guarded both ends",
            ],
        ),
        (
            "The old bridge fell as two trucks crossed the river.",
            &["The old bridge fell", "two trucks crossed the river"],
        ),
        ("Police said.", &["Police said"]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn no_word_is_lost() {
    let text = "On Monday, two men who fled, and a boy, were shot \u{2014} after dark \u{2014} and died, while the mayor, \
        who spoke on Tuesday, called for calm, killing hopes.";
    let article = article_from_text("A", "a", text);
    let sentence = &segment(&article).sentences[0];
    for token in sentence.tokens.iter().filter(|t| t.kind != TokenKind::Sign) {
        let covered = sentence
            .clauses
            .iter()
            .any(|c| c.parts.iter().any(|p| p.contains(token.span)));
        let joining = ["and", "while", "after"].contains(&token.lower.as_str());
        assert!(covered || joining, "{}", token.lower);
    }
}

/// Words of the first sentence that lie neither in a clause nor in a frame, but for joining words.
fn lost(text: &str) -> Vec<String> {
    let article = article_from_text("A", "a", text);
    let document = segment(&article);
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let framed = frames(sentence);
        for token in sentence.tokens.iter().filter(|t| t.kind != TokenKind::Sign) {
            let in_clause = sentence
                .clauses
                .iter()
                .any(|c| c.parts.iter().any(|p| p.contains(token.span)));
            let in_frame = framed.iter().any(|f| f.frame.span.contains(token.span));
            let joining = matches!(
                token.lower.as_str(),
                "and"
                    | "but"
                    | "while"
                    | "whereas"
                    | "though"
                    | "although"
                    | "when"
                    | "after"
                    | "because"
                    | "before"
                    | "since"
                    | "until"
                    | "as"
            );
            if !in_clause && !in_frame && !joining {
                found.push(token.lower.clone());
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn no_word_of_word_soup_is_lost(words in proptest::collection::vec(
        prop::sample::select(vec![
            "police", "said", "that", "Ann", "Poe", "who", "fled", "and", "but", "mill", "burned", ",", "\u{201c}",
            "\u{201d}", "\"", "when", "killing", "two", "guards", "denied", "according", "to", "the", "army", ":", ";",
            "told", "reporters", "on", "Monday", "it", "was", "reported", "believes", "adding", "\u{2014}", "-", "after",
        ]),
        1..40,
    )) {
        let text = format!("{}.", words.join(" "));
        prop_assert_eq!(lost(&text), Vec::<String>::new(), "{}", text);
    }
}

#[test]
fn very_long_sentences_stay_whole() {
    let text = "two guards fled and police said, \u{201c}it ".repeat(6_000);
    let article = article_from_text("A", "a", &text);
    let document = segment(&article);
    assert!(
        document
            .sentences
            .iter()
            .all(|sentence| !sentence.clauses.is_empty())
    );
}
