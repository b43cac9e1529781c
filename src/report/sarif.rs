//! SARIF 2.1.0, through serde-sarif: conflicts as results on the later article, with the other's words as related place.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::json;
use serde_sarif::sarif::{
    ArtifactLocation, Location, Message, MultiformatMessageString, PhysicalLocation, Region,
    ReportingConfiguration, ReportingDescriptor, Result as Entry, ResultLevel, Run, SCHEMA_URL,
    Sarif, Tool, ToolComponent,
};

use super::lookup::Lookup;
use super::rules::{KINDS, is_error, message, rule};
use crate::{Article, Comparison, Conflict, Side};

/// The comparison as SARIF.
///
/// # Panics
/// Never: a comparison holds nothing that JSON cannot.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let between = comparison
        .findings
        .iter()
        .flat_map(|finding| &finding.conflicts);
    let results: Vec<Entry> = between
        .chain(&comparison.internal)
        .map(|conflict| result(&story, conflict))
        .collect();
    let rules: Vec<ReportingDescriptor> = KINDS
        .into_iter()
        .map(|kind| descriptor(&rule(kind)))
        .collect();
    let driver = ToolComponent::builder()
        .name("storydiff")
        .version(env!("CARGO_PKG_VERSION"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .rules(rules)
        .build();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .column_kind(json!("utf16CodeUnits"))
        .results(results)
        .build();
    let sarif = Sarif::builder()
        .version(json!("2.1.0"))
        .schema(SCHEMA_URL)
        .runs(vec![run])
        .build();
    let mut text = serde_json::to_string_pretty(&sarif).expect("plain data");
    text.push('\n');
    text
}

fn descriptor(rule: &super::rules::Rule) -> ReportingDescriptor {
    let words = |text: &str| MultiformatMessageString::builder().text(text).build();
    ReportingDescriptor::builder()
        .id(rule.id)
        .name(rule.title)
        .short_description(words(rule.title))
        .full_description(words(rule.help))
        .help(words(rule.help))
        .default_configuration(
            ReportingConfiguration::builder()
                .level(json!("warning"))
                .build(),
        )
        .build()
}

fn result(story: &Lookup<'_>, conflict: &Conflict) -> Entry {
    let article = |side: &Side| {
        story
            .claim(&side.claim)
            .and_then(|claim| story.article_of(claim))
    };
    let label = |side: &Side| article(side).map_or("?", |article| article.label.as_str());
    let level = if is_error(conflict) {
        ResultLevel::Error
    } else {
        ResultLevel::Warning
    };
    let index = KINDS
        .iter()
        .position(|kind| *kind == conflict.kind)
        .unwrap_or(0);
    let words = message(conflict, label(&conflict.a), label(&conflict.b));
    let places = |side: &Side| -> Vec<Location> {
        article(side)
            .map(|article| place(article, side))
            .into_iter()
            .collect()
    };
    let related = places(&conflict.a).into_iter().map(|mut place| {
        place.id = Some(1);
        place.message = Some(text(format!(
            "{} says \u{201c}{}\u{201d}",
            label(&conflict.a),
            conflict.a.text
        )));
        place
    });
    Entry::builder()
        .rule_id(rule(conflict.kind).id)
        .rule_index(i64::try_from(index).unwrap_or(0))
        .level(level)
        .message(text(words))
        .locations(places(&conflict.b))
        .related_locations(related.collect::<Vec<_>>())
        .partial_fingerprints(
            [(
                "storydiffClaims/v1".to_owned(),
                fingerprint(story, conflict),
            )]
            .into_iter()
            .collect::<std::collections::BTreeMap<_, _>>(),
        )
        .build()
}

fn text(words: String) -> Message {
    Message::builder().text(words).build()
}

fn place(article: &Article, side: &Side) -> Location {
    let artifact = match (&article.file, &article.url) {
        (Some(file), _) => ArtifactLocation::builder().uri(uri(file)).build(),
        (None, Some(url)) => ArtifactLocation::builder().uri(url.clone()).build(),
        (None, None) => ArtifactLocation::builder().uri(uri(&article.label)).build(),
    };
    let (start, end) = (
        article.position(side.span.start),
        article.position(side.span.end),
    );
    let number = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let snippet = serde_sarif::sarif::ArtifactContent::builder()
        .text(side.text.clone())
        .build();
    let mut region = Region::builder().snippet(snippet).build();
    // of a page or a PDF no line can be gone to; viewers want one
    region.start_line = Some(start.map_or(1, |place| number(place.line)));
    if let (Some(start), Some(end)) = (start, end) {
        region.end_line = Some(number(end.line));
        region.start_column = start.column.map(number);
        region.end_column = end.column.map(number);
    }
    Location::builder()
        .physical_location(
            PhysicalLocation::builder()
                .artifact_location(artifact)
                .region(region)
                .build(),
        )
        .build()
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// What stays the same when other parts of the articles change: the kind and the words of both claims.
fn fingerprint(story: &Lookup<'_>, conflict: &Conflict) -> String {
    let words = |side: &Side| -> Vec<String> {
        let text = story
            .claim(&side.claim)
            .map_or(side.text.as_str(), |claim| claim.text.as_str());
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let mut hasher = DefaultHasher::new();
    (
        rule(conflict.kind).id,
        words(&conflict.a),
        words(&conflict.b),
    )
        .hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
