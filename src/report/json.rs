//! The JSON contract, `schema_version` 1.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::{Article, Claim, Comparison, Conflict, Copied, Finding, Judge};

/// The comparison as pretty JSON with a final newline.
///
/// # Panics
/// Never: a comparison holds nothing that JSON cannot.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    pretty(comparison)
}

/// The comparison as one line of JSON, with the story's id before it, without the line break.
///
/// # Panics
/// Never: a comparison holds nothing that JSON cannot.
#[must_use]
pub fn render_line(id: &Value, comparison: &Comparison) -> String {
    let line = Line {
        id,
        schema_version: comparison.schema_version,
        judge: comparison.judge,
        articles: &comparison.articles,
        claims: &comparison.claims,
        findings: &comparison.findings,
        internal: &comparison.internal,
        copies: &comparison.copies,
    };
    serde_json::to_string(&line).expect("a comparison is plain data")
}

/// What was understood of the articles, as pretty JSON with a final newline: the contract without `findings`.
///
/// # Panics
/// Never: a comparison holds nothing that JSON cannot.
#[must_use]
pub fn render_claims(comparison: &Comparison) -> String {
    pretty(&Claims {
        schema_version: comparison.schema_version,
        articles: &comparison.articles,
        claims: &comparison.claims,
        internal: &comparison.internal,
    })
}

// `Comparison` once more, because `serde(flatten)` would buffer the whole of it
/// A story's comparison.
#[derive(Serialize, JsonSchema)]
pub(super) struct Line<'a> {
    /// The story's own: a string, a number or null.
    id: &'a Value,
    /// Always 1.
    schema_version: u32,
    /// Who judged.
    judge: Judge,
    /// In the order of the story.
    articles: &'a [Article],
    /// In text order, article by article.
    claims: &'a [Claim],
    /// Conflicts first, the gravest first.
    findings: &'a [Finding],
    /// Conflicts inside one article.
    internal: &'a [Conflict],
    /// Articles that carry the same report.
    copies: &'a [Copied],
}

/// What was understood of an article.
#[derive(Serialize, JsonSchema)]
pub(super) struct Claims<'a> {
    /// Always 1.
    schema_version: u32,
    /// One; none of a file without words, which is given to `--textconv`.
    articles: &'a [Article],
    /// In text order.
    claims: &'a [Claim],
    /// Conflicts inside the article.
    internal: &'a [Conflict],
}

fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a comparison is plain data");
    text.push('\n');
    text
}
