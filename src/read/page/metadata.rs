//! What a page says of itself: JSON-LD first, then OpenGraph, then other `meta`, then elements.

mod linked_data;

use dom_query::{Document, NodeRef};
use jiff::civil::Date;

use crate::read::{calendar, spaced};
use linked_data::linked_data;

/// What is known of the article of a page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::read) struct About {
    pub(in crate::read) title: Option<String>,
    pub(in crate::read) outlet: Option<String>,
    pub(in crate::read) author: Option<String>,
    pub(in crate::read) published: Option<Date>,
    pub(in crate::read) modified: Option<Date>,
    /// What search engines are to show of it.
    pub(in crate::read) description: Option<String>,
    /// The address that the page calls its own.
    pub(in crate::read) url: Option<String>,
}

/// Longest value that is taken, in bytes.
const LONGEST: usize = 2000;

const PUBLISHED: [&str; 14] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "article.published",
    "publication_date",
];
const MODIFIED: [&str; 8] = [
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "article.updated",
];

/// Reads what a page says of itself.
pub(super) fn about(document: &Document) -> About {
    let linked = linked_data(document);
    let metas = Metas::of(document);
    let one = |values: [Option<String>; 4]| values.into_iter().flatten().next();
    let outlet = one([
        linked.outlet,
        metas.first(&["og:site_name"]),
        metas
            .first(&[
                "application-name",
                "publisher",
                "dc.publisher",
                "twitter:site",
            ])
            .map(|name| name.trim_start_matches('@').to_owned()),
        None,
    ]);
    let written = text_of(document, "h1");
    let title = one([
        linked.title,
        metas.first(&["og:title"]),
        metas.first(&[
            "twitter:title",
            "title",
            "dc.title",
            "headline",
            "sailthru.title",
        ]),
        None,
    ])
    .or(written)
    .or_else(|| text_of(document, "title"))
    .map(|title| without_outlet(&title, outlet.as_deref()));
    About {
        title,
        author: one([
            linked.author,
            metas
                .first(&["article:author", "og:article:author"])
                .filter(|name| !name.contains("://")),
            metas.first(&[
                "author",
                "byl",
                "dc.creator",
                "parsely-author",
                "sailthru.author",
            ]),
            text_of(document, "[itemprop=author] [itemprop=name], [rel=author]"),
        ])
        .map(|name| {
            name.trim_start_matches("By ")
                .trim_start_matches("by ")
                .to_owned()
        }),
        published: linked
            .published
            .or_else(|| metas.day(&PUBLISHED))
            .or_else(|| {
                time(
                    document,
                    "[itemprop=datePublished], time[pubdate], time.published",
                )
            })
            .or_else(|| time(document, "article time[datetime], time[datetime]")),
        modified: linked
            .modified
            .or_else(|| metas.day(&MODIFIED))
            .or_else(|| time(document, "[itemprop=dateModified], time.updated")),
        description: one([
            linked.description,
            metas.first(&["og:description"]),
            metas.first(&["description", "twitter:description"]),
            None,
        ]),
        url: one([
            linked.url,
            metas.first(&["og:url"]),
            attribute(document, "link[rel=canonical]", "href"),
            None,
        ])
        .filter(|url| url.starts_with("http://") || url.starts_with("https://")),
        outlet,
    }
}

/// The pairs of `meta`.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(document: &Document) -> Self {
        let mut pairs = Vec::new();
        for node in document.select("meta").nodes() {
            let Some(content) = node.attr("content").and_then(|content| clean(&content)) else {
                continue;
            };
            for name in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = node.attr(name) {
                    pairs.push((name.to_lowercase(), content.clone()));
                }
            }
        }
        Self(pairs)
    }

    /// The value of the first of `names` that is given.
    fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.0.iter().find(|(known, _)| known == name))
            .map(|(_, value)| value.clone())
    }

    fn day(&self, names: &[&str]) -> Option<Date> {
        names
            .iter()
            .filter_map(|name| self.0.iter().find(|(known, _)| known == name))
            .find_map(|(_, value)| day(value))
    }
}

/// A value with its character references read and its spaces put together; `None` when nothing is left.
fn clean(value: &str) -> Option<String> {
    let value = if value.contains('&') || value.contains('<') {
        Document::fragment(value).text().to_string()
    } else {
        value.to_owned()
    };
    let value = spaced(&value);
    (!value.is_empty() && value.len() <= LONGEST).then_some(value)
}

