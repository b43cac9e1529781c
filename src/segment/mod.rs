//! Article -> sentences -> clauses.
//!
//! ```text
//! "Two men, who had fled, were shot, police said."
//!   clause: Two men ... were shot      frame: police said
//!   clause: who had fled               subject: Two men
//! ```

mod attribution;
mod clauses;
mod quotations;
mod sentences;
mod tokens;

pub use attribution::{Frame, Noted, Stance};
pub use clauses::{Clause, ClauseKind};
pub use sentences::{Sentence, SentenceKind};
pub use tokens::{Token, TokenKind, tokenize};

use crate::{Article, Span};

/// An article cut into sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// In text order, without overlap; metadata other than the title is left out.
    pub sentences: Vec<Sentence>,
    /// What stands between quotation marks, marks excluded, in text order; may run over several sentences.
    pub quotations: Vec<Span>,
}

/// Cuts an article into sentences, and sentences into clauses.
#[must_use]
pub fn segment(article: &Article) -> Document {
    let quotations = quotations::quotations(&article.text);
    let mut sentences = sentences::sentences(article, &quotations);
    for sentence in &mut sentences {
        sentence.tokens = tokenize(&article.text, sentence.span);
        if article.language.is_some() {
            // clauses and attributions are cut by the grammar of English
            sentence.clauses = vec![clauses::whole(sentence)];
            continue;
        }
        sentence.clauses = clauses::clauses(sentence);
        if sentence.tokens.len() <= clauses::LONGEST_SENTENCE {
            sentence.noted = attribution::noted(sentence);
        }
    }
    Document {
        sentences,
        quotations,
    }
}
