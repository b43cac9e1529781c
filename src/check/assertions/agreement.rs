//! What a file says of a thing, and what the story says of it -> where they differ.
//!
//! ```text
//! fact "guards hurt" equals "brief.md"
//!   brief.md   Six guards were hurt on Monday.
//!   story      Seven guards were hurt.            seven against six
//! ```

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use crate::check::Against;
use crate::{Claim, Comparison, Fact, FactValue, Interval, Span, lexicon};

/// Where the story differs.
pub(super) struct Difference {
    /// The words of the story.
    pub(super) span: Span,
    pub(super) why: String,
    /// The words of the file.
    pub(super) against: Against,
}

/// Where the second article differs from the first in what it says of a thing, in its order; `None` when the first says nothing of
/// it.
pub(super) fn differences(comparison: &Comparison, thing: &str) -> Option<Vec<Difference>> {
    let stemmer = Stemmer::create(Algorithm::English);
    let wanted = stems(&stemmer, thing);
    let about = |side: usize| -> Vec<&Claim> {
        let own = comparison.claims.iter();
        own.filter(|claim| claim.article_index == side)
            .filter(|claim| {
                let has = stems(&stemmer, &claim.text);
                wanted.iter().all(|stem| has.contains(stem))
            })
            .collect()
    };
    let (file, story) = (about(0), about(1));
    if file.is_empty() {
        return None;
    }
    let mut found = Vec::new();
    let conflicts = comparison.findings.iter().flat_map(|f| &f.conflicts);
    for conflict in conflicts {
        let is_of = |claims: &[&Claim], id: &str| claims.iter().any(|claim| claim.id == id);
        if is_of(&file, &conflict.a.claim) || is_of(&story, &conflict.b.claim) {
            let claim = comparison.claims.iter().find(|c| c.id == conflict.a.claim);
            let claim = claim.map_or(conflict.a.text.as_str(), |claim| &claim.text);
            found.push(difference(
                comparison,
                conflict.a.span,
                claim,
                conflict.b.span,
                &conflict.why,
            ));
        }
    }
    for fact in story.iter().flat_map(|claim| own_facts(claim)) {
        if found.iter().any(|known| known.span.overlaps(fact.span)) {
            continue;
        }
        if let Some((claim, other)) = nothing_like(fact, &story, &file) {
            let why = format!(
                "\u{201c}{}\u{201d} against \u{201c}{}\u{201d}",
                fact.text, other.text
            );
            found.push(difference(
                comparison,
                other.span,
                &claim.text,
                fact.span,
                &why,
            ));
        }
    }
    found.sort_by_key(|found| found.span);
    Some(found)
}

fn difference(comparison: &Comparison, a: Span, claim: &str, b: Span, why: &str) -> Difference {
    Difference {
        span: b,
        why: why.to_owned(),
        against: Against::new(&comparison.articles[0], a, claim),
    }
}

/// Stems of the words that mean something; of all words when none does.
fn stems(stemmer: &Stemmer, words: &str) -> Vec<String> {
    let lower: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let meant = lower.iter().filter(|word| !lexicon::is_function_word(word));
    let meant: Vec<&String> = meant.collect();
    let chosen = if meant.is_empty() {
        lower.iter().collect()
    } else {
        meant
    };
    let stem = |word: &String| stemmer.stem(word).into_owned();
    chosen.into_iter().map(stem).collect()
}

/// Facts of what a claim says, without those of who says it.
fn own_facts(claim: &Claim) -> impl Iterator<Item = &Fact> {
    let is_own = |fact: &&Fact| claim.parts.iter().any(|part| part.contains(fact.span));
    claim.facts.iter().filter(is_own)
}

/// The fact of the file that one of the story is another than, when the file has such a fact and none that agrees.
fn nothing_like<'a>(
    fact: &Fact,
    story: &[&Claim],
    file: &[&'a Claim],
) -> Option<(&'a Claim, &'a Fact)> {
    let of_file = || {
        let claims = file.iter();
        claims.flat_map(|claim| own_facts(claim).map(|other| (*claim, other)))
    };
    let alike = |facts: &mut dyn Iterator<Item = &Fact>| {
        let spans = facts.filter(|other| is_alike(fact, other));
        // a fact may lie in the hulls of two claims
        spans
            .map(|other| other.span)
            .collect::<BTreeSet<Span>>()
            .len()
    };
    let in_story = alike(&mut story.iter().flat_map(|claim| own_facts(claim)));
    let only = in_story == 1 && alike(&mut of_file().map(|(_, other)| other)) == 1;
    let mut comparable = of_file().filter(|(_, other)| agree(fact, other, only).is_some());
    let first = comparable.next()?;
    let agrees = |(_, other): (&Claim, &Fact)| agree(fact, other, only) == Some(true);
    (!agrees(first) && !comparable.any(agrees)).then_some(first)
}

