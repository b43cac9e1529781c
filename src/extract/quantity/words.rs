//! A view of a sentence's tokens that never runs out of bounds.

use crate::Span;
use crate::segment::{Token, TokenKind};

/// The tokens of one sentence, read by position; past either end there is only the empty word.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Self { text, tokens }
    }

    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    /// The token in lower case; empty past the end.
    pub(super) fn lower(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &token.lower)
    }

    /// The lower-case token that stands `back` places before `at`; empty before the start.
    pub(super) fn before(self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |place| self.lower(place))
    }

    /// The token as written.
    pub(super) fn raw(self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.slice(self.text))
    }

    pub(super) fn capitalised(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capitalised)
    }

    pub(super) fn is_word(self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Word)
    }

    pub(super) fn is_digits(self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Number)
    }

    pub(super) fn is_sign(self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Sign)
    }

    fn is_kind(self, at: usize, kind: TokenKind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// Whether no space parts `at` from the token after it.
    pub(super) fn touches_next(self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(this), Some(next)) => this.span.end == next.span.start,
            _ => false,
        }
    }

    /// Whether no space parts `at` from the token before it.
    pub(super) fn touches_previous(self, at: usize) -> bool {
        at > 0 && self.touches_next(at - 1)
    }

    /// Whether a hyphen stands at `at`.
    pub(super) fn is_hyphen(self, at: usize) -> bool {
        matches!(self.lower(at), "-" | "\u{2010}" | "\u{2011}")
    }

    /// Whether a hyphen or a dash of any length stands at `at`.
    pub(super) fn is_dash(self, at: usize) -> bool {
        self.is_hyphen(at) || matches!(self.lower(at), "\u{2013}" | "\u{2014}" | "\u{2212}")
    }

    /// Whether a hyphen ties the tokens on both its sides together: "two-story".
    pub(super) fn is_tie(self, at: usize) -> bool {
        self.is_hyphen(at) && self.touches_previous(at) && self.touches_next(at)
    }

    /// Whether the words from `at` on are these.
    pub(super) fn follows(self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.lower(at + offset) == *word)
    }

    /// The words `from..to` joined by single spaces, in lower case.
    pub(super) fn joined(self, from: usize, to: usize) -> String {
        let to = to.min(self.len());
        let words: Vec<&str> = (from..to).map(|at| self.lower(at)).collect();
        words.join(" ")
    }

    /// The span of the tokens `from..to`, which must hold at least one.
    pub(super) fn span(self, from: usize, to: usize) -> Span {
        Span::new(self.tokens[from].span.start, self.tokens[to - 1].span.end)
    }

    /// The words `from..to` as they stand in the text.
    pub(super) fn phrase(self, from: usize, to: usize) -> &'a str {
        self.span(from, to).slice(self.text)
    }

    /// Past the last token that hangs on `at` without a space.
    pub(super) fn chunk_end(self, at: usize) -> usize {
        let mut end = at;
        while self.touches_next(end) {
            end += 1;
        }
        end + 1
    }
}
