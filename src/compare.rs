//! The backbone: the whole program as a list of stages.

use crate::align::align;
use crate::check::{Check, Grounds, Policy, Story, check};
use crate::extract::extract;
use crate::judge::judge;
use crate::revise::{Revision, revise};
use crate::segment::segment;
use crate::{Article, Comparison, Options};

/// Compares the articles of one story.
///
/// Never fails: what can fail is reading. Fewer than two articles give only unique findings.
#[must_use]
pub fn compare(articles: Vec<Article>, options: &Options) -> Comparison {
    let documents: Vec<_> = articles.iter().map(segment).collect();
    let claims = extract(&articles, &documents, &options.names);
    let alignment = align(&articles, &documents, &claims, options);
    judge(articles, &documents, claims, &alignment, options)
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
    check_story(Some(old), Some(new), reference.as_ref(), policy, options)
}

/// Checks a story of which there may be no revision before, or none after: of a new one what it says is checked, and not what
/// changed.
///
/// Never fails: what can fail is reading.
#[must_use]
pub fn check_story(
    old: Option<Article>,
    new: Option<Article>,
    reference: Option<&Article>,
    policy: &Policy,
    options: &Options,
) -> Check {
    let story = Story::of(old, new);
    let Some(new) = story.to_check() else {
        return check(story, Grounds::default(), policy);
    };
    let alone = compare(vec![new.clone()], options);
    let against = reference.map(|reference| compare(vec![reference.clone(), new.clone()], options));
    let documents = story.articles().each_ref().map(segment);
    let revision = story.both().map_or_else(Revision::default, |articles| {
        let claims = extract(articles, &documents, &options.names);
        revise(articles, &documents, &claims)
    });
    let grounds = Grounds {
        revision,
        document: Some(&documents[1]),
        alone: Some(&alone),
        against: against.as_ref(),
    };
    check(story, grounds, policy)
}
