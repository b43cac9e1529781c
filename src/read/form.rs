//! What form an input has, and its articles.

use super::draft::Draft;
use super::error::Problem;
use super::{Fetched, encoding, feed, letter, page, pdf, record, word};

/// The form of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Markdown,
    /// A web page.
    Page,
    /// A letter, or a page kept as one (`.mhtml`).
    Letter,
    /// A Word document.
    Word,
    Pdf,
    /// RSS or Atom.
    Feed,
    /// JSON Lines, an article a line.
    Records,
}

const WORD_PROCESSOR: (&str, &str) = (
    "this word processor's document",
    "save it as .docx or .txt and give that",
);
const SLIDES: (&str, &str) = ("a table or slides", "save the text as .txt and give that");
const BOOK: (&str, &str) = ("a book", "save the chapter's text as .txt and give that");
const ARCHIVE: (&str, &str) = ("an archive", "unpack it and give the articles in it");
const PICTURE: (&str, &str) = ("a picture", "run OCR over it and give the text");

/// Kinds of documents that are known and not read, by their file endings, and the way round.
const UNSUPPORTED: [(&[&str], (&str, &str)); 5] = [
    (&["doc", "odt", "rtf", "pages", "wpd"], WORD_PROCESSOR),
    (&["xls", "xlsx", "ods", "ppt", "pptx", "odp"], SLIDES),
    (&["epub", "mobi", "azw3"], BOOK),
    (
        &[
            "zip", "gz", "tar", "tgz", "bz2", "xz", "zst", "7z", "rar", "warc",
        ],
        ARCHIVE,
    ),
    (
        &[
            "png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "heic", "svg",
        ],
        PICTURE,
    ),
];

impl Form {
    /// Told by the file ending, else by what a server said, else by how the bytes begin.
    pub(super) fn of(ending: &str, fetched: &Fetched) -> Result<Self, Problem> {
        let by_media_type = fetched.media_type.as_deref().and_then(Self::by_media_type);
        let known = by_media_type.or(match ending {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" | "shtml" => Some(Self::Page),
            "eml" | "mhtml" | "mht" => Some(Self::Letter),
            "docx" => Some(Self::Word),
            "pdf" => Some(Self::Pdf),
            "rss" | "atom" => Some(Self::Feed),
            "jsonl" | "ndjson" => Some(Self::Records),
            _ => None,
        });
        if let Some(form) = known {
            return Ok(form);
        }
        let unsupported = UNSUPPORTED
            .iter()
            .find(|(endings, _)| endings.contains(&ending));
        if let (Some((_, (kind, way))), None) = (unsupported, &fetched.media_type) {
            return Err(Problem::Unsupported { kind, way });
        }
        if let Some(media_type) = &fetched.media_type {
            let (kind, way) = match media_type.split('/').next() {
                Some("image") => PICTURE,
                Some("audio" | "video") => ("a recording", "give its transcript"),
                _ => return Self::by_bytes(&fetched.bytes),
            };
            return Err(Problem::Unsupported { kind, way });
        }
        Self::by_bytes(&fetched.bytes)
    }

    fn by_media_type(media_type: &str) -> Option<Self> {
        Some(match media_type {
            "text/html" | "application/xhtml+xml" => Self::Page,
            "text/markdown" => Self::Markdown,
            "application/pdf" => Self::Pdf,
            "message/rfc822" | "multipart/related" => Self::Letter,
            "application/rss+xml" | "application/atom+xml" | "application/feed+json" => Self::Feed,
            "application/x-ndjson" | "application/jsonl" => Self::Records,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Self::Word,
            _ => return None,
        })
    }

