//! The sentence around a time: its tokens, and whether it looks back or ahead.

use jiff::civil::Date;

use super::calendar::Direction;
use crate::Span;
use crate::lexicon;
use crate::segment::{Sentence, SentenceKind, Token, TokenKind};

/// A sentence under reading. Every look-up is total: past either end stands an empty word.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) published: Option<Date>,
    pub(super) headline: bool,
}

impl<'a> Context<'a> {
    pub(super) fn new(text: &'a str, sentence: &'a Sentence, published: Option<Date>) -> Self {
        Self {
            text,
            tokens: &sentence.tokens,
            published,
            headline: sentence.kind == SentenceKind::Headline,
        }
    }

    /// The token's word in lower case.
    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &token.lower)
    }

    /// The word before.
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1)
            .map_or("", |previous| self.lower(previous))
    }

    /// The token as written.
    pub(super) fn raw(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(at))
    }

    /// Whether the words from `at` on are these.
    pub(super) fn are(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.lower(at + offset) == *word)
    }

    pub(super) fn capitalised(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capitalised)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether no white space stands between the token and the next.
    pub(super) fn touches_next(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(a), Some(b)) => a.span.end == b.span.start,
            _ => false,
        }
    }

    /// Whether no white space stands between the token and the one before.
    pub(super) fn touches_previous(&self, at: usize) -> bool {
        at > 0 && self.touches_next(at - 1)
    }

    /// A number written in plain digits, at most four of them, with how many there are.
    pub(super) fn digits(&self, at: usize) -> Option<(i16, usize)> {
        let word = self.lower(at);
        if word.is_empty() || word.len() > 4 || !word.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some((word.parse().ok()?, word.len()))
    }

    /// The article's words of the tokens `start..end`, which must not be empty.
    pub(super) fn span(&self, start: usize, end: usize) -> Option<Span> {
        let first = self.tokens.get(start)?;
        let last = self.tokens.get(end.checked_sub(1)?)?;
        (first.span.start < last.span.end).then(|| Span::new(first.span.start, last.span.end))
    }

    /// The words of the tokens `start..end`, lower case, parted by one space.
    pub(super) fn words(&self, start: usize, end: usize) -> String {
        let words: Vec<&str> = (start..end).map(|at| self.lower(at)).collect();
        words.join(" ")
    }

    /// Whether the sentence looks back or ahead where the time of the tokens `start..end` stands.
    ///
    /// The nearest verb form to the left decides ("said on Tuesday that it will"), then the nearest to the right
    /// ("On Tuesday the Senate will vote").
    pub(super) fn direction(&self, start: usize, end: usize) -> Direction {
        let left = (0..start.min(self.tokens.len())).rev();
        let right = end..self.tokens.len();
        for at in left.chain(right) {
            if let Some(direction) = self.tense(at) {
                return direction;
            }
        }
        Direction::Unclear
    }

    fn tense(&self, at: usize) -> Option<Direction> {
        let word = self.lower(at);
        match word {
            "will" | "'ll" | "won't" | "shall" | "upcoming" | "forthcoming" => {
                return Some(Direction::Future);
            }
            "expected" | "scheduled" | "due" | "set" | "slated" | "planned" | "plans" | "plan"
            | "going" | "hopes" | "intends"
                if self.is(at + 1, &["to", "for", "on"]) =>
            {
                return Some(Direction::Future);
            }
            "said" | "was" | "were" | "had" | "did" | "told" | "began" | "met" | "made" => {
                return Some(Direction::Past);
            }
            // The reading of "to" with a place is rarer than "to begin Monday", and harmless.
            "to" if at > 0 && self.headline && self.capitalised(at + 1) => {
                return Some(Direction::Future);
            }
            _ => {}
        }
        let past = match lexicon::verb_forms(word) {
            Some(forms) => forms.past && !forms.base,
            None => word.len() > 4 && word.ends_with("ed"),
        };
        past.then_some(Direction::Past)
    }
}
