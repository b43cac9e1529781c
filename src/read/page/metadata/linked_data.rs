//! What a page's JSON-LD says of its article.

use dom_query::Document;
use serde_json::Value;

use super::{About, clean, day};

/// Depth to which JSON-LD is searched.
const DEEPEST: usize = 6;

/// What the first article in the page's JSON-LD says.
pub(super) fn linked_data(document: &Document) -> About {
    let mut best: Option<About> = None;
    for script in document
        .select("script[type='application/ld+json']")
        .nodes()
    {
        let text = script.text();
        // some pages put the block into a comment, or write control characters
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_end_matches("-->");
        let text: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let Ok(value) = serde_json::from_str::<Value>(text.trim().trim_end_matches(';')) else {
            continue;
        };
        if let Some(found) = article(&value, DEEPEST) {
            let known = best.get_or_insert_with(About::default);
            known.title = known.title.take().or(found.title);
            known.outlet = known.outlet.take().or(found.outlet);
            known.author = known.author.take().or(found.author);
            known.published = known.published.or(found.published);
            known.modified = known.modified.or(found.modified);
            known.description = known.description.take().or(found.description);
            known.url = known.url.take().or(found.url);
        }
    }
    best.unwrap_or_default()
}

fn article(value: &Value, depth: usize) -> Option<About> {
    if depth == 0 {
        return None;
    }
    match value {
        Value::Array(values) => values.iter().find_map(|value| article(value, depth - 1)),
        Value::Object(entries) => {
            if is_article(entries.get("@type")) {
                let words = |name: &str| entries.get(name).and_then(Value::as_str).and_then(clean);
                return Some(About {
                    title: words("headline").or_else(|| words("name")),
                    outlet: entries
                        .get("publisher")
                        .and_then(|value| name_of(value, DEEPEST)),
                    author: entries
                        .get("author")
                        .or_else(|| entries.get("creator"))
                        .and_then(|value| name_of(value, DEEPEST)),
                    published: words("datePublished").and_then(|date| day(&date)),
                    modified: words("dateModified").and_then(|date| day(&date)),
                    description: words("description"),
                    url: words("url").or_else(|| {
                        let page = entries.get("mainEntityOfPage")?;
                        page.as_str()
                            .or_else(|| page.get("@id")?.as_str())
                            .and_then(clean)
                    }),
                });
            }
            [
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "itemListElement",
            ]
            .iter()
            .filter_map(|name| entries.get(*name))
            .find_map(|value| article(value, depth - 1))
        }
        _ => None,
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let named = |value: &Value| {
        value.as_str().is_some_and(|name| {
            name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report"
        })
    };
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

/// The name of a person or an organisation, or of several.
fn name_of(value: &Value, depth: usize) -> Option<String> {
    if depth == 0 {
        return None;
    }
    match value {
        Value::String(name) => clean(name).filter(|name| !name.contains("://")),
        Value::Array(values) => {
            let names: Vec<String> = values
                .iter()
                .filter_map(|value| name_of(value, depth - 1))
                .collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        Value::Object(entries) => entries
            .get("name")
            .and_then(|name| name_of(name, depth - 1)),
        _ => None,
    }
}
