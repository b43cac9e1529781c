//! The main predicate of a clause, and how far a cue reaches.
//!
//! ```text
//! "the bill was not approved by the senate"   predicate: was ... approved
//! "not approved by the senate, but delayed"   reach of "not": approved by the senate
//! ```

use crate::Span;
use crate::grammar::{is_auxiliary, is_finite};
use crate::lexicon;
use crate::segment::{Clause, Sentence, Token, TokenKind};

/// Tokens of the clause's own parts, in order.
pub(super) fn words<'a>(sentence: &'a Sentence, clause: &Clause) -> Vec<&'a Token> {
    sentence
        .tokens
        .iter()
        .filter(|token| clause.parts.iter().any(|part| part.contains(token.span)))
        .collect()
}

/// Where the main predicate stands, as indexes into the clause's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Predicate {
    /// The finite verb: "was".
    pub(super) finite: usize,
    /// The word that carries the meaning: "approved". The finite verb itself if there is no auxiliary.
    pub(super) head: usize,
}

/// The first finite verb that no relative pronoun introduces, with the head after its auxiliaries.
pub(super) fn main_predicate(words: &[&Token]) -> Option<Predicate> {
    // "With no money left, he was ...": no finite verb stands in a fronted "with" phrase.
    let first = words.first().map_or("", |t| t.lower.as_str());
    let start = if matches!(first, "with" | "without") {
        words.iter().position(|t| t.lower == ",").unwrap_or(0)
    } else {
        0
    };
    let mut finite = (start..words.len()).find(|&at| is_finite(words, at))?;
    if !is_auxiliary(words, finite) && is_reduced_relative(words, finite) {
        finite = (finite + 1..words.len())
            .find(|&at| is_auxiliary(words, at) || joins_clauses(&words[at].lower))
            .filter(|&at| is_auxiliary(words, at))
            .unwrap_or(finite);
    }
    let head = if is_auxiliary(words, finite) {
        (finite + 1..words.len())
            .find(|&at| !is_auxiliary(words, at) && !is_light(words[at]))
            .unwrap_or(finite)
    } else {
        finite
    };
    Some(Predicate { finite, head })
}

/// Index past the last word that a cue ending before `from` governs.
pub(super) fn reach(words: &[&Token], from: usize) -> usize {
    let mut at = from;
    while at < words.len() {
        let lower = words[at].lower.as_str();
        let stops = match lower {
            ";" | ":" | "(" | ")" | "\u{2014}" | "\u{2013}" | "--" | "\u{2026}" | "\u{201d}"
            | "''" | "." | "?" | "!" => true,
            "," => !continues_list(&words[at + 1..]),
            "but" | "and" | "because" | "although" | "though" | "while" | "whereas" | "which"
            | "until" | "unless" | "despite" => at > from,
            _ => false,
        };
        if stops {
            break;
        }
        at += 1;
    }
    at
}

/// The span of the words `from..to`; empty, at the end of the word before, if there are none.
pub(super) fn span_of(words: &[&Token], from: usize, to: usize) -> Span {
    if from < to {
        words[from].span.hull(words[to - 1].span)
    } else {
        let end = words[from - 1].span.end;
        Span::new(end, end)
    }
}

/// Which words stand inside quotation marks that open in this sentence.
pub(super) fn quoted(sentence: &Sentence, words: &[&Token]) -> Vec<bool> {
    let mut open = false;
    let mut inside = Vec::new();
    for token in &sentence.tokens {
        match token.lower.as_str() {
            "\"" => open = !open,
            "\u{201c}" | "``" => open = true,
            "\u{201d}" | "''" => open = false,
            _ if open => inside.push(token.span),
            _ => {}
        }
    }
    words
        .iter()
        .map(|word| inside.binary_search(&word.span).is_ok())
        .collect()
}

/// ", water or power": a comma that goes on with a list under the same negation.
fn continues_list(after: &[&Token]) -> bool {
    after
        .iter()
        .take(4)
        .take_while(|t| !matches!(t.lower.as_str(), "but" | "and" | "which" | "who"))
        .any(|t| matches!(t.lower.as_str(), "or" | "nor"))
}

/// "the man accused of theft was freed": a participle after its noun, with the real verb to come.
fn is_reduced_relative(words: &[&Token], at: usize) -> bool {
    let after = words.get(at + 1).map_or("", |t| t.lower.as_str());
    matches!(
        after,
        "of" | "by" | "in" | "on" | "with" | "to" | "as" | "for" | "at" | "from" | "during"
    ) && lexicon::verb_forms(&words[at].lower).is_some_and(|forms| forms.participle)
}

fn joins_clauses(lower: &str) -> bool {
    matches!(
        lower,
        "and"
            | "but"
            | "that"
            | ","
            | ";"
            | "who"
            | "which"
            | "when"
            | "because"
            | "if"
            | "after"
            | "before"
            | "while"
            | "as"
            | "where"
    )
}

/// Words between an auxiliary and its head: adverbs, negators, marks.
fn is_light(token: &Token) -> bool {
    token.kind == TokenKind::Sign
        || token.lower.ends_with("ly") && token.lower != "only"
        || matches!(
            token.lower.as_str(),
            "not"
                | "n't"
                | "never"
                | "no"
                | "also"
                | "still"
                | "yet"
                | "longer"
                | "now"
                | "already"
                | "ever"
                | "just"
                | "only"
                | "once"
                | "even"
                | "so"
                | "any"
        )
}
