//! The order in which articles are given changes letters, and nothing else.

use std::collections::BTreeMap;

use storydiff::{Comparison, Options, Span, compare};

use crate::stories;

/// A claim by what stays when letters change: label of its article, place in it.
type Place = (String, Span, String);

/// A finding by what stays when letters change.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Lettered {
    claims: Vec<Place>,
    verdict: String,
    conflicts: Vec<String>,
    links: Vec<String>,
}

/// Fails unless `texts` give the same findings in the order given and in `order`.
pub(crate) fn check(texts: &[String], order: &[usize]) {
    let as_given: Vec<usize> = (0..texts.len()).collect();
    let [first, second] = [&as_given[..], order].map(|order| {
        findings(&compare(
            stories::articles(texts, order),
            &Options::default(),
        ))
    });
    for (left, right) in first.iter().zip(&second) {
        assert_eq!(left, right, "order {order:?} of {texts:#?}");
    }
    assert_eq!(first.len(), second.len(), "order {order:?} of {texts:#?}");
}

fn findings(comparison: &Comparison) -> Vec<Lettered> {
    let places: BTreeMap<&str, Place> = comparison
        .claims
        .iter()
        .map(|claim| {
            let label = comparison.articles[claim.article_index].label.clone();
            (claim.id.as_str(), (label, claim.span, claim.text.clone()))
        })
        .collect();
    let mut all: Vec<Lettered> = comparison
        .findings
        .iter()
        .map(|finding| {
            let mut claims: Vec<Place> = finding
                .claims
                .iter()
                .map(|claim| places[claim.as_str()].clone())
                .collect();
            claims.sort();
            let mut conflicts: Vec<String> = finding
                .conflicts
                .iter()
                .map(|conflict| {
                    let mut sides = [&conflict.a, &conflict.b]
                        .map(|side| (&places[side.claim.as_str()], side.span, &side.text));
                    sides.sort();
                    format!("{:?} {:?} {sides:?}", conflict.kind, conflict.strength)
                })
                .collect();
            conflicts.sort();
            let mut links: Vec<String> = finding
                .links
                .iter()
                .map(|link| {
                    let mut ends = [&link.a, &link.b].map(|claim| &places[claim.as_str()]);
                    ends.sort();
                    // Sums taken in another order may differ in the last bits.
                    format!("{ends:?} {:.9} {:?}", link.score, link.relation)
                })
                .collect();
            links.sort();
            Lettered {
                claims,
                verdict: format!("{:?}", finding.verdict),
                conflicts,
                links,
            }
        })
        .collect();
    all.sort();
    all
}
