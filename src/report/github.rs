//! Workflow commands of GitHub Actions: conflicts as annotations on the lines of the articles.
//!
//! GitHub shows ten errors and ten warnings of a step; what is left out stands in the summary (see
//! [`markdown`](super::markdown)).

use super::lookup::Lookup;
use super::rules::{is_error, message, rule};
use crate::{Article, Comparison, Conflict, Span};

/// Annotations of one level that GitHub shows for a step.
const MOST: usize = 10;

/// The gravest conflicts as workflow commands, one a line, errors first; the last line tells how many were left out.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let commands = |level: &'static str, errors: bool| {
        let of_level = comparison
            .conflicts()
            .filter(move |conflict| is_error(conflict) == errors);
        of_level
            .map(|conflict| command(&story, level, conflict))
            .collect()
    };
    capped([commands("error", true), commands("warning", false)])
}

/// Commands by level, the gravest level first: of each as many as GitHub shows, and how many were left out.
pub(super) fn capped(levels: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    let mut left_out = 0;
    for commands in levels {
        let mut shown: Vec<&String> = Vec::new();
        for command in &commands {
            // of a file without lines, one clash may be said of several claims
            if !shown.contains(&command) {
                shown.push(command);
            }
        }
        left_out += shown.len().saturating_sub(MOST);
        for command in shown.into_iter().take(MOST) {
            text.push_str(command);
            text.push('\n');
        }
    }
    if left_out > 0 {
        text.push_str(&format!(
            "::notice title=storydiff::{left_out} more: see the summary\n"
        ));
    }
    text
}

fn command(story: &Lookup<'_>, level: &str, conflict: &Conflict) -> String {
    let place = story
        .article_of_side(&conflict.b)
        .map(|article| properties(article, conflict.b.span))
        .unwrap_or_default();
    let words = message(
        conflict,
        story.label_of_side(&conflict.a),
        story.label_of_side(&conflict.b),
    );
    format!(
        "::{level} {place}title={}::{}",
        property(rule(conflict.kind).title),
        data(&words)
    )
}

/// Where words stand, as properties with a comma behind each.
pub(super) fn properties(article: &Article, span: Span) -> String {
    let Some(file) = &article.file else {
        return String::new();
    };
    let mut properties = format!("file={},", property(file));
    if let (Some(start), Some(end)) = (article.position(span.start), article.position(span.end)) {
        properties.push_str(&format!("line={},endLine={},", start.line, end.line));
        if let (Some(column), Some(last), true) = (start.column, end.column, start.line == end.line)
        {
            properties.push_str(&format!("col={column},endColumn={last},"));
        }
    }
    properties
}

pub(super) fn data(words: &str) -> String {
    words
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

pub(super) fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}
