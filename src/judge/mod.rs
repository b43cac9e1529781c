//! Findings -> relations, conflicts, verdicts.

#[expect(dead_code, reason = "the rules that use it come next")]
mod pair;

use crate::align::Alignment;
use crate::comparison::{Comparison, Finding, SCHEMA_VERSION, Verdict};
use crate::segment::Document;
use crate::{Article, Claim, Options};

/// Judges every group of claims.
#[must_use]
pub fn judge(
    articles: Vec<Article>,
    _documents: &[Document],
    claims: Vec<Claim>,
    alignment: &Alignment,
    _options: &Options,
) -> Comparison {
    let findings = alignment
        .groups
        .iter()
        .enumerate()
        .map(|(i, group)| Finding {
            id: format!("F{}", i + 1),
            verdict: Verdict::Unique,
            subject: String::new(),
            claims: group.iter().map(|&c| claims[c].id.clone()).collect(),
            links: Vec::new(),
            conflicts: Vec::new(),
            nearest: None,
        })
        .collect();
    Comparison {
        schema_version: SCHEMA_VERSION,
        articles,
        claims,
        findings,
        internal: Vec::new(),
    }
}
