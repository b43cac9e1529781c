//! One made-up story for the tests of every report.

use crate::{Claim, Modality, Polarity, Span};

/// A claim that is all of `span`, without anything found in it.
pub(super) fn bare_claim(id: &str, text: &str, span: Span) -> Claim {
    Claim {
        id: id.to_owned(),
        article: id.chars().take_while(char::is_ascii_uppercase).collect(),
        span,
        text: span.slice(text).to_owned(),
        speaker: None,
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        facts: Vec::new(),
        article_index: 0,
        sentence_index: 0,
        parts: vec![span],
        borrowed_subject: None,
        negations: Vec::new(),
        modals: Vec::new(),
        headline: false,
    }
}
