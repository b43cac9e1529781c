//! The backbone: the whole program as a list of stages.

use crate::align::align;
use crate::check::{Asserted, Beside, Check, Grounds, Policy, Story, check};
use crate::extract::{self, extract};
use crate::judge::judge;
use crate::revise::{Revision, revise};
use crate::segment::{Document, segment};
use crate::{Article, Claim, Comparison, Options, cores};

/// Compares the articles of one story.
///
/// Never fails: what can fail is reading. Fewer than two articles give only unique findings.
#[must_use]
pub fn compare(articles: Vec<Article>, options: &Options) -> Comparison {
    let documents = cores::map(articles.iter().collect(), segment);
    let claims = extract(&articles, &documents, &options.names);
    compare_claims(articles, &documents, claims, options)
}

/// Compares articles whose claims are known.
fn compare_claims(
    articles: Vec<Article>,
    documents: &[Document],
    claims: Vec<Claim>,
    options: &Options,
) -> Comparison {
    let alignment = align(&articles, documents, &claims, options);
    judge(articles, documents, claims, &alignment, options)
}

/// Checks a revision of an article against the one before, and, if there is one, against a reference.
///
/// Never fails: what can fail is reading.
#[must_use]
pub fn compare_revisions(
    old: Article,
    new: Article,
    reference: Option<Article>,
    policy: &Policy,
    options: &Options,
) -> Check {
    let beside = Beside {
        reference: reference.as_ref(),
        ..Beside::default()
    };
    check_story(Some(old), Some(new), &beside, policy, options)
}

/// Checks a story of which there may be no revision before, or none after: of a new one what it says is checked, and not what
/// changed.
///
/// Never fails: what can fail is reading.
#[must_use]
pub fn check_story(
    old: Option<Article>,
    new: Option<Article>,
    beside: &Beside<'_>,
    policy: &Policy,
    options: &Options,
) -> Check {
    let story = Story::of(old, new);
    let Some(new) = story.to_check() else {
        return check(story, Grounds::default(), policy);
    };
    let after = |first: &Article| compare(vec![first.clone(), new.clone()], options);
    let against = beside.reference.map(after);
    // several assertions may name one file
    let mut compared: Vec<(&Article, Comparison)> = Vec::new();
    for file in beside.assertions.iter().filter_map(|(_, file)| *file) {
        if !compared.iter().any(|(known, _)| std::ptr::eq(*known, file)) {
            compared.push((file, after(file)));
        }
    }
    let articles = story.articles();
    let documents = articles.each_ref().map(segment);
    // what is known of the new revision is used twice: by itself, and beside the old one
    let facts = extract::facts(articles, &documents, &options.names);
    let of_new = extract::claims(&articles[1..], &documents[1..], facts[1..].to_vec());
    let alone = compare_claims(vec![new.clone()], &documents[1..], of_new, options);
    let revision = story.both().map_or_else(Revision::default, |articles| {
        let claims = extract::claims(articles, &documents, facts);
        revise(articles, &documents, &claims)
    });
    let comparison = |file: &Article| {
        let own = compared
            .iter()
            .find(|(known, _)| std::ptr::eq(*known, file));
        own.map(|(_, comparison)| comparison)
    };
    let asserted = beside.assertions.iter();
    let asserted = asserted.map(|(assertion, file)| Asserted {
        assertion,
        comparison: file.and_then(comparison),
    });
    let grounds = Grounds {
        revision,
        document: Some(&documents[1]),
        alone: Some(&alone),
        against: against.as_ref(),
        asserted: asserted.collect(),
    };
    check(story, grounds, policy)
}
