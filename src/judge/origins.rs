//! How many origins a finding has: reports that are copies of each other, or of outlets that belong together, count once.

use std::collections::HashSet;

use crate::align::Copies;
use crate::{Article, Claim};

/// Who copies whom, and who belongs together.
pub(super) struct Origins<'a> {
    /// A number for each article; equal for those that are one origin throughout.
    of_article: Vec<usize>,
    /// Pairs of sentences, one a copy of the other.
    sentences: &'a HashSet<[(usize, usize); 2]>,
}

impl<'a> Origins<'a> {
    pub(super) fn new(articles: &[Article], copies: &'a Copies, together: &[Vec<String>]) -> Self {
        let mut of_article: Vec<usize> = (0..articles.len()).collect();
        let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
        let listed = together.iter().map(|list| {
            let is_listed = |article: &Article| {
                let own = [Some(article.label.as_str()), article.outlet.as_deref()];
                list.iter()
                    .any(|name| own.into_iter().flatten().any(|own| same(own, name)))
            };
            (0..articles.len())
                .filter(|&index| is_listed(&articles[index]))
                .collect::<Vec<_>>()
        });
        let copied = copies
            .articles
            .iter()
            .filter(|copied| copied.whole)
            .map(|copied| {
                (0..articles.len())
                    .filter(|&index| copied.articles.contains(&articles[index].id))
                    .collect::<Vec<_>>()
            });
        for members in listed.chain(copied) {
            for pair in members.windows(2) {
                join(&mut of_article, pair[0], pair[1]);
            }
        }
        Self {
            of_article,
            sentences: &copies.sentences,
        }
    }

    /// How many origins the articles of some claims have.
    pub(super) fn count(&self, claims: &[Claim], members: &[usize]) -> usize {
        let mut origins = self.of_article.clone();
        for (at, &a) in members.iter().enumerate() {
            for &b in &members[at + 1..] {
                let place =
                    |claim: usize| (claims[claim].article_index, claims[claim].sentence_index);
                let (a, b) = (place(a), place(b));
                if self.sentences.contains(&[a.min(b), a.max(b)]) {
                    join(&mut origins, a.0, b.0);
                }
            }
        }
        members
            .iter()
            .map(|&claim| origins[claims[claim].article_index])
            .collect::<HashSet<_>>()
            .len()
    }
}

/// Gives the origin of one article to all that share the other's.
fn join(origins: &mut [usize], a: usize, b: usize) {
    let (keep, give) = (origins[a].min(origins[b]), origins[a].max(origins[b]));
    for origin in origins.iter_mut().filter(|origin| **origin == give) {
        *origin = keep;
    }
}
