//! Sentence boundaries and what each sentence is.
//!
//! ```text
//! Drones Hit Palace                                        headline
//! BAGHDAD (AP) — Two fell. Lt. Ali saw it at 9 a.m. Monday.
//!                Two fell.                                 body (the dateline is cut off)
//!                          Lt. Ali saw it at 9 a.m. Monday. body
//! ```

mod boundaries;
mod paragraphs;

use super::{Clause, Token};
use crate::{Article, Metadata, MetadataKind, Span};

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
    /// Attitudes noted beside the clauses, in text order.
    pub noted: Vec<super::Noted>,
}

impl Sentence {
    /// Whether it has some words of its article's `text` or another's, in their order, whatever marks and cases they stand in:
    /// "was not \u{201c}a war of choice\u{201d}" has "a war".
    pub(crate) fn has_words(&self, text: &str, words: &str) -> bool {
        let plain = |text: &str| {
            let lower = text.to_lowercase();
            let words = lower.split(|c: char| !c.is_alphanumeric());
            let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            format!(" {} ", words.join(" "))
        };
        plain(self.span.slice(text)).contains(&plain(words))
    }
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

/// Most words of a heading; longer lines without a full stop are running text that lost it.
const HEADING_WORDS: usize = 14;

/// Sentences of the article with empty `tokens` and `clauses`.
pub(super) fn sentences(article: &Article, quotations: &[Span]) -> Vec<Sentence> {
    let text = &article.text;
    let paragraphs = paragraphs::paragraphs(text, &article.metadata);
    let mut found = Vec::new();
    for (number, &paragraph) in paragraphs.iter().enumerate() {
        for (piece, title) in without_metadata(text, paragraph, &article.metadata) {
            let heading = title
                || piece == paragraph
                    && number + 1 < paragraphs.len()
                    && reads_like_heading(piece.slice(text));
            let spans = if heading {
                vec![piece]
            } else {
                boundaries::sentence_spans(text, piece, quotations)
            };
            found.extend(spans.into_iter().map(|span| Sentence {
                span,
                kind: if heading {
                    SentenceKind::Headline
                } else {
                    SentenceKind::Body
                },
                paragraph: number,
                tokens: Vec::new(),
                clauses: Vec::new(),
                noted: Vec::new(),
            }));
        }
    }
    found
}

/// What is left of a paragraph when metadata is cut out, and whether it is the title.
fn without_metadata(text: &str, paragraph: Span, metadata: &[Metadata]) -> Vec<(Span, bool)> {
    let mut left = Vec::new();
    let mut start = paragraph.start;
    for meta in metadata.iter().filter(|m| m.span.overlaps(paragraph)) {
        let cut = Span::new(
            meta.span.start.clamp(start, paragraph.end),
            meta.span.end.clamp(start, paragraph.end),
        );
        left.push((Span::new(start, cut.start), false));
        if meta.kind == MetadataKind::Title {
            left.push((cut, true));
        }
        start = cut.end;
    }
    left.push((Span::new(start, paragraph.end), false));
    left.into_iter()
        .map(|(span, title)| (trim(text, span), title))
        .filter(|(span, _)| span.slice(text).chars().any(char::is_alphanumeric))
        .collect()
}

/// "What happened next", "Reaction abroad": short, no full stop, a capital first and words throughout.
fn reads_like_heading(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let first = line.chars().find(|c| c.is_alphanumeric());
    words <= HEADING_WORDS
        && first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        && line.starts_with(char::is_alphanumeric)
        && line.ends_with(char::is_alphanumeric)
        && !line.contains(['"', '\u{201C}', '\u{201D}', ':'])
}

/// The span less white space at both ends.
fn trim(text: &str, span: Span) -> Span {
    let slice = span.slice(text);
    let start = span.start + (slice.len() - slice.trim_start().len());
    Span::new(start, start + slice.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, metadata: &[(&str, MetadataKind)]) -> Vec<String> {
        let mut article = crate::read::article_from_text("A", "a", "");
        text.clone_into(&mut article.text);
        article.metadata = metadata
            .iter()
            .map(|(words, kind)| {
                let start = text.find(words).expect("metadata in text");
                Metadata {
                    span: Span::new(start, start + words.len()),
                    kind: *kind,
                }
            })
            .collect();
        sentences(&article, &[])
            .into_iter()
            .map(|s| {
                let mark = match s.kind {
                    SentenceKind::Headline => "#",
                    SentenceKind::Body => "",
                };
                format!("{}{mark} {}", s.paragraph, s.span.slice(text))
            })
            .collect()
    }

    #[test]
    fn metadata_is_left_out_and_the_title_kept() {
        let text = "Drones Hit Palace\nMay 3, 2021\n\nBAGHDAD (AP) — Two fell. One burned.\n";
        let metadata = [
            ("Drones Hit Palace", MetadataKind::Title),
            ("May 3, 2021", MetadataKind::TimeStamp),
            ("BAGHDAD (AP) —", MetadataKind::Dateline),
        ];
        assert_eq!(
            read(text, &metadata),
            ["0# Drones Hit Palace", "2 Two fell.", "2 One burned."]
        );
    }

    #[test]
    fn headings_between_paragraphs() {
        let text = "Two fell.\n\nReaction abroad\n\nFrance protested.\n\nThe end of it";
        assert_eq!(
            read(text, &[]),
            [
                "0 Two fell.",
                "1# Reaction abroad",
                "2 France protested.",
                "3 The end of it"
            ]
        );
    }

    #[test]
    fn a_line_of_signs_says_nothing() {
        assert_eq!(
            read("One fell.\n* * *\nTwo rose.", &[]),
            ["0 One fell.", "2 Two rose."]
        );
    }

    #[test]
    fn windows_line_ends() {
        assert_eq!(
            read("One fell.\r\nTwo rose.\r\n", &[]),
            ["0 One fell.", "1 Two rose."]
        );
    }
}