/// Whether two facts are of one sort.
fn is_alike(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (FactValue::Quantity(x), FactValue::Quantity(y)) => x.measure == y.measure,
        _ => a.kind == b.kind,
    }
}

/// Whether two facts can both be; `None` when they are not about the same. Numbers without a noun and names are, when they are
/// the `only` ones of their sort: of several any may be the one that is meant.
fn agree(a: &Fact, b: &Fact, only: bool) -> Option<bool> {
    match (&a.value, &b.value) {
        (FactValue::Quantity(x), FactValue::Quantity(y)) => {
            let same_thing = x.counted.is_some() && x.counted == y.counted
                || only && (x.counted.is_none() || y.counted.is_none());
            (x.measure == y.measure && x.unit == y.unit && same_thing)
                .then(|| meet(x.interval, y.interval))
        }
        (FactValue::Time(x), FactValue::Time(y)) => x.overlaps(y),
        (FactValue::Name(x), FactValue::Name(y)) => {
            (only && a.kind == b.kind).then_some(x.entity == y.entity)
        }
        _ => None,
    }
}

fn meet(a: Interval, b: Interval) -> bool {
    let below = |low: Option<f64>, high: Option<f64>| match (low, high) {
        (Some(low), Some(high)) => low <= high,
        _ => true,
    };
    below(a.low, b.high) && below(b.low, a.high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::article_from_text;
    use crate::{Judge, Options, compare};

    fn told(file: &str, story: &str, thing: &str) -> Option<Vec<(String, String)>> {
        let articles = [file, story].map(|text| article_from_text("A", "a", text));
        let options = Options {
            judge: Judge::Fast,
            ..Options::default()
        };
        let comparison = compare(articles.into(), &options);
        let found = differences(&comparison, thing)?;
        let words = |found: Difference| (found.span.slice(story).to_owned(), found.against.text);
        Some(found.into_iter().map(words).collect())
    }

    #[test]
    fn numbers_days_and_names_of_a_thing() {
        for (file, story, thing, expected) in [
            (
                "Six guards were hurt in the fire.",
                "Seven guards were hurt in the fire.",
                "guards hurt",
                Some(&[("Seven", "Six")][..]),
            ),
            (
                "The death toll stands at 6. The repairs cost $5 million.",
                "By evening the death toll had risen to 7. The repairs cost $6 million.",
                "death toll",
                Some(&[("7", "6")]),
            ),
            (
                "The death toll is at least 6.",
                "The death toll is 7.",
                "death toll",
                Some(&[]),
            ),
            (
                "The mill opened on 7 May 2021.",
                "The mill was opened on 8 May 2021 with a party.",
                "mill opened",
                Some(&[("8 May 2021", "7 May 2021")]),
            ),
            (
                "The new manager is Anna Kelly.",
                "The new manager is Mary Byrne.",
                "new manager",
                Some(&[("Mary Byrne", "Anna Kelly")]),
            ),
            (
                "The new manager is Anna Kelly.",
                "The new manager, Anna Kelly, was late.",
                "new manager",
                Some(&[]),
            ),
            (
                "Seven guards were hurt in the fire at the mill.",
                "Seven guards were hurt in the fire. The fire service had the fire under control by six.",
                "fire",
                Some(&[]),
            ),
            ("The roof fell in.", "Seven were hurt.", "guards hurt", None),
            (
                "Six guards were hurt.",
                "The roof fell in.",
                "guards hurt",
                Some(&[]),
            ),
        ] {
            let expected = expected.map(|all| {
                let owned = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
                all.iter().map(owned).collect::<Vec<_>>()
            });
            assert_eq!(told(file, story, thing), expected, "{story}");
        }
    }
}
