//! Quotations as facts.
//!
//! ```text
//! He said it was “all we have, for now”.   ->   all we have, for now   [all, we, have, for, now]
//! ```

use crate::segment::{Sentence, TokenKind};
use crate::{Fact, FactKind, FactValue, QuotationValue, Span};

/// The quotations (or the parts of them) that lie in the sentence; of one inside another only the outer.
pub(super) fn quotations(text: &str, sentence: &Sentence, quotations: &[Span]) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for quotation in quotations.iter().filter(|q| q.overlaps(sentence.span)) {
        let words: Vec<_> = sentence
            .tokens
            .iter()
            .filter(|t| quotation.contains(t.span) && t.kind != TokenKind::Sign)
            .map(|t| t.lower.clone())
            .collect();
        let part = Span::new(
            quotation.start.max(sentence.span.start),
            quotation.end.min(sentence.span.end),
        );
        let inner = facts.last().is_some_and(|outer| outer.span.contains(part));
        if words.is_empty() || inner {
            continue;
        }
        let value = FactValue::Quotation(QuotationValue { words });
        facts.push(Fact::new(FactKind::Quotation, text, part, value));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::article_from_text;
    use crate::segment::segment;

    /// Text and words of each quotation, sentence by sentence.
    fn facts(text: &str) -> Vec<Vec<(String, String)>> {
        let article = article_from_text("A", "a", text);
        let document = segment(&article);
        document
            .sentences
            .iter()
            .map(|sentence| {
                quotations(text, sentence, &document.quotations)
                    .into_iter()
                    .map(|fact| match fact.value {
                        FactValue::Quotation(value) => (fact.text, value.words.join(" ")),
                        other => panic!("not a quotation: {other:?}"),
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn words_without_punctuation() {
        assert_eq!(
            facts("He said it was \u{201C}all we\u{2019}ve, for now\u{201D}. She left."),
            [
                vec![(
                    "all we\u{2019}ve, for now".to_owned(),
                    "all we've for now".to_owned()
                )],
                vec![]
            ]
        );
    }

    #[test]
    fn a_quotation_over_two_sentences_gives_each_its_part() {
        let part = |text: &str, words: &str| vec![(text.to_owned(), words.to_owned())];
        assert_eq!(
            facts("She said, \"We ran...\nIt burned. \"\n"),
            [part("We ran...", "we ran"), part("It burned.", "it burned")]
        );
    }

    #[test]
    fn of_one_inside_another_only_the_outer() {
        let found = facts("\"They call it 'the end' here,\" she said.");
        assert_eq!(found[0].len(), 1);
        assert_eq!(found[0][0].1, "they call it the end here");
    }
}
