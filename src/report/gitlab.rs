//! GitLab's code quality report (`artifacts:reports:codequality`): conflicts at the lines of the later article.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/>: a list of issues, of which each must have a fingerprint of its own; that one
//! stays the same from run to run is how GitLab tells new issues from old.

use std::collections::HashMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::lookup::Lookup;
use super::rules::{level, message, rule};
use crate::{Article, Comparison, Conflict};

/// Characters of a fingerprint: half of SHA-256, more than enough to tell issues apart.
const FINGERPRINT: usize = 32;

/// An issue before it is GitLab's.
pub(super) struct Found<'a> {
    pub(super) rule: &'static str,
    /// `error`, `warning` or `notice`.
    pub(super) level: &'static str,
    pub(super) message: String,
    pub(super) article: Option<&'a Article>,
    /// From 1, if the file has lines to go to.
    pub(super) line: Option<usize>,
    /// Words by which it is the same issue, whatever else changes.
    pub(super) identity: String,
}

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// The comparison as a code quality report.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    document(
        comparison
            .conflicts()
            .map(|conflict| found(&story, conflict)),
    )
}

fn found<'a>(story: &Lookup<'a>, conflict: &'a Conflict) -> Found<'a> {
    let later = story.article_of_side(&conflict.b);
    Found {
        rule: rule(conflict.kind).id,
        level: level(conflict),
        message: message(
            conflict,
            story.label_of_side(&conflict.a),
            story.label_of_side(&conflict.b),
        ),
        article: later,
        line: later
            .and_then(|article| article.position(conflict.b.span.start))
            .map(|position| position.line),
        identity: format!("{}\n{}", conflict.a.text, conflict.b.text),
    }
}

/// A report of issues; of several with the same words, each has a fingerprint of its own.
///
/// # Panics
/// Never: it holds nothing that JSON cannot.
pub(super) fn document<'a>(found: impl IntoIterator<Item = Found<'a>>) -> String {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let issues: Vec<Issue> = found
        .into_iter()
        .map(|found| {
            let path = found.article.map_or_else(String::new, path);
            let identity = [found.rule, &path, &found.identity].join("\n");
            let count = seen.entry(identity.clone()).or_insert(0);
            *count += 1;
            Issue {
                fingerprint: fingerprint(&format!("{identity}\n{count}")),
                description: found.message,
                check_name: found.rule,
                severity: match found.level {
                    "error" => "major",
                    "warning" => "minor",
                    _ => "info",
                },
                location: Location {
                    path,
                    lines: Lines {
                        // of a page or a PDF no line can be gone to; GitLab wants one
                        begin: found.line.unwrap_or(1),
                    },
                },
            }
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&issues).expect("plain data");
    text.push('\n');
    text
}

/// The file as GitLab takes it: without `./` before it.
fn path(article: &Article) -> String {
    let name = article.file.as_ref().unwrap_or(&article.label);
    let name = name.replace('\\', "/");
    name.strip_prefix("./").unwrap_or(&name).to_owned()
}

fn fingerprint(identity: &str) -> String {
    let digest = Sha256::digest(identity);
    let mut hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.truncate(FINGERPRINT);
    hex
}
