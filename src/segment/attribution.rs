//! Attribution frames: "police said", "according to the Iraqi military", "it added".
//!
//! ```text
//! "Two men were shot, police said on Monday."        claim: Two men were shot       source: police
//! "The ministry told Gulf Desk that it burned."      claim: it burned               source: The ministry
//! "The bomb, an officer said, went off at noon."     claim: The bomb went off ...   source: an officer
//! "According to the army, two fell."                 claim: two fell                source: the army
//! ```
//!
//! Frames are found by what stands around a verb of saying: marks, line ends and other finite verbs. There is no
//! parser behind it; what is not sure stays in the claim.

mod lookout;
mod noted;
mod verbs;
pub(super) use verbs::stance;

use super::{Sentence, SentenceKind, Token};
use crate::Span;
use lookout::Lookout;
pub use noted::Noted;

/// Words that say whose claim it is; taken off the claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// All words of the frame, in the article's text.
    pub span: Span,
    /// Who: "police", "the Iraqi military", "it". `None` in "It was reported that".
    pub source: Option<Span>,
    /// Verb or preposition: "said", "according to".
    pub cue: Span,
    /// What the source does with the claim.
    pub stance: Stance,
}

/// What a source does with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stance {
    /// Says, tells, reports, writes, according to.
    States,
    /// Denies, rejects, dismisses, disputes.
    Denies,
    /// Accuses, alleges, claims, charges.
    Alleges,
    /// Thinks, believes, suspects, fears, expects.
    Believes,
    /// Promises, plans, vows, threatens.
    Intends,
    /// Asks, wonders whether.
    Asks,
}

/// A frame and the words whose claim it is about, as token numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Framed {
    pub(super) frame: Frame,
    /// Tokens of the frame.
    pub(super) tokens: std::ops::Range<usize>,
    /// Tokens that it frames: before it for "..., police said", behind it for "police said that ...".
    pub(super) content: std::ops::Range<usize>,
}

/// Frames of a sentence, in text order, without overlap.
pub(super) fn frames(sentence: &Sentence) -> Vec<Framed> {
    let words: Vec<&Token> = sentence.tokens.iter().collect();
    let lookout = Lookout::new(&words, sentence.kind == SentenceKind::Headline);
    let mut found: Vec<Framed> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(framed) = lookout.frame_at(at, found.last()) {
            at = framed.tokens.end.max(at + 1);
            found.push(framed);
        } else {
            at += 1;
        }
    }
    found
}

/// Attitudes of a sentence that are noted beside its claims, in text order.
pub(super) fn noted(sentence: &Sentence) -> Vec<Noted> {
    let words: Vec<&Token> = sentence.tokens.iter().collect();
    let lookout = Lookout::new(&words, sentence.kind == SentenceKind::Headline);
    noted::noted(&lookout, &frames(sentence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::article_from_text;
    use crate::segment::segment;

    /// Source, cue and what is left of the first sentence, bar to bar.
    fn told(text: &str) -> (Vec<String>, String) {
        let article = article_from_text("A", "a", text);
        let document = segment(&article);
        let sentence = &document.sentences[0];
        let framed = frames(sentence);
        let said = framed
            .iter()
            .map(|f| {
                let source = f.frame.source.map_or("", |span| span.slice(text));
                format!("{source}/{}", f.frame.cue.slice(text))
            })
            .collect();
        let left: Vec<&str> = sentence
            .tokens
            .iter()
            .enumerate()
            .filter(|(at, _)| !framed.iter().any(|f| f.tokens.contains(at)))
            .map(|(_, token)| token.span.slice(text))
            .collect();
        (said, left.join(" "))
    }

    #[test]
    fn a_source_is_named_alone() {
        for (text, source) in [
            (
                "The mayor reportedly said that the mill burned.",
                "The mayor",
            ),
            ("At one point she suggested that the mill burned.", "she"),
            (
                "The police this morning said that the mill burned.",
                "The police",
            ),
            (
                "Reporters found three women who said that the mill burned.",
                "three women",
            ),
            ("The mill burned, the officer then said.", "the officer"),
            ("Sally Kelly said that the mill burned.", "Sally Kelly"),
        ] {
            let cue = if text.contains("suggested") {
                "suggested"
            } else {
                "said"
            };
            assert_eq!(told(text).0, [format!("{source}/{cue}")], "{text}");
        }
    }

    #[test]
    fn frames_are_taken_off() {
        for (text, said, left) in [
            (
                "Two men were shot, police said on Monday.",
                "police/said",
                "Two men were shot , .",
            ),
            (
                "Two men were shot, according to the Iraqi military.",
                "the Iraqi military/according to",
                "Two men were shot , .",
            ),
            (
                "According to the army, two men fell.",
                "the army/According to",
                ", two men fell .",
            ),
            (
                "The ministry told Gulf Desk that the mill burned.",
                "The ministry/told",
                "the mill burned .",
            ),
            (
                "Two Iraqi officials said the mill burned down.",
                "Two Iraqi officials/said",
                "the mill burned down .",
            ),
            (
                "The bomb, an officer said, went off at noon.",
                "an officer/said",
                "The bomb , , went off at noon .",
            ),
            (
                "\u{201c}We ran,\u{201d} said Ann Poe, the sheriff.",
                "Ann Poe, the sheriff/said",
                "\u{201c} We ran , \u{201d} .",
            ),
            (
                "\u{201c}We ran,\u{201d} he added.",
                "he/added",
                "\u{201c} We ran , \u{201d} .",
            ),
            (
                "It was reported that the mill burned.",
                "/reported",
                "the mill burned .",
            ),
            (
                "The sheriff, Ann Poe, said that two men fled.",
                "The sheriff, Ann Poe/said",
                "two men fled .",
            ),
            (
                "Ann Poe, who runs the mill, said on Monday that two men fled.",
                "Ann Poe, who runs the mill/said",
                "two men fled .",
            ),
            (
                "Ann Poe, who runs the mill, said in a statement that two men fled.",
                "Ann Poe, who runs the mill/said",
                "two men fled .",
            ),
            (
                "Kadhimi denied that he had been hurt.",
                "Kadhimi/denied",
                "he had been hurt .",
            ),
            (
                "He said: \u{201c}We ran.\u{201d}",
                "He/said",
                ": \u{201c} We ran . \u{201d}",
            ),
        ] {
            assert_eq!(
                told(text),
                (vec![said.to_owned()], left.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_frame() {
        for text in [
            "Two men were shot in the street.",
            "The bank reported a loss of two million dollars.",
            "He told a story about the war.",
            "The sign was stolen, and the police added patrols.",
            "She asked for help.",
            "The army denied permission to enter.",
        ] {
            assert!(told(text).0.is_empty(), "{text} {:?}", told(text));
        }
    }
}
