//! Markdown -> plain text.
//!
//! ```text
//! # Drones hit *house*          Drones hit house        (the title)
//! Seen by [two](http://x) men.  Seen by two men.
//! ```

use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use regex::Regex;

use super::comments;
use crate::{Comment, Span};

/// What stands between the cells of a table's row.
const CELL_END: &str = "; ";

/// Text without markup, a block a paragraph.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) text: String,
    /// Where the first heading of the first level stands.
    pub(super) title: Option<Span>,
    /// From each of these bytes of the text on, the line of the Markdown, from 1.
    pub(super) lines: Vec<(usize, usize)>,
    /// Comments that are meant for this program.
    pub(super) comments: Vec<Comment>,
}

/// A comment that opens a line in which words follow. Markdown takes such a line for HTML, words and all, though readers see them.
static OPENING_COMMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^([ >*+-]*)(<!--(?:[^-]|-[^-]|--[^>])*?-->[ \t]*[^\s<])")
        .expect("a sound pattern")
});

/// Put before such a comment, so that it stands in a line of words: a character that stands for none.
const BEFORE_COMMENT: &str = "\u{e000}";

/// Takes the markup off. Code, raw HTML, images and metadata blocks are left out.
pub(super) fn plain(written: &str) -> Plain {
    let markdown = &*OPENING_COMMENT.replace_all(written, format!("${{1}}{BEFORE_COMMENT}${{2}}"));
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut found = Plain::default();
    let mut skipped = 0_usize;
    let mut heading_start = 0;
    let (mut line, mut counted) = (1, 0);
    for (event, place) in Parser::new_ext(markdown, options).into_offset_iter() {
        if matches!(
            event,
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) if skipped == 0
        ) {
            found.add_comment(markdown, &place);
        }
        if matches!(event, Event::Text(_) | Event::Code(_))
            && skipped == 0
            && place.start >= counted
        {
            line += markdown[counted..place.start].matches('\n').count();
            counted = place.start;
            if found.lines.last().is_none_or(|(_, known)| *known != line) {
                found.lines.push((found.text.len(), line));
            }
        }
        match event {
            Event::Start(tag) if is_skipped(&tag) => {
                // an image stands in its line, the others break it
                if !matches!(tag, Tag::Image { .. }) {
                    found.end_line();
                }
                skipped += 1;
            }
            Event::Start(Tag::Heading { .. }) => {
                found.end_block();
                heading_start = found.text.len();
            }
            // a tight item's words have no paragraph that ends before the list inside it
            Event::Start(Tag::List(_) | Tag::BlockQuote(_) | Tag::Table(_) | Tag::Paragraph) => {
                found.end_line();
            }
            Event::End(tag) => match tag {
                TagEnd::CodeBlock
                | TagEnd::Image
                | TagEnd::MetadataBlock(_)
                | TagEnd::HtmlBlock => {
                    skipped = skipped.saturating_sub(1);
                }
                TagEnd::Heading(level) => {
                    if level == HeadingLevel::H1 && found.title.is_none() {
                        found.title = heading(&found.text, heading_start);
                    }
                    found.end_block();
                }
                TagEnd::Paragraph | TagEnd::Table | TagEnd::List(_) | TagEnd::BlockQuote(_) => {
                    found.end_block();
                }
                TagEnd::Item => found.end_line(),
                TagEnd::TableRow | TagEnd::TableHead => found.end_row(),
                TagEnd::TableCell => found.text.push_str(CELL_END),
                _ => {}
            },
            Event::Text(text) | Event::Code(text) if skipped == 0 => found.push(&text),
            Event::SoftBreak if skipped == 0 => found.text.push(' '),
            Event::HardBreak | Event::Rule if skipped == 0 => found.end_line(),
            Event::InlineHtml(html) if skipped == 0 && is_break(&html) => found.end_line(),
            _ => {}
        }
    }
    let length = found.text.trim_end().len();
    found.text.truncate(length);
    for comment in &mut found.comments {
        comment.at = comment.at.min(length);
    }
    found
}

