//! Clause -> claim: speaker, polarity, modality and typed facts.
//!
//! Each kind of fact has a file of its own; this one only puts them together.

mod aliases;
mod cues;
mod known;
mod modality;
mod names;
mod polarity;
mod predicate;
mod quantity;
mod quotation;
mod roles;
mod speaker;
#[cfg(test)]
mod testing;
mod time;

use crate::segment::{Clause, Document, TokenKind};
use crate::{Article, Claim, Fact, FactKind, FactValue, QuotationValue, Span, cores};
use roles::Roles;

/// The claims of all articles, article by article, in text order.
///
/// `documents[i]` must be the segmentation of `articles[i]`; each list of `names` holds names of one person, place or
/// organisation, known from elsewhere. Of an article that is not English a claim has no speaker, is positive and asserted,
/// and holds only facts that need no grammar.
#[must_use]
pub fn extract(articles: &[Article], documents: &[Document], names: &[Vec<String>]) -> Vec<Claim> {
    claims(articles, documents, facts(articles, documents, names))
}

/// The facts of each sentence of each article, which do not depend on the other articles: claims of any of the articles together
/// can be made of them.
pub(crate) fn facts(
    articles: &[Article],
    documents: &[Document],
    names: &[Vec<String>],
) -> Vec<Vec<Vec<Fact>>> {
    let known = known::prepare(names);
    let segmented = articles.iter().zip(documents).collect();
    cores::map(segmented, |(article, document)| {
        facts_of(article, document, &known)
    })
}

/// The claims of articles, `facts` being [`facts`] of these.
pub(crate) fn claims(
    articles: &[Article],
    documents: &[Document],
    mut facts: Vec<Vec<Vec<Fact>>>,
) -> Vec<Claim> {
    aliases::link(articles, &mut facts);
    let mut claims = Vec::new();
    for (index, (article, document)) in articles.iter().zip(documents).enumerate() {
        let speakers = speaker::speakers(article, document, &facts[index]);
        for (at, sentence) in document.sentences.iter().enumerate() {
            for (number, clause) in sentence.clauses.iter().enumerate() {
                let (negations, modals) = if article.language.is_some() {
                    (Vec::new(), Vec::new())
                } else {
                    (
                        polarity::negations(&article.text, sentence, clause),
                        modality::modals(&article.text, sentence, clause),
                    )
                };
                claims.push(Claim {
                    id: format!("{}{}.{}", article.id, at + 1, number + 1),
                    article: article.id.clone(),
                    span: clause.span,
                    text: clause.span.slice(&article.text).to_owned(),
                    speaker: speakers[at][number].clone(),
                    polarity: polarity::polarity(&negations, sentence, clause),
                    modality: modality::modality(&modals, sentence, clause),
                    facts: facts[index][at]
                        .iter()
                        .filter(|fact| holds(clause, fact))
                        .filter_map(|fact| within(&article.text, clause, fact))
                        .collect(),
                    article_index: index,
                    sentence_index: at,
                    parts: clause.parts.clone(),
                    borrowed_subject: clause.subject,
                    negations,
                    modals,
                    headline: sentence.kind == crate::segment::SentenceKind::Headline,
                });
            }
        }
    }
    claims
}

/// Whether a fact belongs to a clause: it lies in one of its parts. A quotation may be cut by holes and clauses; each
/// clause has what of it lies in its hull.
fn holds(clause: &Clause, fact: &Fact) -> bool {
    clause.parts.iter().any(|part| part.contains(fact.span))
        || fact.kind == FactKind::Quotation
            && clause.parts.iter().any(|part| part.overlaps(fact.span))
}

/// The fact as far as it lies in the clause's hull.
fn within(text: &str, clause: &Clause, fact: &Fact) -> Option<Fact> {
    if clause.span.contains(fact.span) {
        return Some(fact.clone());
    }
    let span = Span::new(
        fact.span.start.max(clause.span.start),
        fact.span.end.min(clause.span.end),
    );
    let FactValue::Quotation(_) = &fact.value else {
        return None;
    };
    let words = crate::segment::tokenize(text, span)
        .into_iter()
        .filter(|token| token.kind != TokenKind::Sign)
        .map(|token| token.lower)
        .collect::<Vec<_>>();
    (!words.is_empty()).then(|| {
        Fact::new(
            fact.kind,
            text,
            span,
            FactValue::Quotation(QuotationValue { words }),
        )
    })
}

/// Facts of each sentence, in text order, without overlap except that quotations may hold others.
fn facts_of(article: &Article, document: &Document, known: &[known::Known]) -> Vec<Vec<Fact>> {
    let names = names::names(article, document);
    let roles = Roles::of(names.iter().flatten());
    document
        .sentences
        .iter()
        .zip(names)
        .map(|(sentence, names)| {
            let names = known::add(&article.text, sentence, known, names);
            let names = roles.add(&article.text, sentence, names);
            let mut facts = quotation::quotations(&article.text, sentence, &document.quotations);
            let times = time::times(&article.text, sentence, article.published);
            let quantities = quantity::quantities(&article.text, sentence);
            for fact in times.into_iter().chain(quantities).chain(names) {
                let taken = facts
                    .iter()
                    .any(|f| f.kind != FactKind::Quotation && f.span.overlaps(fact.span));
                if !taken {
                    facts.push(fact);
                }
            }
            if article.language.is_some() {
                facts.retain(needs_no_grammar);
            }
            facts.sort_by_key(|fact| (fact.span, fact.kind));
            facts
        })
        .collect()
}

/// Whether a fact can be read in a language whose grammar is not known: a name, or a value in digits.
fn needs_no_grammar(fact: &Fact) -> bool {
    match fact.value {
        FactValue::Quotation(_) => false,
        FactValue::Name(_) => true,
        _ => fact.text.contains(|c: char| c.is_ascii_digit()),
    }
}

impl Fact {
    /// A fact whose `text` is the slice of `text` at `span`.
    pub(crate) fn new(kind: FactKind, text: &str, span: Span, value: FactValue) -> Self {
        Self {
            kind,
            span,
            text: span.slice(text).to_owned(),
            value,
        }
    }
}
