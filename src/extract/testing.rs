//! Sentences made by hand for the tests of one stage: one clause over the whole text.

use crate::Span;
use crate::segment::{Clause, ClauseKind, Sentence, SentenceKind, tokenize};

/// The text as one sentence of one clause.
pub(super) fn sentence_of(text: &str) -> Sentence {
    let span = Span::new(0, text.len());
    Sentence {
        span,
        kind: SentenceKind::Body,
        paragraph: 0,
        tokens: tokenize(text, span),
        noted: Vec::new(),
        clauses: vec![Clause {
            span,
            parts: vec![span],
            subject: None,
            frame: None,
            kind: ClauseKind::Main,
        }],
    }
}

/// The text as a headline of one clause.
pub(super) fn headline_of(text: &str) -> Sentence {
    Sentence {
        kind: SentenceKind::Headline,
        ..sentence_of(text)
    }
}
