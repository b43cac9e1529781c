//! Words, numbers and punctuation of a sentence.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::Span;

/// One word, number or sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Lower case, typographic apostrophes made plain.
    pub lower: String,
    /// Snowball English stem of `lower` (words only; otherwise equal to `lower`).
    pub stem: String,
    /// Word, number or sign.
    pub kind: TokenKind,
    /// Whether it starts with a capital letter.
    pub capitalised: bool,
    /// Whether all its letters, two at least, are capitals: "SAF", "U.S.".
    pub capitals: bool,
}

/// Sort of a [`Token`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes ("didn't") and abbreviation points ("U.S.", "p.m.").
    Word,
    /// Digits with inner separators ("15,800", "2.6", "2:53").
    Number,
    /// Anything else that is not white space.
    Sign,
}

/// Tokens of `text` inside `span`, in order.
///
/// Word boundaries of Unicode Standard Annex 29, with three changes: digits and letters that touch
/// are parted ("193km" -> "193", "km"), a possessive stands alone ("Iraq", "'s"), and clock times
/// and pointed abbreviations stay whole ("2:53", "U.S.").
///
/// ```
/// use storydiff::{Span, segment::tokenize};
/// let text = "Iraq's U.S. envoy ran 193km by 2:53 p.m.";
/// let words: Vec<_> = tokenize(text, Span::new(0, text.len())).into_iter().map(|t| t.lower).collect();
/// assert_eq!(words, ["iraq", "'s", "u.s.", "envoy", "ran", "193", "km", "by", "2:53", "p.m."]);
/// ```
#[must_use]
pub fn tokenize(text: &str, span: Span) -> Vec<Token> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut pieces: Vec<Span> = Vec::new();
    for (offset, word) in span.slice(text).split_word_bound_indices() {
        if word.trim().is_empty() {
            continue;
        }
        let start = span.start + offset;
        for piece in split_word(word) {
            let piece = Span::new(start + piece.start, start + piece.end);
            match pieces.last_mut() {
                Some(last)
                    if last.end == piece.start
                        && joins(last.slice(text), piece.slice(text), text, piece.end) =>
                {
                    last.end = piece.end;
                }
                _ => pieces.push(piece),
            }
        }
    }
    pieces
        .into_iter()
        .map(|span| token(text, span, &stemmer))
        .collect()
}

/// Parts letters from digits and the possessive from its noun.
fn split_word(word: &str) -> Vec<Span> {
    let mut cuts = vec![0];
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        let changes = before.is_some_and(|b| {
            b.is_ascii_digit() && c.is_alphabetic() || b.is_alphabetic() && c.is_ascii_digit()
        });
        if changes {
            cuts.push(at);
        }
        before = Some(c);
    }
    for mark in ["'s", "\u{2019}s", "'S", "\u{2019}S"] {
        if word.len() > mark.len() && word.ends_with(mark) {
            cuts.push(word.len() - mark.len());
        }
    }
    cuts.push(word.len());
    cuts.dedup();
    cuts.windows(2).map(|w| Span::new(w[0], w[1])).collect()
}

/// Whether a piece belongs to the one before it: "2" ":" "53", "U.S" ".", "p.m" ".".
fn joins(last: &str, piece: &str, text: &str, piece_end: usize) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    match piece {
        ":" => {
            digits(last)
                && last.len() <= 2
                && text[piece_end..]
                    .bytes()
                    .take(2)
                    .filter(u8::is_ascii_digit)
                    .count()
                    == 2
        }
        "." => {
            last.contains('.')
                && last
                    .split('.')
                    .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
        }
        _ => last.ends_with(':') && last.len() > 1 && digits(piece),
    }
}

fn token(text: &str, span: Span, stemmer: &Stemmer) -> Token {
    let raw = span.slice(text);
    let lower = raw.to_lowercase().replace('\u{2019}', "'");
    let first = raw.chars().next().unwrap_or(' ');
    let kind = if first.is_ascii_digit() {
        TokenKind::Number
    } else if raw.chars().any(char::is_alphanumeric) {
        TokenKind::Word
    } else {
        TokenKind::Sign
    };
    let stem = if kind == TokenKind::Word {
        stemmer.stem(&lower).into_owned()
    } else {
        lower.clone()
    };
    Token {
        span,
        capitalised: first.is_uppercase(),
        capitals: raw.chars().filter(|c| c.is_alphabetic()).count() > 1
            && raw.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()),
        lower,
        stem,
        kind,
    }
}
