//! Workflow commands of GitHub Actions: conflicts as annotations on the lines of the articles.
//!
//! GitHub shows ten errors and ten warnings of a step; what is left out stands in the summary (see
//! [`markdown`](super::markdown)).

use super::lookup::Lookup;
use super::rules::{is_error, message, rule};
use crate::{Article, Comparison, Conflict, Side};

/// Annotations of one level that GitHub shows for a step.
const MOST: usize = 10;

/// The gravest conflicts as workflow commands, one a line, errors first; the last line tells how many were left out.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let between = comparison
        .findings
        .iter()
        .flat_map(|finding| &finding.conflicts);
    let all: Vec<&Conflict> = between.chain(&comparison.internal).collect();
    let mut text = String::new();
    let mut left_out = 0;
    for (level, errors) in [("error", true), ("warning", false)] {
        let mut commands: Vec<String> = Vec::new();
        for conflict in all.iter().filter(|conflict| is_error(conflict) == errors) {
            let command = command(&story, level, conflict);
            // of a file without lines, one clash may be said of several claims
            if !commands.contains(&command) {
                commands.push(command);
            }
        }
        left_out += commands.len().saturating_sub(MOST);
        commands.truncate(MOST);
        for command in commands {
            text.push_str(&command);
            text.push('\n');
        }
    }
    if left_out > 0 {
        text.push_str(&format!(
            "::notice title=storydiff::{left_out} more conflicts: see the summary\n"
        ));
    }
    text
}

fn command(story: &Lookup<'_>, level: &str, conflict: &Conflict) -> String {
    let article = |side: &Side| {
        story
            .claim(&side.claim)
            .and_then(|claim| story.article_of(claim))
    };
    let label = |side: &Side| article(side).map_or("?", |article| article.label.as_str());
    let place = article(&conflict.b)
        .map(|article| properties(article, &conflict.b))
        .unwrap_or_default();
    let words = message(conflict, label(&conflict.a), label(&conflict.b));
    format!(
        "::{level} {place}title={}::{}",
        property(rule(conflict.kind).title),
        data(&words)
    )
}

/// Where a side stands, as properties with a comma behind each.
fn properties(article: &Article, side: &Side) -> String {
    let Some(file) = &article.file else {
        return String::new();
    };
    let mut properties = format!("file={},", property(file));
    if let (Some(start), Some(end)) = (
        article.position(side.span.start),
        article.position(side.span.end),
    ) {
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
