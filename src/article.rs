//! One version or one outlet's report of the story.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// One version or one outlet's report, as read.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
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
    /// Day of publication, from front matter, a page's metadata, a time stamp line or a dateline. Anchors relative dates.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// Day of the last change, from a page's metadata.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub modified: Option<Date>,
    /// Its language as ISO 639-3 has it (`spa`), when it is not English: then it is compared on numbers, money, dates and
    /// names alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Who wrote it, from a page's metadata or a letter's head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The address it was fetched from, or that it calls its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The text that every span points into, for JSON (`"text"`); `None` leaves it out.
    #[serde(rename = "text", skip_serializing_if = "Option::is_none")]
    pub included_text: Option<String>,
    /// The text as read; see `included_text` for the copy that JSON shows on request.
    #[serde(skip)]
    pub text: String,
    /// Parts of `text` that are about the article and not claims, in order, without overlap.
    #[serde(skip)]
    pub metadata: Vec<Metadata>,
    /// Which line of the file each part of the text stands in.
    #[serde(skip)]
    pub lines: Lines,
    /// The file as it is written, when `text` is another than that and `lines` count in it.
    #[serde(skip)]
    pub written: Option<String>,
    /// Comments of the file that are meant for this program, in their order.
    #[serde(skip)]
    pub comments: Vec<Comment>,
    /// What its front matter says below `storydiff`, with the line of that key, from 1.
    #[serde(skip)]
    pub settings: Option<(serde_json::Value, usize)>,
    /// What stood beside the text and is no part of it, for JSON (`"dropped"`); `None` leaves it out.
    #[serde(rename = "dropped", skip_serializing_if = "Option::is_none")]
    pub included_dropped: Option<Vec<Dropped>>,
    /// What stood beside the text and is no part of it, in the order of the page.
    #[serde(skip)]
    pub dropped: Vec<Dropped>,
}

impl Article {
    /// An article of which nothing is known but its text.
    ///
    /// ```
    /// let article = storydiff::Article::new("A", "wire", "Six were hurt.");
    /// assert_eq!(article.title, None);
    /// ```
    #[must_use]
    pub fn new(id: &str, label: &str, text: impl Into<String>) -> Self {
        Self {
            id: id.to_owned(),
            label: label.to_owned(),
            file: None,
            title: None,
            outlet: None,
            published: None,
            modified: None,
            language: None,
            author: None,
            url: None,
            included_text: None,
            text: text.into(),
            metadata: Vec::new(),
            lines: Lines::AsWritten,
            written: None,
            comments: Vec::new(),
            settings: None,
            included_dropped: None,
            dropped: Vec::new(),
        }
    }
}

/// Which line of a file each part of an article's text stands in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lines {
    /// The text is the file.
    #[default]
    AsWritten,
    /// From each of these bytes of the text on, the line of the file, from 1; sorted.
    From(Vec<(usize, usize)>),
    /// The file has no lines that a person could go to.
    Unknown,
}

/// A comment of a file that is meant for this program, `<!-- storydiff:ignore number-changed reason: ... -->`. It is no part of the
/// text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The byte of the article's text that it stands before.
    pub at: usize,
    /// Its first and last line in the file, from 1; `None` when the file has no lines to go to.
    pub lines: Option<(usize, usize)>,
    /// What stands behind `storydiff:`.
    pub text: String,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in UTF-16 code units as editors and SARIF count; `None` when only the line is known.
    pub column: Option<usize>,
}

impl Article {
    /// Where a byte of the text stands in the file; `None` when the file has no lines to go to.
    ///
    /// ```
    /// let article = storydiff::Article::new("A", "wire", "Fire\n\nSix were hurt.");
    /// let place = article.position(10).unwrap();
    /// assert_eq!((place.line, place.column), (3, Some(5)));
    /// ```
    #[must_use]
    pub fn position(&self, byte: usize) -> Option<Position> {
        match &self.lines {
            Lines::AsWritten => {
                let before = self.text.get(..byte)?;
                let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
                Some(Position {
                    line: before.matches('\n').count() + 1,
                    column: Some(before[line_start..].encode_utf16().count() + 1),
                })
            }
            Lines::From(lines) => {
                let after = lines.partition_point(|(from, _)| *from <= byte);
                let (_, line) = lines.get(after.checked_sub(1)?)?;
                Some(Position {
                    line: *line,
                    column: None,
                })
            }
            Lines::Unknown => None,
        }
    }

    /// The lines of the file that [`position`](Self::position) counts; none when it has no lines to go to.
    ///
    /// ```
    /// let article = storydiff::read::article_from_markdown("A", "wire", "# Fire\n\nSix *were* hurt.");
    /// assert_eq!(article.file_lines(), ["# Fire", "", "Six *were* hurt."]);
    /// ```
    #[must_use]
    pub fn file_lines(&self) -> Vec<&str> {
        match self.lines {
            Lines::Unknown => Vec::new(),
            _ => self
                .written
                .as_ref()
                .unwrap_or(&self.text)
                .lines()
                .collect(),
        }
    }

    /// The text that stands in a line of the file; `None` when none does, or the file has no lines to go to.
    ///
    /// ```
    /// let article = storydiff::Article::new("A", "wire", "Fire\n\nSix were hurt.");
    /// assert_eq!(article.line(3).unwrap().slice(&article.text), "Six were hurt.");
    /// assert_eq!(article.line(2), None);
    /// ```
    #[must_use]
    pub fn line(&self, line: usize) -> Option<Span> {
        let span = match &self.lines {
            Lines::AsWritten => {
                let mut ends = self.text.match_indices('\n').map(|(at, _)| at);
                let start = match line.checked_sub(2) {
                    Some(before) => ends.nth(before)? + 1,
                    None => 0,
                };
                Span::new(start, ends.next().unwrap_or(self.text.len()))
            }
            Lines::From(lines) => {
                let first = lines.iter().position(|(_, known)| *known == line)?;
                let next = lines[first..].iter().find(|(_, known)| *known != line);
                Span::new(
                    lines[first].0,
                    next.map_or(self.text.len(), |(from, _)| *from),
                )
            }
            Lines::Unknown => return None,
        };
        let words = self.text.get(span.start..span.end)?;
        let start = span.start + (words.len() - words.trim_start().len());
        let words = words.trim();
        (!words.is_empty()).then(|| Span::new(start, start + words.len()))
    }
}

/// A line of a page that is no part of the article's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dropped {
    /// Its words.
    pub text: String,
    /// Why it was left out.
    pub reason: DropReason,
}

/// Why a line of a page is no part of the article's text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DropReason {
    /// Words to a picture, and who took it.
    Caption,
    /// Who wrote it, and when.
    Byline,
    /// Other articles.
    Related,
    /// To subscribe, follow or give.
    Invitation,
    /// About cookies.
    Cookies,
    /// Menus, footers, tags.
    Navigation,
    /// Advertisements.
    Advertisement,
    /// To share or comment.
    Sharing,
    /// Not shown by a browser.
    Hidden,
    /// Outside the part that holds the article.
    Outside,
}

impl DropReason {
    /// In words, for reports.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::Related => "related",
            Self::Invitation => "invitation",
            Self::Cookies => "cookies",
            Self::Navigation => "navigation",
            Self::Advertisement => "advertisement",
            Self::Sharing => "sharing",
            Self::Hidden => "hidden",
            Self::Outside => "outside the article",
        }
    }
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