/// The words of a heading, without the space around them that is cut off later; `None` when it has none.
fn heading(text: &str, start: usize) -> Option<Span> {
    let written = text.get(start..)?;
    let words = written.trim();
    let start = start + (written.len() - written.trim_start().len());
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

fn is_break(html: &str) -> bool {
    let name = html.trim_matches(['<', '>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

fn is_skipped(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::CodeBlock(_) | Tag::Image { .. } | Tag::MetadataBlock(_) | Tag::HtmlBlock
    )
}

impl Plain {
    fn push(&mut self, text: &str) {
        let is_spaced = self.text.is_empty() || self.text.ends_with([' ', '\n']);
        // a comment before it went with its space
        let text = if is_spaced { text.trim_start() } else { text };
        for part in text.split(BEFORE_COMMENT) {
            self.text.push_str(part);
        }
    }

    /// Keeps HTML that is a comment for this program, which stands at `place` of the Markdown.
    fn add_comment(&mut self, markdown: &str, place: &Range<usize>) {
        let html = &markdown[place.clone()];
        if let Some(text) = comments::directive(html) {
            let first = markdown[..place.start].matches('\n').count() + 1;
            self.comments.push(Comment {
                at: self.text.len(),
                lines: Some((first, first + html.trim_end().matches('\n').count())),
                text: text.to_owned(),
            });
        }
    }

    fn end_row(&mut self) {
        while self.text.ends_with(CELL_END) {
            self.text.truncate(self.text.len() - CELL_END.len());
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        let length = self.text.trim_end_matches(' ').len();
        self.text.truncate(length);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn end_block(&mut self) {
        self.end_line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_gone() {
        for (markdown, text) in [
            (
                "# Drones *hit* house\n\nSeen by [two](http://x.org) **men**,\nthey said.",
                "Drones hit house\n\nSeen by two men, they said.",
            ),
            ("* one\n* two `x`\n\nafter", "one\ntwo x\n\nafter"),
            (
                "a\n\n```\ncode\n```\n\n<!-- note -->\n\n![alt](x.png)\n\nb",
                "a\n\nb",
            ),
            ("---\ntitle: x\n---\n\nBody.", "Body."),
            (
                "| who | hurt |\n|---|---|\n| guards | six |\n",
                "who; hurt\nguards; six",
            ),
            ("> quoted\n\nnot", "quoted\n\nnot"),
            ("R&amp;D", "R&D"),
            (
                "* one\n  * two\n    1. three\n* four",
                "one\ntwo\nthree\n\nfour",
            ),
            ("* one\n  > two", "one\ntwo"),
            ("one<br>two<BR />three<b>four</b>", "one\ntwo\nthreefour"),
            ("one;\n\ntwo", "one;\n\ntwo"),
            ("| a | |\n|---|---|\n| | b |\n", "a\n; b"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown).text, text, "{markdown}");
        }
    }

    #[test]
    fn every_part_knows_its_line() {
        let found = plain("# Fire\n\nSix *were*\nhurt.\n\n* one\n* two\n");
        let line_of = |words: &str| {
            let at = found.text.find(words).expect("it stands there");
            found
                .lines
                .iter()
                .rev()
                .find(|(from, _)| *from <= at)
                .map(|(_, line)| *line)
        };
        for (words, line) in [
            ("Fire", 1),
            ("Six", 3),
            ("were", 3),
            ("hurt", 4),
            ("one", 6),
            ("two", 7),
        ] {
            assert_eq!(line_of(words), Some(line), "{words}: {:?}", found.lines);
        }
    }

    #[test]
    fn words_behind_any_comment_are_words() {
        let found = plain(
            "# Fire\n\n<!-- desk: looked at --> Six guards were hurt.\n\n<!-- all\nof this -->\n\nThe roof fell.",
        );
        assert_eq!(
            found.text.trim(),
            "Fire\n\nSix guards were hurt.\n\nThe roof fell."
        );
        assert!(found.comments.is_empty());
    }

    #[test]
    fn comments_for_this_program_are_kept_apart() {
        for (markdown, at, lines) in [
            ("# Fire\n\n<!-- storydiff:ignore x -->\nSix.", "Six", (3, 3)),
            (
                "Six.\n\n<!-- storydiff:ignore\nx -->\n\nRoof.",
                "Roof",
                (3, 4),
            ),
            ("Six. <!-- storydiff:ignore x --> Roof.", "Roof", (1, 1)),
            ("End.\n\n<!-- storydiff:ignore x --> Six.", "Six", (3, 3)),
            (
                "<!-- storydiff:ignore x -->\n<!-- storydiff:y --> Six.",
                "Six",
                (1, 1),
            ),
            ("End.\n\n* <!-- storydiff:ignore\nx -->Six.", "Six", (3, 4)),
            ("Six.\n<!-- storydiff:ignore x -->", "", (2, 2)),
            ("* Six.\n* Roof. <!-- storydiff:ignore x -->\n", "", (2, 2)),
        ] {
            let found = plain(markdown);
            assert!(!found.text.contains("ignore"), "{markdown}: {}", found.text);
            let comment = &found.comments[0];
            assert_eq!(comment.lines, Some(lines), "{markdown}");
            assert!(
                found.text[comment.at..].starts_with(at) && !found.text[comment.at..].is_empty()
                    || at.is_empty() && comment.at == found.text.len(),
                "{markdown}: {comment:?} {}",
                found.text
            );
        }
        let code =
            "```\n<!-- storydiff:ignore x -->\n```\n\n`<!-- storydiff:ignore x -->`\n<!-- x -->";
        assert_eq!(plain(code).comments, []);
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let found = plain("intro\n\n# The *title*\n\n# Another");
        assert_eq!(
            found.title.map(|span| span.slice(&found.text)),
            Some("The title")
        );
        assert_eq!(plain("## No title").title, None);
        for (markdown, title) in [
            ("# Fire;", Some("Fire;")),
            ("# Fire&nbsp;\n\nSix.", Some("Fire")),
            ("# &nbsp;Fire\n\nSix.", Some("Fire")),
            ("Six.\n\n# ;", Some(";")),
            ("# &nbsp;", None),
            ("#", None),
            ("# ![Fire](x.png)", None),
            ("Fire  \nin Rome\n===\n\nSix.", Some("Fire\nin Rome")),
        ] {
            let found = plain(markdown);
            let words = found.title.map(|span| span.slice(&found.text));
            assert_eq!(words, title, "{markdown}");
        }
    }
}
