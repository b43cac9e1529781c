//! Persons, organisations, places.
//!
//! ```text
//! "Iraq's Prime Minister Mustafa al-Kadhimi left the Green Zone"
//!   Iraq                 place
//!   Mustafa al-Kadhimi   person, Prime Minister
//!   Green Zone           place
//! ```
//!
//! A name is a run of capitals; what is in it and around it tells the kind. Whom it stands for is for
//! [`aliases`](super::aliases) to say.

mod kinds;
mod runs;

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::segment::{Document, Token, TokenKind};
use crate::{Article, Fact, FactKind, FactValue, NameValue, Span, lexicon};
use kinds::kind;
use runs::{Seen, runs};

static TITLES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../../data/titles.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

/// Names of each sentence (`result[sentence]`), with `entity` not yet set.
pub(super) fn names(article: &Article, document: &Document) -> Vec<Vec<Fact>> {
    let seen = Seen::in_document(document);
    document
        .sentences
        .iter()
        .map(|sentence| {
            let words: Vec<&Token> = sentence.tokens.iter().collect();
            runs(&words, sentence.kind, &seen)
                .into_iter()
                .filter_map(|run| name(&article.text, &words, run))
                .collect()
        })
        .collect()
}

/// The name in a run of capitals: titles in front taken off, nationalities left out.
fn name(text: &str, words: &[&Token], run: std::ops::Range<usize>) -> Option<Fact> {
    let mut start = run.start;
    // "Iraqi Prime Minister ...": the nationality is no part of the name, unless it is all or an organisation follows
    while start < run.end
        && lexicon::country_of_demonym(&words[start].lower).is_some()
        && start + 1 < run.end
    {
        if kinds::of_last_word(&words[run.end - 1].lower).is_some() {
            break;
        }
        start += 1;
    }
    let mut core = start;
    while core < run.end
        && (is_title(&words[core].lower) || core > start && is_title_link(words, core, run.end))
    {
        core += 1;
    }
    if core == run.end
        || words[core..run.end]
            .iter()
            .all(|word| word.kind == TokenKind::Sign)
    {
        return None;
    }
    // "Justice Department", "General Motors": what looks like a title opens a name
    let organised = kinds::of_last_word(&words[run.end - 1].lower).is_some();
    if core > start && organised {
        core = start;
    }
    let single = core + 1 == run.end;
    if single
        && lexicon::country_of_demonym(&words[core].lower).is_some()
        && lexicon::canonical_place(&words[core].lower).is_none()
    {
        return None;
    }
    let lower_title = title_before(words, start);
    let title_start = if core > start {
        Some(start)
    } else {
        lower_title
    };
    let title = title_start.map(|from| {
        let to = if core > start { core } else { start };
        Span::new(words[from].span.start, words[to - 1].span.end)
            .slice(text)
            .trim_end_matches('.')
            .to_owned()
    });
    let span = words[core].span.hull(words[run.end - 1].span);
    let kind = kind(words, core..run.end, title.is_some());
    let titled = if core > start {
        words[start].span.hull(span)
    } else {
        span
    };
    let value = NameValue {
        canonical: span.slice(text).to_owned(),
        entity: 0,
        title: title.filter(|_| kind == FactKind::Person),
    };
    Some(Fact::new(
        kind,
        text,
        if kind == FactKind::Person {
            titled
        } else {
            span
        },
        FactValue::Name(value),
    ))
}

fn is_title(lower: &str) -> bool {
    TITLES.contains(lower.trim_end_matches('.'))
}

/// "of", "State", "." and "-" inside a title: "Secretary of State", "Lt.", "Vice-President".
fn is_title_link(words: &[&Token], at: usize, end: usize) -> bool {
    match words[at].lower.as_str() {
        "." | "-" => true,
        "of" => at + 1 < end && words[at + 1].lower == "state",
        "state" => words[at - 1].lower == "of",
        _ => false,
    }
}

/// Start of a title in small letters right before a name: "police chief Robert Pickell".
fn title_before(words: &[&Token], start: usize) -> Option<usize> {
    let mut from = start;
    while from > 0 && !words[from - 1].capitalised && is_title(&words[from - 1].lower) {
        from -= 1;
    }
    (from < start).then_some(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::article_from_text;
    use crate::segment::segment;

    fn told(text: &str) -> Vec<String> {
        let article = article_from_text("A", "a", text);
        let document = segment(&article);
        names(&article, &document)
            .into_iter()
            .flatten()
            .map(|fact| {
                let FactValue::Name(name) = &fact.value else {
                    panic!("a name");
                };
                let title = name
                    .title
                    .as_ref()
                    .map_or(String::new(), |title| format!(" ({title})"));
                format!("{:?} {}{title}", fact.kind, name.canonical)
            })
            .collect()
    }

    #[test]
    fn names_with_their_kinds() {
        for (text, expected) in [
            (
                "Iraq's Prime Minister Mustafa al-Kadhimi left the Green Zone.",
                &[
                    "Place Iraq",
                    "Person Mustafa al-Kadhimi (Prime Minister)",
                    "Place Green Zone",
                ][..],
            ),
            (
                "US Secretary of State Antony Blinken phoned.",
                &["Place US", "Person Antony Blinken (Secretary of State)"],
            ),
            (
                "The police chief, Robert Pickell, and sheriff Ann Poe met in Troy, Michigan.",
                &[
                    "Person Robert Pickell",
                    "Person Ann Poe (sheriff)",
                    "Place Troy",
                    "Place Michigan",
                ],
            ),
            (
                "He works at the University of Ohio and at General Motors Corp.",
                &[
                    "Organisation University of Ohio",
                    "Organisation General Motors Corp",
                ],
            ),
            (
                "Mr. Jeffs met Lt. Col. J. R. Smith.",
                &["Person Jeffs (Mr)", "Person J. R. Smith (Lt. Col)"],
            ),
            (
                "On Sunday the Sudan Armed Forces (SAF) fired.",
                &["Organisation Sudan Armed Forces", "Organisation SAF"],
            ),
            ("They said that Iraqi guards fled in May.", &[]),
            ("Police found a gun. Six fled.", &[]),
            ("Asaib Ahl al-Haq fought.", &["Name Asaib Ahl al-Haq"]),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn headlines_in_capitals_name_what_the_text_names() {
        let text = "Gunman Kills Two In Troy Mall\nTwo were shot in Troy. The gunman fled.";
        assert_eq!(told(text), ["Place Troy", "Place Troy"]);
    }
}
