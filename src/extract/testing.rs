//! What tests of this stage share: sentences made by hand, and the names that are read.

use super::extract;
use crate::read::article_from_text;
use crate::segment::{Clause, ClauseKind, Sentence, SentenceKind, segment, tokenize};
use crate::{FactValue, Span};

/// The text as one sentence of one clause over all of it.
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

/// Names of a text as "words = who", with lists of names that are known.
pub(super) fn names(text: &str, lists: &[&[&str]]) -> Vec<String> {
    let articles = [article_from_text("A", "a", text)];
    let lists: Vec<Vec<String>> = lists
        .iter()
        .map(|list| list.iter().map(|&name| name.to_owned()).collect())
        .collect();
    let claims = extract(&articles, &[segment(&articles[0])], &lists);
    let facts = claims.iter().flat_map(|claim| &claim.facts);
    facts
        .filter_map(|fact| match &fact.value {
            FactValue::Name(name) => Some(format!("{} = {}", fact.text, name.canonical)),
            _ => None,
        })
        .collect()
}
