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

#[cfg(test)]
mod tests {
    use super::super::{View, fixture, html, text};
    use super::*;

    /// The story with one more finding, of claims that stand in the first one as well.
    fn with_a_shared_claim() -> crate::Comparison {
        let mut story = fixture::story();
        let mut finding = story.findings.last().expect("findings").clone();
        finding.id = "F99".to_owned();
        finding.verdict = Verdict::Agree;
        finding.claims = vec!["C1.1".to_owned(), "F1.1".to_owned()];
        story.findings.push(finding);
        story
    }

    #[test]
    fn a_claim_of_two_findings_is_marked_once() {
        let story = with_a_shared_claim();
        let lookup = Lookup::new(&story);
        let parts = placed(&lookup, &story.articles[2]);
        let marked: Vec<&Placed<'_>> = parts
            .iter()
            .filter(|part| part.claim.id == "C1.1")
            .collect();
        assert_eq!(marked.len(), 1);
        // where it clashes comes first
        let ids: Vec<&str> = marked[0]
            .findings
            .iter()
            .map(|finding| finding.id.as_str())
            .collect();
        assert_eq!(ids, ["F1", "F99"]);
        assert_eq!(marked[0].verdict(), Verdict::Conflict);
    }

    #[test]
    fn the_page_leads_to_both_findings() {
        let page = html::render(&with_a_shared_claim());
        assert_eq!(page.matches("id=\"c-C1.1\"").count(), 1);
        assert!(page.contains("href=\"#F1\" data-finding=\"F1 F99\" data-claim=\"C1.1\""));
    }

    #[test]
    fn an_article_in_full_tells_of_both_findings() {
        let view = View {
            article: Some("C".to_owned()),
            ..View::default()
        };
        let told = text::render(&with_a_shared_claim(), &view);
        assert_eq!(told.matches("Six dockers were hurt").count(), 1, "{told}");
        assert!(told.contains("F1 D") && told.contains("F99 F"), "{told}");
    }
}
