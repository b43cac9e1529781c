//! Sentence boundaries and what each sentence is.

use super::{Clause, Token};
use crate::{Article, MetadataKind, Span};

/// One sentence, or one headline.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Trimmed of white space; terminal punctuation included.
    pub span: Span,
    /// Headline or running text.
    pub kind: SentenceKind,
    /// Number of the paragraph (line group) in the article, from 0.
    pub paragraph: usize,
    /// Words, numbers and punctuation, in order.
    pub tokens: Vec<Token>,
    /// At least one; see [`Clause`].
    pub clauses: Vec<Clause>,
}

/// What a [`Sentence`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SentenceKind {
    /// Title or heading between paragraphs.
    Headline,
    /// Running text.
    Body,
}

/// Sentences of the article with empty `tokens` and `clauses`.
pub(super) fn sentences(article: &Article, _quotations: &[Span]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    for (paragraph, line) in article.text.split('\n').enumerate() {
        let end = start + line.len();
        let trimmed = Span::new(
            start + (line.len() - line.trim_start().len()),
            start + line.trim_end().len(),
        );
        start = end + 1;
        if trimmed.start >= trimmed.end {
            continue;
        }
        let title = article
            .metadata
            .iter()
            .any(|m| m.kind == MetadataKind::Title && m.span.overlaps(trimmed));
        if article
            .metadata
            .iter()
            .any(|m| m.kind != MetadataKind::Title && m.span.contains(trimmed))
        {
            continue;
        }
        found.push(Sentence {
            span: trimmed,
            kind: if title {
                SentenceKind::Headline
            } else {
                SentenceKind::Body
            },
            paragraph,
            tokens: Vec::new(),
            clauses: Vec::new(),
        });
    }
    found
}
