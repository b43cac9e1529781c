//! JSON Schemas (2020-12) of everything that is written as JSON, from the very types that are written.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::json::{Claims, Line};
use super::{ndjson, revision};
use crate::batch::BadLine;
use crate::check::Check;
use crate::{Comparison, SCHEMA_VERSION};

/// A form of JSON that the program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// A comparison, [`json::render`](super::json::render).
    Compare,
    /// A line of a comparison, [`ndjson::render`].
    CompareLine,
    /// What was understood of an article, [`json::render_claims`](super::json::render_claims).
    Claims,
    /// A line that answers a story of a batch, [`batch::answer`](crate::batch::answer).
    BatchLine,
    /// A check of a revision or of several, [`revision::render_json`].
    Check,
    /// A line of checks, [`revision::ndjson::render`].
    CheckLine,
}

impl Output {
    /// Every form.
    pub const ALL: [Self; 6] = [
        Self::Compare,
        Self::CompareLine,
        Self::Claims,
        Self::BatchLine,
        Self::Check,
        Self::CheckLine,
    ];
}

/// The schema of a form, as pretty JSON with a final newline.
///
/// ```
/// use storydiff::report::schema::{Output, schema};
/// let text = schema(Output::Claims);
/// assert!(text.contains("\"title\": \"storydiff claims, schema_version 1\""));
/// ```
///
/// # Panics
/// Never: a schema is plain data.
#[must_use]
pub fn schema(output: Output) -> String {
    match output {
        Output::Compare => of::<Comparison>(""),
        Output::CompareLine => of::<ndjson::Line<'_>>(" compare, a line of NDJSON"),
        Output::Claims => of::<Claims<'_>>(" claims"),
        Output::BatchLine => of::<BatchLine<'_>>(" batch, a line of NDJSON"),
        Output::Check => of::<Checked>(" check"),
        Output::CheckLine => of::<revision::ndjson::Line<'_>>(" check, a line of NDJSON"),
    }
}

/// A story's comparison, or why its line could not be read.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it names what is written; nobody makes one")]
enum BatchLine<'a> {
    Compared(Line<'a>),
    Bad(BadLine),
}

/// One check of two revisions that were named, or a list of checks of the stories that git says changed.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it names what is written; nobody makes one")]
enum Checked {
    One(Check),
    Several(Vec<Check>),
}

fn of<T: JsonSchema>(what: &str) -> String {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    let title = format!("storydiff{what}, schema_version {SCHEMA_VERSION}");
    schema.insert("title".to_owned(), title.into());
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain data");
    text.push('\n');
    text
}
