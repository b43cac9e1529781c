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

/// Most words of a sentence that is cut. Longer ones are tables and lists whose marks were lost, and every look ahead
/// for a verb or a mark is bounded by this; sentences of news seldom pass 80 words.
pub(super) const LONGEST_SENTENCE: usize = 400;

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
    if sentence.tokens.len() > LONGEST_SENTENCE {
        return vec![whole_of(sentence, &[])];
    }
    let words: Vec<&Token> = sentence.tokens.iter().collect();
    let frames = frames(sentence);
    let free = free_stretches(&words, &frames);
    let cuts = if sentence.kind == SentenceKind::Headline {
        cuts::tolls(&words, &free)
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
        found.push(whole_of(sentence, &frames));
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
/// All of a sentence.
pub(super) fn whole(sentence: &Sentence) -> Clause {
    whole_of(sentence, &[])
}

fn whole_of(sentence: &Sentence, frames: &[Framed]) -> Clause {
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
mod tests;
