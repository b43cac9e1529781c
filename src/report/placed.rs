//! The claims of an article where they stand in its text.

use super::lookup::Lookup;
use crate::{Article, Claim, Finding, Verdict};

/// A part of a claim in its article's text.
#[derive(Clone)]
pub(super) struct Placed<'a> {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    pub(super) claim: &'a Claim,
    /// Where the claim clashes, or else the first finding that holds it.
    pub(super) finding: &'a Finding,
    /// All findings that hold it, that one first.
    pub(super) findings: Vec<&'a Finding>,
}

impl Placed<'_> {
    /// What the claim comes to: in a finding that conflicts, claims that are no side of a conflict agree with others.
    pub(super) fn verdict(&self) -> Verdict {
        match self.finding.verdict {
            Verdict::Conflict if !clashes(self.finding, self.claim) => Verdict::Agree,
            verdict => verdict,
        }
    }
}

/// Whether a claim is a side of a conflict of its finding.
pub(super) fn clashes(finding: &Finding, claim: &Claim) -> bool {
    let mut sides = finding
        .conflicts
        .iter()
        .flat_map(|conflict| [&conflict.a, &conflict.b]);
    sides.any(|side| side.claim == claim.id)
}

/// The parts of all claims of an article, in text order; each once, though several findings may hold its claim.
pub(super) fn placed<'a>(story: &Lookup<'a>, article: &Article) -> Vec<Placed<'a>> {
    let claims = story.comparison.claims.iter();
    let mut parts: Vec<Placed<'a>> = claims
        .filter(|claim| claim.article == article.id)
        .filter_map(|claim| {
            let mut findings = story.findings_of(claim);
            // otherwise as in the report
            findings.sort_by_key(|finding| !clashes(finding, claim));
            Some((claim, *findings.first()?, findings))
        })
        .flat_map(|(claim, finding, findings)| {
            claim.parts.iter().map(move |part| Placed {
                start: part.start,
                end: part.end,
                claim,
                finding,
                findings: findings.clone(),
            })
        })
        .collect();
    parts.sort_by_key(|part| (part.start, part.end));
    parts
}

/// The paragraphs of a text that are not blank: first byte and one past the last.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut at = 0;
    text.split('\n').filter_map(move |paragraph| {
        let (start, end) = (at, at + paragraph.len());
        at = end + 1;
        (!paragraph.trim().is_empty()).then_some((start, end))
    })
}
