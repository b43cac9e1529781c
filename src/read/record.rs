//! Articles as JSON: one an object, in JSON Lines and in a batch's stories.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use super::draft::Draft;
use super::error::Problem;
use crate::{Article, Lines};

/// An article as JSON has it.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    pub(crate) text: String,
    pub(crate) label: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    #[serde(default, deserialize_with = "day")]
    published: Option<Date>,
    url: Option<String>,
}

impl Record {
    /// The article; what the record says of it wins over what the text says.
    pub(crate) fn article(self, id: &str, label: &str) -> Article {
        self.draft().article(id, label)
    }

    fn draft(self) -> Draft {
        let mut draft = Draft::from_text(&self.text);
        draft.lines = Lines::Unknown;
        draft.label = self.label;
        draft.title = self.title.or(draft.title);
        draft.outlet = self.outlet.or(draft.outlet);
        draft.published = self.published.or(draft.published);
        draft.url = self.url;
        draft
    }
}

/// The articles of JSON Lines; blank lines are passed over.
pub(super) fn drafts(lines: &str) -> Result<Vec<Draft>, Problem> {
    let mut drafts = Vec::new();
    for (index, line) in lines.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let bad = |reason: String| Problem::BadLine {
            line: index + 1,
            reason,
        };
        // serde would take a list of the fields' values as well
        if !line.trim_start().starts_with('{') {
            return Err(bad("not an object".to_owned()));
        }
        let record: Record = serde_json::from_str(line).map_err(|error| bad(error.to_string()))?;
        if record.text.trim().is_empty() {
            return Err(bad("its text is empty".to_owned()));
        }
        drafts.push(record.draft());
    }
    if drafts.is_empty() {
        return Err(Problem::Empty);
    }
    Ok(drafts)
}

/// A day, from `2021-11-07` or from a moment such as `2021-11-07T14:53:00Z` (its own day, wherever that was).
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let Some(written) = Option::<String>::deserialize(from)? else {
        return Ok(None);
    };
    let day = written.get(..10).unwrap_or(&written);
    day.parse().map(Some).map_err(|_| {
        serde::de::Error::custom(format!(
            "`published` is \"{written}\"; write it as 2021-11-07"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_an_article() {
        let lines = "{\"label\":\"wire\",\"text\":\"Six were hurt.\",\"url\":\"https://example.org\"}\n\n{\"text\":\"Seven were hurt.\"}\n";
        let drafts = drafts(lines).expect("articles");
        assert_eq!(
            (drafts.len(), drafts[0].label.as_deref()),
            (2, Some("wire"))
        );
        for (lines, part) in [
            ("{\"text\":\"x\"}\n[1]", "line 2"),
            ("{\"txt\":1}", "missing field"),
            ("{\"text\":\" \"}", "empty"),
            ("{", "EOF"),
        ] {
            let error = super::drafts(lines).expect_err(lines).to_string();
            assert!(error.contains(part), "{error}");
        }
        assert!(matches!(super::drafts("\n"), Err(Problem::Empty)));
    }
}
