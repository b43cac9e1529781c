//! Short words for what a finding is about.

use super::pair::{Content, Told, within};
use crate::segment::TokenKind;
use crate::{Conflict, FactValue};

/// Most words of a subject.
const WORDS: usize = 4;

/// What a finding is about: what the clashing number counts with the words that most claims share, in the order of the
/// claim that has most of them.
pub(super) fn subject(told: &[&Told<'_>], conflict: Option<&Conflict>) -> String {
    let Some(first) = told.first() else {
        return String::new();
    };
    let clashing: Vec<crate::Span> = conflict.map_or_else(Vec::new, |conflict| {
        let side = |side: &crate::Side| (side.claim == first.claim.id).then_some(side.span);
        side(&conflict.a)
            .into_iter()
            .chain(side(&conflict.b))
            .collect()
    });
    // what clashes tells little of the subject, unless nothing else is said
    let telling = |word: &&Content<'_>| {
        word.token.kind != TokenKind::Number && !within(word.token.span, &clashing)
    };
    let said: Vec<(usize, &Content<'_>)> = if first.content.iter().any(|word| telling(&word)) {
        let content = first.content.iter().enumerate();
        content.filter(|(_, word)| telling(word)).collect()
    } else {
        first.content.iter().enumerate().collect()
    };
    let counted = first
        .claim
        .facts
        .iter()
        .filter(|fact| clashing.contains(&fact.span))
        .find_map(|fact| match &fact.value {
            FactValue::Quantity(quantity) => quantity.counted.clone(),
            _ => None,
        });
    let mut words: Vec<(usize, f32, usize, &str)> = Vec::new();
    for (at, word) in said {
        let lower = word.token.lower.as_str();
        if words.iter().any(|known| known.3 == lower) {
            continue;
        }
        let sharing = told[1..]
            .iter()
            .filter(|other| {
                other
                    .content
                    .iter()
                    .any(|theirs| word.likeness(theirs) > 0.0)
            })
            .count();
        let own = counted.as_deref() == Some(crate::lexicon::noun_lemma(lower));
        words.push((
            sharing + if own { told.len() } else { 0 },
            word.rarity,
            at,
            lower,
        ));
    }
    words.sort_by(|x, y| {
        y.0.cmp(&x.0)
            .then_with(|| y.1.total_cmp(&x.1))
            .then_with(|| x.2.cmp(&y.2))
    });
    words.truncate(WORDS);
    words.sort_by_key(|word| word.2);
    let written: Vec<&str> = words
        .iter()
        .map(|word| first.text(first.content[word.2].token.span))
        .collect();
    written.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::read::article_from_text;
    use crate::{Options, compare};

    #[test]
    fn a_finding_has_a_subject_even_when_all_its_words_clash() {
        let articles = vec![
            article_from_text("A", "a", "No company has been charged."),
            article_from_text("B", "b", "The company has been charged."),
        ];
        let comparison = compare(articles, &Options::default());
        let finding = &comparison.findings[0];
        assert!(!finding.conflicts.is_empty());
        assert_eq!(finding.subject, "company charged");
    }
}
