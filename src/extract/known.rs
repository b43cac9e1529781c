//! Names that the user lists: the first of a list stands for all of it, proper name or not.
//!
//! ```text
//! ["Mustafa al-Kadhimi", "the premier"]     "The premier was well" names Mustafa al-Kadhimi
//! ```

use crate::segment::{Sentence, TokenKind, tokenize};
use crate::{Fact, FactKind, FactValue, NameValue, Span};

/// A list of names, ready to be looked for.
pub(super) struct Known {
    canonical: String,
    /// Words of each name, in small letters, the longest first.
    names: Vec<Vec<String>>,
}

/// Makes lists of names ready; lists of nothing are left out.
pub(super) fn prepare(lists: &[Vec<String>]) -> Vec<Known> {
    lists
        .iter()
        .filter_map(|list| {
            let mut names: Vec<Vec<String>> = list.iter().map(|name| words(name)).collect();
            names.retain(|words| !words.is_empty());
            names.sort_by_key(|words| std::cmp::Reverse(words.len()));
            Some(Known {
                canonical: list.first()?.trim().to_owned(),
                names,
            })
        })
        .collect()
}

fn words(name: &str) -> Vec<String> {
    tokenize(name, Span::new(0, name.len()))
        .into_iter()
        .filter(|token| token.kind != TokenKind::Sign)
        .map(|token| token.lower)
        .collect()
}

/// Adds the listed names of a sentence to those that were found, in place of what they overlap.
pub(super) fn add(
    text: &str,
    sentence: &Sentence,
    known: &[Known],
    mut found: Vec<Fact>,
) -> Vec<Fact> {
    let tokens: Vec<_> = sentence
        .tokens
        .iter()
        .filter(|token| token.kind != TokenKind::Sign)
        .collect();
    for list in known {
        let mut at = 0;
        while at < tokens.len() {
            let length = list
                .names
                .iter()
                .find(|name| {
                    tokens.len() - at >= name.len()
                        && name
                            .iter()
                            .zip(&tokens[at..])
                            .all(|(word, token)| *word == token.lower)
                })
                .map(Vec::len);
            let Some(length) = length else {
                at += 1;
                continue;
            };
            let span = Span::new(tokens[at].span.start, tokens[at + length - 1].span.end);
            // a longer name that holds this one is somebody else: "Kadhimi" in "Kadhimi Foundation"
            let held = found.iter().any(|fact| {
                fact.span != span && fact.span.contains(span) && !is_titled(fact, span)
            });
            if !held {
                let kind = found
                    .iter()
                    .find(|fact| fact.span.overlaps(span))
                    .map_or(FactKind::Name, |fact| fact.kind);
                found.retain(|fact| !fact.span.overlaps(span));
                let value = NameValue {
                    canonical: list.canonical.clone(),
                    entity: 0,
                    title: None,
                };
                found.push(Fact::new(kind, text, span, FactValue::Name(value)));
            }
            at += length;
        }
    }
    found
}

/// Whether a name is a title and the words of `span`: "Prime Minister Kadhimi".
fn is_titled(fact: &Fact, span: Span) -> bool {
    matches!(&fact.value, FactValue::Name(name) if name.title.is_some())
        && fact.span.end == span.end
}

#[cfg(test)]
mod tests {
    use super::super::testing::names;

    #[test]
    fn listed_names_stand_for_the_first() {
        let list: &[&str] = &["Mustafa al-Kadhimi", "the premier", "MK"];
        assert_eq!(
            names("The premier was well.", &[list]),
            ["The premier = Mustafa al-Kadhimi"]
        );
        assert_eq!(
            names("Doctors said that MK was well.", &[list]),
            ["MK = Mustafa al-Kadhimi"]
        );
        assert_eq!(names("The premiers met.", &[list]), Vec::<String>::new());
        assert_eq!(
            names("They met at the MK Foundation.", &[list]),
            ["MK Foundation = MK Foundation"]
        );
        assert_eq!(
            names("The premier was well.", &[&[], &[""]]),
            Vec::<String>::new()
        );
    }
}
