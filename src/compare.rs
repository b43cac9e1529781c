//! The backbone: the whole program as a list of stages.

use crate::align::align;
use crate::check::{Check, Policy, check};
use crate::extract::extract;
use crate::judge::judge;
use crate::revise::revise;
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
    let alone = compare(vec![new.clone()], options);
    let against = reference.map(|reference| compare(vec![reference, new.clone()], options));
    let articles = [old, new];
    let documents = [segment(&articles[0]), segment(&articles[1])];
    let claims = extract(&articles, &documents, &options.names);
    let revision = revise(&articles, &documents, &claims);
    check(articles.into(), revision, &alone, against.as_ref(), policy)
}
