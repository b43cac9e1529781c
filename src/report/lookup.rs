//! Ids -> what they name.

use std::collections::HashMap;

use super::ink::Ink;
use crate::{
    Article, Claim, Comparison, Conflict, Finding, Relation, Side, Span, Strength, Verdict,
};

/// A comparison whose claims and articles can be found by id.
pub(super) struct Lookup<'a> {
    pub(super) comparison: &'a Comparison,
    claims: HashMap<&'a str, &'a Claim>,
    articles: HashMap<&'a str, &'a Article>,
    findings: HashMap<&'a str, Vec<&'a Finding>>,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(comparison: &'a Comparison) -> Self {
        let claims = comparison.claims.iter();
        let articles = comparison.articles.iter();
        let mut findings: HashMap<&str, Vec<&Finding>> = HashMap::new();
        for finding in &comparison.findings {
            for claim in &finding.claims {
                findings.entry(claim).or_default().push(finding);
            }
        }
        Self {
            comparison,
            findings,
            claims: claims.map(|claim| (claim.id.as_str(), claim)).collect(),
            articles: articles
                .map(|article| (article.id.as_str(), article))
                .collect(),
        }
    }

    /// The claim of that id.
    pub(super) fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).copied()
    }

    /// The findings that hold a claim, in the order of the report: more than one when it states several things.
    pub(super) fn findings_of(&self, claim: &Claim) -> Vec<&'a Finding> {
        self.findings
            .get(claim.id.as_str())
            .cloned()
            .unwrap_or_default()
    }

    /// The article that a claim stands in.
    pub(super) fn article_of(&self, claim: &Claim) -> Option<&'a Article> {
        self.articles.get(claim.article.as_str()).copied()
    }

    /// The article that one side of a conflict stands in.
    pub(super) fn article_of_side(&self, side: &Side) -> Option<&'a Article> {
        self.article_of(self.claim(&side.claim)?)
    }

    /// The label of that article; a question mark for a side that is nowhere.
    pub(super) fn label_of_side(&self, side: &Side) -> &'a str {
        self.article_of_side(side)
            .map_or("?", |article| article.label.as_str())
    }

    /// The claims of a finding, in article and text order.
    pub(super) fn claims_of(&self, finding: &Finding) -> Vec<&'a Claim> {
        let found = finding.claims.iter().filter_map(|id| self.claim(id));
        found.collect()
    }

    /// Ids of the articles of a finding, each once, in order.
    pub(super) fn letters(&self, finding: &Finding) -> Vec<&'a str> {
        let mut letters: Vec<&str> = Vec::new();
        for claim in self.claims_of(finding) {
            if !letters.contains(&claim.article.as_str()) {
                letters.push(&claim.article);
            }
        }
        letters
    }

    /// Id of the article of one side of a conflict.
    pub(super) fn letter_of(&self, side: &Side) -> &'a str {
        self.claim(&side.claim)
            .map_or("?", |claim| claim.article.as_str())
    }
}

/// The article's words at `span`, or `fallback` when the article has no such place.
pub(super) fn words<'a>(article: &'a Article, span: Span, fallback: &'a str) -> &'a str {
    article.text.get(span.start..span.end).unwrap_or(fallback)
}

/// The sign of a relation: `=` the same, `~` both can hold, `?` cannot be told, `!` cannot both hold.
pub(super) fn relation_sign(relation: Relation) -> (Ink, &'static str) {
    match relation {
        Relation::Same => (Ink::Agree, "="),
        Relation::Compatible | Relation::Refines | Relation::Updated => (Ink::Agree, "~"),
        Relation::OtherSpeaker | Relation::OtherScope => (Ink::Soft, "?"),
        Relation::Conflict => (Ink::Hard, "!"),
    }
}

/// The sign of a finding: `!` a hard conflict, `?` a soft one, `=` the same throughout, `~` what goes together, `+` alone.
pub(super) fn finding_sign(finding: &Finding) -> &'static str {
    let is_hard = |conflict: &Conflict| conflict.strength == Strength::Hard;
    match finding.verdict {
        Verdict::Conflict if finding.conflicts.iter().any(is_hard) => "!",
        Verdict::Conflict => "?",
        Verdict::Agree
            if finding
                .links
                .iter()
                .all(|link| link.relation == Relation::Same) =>
        {
            "="
        }
        Verdict::Agree => "~",
        Verdict::Unique => "+",
    }
}

/// The relation in a word.
pub(super) fn relation_word(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "same",
        Relation::Compatible => "compatible",
        Relation::Refines => "one says more",
        Relation::Updated => "updated",
        Relation::OtherSpeaker => "other speaker",
        Relation::OtherScope => "other scope",
        Relation::Conflict => "conflict",
    }
}
