//! One story a line in, one comparison a line out.
//!
//! ```text
//! {"id":"s1","articles":[{"label":"wire","text":"..."},{"label":"ours","text":"..."}]}
//!   -> {"id":"s1","schema_version":1,"articles":[...],"claims":[...],"findings":[...],"internal":[...]}
//! {"id":"s2","articels":[]}
//!   -> {"id":"s2","line":2,"error":"missing field `articles` ..."}
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::read::Record;
use crate::{Article, Options, compare, read, report};

/// What one line was answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// One line of JSON, without the line break.
    pub json: String,
    /// What it says.
    pub outcome: Outcome,
}

/// What an [`Answer`] says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A comparison without a conflict.
    NoConflict,
    /// A comparison with a conflict, between articles or inside one.
    Conflict,
    /// The line could not be read as a story.
    BadLine,
}

/// Answers one line of NDJSON; `number` is its place in the input, from 1.
///
/// ```
/// use storydiff::{Options, batch};
/// let line = br#"{"id": "s1", "articles": [{"text": "Six were hurt."}]}"#;
/// let answer = batch::answer(line, 7, &Options::default(), false);
/// assert_eq!(answer.outcome, batch::Outcome::BadLine);
/// assert_eq!(
///     answer.json,
///     r#"{"id":"s1","line":7,"error":"`articles` holds 1 article; give two or more"}"#
/// );
/// ```
#[must_use]
pub fn answer(line: &[u8], number: usize, options: &Options, include_text: bool) -> Answer {
    match articles(line, include_text) {
        Ok((id, articles)) => {
            let comparison = compare(articles, options);
            let outcome = if comparison.has_conflict() {
                Outcome::Conflict
            } else {
                Outcome::NoConflict
            };
            Answer {
                json: report::json::render_line(&id, &comparison),
                outcome,
            }
        }
        Err(error) => bad_line(id_of(line), number, error),
    }
}

/// The answer to a line that a fault of the program itself kept from being compared.
#[must_use]
pub fn answer_to_fault(line: &[u8], number: usize) -> Answer {
    let error = "the program failed on this story; please report it with the story".to_owned();
    bad_line(id_of(line), number, error)
}

#[derive(Deserialize)]
struct Story {
    #[serde(default)]
    id: Value,
    articles: Vec<Record>,
}

/// Why a line of a batch has no comparison.
#[derive(Serialize, JsonSchema)]
pub(crate) struct BadLine {
    /// The story's own, as far as it could be read, or null.
    id: Value,
    /// The line of the input, from 1.
    line: usize,
    /// What is wrong with it.
    error: String,
}

fn bad_line(id: Value, line: usize, error: String) -> Answer {
    let bad = BadLine { id, line, error };
    Answer {
        json: serde_json::to_string(&bad).expect("plain data"),
        outcome: Outcome::BadLine,
    }
}

/// The story's id, when at least that much can be read.
fn id_of(line: &[u8]) -> Value {
    match serde_json::from_slice(line) {
        Ok(Value::Object(mut story)) => match story.remove("id") {
            Some(id @ (Value::String(_) | Value::Number(_))) => id,
            _ => Value::Null,
        },
        _ => Value::Null,
    }
}

fn articles(line: &[u8], include_text: bool) -> Result<(Value, Vec<Article>), String> {
    // serde would take a list of the fields' values as well.
    if line.trim_ascii_start().first() != Some(&b'{') {
        return Err("not an object; write {\"id\":...,\"articles\":[...]} on one line".to_owned());
    }
    let story: Story = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    if !matches!(story.id, Value::Null | Value::String(_) | Value::Number(_)) {
        return Err("`id` must be a string or a number".to_owned());
    }
    match story.articles.len() {
        0 => return Err("`articles` is empty; give two or more".to_owned()),
        1 => return Err("`articles` holds 1 article; give two or more".to_owned()),
        _ => {}
    }
    let articles = story
        .articles
        .into_iter()
        .enumerate()
        .map(|(index, given)| article(index, given, include_text))
        .collect::<Result<_, _>>()?;
    Ok((story.id, articles))
}

fn article(index: usize, mut given: Record, include_text: bool) -> Result<Article, String> {
    let id = read::article_id(index);
    let label = given.label.take().unwrap_or_else(|| id.clone());
    if given.text.trim().is_empty() {
        return Err(format!("article {id} ({label}) has no text"));
    }
    let mut article = given.article(&id, &label);
    if include_text {
        article.included_text = Some(article.text.clone());
    }
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(line: &str) -> (Value, String) {
        let answer = answer(line.as_bytes(), 3, &Options::default(), false);
        assert_eq!(answer.outcome, Outcome::BadLine, "{line}");
        let json: Value = serde_json::from_str(&answer.json).expect("answers are JSON");
        assert_eq!(json["line"], 3);
        (
            json["id"].clone(),
            json["error"].as_str().expect("a sentence").to_owned(),
        )
    }

    #[test]
    fn bad_lines_say_what_is_wrong_and_keep_the_id() {
        for (line, id, part) in [
            ("{", Value::Null, "EOF"),
            ("[]", Value::Null, "not an object"),
            ("six were hurt", Value::Null, "not an object"),
            (r#"{"id":"s"}"#, "s".into(), "missing field `articles`"),
            (
                r#"{"id":7,"articles":[]}"#,
                7.into(),
                "`articles` is empty; give two or more",
            ),
            (
                r#"{"id":"s","articles":[{"text":"x"}]}"#,
                "s".into(),
                "1 article",
            ),
            (
                r#"{"id":"s","articles":[{"text":"x"},{"txt":"y"}]}"#,
                "s".into(),
                "missing field `text`",
            ),
            (
                r#"{"id":"s","articles":[{"text":"x"},{"label":"ours","text":" "}]}"#,
                "s".into(),
                "article B (ours) has no text",
            ),
            (
                r#"{"id":"s","articles":[{"text":"x","published":"last week"},{"text":"y"}]}"#,
                "s".into(),
                "`published` is \"last week\"",
            ),
            (
                r#"{"id":{},"articles":[{"text":"x"},{"text":"y"}]}"#,
                Value::Null,
                "`id` must be a string or a number",
            ),
        ] {
            let (got, message) = error(line);
            assert_eq!(got, id, "{line}");
            assert!(message.contains(part), "{line}: {message}");
        }
        let invalid = answer(b"{\"id\":\"\xff\"}", 1, &Options::default(), false);
        assert_eq!(invalid.outcome, Outcome::BadLine);
    }

    #[test]
    fn what_the_line_says_wins_over_what_the_text_says() {
        let line = r#"{"articles":[
            {"label":"wire","text":"Six were hurt.","title":"Fire","outlet":"Wire","published":"2021-11-07T23:00:00Z"},
            {"text":"Seven were hurt.","published":null}]}"#;
        let answer = answer(line.as_bytes(), 1, &Options::default(), true);
        let json: Value = serde_json::from_str(&answer.json).expect("answers are JSON");
        assert_eq!(json["id"], Value::Null);
        assert_eq!(
            json["articles"][0],
            serde_json::json!({"id": "A", "label": "wire", "file": null, "title": "Fire", "outlet": "Wire",
                "published": "2021-11-07", "text": "Six were hurt."})
        );
        assert_eq!(json["articles"][1]["label"], "B");
        assert_eq!(json["articles"][1]["published"], Value::Null);
    }
}
