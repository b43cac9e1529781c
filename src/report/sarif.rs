//! SARIF 2.1.0, through serde-sarif: conflicts as results on the later article, with the other's words as related place.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::json;
use serde_sarif::sarif::{
    ArtifactContent, ArtifactLocation, Location, Message, MultiformatMessageString,
    PhysicalLocation, Region, ReportingConfiguration, ReportingDescriptor, Result as Entry,
    ResultLevel, Run, SCHEMA_URL, Sarif, Suppression, Tool, ToolComponent,
};

use super::lookup::Lookup;
use super::rules::{KINDS, level, message, rule};
use crate::check::{Against, SuppressionKind};
use crate::{Article, Comparison, Conflict, Side, Span};

/// A result before it is SARIF.
pub(super) struct Found<'a> {
    pub(super) rule: &'static str,
    /// `error`, `warning` or `notice`.
    pub(super) level: &'static str,
    pub(super) message: String,
    pub(super) place: Option<(&'a Article, Span)>,
    /// What it is held against.
    pub(super) related: Option<(&'a Article, Span)>,
    /// What it contradicts elsewhere.
    pub(super) against: Option<&'a Against>,
    /// Words by which it is the same result, whatever else changes.
    pub(super) identity: String,
    /// Why it counts for nothing, if it does.
    pub(super) suppression: Option<(SuppressionKind, String)>,
    /// What a baseline has of it: `new`, `unchanged` or `absent`; none without a baseline.
    pub(super) baseline_state: Option<&'static str>,
}

/// The comparison as SARIF.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let found = comparison
        .conflicts()
        .map(|conflict| found(&story, conflict));
    let rules = KINDS.map(|kind| (rule(kind).id, rule(kind).help));
    document(&rules, found)
}

fn found<'a>(story: &Lookup<'a>, conflict: &'a Conflict) -> Found<'a> {
    let claim = |side: &Side| {
        story
            .claim(&side.claim)
            .map_or(side.text.clone(), |claim| claim.text.clone())
    };
    Found {
        rule: rule(conflict.kind).id,
        level: level(conflict),
        message: message(
            conflict,
            story.label_of_side(&conflict.a),
            story.label_of_side(&conflict.b),
        ),
        place: story
            .article_of_side(&conflict.b)
            .map(|article| (article, conflict.b.span)),
        related: story
            .article_of_side(&conflict.a)
            .map(|article| (article, conflict.a.span)),
        identity: format!("{} {}", claim(&conflict.a), claim(&conflict.b)),
        against: None,
        suppression: None,
        baseline_state: None,
    }
}

/// A SARIF log of results; `rules` are all rules, with their help.
///
/// # Panics
/// Never: it holds nothing that JSON cannot.
pub(super) fn document<'a>(
    rules: &[(&'static str, &'static str)],
    found: impl Iterator<Item = Found<'a>>,
) -> String {
    let words = |text: &str| MultiformatMessageString::builder().text(text).build();
    let descriptors = rules.iter().map(|(id, help)| {
        ReportingDescriptor::builder()
            .id(*id)
            .name(*id)
            .short_description(words(help.split(". ").next().unwrap_or(help)))
            .full_description(words(help))
            .help(words(help))
            .default_configuration(
                ReportingConfiguration::builder()
                    .level(json!("warning"))
                    .build(),
            )
            .build()
    });
    let driver = ToolComponent::builder()
        .name("storydiff")
        .version(env!("CARGO_PKG_VERSION"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .rules(descriptors.collect::<Vec<_>>())
        .build();
    let mut results: Vec<Entry> = found.map(|found| result(rules, found)).collect();
    // of all results the standard wants to be told of how they are suppressed, or of none
    if results.iter().any(|result| result.suppressions.is_some()) {
        for result in &mut results {
            result.suppressions.get_or_insert_default();
        }
    }
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

fn result(rules: &[(&'static str, &'static str)], found: Found<'_>) -> Entry {
    let index = rules
        .iter()
        .position(|(id, _)| *id == found.rule)
        .unwrap_or(0);
    let related = found.related.map(|(article, span)| {
        let mut place = location(article, span);
        place.id = Some(1);
        place.message = Some(text(format!(
            "{} says \u{201c}{}\u{201d}",
            article.label,
            words_at(article, span)
        )));
        place
    });
    let related = related.or_else(|| found.against.map(contradicted));
    let fingerprint = fingerprint(found.rule, &found.identity);
    let suppressions = found.suppression.map(|(kind, reason)| {
        let kind = match kind {
            SuppressionKind::InSource => "inSource",
            SuppressionKind::Baseline => "external",
        };
        let suppression = Suppression::builder().kind(json!(kind));
        vec![suppression.justification(reason).build()]
    });
    Entry::builder()
        .opt_suppressions(suppressions)
        .opt_baseline_state(found.baseline_state.map(|state| json!(state)))
        .rule_id(found.rule)
        .rule_index(i64::try_from(index).unwrap_or(0))
        .level(match found.level {
            "error" => ResultLevel::Error,
            "warning" => ResultLevel::Warning,
            _ => ResultLevel::Note,
        })
        .message(text(found.message))
        .locations(
            found
                .place
                .map(|(article, span)| location(article, span))
                .into_iter()
                .collect::<Vec<_>>(),
        )
        .related_locations(related.into_iter().collect::<Vec<_>>())
        .partial_fingerprints(BTreeMap::from([(
            "storydiffClaims/v1".to_owned(),
            fingerprint,
        )]))
        .build()
}

fn text(words: String) -> Message {
    Message::builder().text(words).build()
}

fn words_at(article: &Article, span: Span) -> &str {
    article.text.get(span.start..span.end).unwrap_or_default()
}

fn location(article: &Article, span: Span) -> Location {
    let name = match (&article.file, &article.url) {
        (None, Some(url)) => url.clone(),
        (Some(file), _) => uri(file),
        (None, None) => uri(&article.label),
    };
    let (start, end) = (article.position(span.start), article.position(span.end));
    let number = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let snippet = ArtifactContent::builder()
        .text(words_at(article, span))
        .build();
    let mut region = Region::builder().snippet(snippet).build();
    // of a page or a PDF no line can be gone to; viewers want one
    region.start_line = Some(start.map_or(1, |place| number(place.line)));
    if let (Some(start), Some(end)) = (start, end) {
        region.end_line = Some(number(end.line));
        region.start_column = start.column.map(number);
        region.end_column = end.column.map(number);
    }
    let artifact = ArtifactLocation::builder().uri(name).build();
    Location::builder()
        .physical_location(
            PhysicalLocation::builder()
                .artifact_location(artifact)
                .region(region)
                .build(),
        )
        .build()
}

/// The place of words that are contradicted, of which no more is known than the line.
fn contradicted(against: &Against) -> Location {
    let artifact = ArtifactLocation::builder()
        .uri(uri(against.file.as_ref().unwrap_or(&against.label)))
        .build();
    let line = against.line.and_then(|line| i64::try_from(line).ok());
    let region = Region::builder()
        .start_line(line.unwrap_or(1))
        .snippet(ArtifactContent::builder().text(&against.claim).build())
        .build();
    let says = format!("{} says \u{201c}{}\u{201d}", against.label, against.text);
    Location::builder()
        .id(1)
        .message(text(says))
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

/// What stays the same when other parts of the articles change: the rule and the words, without case and signs.
fn fingerprint(rule: &str, identity: &str) -> String {
    let words = identity
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase);
    let mut hasher = DefaultHasher::new();
    (rule, words.collect::<Vec<_>>()).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
