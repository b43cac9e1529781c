//! One row a claim and one a conflict, for spreadsheets.

use super::lookup::Lookup;
use super::rules::{one_line, rule};
use crate::{Claim, Comparison, Conflict, Finding};

const HEAD: [&str; 16] = [
    "row",
    "finding",
    "verdict",
    "subject",
    "article",
    "label",
    "claim",
    "speaker",
    "polarity",
    "modality",
    "text",
    "kind",
    "strength",
    "other_label",
    "other_text",
    "why",
];

/// The claims by findings, each finding's conflicts behind its claims, then the conflicts inside one article.
///
/// # Panics
/// Never: rows have one length and are written to memory.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let mut rows = Vec::new();
    for finding in &comparison.findings {
        let claims = story.claims_of(finding).into_iter();
        rows.extend(claims.map(|claim| of_claim(&story, finding, claim)));
        let conflicts = finding.conflicts.iter();
        rows.extend(conflicts.map(|conflict| of_conflict(&story, Some(finding), conflict)));
    }
    let internal = comparison.internal.iter();
    rows.extend(internal.map(|conflict| of_conflict(&story, None, conflict)));
    table(HEAD, rows)
}

/// A head and rows below it, with cells that no spreadsheet takes for a formula.
///
/// # Panics
/// Never: rows have one length and are written to memory.
pub(super) fn table<const WIDTH: usize>(
    head: [&str; WIDTH],
    rows: impl IntoIterator<Item = [String; WIDTH]>,
) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = head.map(str::to_owned);
    for row in std::iter::once(head).chain(rows) {
        writer
            .write_record(row.map(inert))
            .expect("rows of one length, in memory");
    }
    String::from_utf8(writer.into_inner().expect("in memory")).expect("what was written is UTF-8")
}

pub(super) fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn of_claim(story: &Lookup<'_>, finding: &Finding, claim: &Claim) -> [String; HEAD.len()] {
    let label = story.article_of(claim).map_or("", |article| &article.label);
    [
        "claim".to_owned(),
        finding.id.clone(),
        word(&finding.verdict),
        finding.subject.clone(),
        claim.article.clone(),
        label.to_owned(),
        claim.id.clone(),
        claim
            .speaker
            .as_ref()
            .map(|speaker| speaker.name.clone())
            .unwrap_or_default(),
        word(&claim.polarity),
        word(&claim.modality),
        one_line(&claim.text),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
    ]
}

fn of_conflict(
    story: &Lookup<'_>,
    finding: Option<&Finding>,
    conflict: &Conflict,
) -> [String; HEAD.len()] {
    let label = |id: &str| {
        let article = story.claim(id).and_then(|claim| story.article_of(claim));
        article.map_or_else(String::new, |article| article.label.clone())
    };
    [
        "conflict".to_owned(),
        finding
            .map(|finding| finding.id.clone())
            .unwrap_or_default(),
        finding.map_or("internal".to_owned(), |finding| word(&finding.verdict)),
        finding
            .map(|finding| finding.subject.clone())
            .unwrap_or_default(),
        story.letter_of(&conflict.a).to_owned(),
        label(&conflict.a.claim),
        conflict.a.claim.clone(),
        String::new(),
        String::new(),
        String::new(),
        one_line(&conflict.a.text),
        rule(conflict.kind).id.to_owned(),
        word(&conflict.strength),
        label(&conflict.b.claim),
        one_line(&conflict.b.text),
        conflict.why.clone(),
    ]
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV injection").
pub(super) fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}
