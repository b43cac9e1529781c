//! An article before it has a letter and a label.

use jiff::civil::Date;
use serde_json::Value;

use super::language::language;
use super::{comments, front_matter, markdown, masthead, page::Page};
use crate::{Article, Comment, Dropped, Lines, Metadata, MetadataKind, Span};

/// What was read of an article.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// What its own words say it should be called.
    pub(super) label: Option<String>,
    pub(super) file: Option<String>,
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) modified: Option<Date>,
    pub(super) url: Option<String>,
    pub(super) metadata: Vec<Metadata>,
    pub(super) dropped: Vec<Dropped>,
    pub(super) lines: Lines,
    pub(super) written: Option<String>,
    pub(super) comments: Vec<Comment>,
    pub(super) settings: Option<(Value, usize)>,
}

impl Draft {
    /// From plain text, kept as it stands, less the comments that are meant for this program.
    pub(super) fn from_text(written: &str) -> Self {
        let stripped = comments::strip(written);
        let text = stripped.as_ref().map_or(written, |stripped| &stripped.text);
        let head = front_matter::front_matter(text).unwrap_or_default();
        let mut draft = Self::marked(text.to_owned(), head.length, None);
        if head.length > 0 {
            let block = Metadata {
                span: Span::new(0, head.length),
                kind: MetadataKind::FrontMatter,
            };
            draft.metadata.insert(0, block);
        }
        draft.title = head.title.or(draft.title);
        draft.outlet = head.outlet.or(draft.outlet);
        draft.published = head.published.or(draft.published);
        draft.settings = head.settings;
        if let Some(stripped) = stripped {
            draft.lines = Lines::From(stripped.lines);
            draft.comments = stripped.comments;
            draft.written = Some(written.to_owned());
        }
        draft
    }

    /// From Markdown, its markup taken off.
    pub(super) fn from_markdown(written: &str) -> Self {
        let head = front_matter::front_matter(written).unwrap_or_default();
        let plain = markdown::plain(&written[head.length..]);
        let above = written[..head.length].matches('\n').count();
        let mut draft = Self::marked(plain.text, 0, plain.title);
        draft.lines = Lines::From(
            plain
                .lines
                .into_iter()
                .map(|(from, line)| (from, line + above))
                .collect(),
        );
        draft.written = Some(written.to_owned());
        draft.comments = plain.comments;
        for comment in &mut draft.comments {
            comment.lines = comment
                .lines
                .map(|(first, last)| (first + above, last + above));
        }
        draft.title = head.title.or(draft.title);
        draft.outlet = head.outlet.or(draft.outlet);
        draft.published = head.published.or(draft.published);
        draft.settings = head.settings;
        draft
    }

    /// From a page: headline, standfirst and paragraphs, a blank line between them.
    pub(super) fn from_page(page: Page) -> Self {
        let mut draft = Self::titled(
            page.about.title,
            page.standfirst.into_iter().chain(page.paragraphs),
        );
        draft.outlet = page.about.outlet.or(draft.outlet);
        draft.author = page.about.author;
        draft.published = page.about.published.or(draft.published);
        draft.modified = page.about.modified;
        draft.url = page.about.url;
        draft.dropped = page.dropped;
        draft.comments = page
            .comments
            .into_iter()
            .map(|(before, text)| Comment {
                at: before
                    .and_then(|words| draft.text.find(&words))
                    .unwrap_or(draft.text.len()),
                lines: None,
                text,
            })
            .collect();
        draft
    }

    /// From a headline and paragraphs.
    pub(super) fn titled(
        title: Option<String>,
        paragraphs: impl IntoIterator<Item = String>,
    ) -> Self {
        let span = title.as_ref().map(|title| Span::new(0, title.len()));
        let blocks: Vec<String> = title.into_iter().chain(paragraphs).collect();
        Self {
            lines: Lines::Unknown,
            ..Self::marked(blocks.join("\n\n"), 0, span)
        }
    }

    /// Text from `start` on, with what is about the article marked.
    fn marked(text: String, start: usize, title: Option<Span>) -> Self {
        let found = masthead::masthead(&text, start, title);
        Self {
            title: found.title.map(|span| span.slice(&text).to_owned()),
            outlet: found.outlet,
            published: found.published,
            metadata: found.metadata,
            text,
            ..Self::default()
        }
    }

    /// The article, with its letter and what people call it.
    pub(super) fn article(self, id: &str, label: &str) -> Article {
        Article {
            language: language(&self.text),
            file: self.file,
            title: self.title,
            outlet: self.outlet,
            published: self.published,
            modified: self.modified,
            author: self.author,
            url: self.url,
            metadata: self.metadata,
            dropped: self.dropped,
            lines: self.lines,
            written: self.written,
            comments: self.comments,
            settings: self.settings,
            ..Article::new(id, label, self.text)
        }
    }
}
