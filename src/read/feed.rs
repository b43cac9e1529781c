//! RSS and Atom, through `feed-rs`: an article an entry.

use super::draft::Draft;
use super::error::Problem;
use super::page::{day, page};

/// The entries that hold text.
pub(super) fn drafts(bytes: &[u8]) -> Result<Vec<Draft>, Problem> {
    let feed = feed_rs::parser::parse(bytes).map_err(|error| Problem::Damaged {
        kind: "a feed",
        reason: error.to_string(),
    })?;
    let outlet = feed.title.map(|title| title.content);
    let mut drafts = Vec::new();
    for entry in feed.entries {
        // the whole text where the feed gives it, else its summary
        let written = entry
            .content
            .and_then(|content| content.body)
            .or(entry.summary.map(|summary| summary.content))
            .unwrap_or_default();
        let title = entry
            .title
            .map(|title| plain(&title.content))
            .filter(|title| !title.is_empty());
        let mut draft = Draft::titled(title, page(&written, true).paragraphs);
        draft.outlet = outlet.clone().or(draft.outlet);
        draft.author = entry.authors.into_iter().find_map(|author| author.name);
        draft.published = entry
            .published
            .and_then(|moment| day(&moment.to_rfc3339()))
            .or(draft.published);
        draft.modified = entry.updated.and_then(|moment| day(&moment.to_rfc3339()));
        draft.url = entry.links.first().map(|link| link.href.clone());
        if super::has_words(&draft) {
            drafts.push(draft);
        }
    }
    if drafts.is_empty() {
        return Err(Problem::Empty);
    }
    Ok(drafts)
}

fn plain(written: &str) -> String {
    page(written, true).paragraphs.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_an_entry() {
        let feed = "<?xml version='1.0'?><rss version='2.0'><channel><title>The Wire</title>\
            <item><title>Fire &amp; smoke</title><link>https://example.org/fire</link>\
            <pubDate>Sun, 07 Nov 2021 10:00:00 GMT</pubDate><description>&lt;p&gt;Six were hurt.&lt;/p&gt;&lt;p&gt;One fled.&lt;/p&gt;</description></item>\
            <item><title>Flood</title><description>Two roads were closed.</description></item></channel></rss>";
        let drafts = drafts(feed.as_bytes()).expect("a feed");
        assert_eq!(
            drafts[0].text,
            "Fire & smoke\n\nSix were hurt.\n\nOne fled."
        );
        assert_eq!(
            drafts[0].published.map(|day| day.to_string()).as_deref(),
            Some("2021-11-07")
        );
        assert_eq!(
            (drafts.len(), drafts[1].outlet.as_deref()),
            (2, Some("The Wire"))
        );
        assert!(super::drafts(b"<rss><channel>").is_err());
        assert!(
            super::drafts(b"<rss version='2.0'><channel><title>x</title></channel></rss>").is_err()
        );
    }
}