    fn by_bytes(bytes: &[u8]) -> Result<Self, Problem> {
        if bytes.starts_with(b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            let (kind, way) = ARCHIVE;
            return if word::is_word(bytes) {
                Ok(Self::Word)
            } else {
                Err(Problem::Unsupported { kind, way })
            };
        }
        let start = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
        let start = String::from_utf8_lossy(&start);
        let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let holds = |words: &[&str]| words.iter().any(|word| start.contains(word));
        Ok(
            if start.starts_with("<?xml") && holds(&["<rss", "<feed", "<rdf:rdf"])
                || start.starts_with("<rss")
            {
                Self::Feed
            } else if ["<!doctype html", "<html", "<head", "<body", "<!--", "<?xml"]
                .iter()
                .any(|open| start.starts_with(open))
                && (holds(&["<html", "<!doctype html", "<body", "<head"]))
            {
                Self::Page
            } else if start.starts_with("{\"") && holds(&["\"text\":", "\"text\" :"]) {
                Self::Records
            } else {
                Self::Text
            },
        )
    }

    /// The articles of an input.
    pub(super) fn drafts(self, fetched: &Fetched, raw: bool) -> Result<Vec<Draft>, Problem> {
        let bytes = &fetched.bytes;
        let text = || encoding::decode(bytes, fetched.charset.as_deref()).ok_or(Problem::Binary);
        Ok(vec![match self {
            Self::Markdown if !raw => Draft::from_markdown(&text()?),
            Self::Text | Self::Markdown => Draft::from_text(&text()?),
            Self::Page => {
                let html = encoding::decode_page(bytes, fetched.charset.as_deref())
                    .ok_or(Problem::Binary)?;
                of_page(&html, raw)?
            }
            Self::Letter => letter::draft(bytes, raw)?,
            Self::Word => word::draft(bytes)?,
            Self::Pdf => pdf::draft(bytes)?,
            Self::Feed => return feed::drafts(bytes),
            Self::Records => return record::drafts(&text()?),
        }])
    }
}

/// The article of a page, if there is one.
pub(super) fn of_page(html: &str, raw: bool) -> Result<Draft, Problem> {
    let page = page::page(html, raw);
    let words = page
        .paragraphs
        .iter()
        .map(|text| text.split_whitespace().count())
        .sum();
    if words < page::FEWEST_WORDS && !raw {
        return Err(Problem::NoArticle { words });
    }
    Ok(Draft::from_page(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_by_ending_server_and_bytes() {
        for (ending, media_type, bytes, expected) in [
            ("html", None, &b"Six"[..], Form::Page),
            ("txt", None, b"<html>", Form::Text),
            ("", Some("text/html"), b"Six", Form::Page),
            ("php", Some("text/html"), b"Six", Form::Page),
            ("", Some("text/plain"), b"Six", Form::Text),
            (
                "",
                Some("application/xml"),
                b"<?xml version='1.0'?><rss>",
                Form::Feed,
            ),
            (
                "xml",
                None,
                b"<?xml version='1.0'?>\n<feed xmlns=''>",
                Form::Feed,
            ),
            ("", None, b"\n<!DOCTYPE html><p>", Form::Page),
            (
                "",
                None,
                b"{\"label\": \"a\", \"text\": \"Six\"}",
                Form::Records,
            ),
            ("", None, b"%PDF-1.7", Form::Pdf),
            ("", None, b"Six <b>guards</b>", Form::Text),
            ("", None, b"", Form::Text),
        ] {
            let fetched = Fetched {
                bytes: bytes.to_vec(),
                media_type: media_type.map(str::to_owned),
                ..Fetched::default()
            };
            assert_eq!(
                Form::of(ending, &fetched).ok(),
                Some(expected),
                "{ending} {media_type:?}"
            );
        }
        for (ending, media_type) in [
            ("odt", None),
            ("png", None),
            ("gz", None),
            ("", Some("image/png")),
            ("", Some("video/mp4")),
        ] {
            let fetched = Fetched {
                media_type: media_type.map(str::to_owned),
                ..Fetched::default()
            };
            assert!(
                matches!(Form::of(ending, &fetched), Err(Problem::Unsupported { .. })),
                "{ending}"
            );
        }
    }
}
