//! Clauses: the units that become claims.
//!
//! ```text
//! "Two men, who had fled, were shot and the mill burned, police said."
//!   Two men ... were shot     main            police said
//!   who had fled              relative        police said      subject: Two men
//!   the mill burned           coordinate      police said
//! ```
//!
//! A cut must pay: both sides need a verb and some content words. Where the words leave doubt, nothing is cut, for a
//! claim too long still meets its counterparts, and a torn one does not.

mod cuts;

use std::ops::Range;

use super::attribution::{Framed, frames};
use super::{Frame, Sentence, SentenceKind, Stance, Token, TokenKind};
use crate::Span;
use cuts::Cut;

/// One clause of a sentence, less its attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Hull of `parts`.
    pub span: Span,
    /// The clause's own words in text order, without overlap; holes are frames and clauses of their own.
    pub parts: Vec<Span>,
    /// Subject taken over from another clause of the sentence ("who had fled" <- "Two men").
    pub subject: Option<Span>,
    /// Who says it.
    pub frame: Option<Frame>,
    /// How it hangs in the sentence.
    pub kind: ClauseKind,
}

/// How a [`Clause`] hangs in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClauseKind {
    /// Main or only clause.
    Main,
    /// Joined by "and", "but", ";".
    Coordinate,
    /// "who ...", "which ...", "where ...", and appositions that state something.
    Relative,
    /// "when ...", "after ...", "because ...", participle clauses.
    Subordinate,
}

/// The clauses of one sentence; always at least one.
pub(super) fn clauses(sentence: &Sentence) -> Vec<Clause> {
    let words: Vec<&Token> = sentence.tokens.iter().collect();
    let frames = frames(sentence);
    let free = free_stretches(&words, &frames);
    let cuts = if sentence.kind == SentenceKind::Headline {
        Vec::new()
    } else {
        cuts::cuts(&words, &free)
    };
    let mut found: Vec<Clause> = cuts
        .iter()
        .filter_map(|cut| clause(&words, cut, &frames))
        .collect();
    if let Some(main) = rest(&words, &free, &cuts, &frames) {
        found.push(main);
    }
    found.sort_by_key(|clause| (clause.span, clause.kind as u8));
    if found.is_empty() {
        found.push(whole(sentence, &frames));
    }
    found
}

/// Runs of tokens outside all frames that have a word in them.
fn free_stretches(words: &[&Token], frames: &[Framed]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for framed in frames {
        found.push(start..framed.tokens.start);
        start = framed.tokens.end;
    }
    found.push(start..words.len());
    found.retain(|stretch| stretch.clone().any(|at| words[at].kind != TokenKind::Sign));
    found
}

/// A cut-out clause.
fn clause(words: &[&Token], cut: &Cut, frames: &[Framed]) -> Option<Clause> {
    let part = trimmed(words, cut.tokens.clone())?;
    Some(Clause {
        span: part,
        parts: vec![part],
        subject: cut
            .subject
            .clone()
            .and_then(|subject| trimmed(words, subject)),
        frame: frame_of(frames, &cut.tokens),
        kind: cut.kind,
    })
}

/// What no cut took: the main clause, with holes where frames and cuts stand.
fn rest(
    words: &[&Token],
    free: &[Range<usize>],
    cuts: &[Cut],
    frames: &[Framed],
) -> Option<Clause> {
    let mut parts = Vec::new();
    let mut tokens = 0..0;
    for stretch in free {
        let mut start = stretch.start;
        let mut holes: Vec<&Range<usize>> = cuts.iter().map(|cut| &cut.hole).collect();
        holes.sort_by_key(|hole| hole.start);
        for hole in holes
            .into_iter()
            .filter(|hole| hole.start >= stretch.start && hole.end <= stretch.end)
        {
            if hole.start > start {
                parts.extend(trimmed(words, start..hole.start));
            }
            start = start.max(hole.end);
        }
        if stretch.end > start {
            parts.extend(trimmed(words, start..stretch.end));
        }
        if tokens.is_empty() {
            tokens = stretch.clone();
        }
    }
    let span = parts.iter().copied().reduce(Span::hull)?;
    Some(Clause {
        span,
        parts,
        subject: None,
        frame: frame_of(frames, &tokens),
        kind: ClauseKind::Main,
    })
}

/// The whole sentence, which is nothing but a frame or marks.
fn whole(sentence: &Sentence, frames: &[Framed]) -> Clause {
    Clause {
        span: sentence.span,
        parts: vec![sentence.span],
        subject: None,
        frame: frames.first().map(|framed| framed.frame.clone()),
        kind: ClauseKind::Main,
    }
}

/// The frame whose content the tokens lie in; of several the one that begins nearest, but for a thought inside a report
/// ("Poe said she believed that"), which is Poe's report.
fn frame_of(frames: &[Framed], tokens: &Range<usize>) -> Option<Frame> {
    let holds = |framed: &&Framed| framed.content.contains(&tokens.start);
    let nearest = frames
        .iter()
        .filter(holds)
        .min_by_key(|framed| framed.tokens.start.abs_diff(tokens.start))?;
    let thought = matches!(
        nearest.frame.stance,
        Stance::Believes | Stance::Intends | Stance::Asks
    );
    let outer = frames.iter().find(|framed| {
        thought
            && framed.tokens.end == nearest.tokens.start
            && framed.content.start == framed.tokens.end
    });
    Some(outer.unwrap_or(nearest).frame.clone())
}

/// The span of tokens without the marks and joining words at its ends; `None` when no word is left.
fn trimmed(words: &[&Token], tokens: Range<usize>) -> Option<Span> {
    let is_edge = |at: usize| {
        words[at].kind == TokenKind::Sign
            && !matches!(
                words[at].lower.as_str(),
                "$" | "\u{a3}" | "\u{20ac}" | "%" | "#" | "+"
            )
    };
    let opens = |at: usize| is_edge(at) && words[at].lower != "-";
    let start = tokens.clone().find(|&at| !opens(at))?;
    let end = tokens.clone().rev().find(|&at| !is_edge(at))?;
    let has_word = (start..=end).any(|at| words[at].kind != TokenKind::Sign);
    (start <= end && has_word).then(|| words[start].span.hull(words[end].span))
}

#[cfg(test)]
mod tests {
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
                "Two men, who had fled the burning mill, were shot dead.",
                &[
                    "Two men ... were shot dead",
                    "[Two men] who had fled the burning mill",
                ],
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
}
