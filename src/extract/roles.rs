//! "The prime minister" for the only prime minister whom an article names.
//!
//! ```text
//! "Prime Minister Mustafa al-Kadhimi ... The prime minister was well"    one bears the title: he is named again
//! "President Obama ... President Salih ... the president"                two do: nobody is named
//! ```

use std::collections::BTreeMap;

use crate::segment::{Sentence, Token};
use crate::{Fact, FactKind, FactValue, NameValue, Span};

/// Titles of which an article that names one bearer says "the ..." for no other.
const TITLES: [&str; 22] = [
    "president",
    "vice president",
    "prime minister",
    "premier",
    "chancellor",
    "governor",
    "mayor",
    "senator",
    "speaker",
    "attorney general",
    "secretary of state",
    "foreign minister",
    "sheriff",
    "pope",
    "queen",
    "king",
    "archbishop",
    "cardinal",
    "ambassador",
    "congressman",
    "congresswoman",
    "general",
];

/// Whom each title stands for in an article.
pub(super) struct Roles {
    /// Words of each title, and the fullest name of who bears it.
    bearers: Vec<(Vec<&'static str>, String)>,
}

impl Roles {
    /// The roles of an article, `names` being those of its sentences.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a Fact>) -> Self {
        let mut named: BTreeMap<&'static str, Vec<&'a str>> = BTreeMap::new();
        for fact in names {
            let FactValue::Name(name) = &fact.value else {
                continue;
            };
            let lower = name.title.as_ref().map(|title| title.to_lowercase());
            let title = TITLES
                .iter()
                .find(|title| lower.as_deref() == Some(**title));
            if let Some(title) = title {
                named.entry(title).or_default().push(&name.canonical);
            }
        }
        let bearers = named.into_iter().filter_map(|(title, names)| {
            let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
            let alone = names.iter().all(|name| last(name) == last(names[0]));
            let fullest = names.iter().max_by_key(|name| name.len())?;
            alone.then(|| (title.split(' ').collect(), (*fullest).to_owned()))
        });
        Self {
            bearers: bearers.collect(),
        }
    }

    /// The names of a sentence with those that its roles stand for.
    pub(super) fn add(&self, text: &str, sentence: &Sentence, mut found: Vec<Fact>) -> Vec<Fact> {
        for (title, bearer) in &self.bearers {
            let tokens = &sentence.tokens;
            for at in 0..tokens.len().saturating_sub(title.len()) {
                let words = &tokens[at..=at + title.len()];
                let stands = words[0].lower == "the"
                    && words[1..]
                        .iter()
                        .zip(title)
                        .all(|(token, word)| token.lower == *word)
                    && !goes_on(tokens.get(at + title.len() + 1));
                let span = Span::new(words[0].span.start, words[title.len()].span.end);
                if stands && !found.iter().any(|fact| fact.span.overlaps(span)) {
                    let value = NameValue {
                        canonical: bearer.clone(),
                        entity: 0,
                        title: None,
                    };
                    found.push(Fact::new(
                        FactKind::Person,
                        text,
                        span,
                        FactValue::Name(value),
                    ));
                }
            }
        }
        found
    }
}

/// "the president of the club", "the president-elect", "the mayor Ann Poe" are somebody else, or named already.
fn goes_on(next: Option<&Token>) -> bool {
    next.is_some_and(|next| {
        next.capitalised
            || matches!(
                next.lower.as_str(),
                "of" | "-" | "elect" | "for" | "general"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::names;

    #[test]
    fn the_only_bearer_of_a_title_is_named_by_it() {
        for (text, expected) in [
            (
                "Governor Ann Poe was hurt. The governor was taken to hospital.",
                &["Governor Ann Poe = Ann Poe", "The governor = Ann Poe"][..],
            ),
            (
                "Governor Ann Poe met Governor Jo Roe. The governor left early.",
                &["Governor Ann Poe = Ann Poe", "Governor Jo Roe = Jo Roe"],
            ),
            (
                "Governor Ann Poe spoke. The governor of the bank left early.",
                &["Governor Ann Poe = Ann Poe"],
            ),
            (
                "Governor Ann Poe spoke. The governors met early.",
                &["Governor Ann Poe = Ann Poe"],
            ),
        ] {
            assert_eq!(names(text, &[]), expected, "{text}");
        }
    }
}
