//! One version or one outlet's report of the story.

use jiff::civil::Date;
use serde::Serialize;

use crate::Span;

/// One version or one outlet's report, as read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Article {
    /// Letter in reports: `A`, `B`, ... `Z`, `AA`, ... in the order given.
    pub id: String,
    /// What people call it: the file's stem, or what `--label` says.
    pub label: String,
    /// The path as it was given; `None` for text that came from memory or standard input.
    pub file: Option<String>,
    /// Headline, from front matter or from the first line when it reads like one.
    pub title: Option<String>,
    /// Publisher, from front matter or a dateline such as `SULAIMANI (ESTA) —`.
    pub outlet: Option<String>,
    /// Day of publication, from front matter, a time stamp line or a dateline. Anchors relative dates.
    pub published: Option<Date>,
    /// The text that every span points into, for JSON (`"text"`); `None` leaves it out.
    #[serde(rename = "text", skip_serializing_if = "Option::is_none")]
    pub included_text: Option<String>,
    /// The text as read; see `included_text` for the copy that JSON shows on request.
    #[serde(skip)]
    pub text: String,
    /// Parts of `text` that are about the article and not claims, in order, without overlap.
    #[serde(skip)]
    pub metadata: Vec<Metadata>,
}

/// A part of the text that says something about the article itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metadata {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: MetadataKind,
}

/// What a [`Metadata`] part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetadataKind {
    /// YAML or TOML block at the top.
    FrontMatter,
    /// Headline. The one kind whose words are claims as well.
    Title,
    /// `SULAIMANI (ESTA) —`
    Dateline,
    /// `Apr 12, 2007`, `Updated 4/9/2007 6:04 PM`
    TimeStamp,
    /// `By Jane Doe, Staff Writer`
    Byline,
}
