//! A finding a line, each with its claims, so that a line can be read by itself.

use schemars::JsonSchema;
use serde::Serialize;

use super::lookup::Lookup;
use crate::{Claim, Comparison, Conflict, Finding};

/// A finding, or a conflict inside one article.
#[derive(Serialize, JsonSchema)]
pub(super) struct Line<'a> {
    /// Always 1.
    schema_version: u32,
    /// What the claims say together.
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<&'a Finding>,
    /// Two claims of one article that cannot both hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    internal: Option<&'a Conflict>,
    /// The claims that are named in it.
    claims: Vec<&'a Claim>,
}

/// The findings, then the conflicts inside one article, one JSON object a line.
///
/// # Panics
/// Never: a comparison holds nothing that JSON cannot.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let findings = comparison.findings.iter().map(|finding| Line {
        schema_version: comparison.schema_version,
        finding: Some(finding),
        internal: None,
        claims: story.claims_of(finding),
    });
    let internal = comparison.internal.iter().map(|conflict| Line {
        schema_version: comparison.schema_version,
        finding: None,
        internal: Some(conflict),
        claims: [&conflict.a, &conflict.b]
            .iter()
            .filter_map(|side| story.claim(&side.claim))
            .collect(),
    });
    let mut text = String::new();
    for line in findings.chain(internal) {
        text.push_str(&serde_json::to_string(&line).expect("a comparison is plain data"));
        text.push('\n');
    }
    text
}
