//! The block of metadata at the top of a file.
//!
//! ```text
//! ---                          +++
//! title: Blinken phones        title = "Blinken phones"
//! date: 2021-11-09             date = 2021-11-09
//! ---                          +++
//! ```

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::calendar;

/// What the block says of the article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<Date>,
    /// What it says below `storydiff`, with the line of that key, from 1.
    pub(super) settings: Option<(Value, usize)>,
    /// Bytes from the top of the text to the end of the block.
    pub(super) length: usize,
}

/// What is meant for this program.
const SETTINGS: &str = "storydiff";

const TITLE: [&str; 2] = ["title", "headline"];
const OUTLET: [&str; 5] = ["outlet", "publisher", "source", "site", "publication"];
const PUBLISHED: [&str; 5] = ["published", "date", "datepublished", "pubdate", "updated"];

/// The block at the top of a text; `None` when there is none, or it cannot be parsed.
pub(super) fn front_matter(text: &str) -> Option<FrontMatter> {
    let fence = ["---", "+++"].into_iter().find(|fence| {
        text.strip_prefix(fence)
            .is_some_and(|rest| rest.trim_start_matches([' ', '\r']).starts_with('\n'))
    })?;
    let mut at = text.find('\n')? + 1;
    let start = at;
    let (end, length) = loop {
        let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
        if at >= text.len() {
            return None;
        }
        if text[at..line_end].trim_end() == fence {
            break (at, line_end);
        }
        at = line_end;
    };
    let block = &text[start..end];
    let entries = if fence == "---" {
        serde_saphyr::from_str::<BTreeMap<String, Value>>(block).ok()
    } else {
        let toml = toml::from_str::<BTreeMap<String, toml::Value>>(block).ok();
        let plain = |(key, value)| (key, plain(&value));
        toml.map(|entries| entries.into_iter().map(plain).collect())
    };
    let entries = entries.or_else(|| entries_by_line(block))?;
    let value = |keys: &[&str]| {
        let named = |key: &&str| {
            entries
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(key))
        };
        let (_, value) = keys.iter().find_map(named)?;
        let words = match value {
            Value::String(words) => words.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!words.is_empty()).then_some(words)
    };
    Some(FrontMatter {
        title: value(&TITLE),
        outlet: value(&OUTLET),
        published: value(&PUBLISHED).and_then(|date| calendar::date_in(&date)),
        settings: entries
            .get(SETTINGS)
            .map(|settings| (settings.clone(), line_of_settings(block))),
        length,
    })
}

/// What a block says whose writer forgot to quote, as in `title: Fire: six hurt`. `None` when it is not meant to be one:
/// when a line that is not indented is no entry, no list item and no comment, or no entry has a name known here.
fn entries_by_line(block: &str) -> Option<BTreeMap<String, Value>> {
    let mut entries = BTreeMap::new();
    for line in block.lines() {
        if line.trim().is_empty() || line.starts_with([' ', '\t', '#', '-']) {
            continue;
        }
        let (key, value) = line.split_once([':', '='])?;
        let key = key.trim_end();
        if !key
            .chars()
            .all(|c| c.is_alphanumeric() || "_-.".contains(c))
        {
            return None;
        }
        let value = value.trim().trim_matches(['"', '\'']);
        // of two titles the first
        entries
            .entry(key.to_lowercase())
            .or_insert_with(|| Value::String(value.to_owned()));
    }
    let known = [&TITLE[..], &OUTLET, &PUBLISHED].concat();
    known
        .iter()
        .any(|key| entries.contains_key(*key))
        .then_some(entries)
}

/// The line of the file, from 1, in which what is meant for this program begins; the block's fence is the first.
fn line_of_settings(block: &str) -> usize {
    let opens = |line: &str| {
        let key = line.trim_start_matches(['[', ' ']);
        key.strip_prefix(SETTINGS)
            .is_some_and(|rest| rest.starts_with([':', ']', '.', ' ', '=']))
    };
    block.lines().position(opens).map_or(1, |at| at + 2)
}

/// TOML as JSON; dates as texts.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(words) => Value::String(words.clone()),
        toml::Value::Datetime(time) => Value::String(time.to_string()),
        toml::Value::Array(values) => values.iter().map(plain).collect(),
        toml::Value::Table(table) => table
            .iter()
            .map(|(key, value)| (key.clone(), plain(value)))
            .collect(),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_forms() {
        for text in [
            "---\ntitle: \"Blinken: a call\"\noutlet: The Review\ndate: 2021-11-09\ntags: [a, b]\n---\nBody.",
            "+++\r\ntitle = \"Blinken: a call\"\r\nsource = \"The Review\"\r\ndate = 2021-11-09T10:00:00Z\r\n+++\r\nBody.",
        ] {
            let found = front_matter(text).expect(text);
            assert_eq!(found.title.as_deref(), Some("Blinken: a call"));
            assert_eq!(found.outlet.as_deref(), Some("The Review"));
            assert_eq!(found.published, Some(date(2021, 11, 9)));
            assert_eq!(&text[found.length..], "Body.");
        }
    }

    #[test]
    fn what_is_meant_for_this_program() {
        let expected = serde_json::json!({"assert": ["no number-changed without note"]});
        for (text, line) in [
            (
                "---\ntitle: Fire\nstorydiff:\n  assert:\n    - no number-changed without note\n---\nBody.",
                3,
            ),
            (
                "+++\ntitle = 'Fire'\n\n[storydiff]\nassert = ['no number-changed without note']\n+++\nBody.",
                4,
            ),
        ] {
            let found = front_matter(text).expect(text);
            assert_eq!(found.settings, Some((expected.clone(), line)), "{text}");
        }
    }

    #[test]
    fn blocks_that_do_not_parse() {
        for (text, title, outlet) in [
            (
                "---\ntitle: Fire: six hurt\noutlet: The Wire\ntags:\n  - a\n- b\n# note\n---\nBody.",
                Some("Fire: six hurt"),
                Some("The Wire"),
            ),
            (
                "---\nTitle: Fire\ntitle: Flood\n---\nBody.",
                Some("Fire"),
                None,
            ),
            (
                "---\noutlet: @wire\nauthor: \"Jane\n---\nBody.",
                None,
                Some("@wire"),
            ),
            (
                "+++\ntitle = Fire\noutlet = 'The Wire'\n+++\nBody.",
                Some("Fire"),
                Some("The Wire"),
            ),
        ] {
            let found = front_matter(text).expect(text);
            assert_eq!(
                (found.title.as_deref(), found.outlet.as_deref()),
                (title, outlet),
                "{text}"
            );
            assert_eq!(&text[found.length..], "Body.");
        }
        for text in [
            "---\nSix men were hurt, she said: [badly.\n---\nBody.",
            "---\nnote: a: b\n---\nBody.",
            "---\ntitle: a: b\nSix men were hurt.\n---\nBody.",
        ] {
            assert_eq!(front_matter(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "",
            "---",
            "---\n",
            "--- x\n---\n",
            "---\na: b\n",
            "Six.\n---\na: b\n---\n",
            "---\n: [\n---\n",
            "\u{2014}\n",
        ] {
            assert_eq!(front_matter(text), None, "{text:?}");
        }
    }
}