fn text_of(document: &Document, selector: &str) -> Option<String> {
    document
        .select(selector)
        .nodes()
        .iter()
        .find_map(|node: &NodeRef<'_>| clean_text(&node.text()))
}

fn clean_text(text: &str) -> Option<String> {
    let text = spaced(text);
    (!text.is_empty() && text.len() <= LONGEST).then_some(text)
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    document
        .select(selector)
        .nodes()
        .iter()
        .find_map(|node| node.attr(name))
        .and_then(|value| clean_text(&value))
}

/// The day that the first of some elements gives, by its attribute or its words.
fn time(document: &Document, selector: &str) -> Option<Date> {
    document.select(selector).nodes().iter().find_map(|node| {
        ["datetime", "content", "title"]
            .iter()
            .filter_map(|name| node.attr(name))
            .find_map(|value| day(&value))
            .or_else(|| day(&node.text()))
    })
}

/// A day, by the calendar of who wrote it: `2019-11-19T23:11:00-05:00` is the 19th.
pub(in crate::read) fn day(written: &str) -> Option<Date> {
    let written = written.trim();
    written
        .get(..10)
        .and_then(|day| day.parse().ok())
        .or_else(|| {
            written
                .get(..8)
                .filter(|day| day.bytes().all(|b| b.is_ascii_digit()))?
                .parse()
                .ok()
        })
        .or_else(|| calendar::date_in(written))
}

/// A headline without the outlet's name that follows it: `Fire at the mill - The Wire`.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let letters = |text: &str| super::key(text);
    for mark in [
        " | ",
        " - ",
        " \u{2013} ",
        " \u{2014} ",
        " :: ",
        " \u{b7} ",
        " \u{2022} ",
    ] {
        if let Some((rest, last)) = title.rsplit_once(mark)
            && outlet.is_some_and(|outlet| {
                let (outlet, last) = (letters(outlet), letters(last));
                !last.is_empty() && (outlet.starts_with(&last) || last.starts_with(&outlet))
            })
        {
            return without_outlet(rest, outlet);
        }
    }
    title.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_as_they_are_written() {
        for (written, expected) in [
            ("2019-11-19T23:11:00-05:00", Some(date(2019, 11, 19))),
            ("2019-11-19", Some(date(2019, 11, 19))),
            ("20191119T101500Z", Some(date(2019, 11, 19))),
            ("November 19, 2019 5:52 AM EST", Some(date(2019, 11, 19))),
            ("Tue, 19 Nov 2019 10:00:00 GMT", Some(date(2019, 11, 19))),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(day(written), expected, "{written}");
        }
    }

    #[test]
    fn an_outlet_leaves_the_headline() {
        for (title, outlet, expected) in [
            (
                "Fire at the mill - The Wire",
                Some("The Wire"),
                "Fire at the mill",
            ),
            (
                "Fire at the mill | Wire News | Wire",
                Some("Wire News"),
                "Fire at the mill",
            ),
            (
                "Fire - what we know",
                Some("The Wire"),
                "Fire - what we know",
            ),
            ("Fire - The Wire", None, "Fire - The Wire"),
        ] {
            assert_eq!(without_outlet(title, outlet), expected, "{title}");
        }
    }

    #[test]
    fn linked_data_comes_before_the_rest() {
        let html = r#"<html><head><title>x</title>
            <meta property="og:title" content="From OpenGraph"><meta property="og:site_name" content="Site">
            <meta name="author" content="By Jane Doe"><meta name="description" content="Six &amp; more">
            <script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"no"},
              {"@type":["NewsArticle"],"headline":"Fire &#39;at&#39; mill","publisher":{"name":"The Wire"},
               "author":[{"name":"A B"},{"name":"C D"}],"datePublished":"2021-11-07T23:30:00+01:00"}]}</script>
            <meta property="article:published_time" content="2021-11-09"><meta property="article:modified_time" content="2021-11-10T00:00Z">
            </head><body><h1>Heading</h1><time datetime="2020-01-01">x</time></body></html>"#;
        let found = about(&Document::from(html));
        assert_eq!(found.title.as_deref(), Some("Fire 'at' mill"));
        assert_eq!(found.outlet.as_deref(), Some("The Wire"));
        assert_eq!(found.author.as_deref(), Some("A B, C D"));
        assert_eq!(found.published, Some(date(2021, 11, 7)));
        assert_eq!(found.modified, Some(date(2021, 11, 10)));
        assert_eq!(found.description.as_deref(), Some("Six & more"));
        let bare = about(&Document::from(
            "<h1>Heading</h1><p>x <time datetime='2020-01-01'>1 Jan</time>",
        ));
        assert_eq!(
            (bare.title.as_deref(), bare.published),
            (Some("Heading"), Some(date(2020, 1, 1)))
        );
        for broken in [
            "<script type='application/ld+json'>{\"@type\":</script><h1>H</h1>",
            "",
            "<meta content=x>",
        ] {
            about(&Document::from(broken));
        }
    }
}
