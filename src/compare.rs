//! The backbone: the whole program as a list of stages.

use crate::align::align;
use crate::extract::extract;
use crate::judge::judge;
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
