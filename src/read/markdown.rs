//! Markdown -> plain text.
//!
//! ```text
//! # Drones hit *house*          Drones hit house        (the title)
//! Seen by [two](http://x) men.  Seen by two men.
//! ```

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::Span;

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
}

/// Takes the markup off. Code, raw HTML, images and metadata blocks are left out.
pub(super) fn plain(markdown: &str) -> Plain {
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
            Event::Text(text) | Event::Code(text) if skipped == 0 => found.text.push_str(&text),
            Event::SoftBreak if skipped == 0 => found.text.push(' '),
            Event::HardBreak | Event::Rule if skipped == 0 => found.end_line(),
            Event::InlineHtml(html) if skipped == 0 && is_break(&html) => found.end_line(),
            _ => {}
        }
    }
    let length = found.text.trim_end().len();
    found.text.truncate(length);
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
