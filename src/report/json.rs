//! The JSON contract, `schema_version` 1.

use schemars::generate::SchemaSettings;
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

/// The JSON Schema (2020-12) of what [`render`] gives, as pretty JSON with a final newline.
///
/// # Panics
/// Never: a schema is plain data.
#[must_use]
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut schema = generator.into_root_schema_for::<Comparison>();
    schema.insert("title".to_owned(), "storydiff, schema_version 1".into());
    pretty(&schema)
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

/// [`Comparison`] once more, because `serde(flatten)` would buffer the whole of it.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a Value,
    schema_version: u32,
    judge: Judge,
    articles: &'a [Article],
    claims: &'a [Claim],
    findings: &'a [Finding],
    internal: &'a [Conflict],
    copies: &'a [Copied],
}

#[derive(Serialize)]
struct Claims<'a> {
    schema_version: u32,
    articles: &'a [Article],
    claims: &'a [Claim],
    internal: &'a [Conflict],
}

fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a comparison is plain data");
    text.push('\n');
    text
}
