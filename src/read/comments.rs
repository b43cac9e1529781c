//! Comments that are meant for this program: taken out, so that they are never read as words of the article.
//!
//! ```text
//! 1  Fire at the mill
//! 2  <!-- storydiff:ignore number-changed reason: the coroner -->      at the 17th byte of the text, line 2
//! 3  Six guards were hurt.
//! ```

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::Comment;

static COMMENT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s)<!--\s*storydiff:(.*?)-->").expect("a sound pattern"));

/// Plain text without such comments.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stripped {
    pub(super) text: String,
    pub(super) comments: Vec<Comment>,
    /// From each of these bytes of the text on, the line of the file, from 1.
    pub(super) lines: Vec<(usize, usize)>,
}

/// What a comment says behind `storydiff:`; `None` when it is not meant for this program.
pub(super) fn directive(comment: &str) -> Option<&str> {
    let found = COMMENT.captures(comment)?;
    found.get(1).map(|words| words.as_str().trim())
}

/// Takes the comments out of plain text, lines that hold nothing else with them; `None` when there are none.
pub(super) fn strip(written: &str) -> Option<Stripped> {
    if !written.contains("<!--") {
        return None;
    }
    let mut stripped = Stripped {
        text: String::new(),
        comments: Vec::new(),
        lines: vec![(0, 1)],
    };
    let (mut at, mut line) = (0, 1);
    for found in COMMENT.captures_iter(written) {
        let (whole, words) = (found.get(0)?, found.get(1)?);
        line = stripped.push(&written[at..whole.start()], line);
        let last = line + whole.as_str().matches('\n').count();
        let rest = &written[whole.end()..];
        at = whole.end();
        let end = rest.find('\n').unwrap_or(rest.len());
        let ends_line = rest[..end].trim().is_empty();
        if ends_line || rest.starts_with(' ') {
            // the space before it goes with it
            let length = stripped.text.trim_end_matches([' ', '\t']).len();
            stripped.text.truncate(length);
        }
        let begins_line = stripped.text.is_empty() || stripped.text.ends_with('\n');
        stripped.comments.push(Comment {
            at: stripped.text.len(),
            lines: Some((line, last)),
            text: words.as_str().trim().to_owned(),
        });
        line = last;
        if ends_line && begins_line {
            at += end;
            if at < written.len() {
                at += 1;
                line += 1;
            }
        }
        stripped.mark(line);
    }
    if stripped.comments.is_empty() {
        return None;
    }
    stripped.push(&written[at..], line);
    Some(stripped)
}

impl Stripped {
    /// Text from a line on; returns the line behind it.
    fn push(&mut self, text: &str, mut line: usize) -> usize {
        for part in text.split_inclusive('\n') {
            self.text.push_str(part);
            if part.ends_with('\n') {
                line += 1;
                self.mark(line);
            }
        }
        line
    }

    fn mark(&mut self, line: usize) {
        let from = self.text.len();
        match self.lines.last_mut() {
            Some(last) if last.0 == from => last.1 = line,
            _ => self.lines.push((from, line)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_without_them_is_as_if_they_were_never_there() {
        let plain = "Fire\n\nSix were hurt. The roof fell in.\n";
        for written in [
            "<!-- storydiff:ignore x -->\nFire\n\nSix were hurt. The roof fell in.\n",
            "Fire\n<!--storydiff:ignore x-->\n\nSix were hurt. The roof fell in.\n",
            "Fire\n\n  <!-- storydiff:ignore\nx --> \nSix were hurt. The roof fell in.\n",
            "Fire\n\nSix were hurt. <!-- storydiff:ignore x --> The roof fell in.\n",
            "Fire\n\nSix were hurt. The roof fell in. <!-- storydiff:ignore x -->\n",
            "Fire\n\nSix were hurt. The roof fell in.\n<!-- storydiff:ignore x -->",
            "Fire\n\nSix were hurt. <!-- storydiff:ignore x --> <!-- storydiff:ignore x --> The roof fell in.\n",
        ] {
            let stripped = strip(written).expect(written);
            assert_eq!(stripped.text, plain, "{written}");
            for comment in &stripped.comments {
                let words: Vec<&str> = comment.text.split_whitespace().collect();
                assert_eq!(words, ["ignore", "x"], "{written}");
            }
        }
        for written in ["", "Six <!-- were --> hurt.", "<!-- storydiff:ignore"] {
            assert_eq!(strip(written), None, "{written}");
        }
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let written = "Fire\n<!-- storydiff:a\nb -->\nSix.\n\nRoof. <!-- storydiff:c -->\nEnd.";
        let stripped = strip(written).expect("comments");
        let line_of = |words: &str| {
            let at = stripped.text.find(words).expect(words);
            let known = stripped.lines.iter().rev().find(|(from, _)| *from <= at);
            known.map(|(_, line)| *line)
        };
        for (words, line) in [("Fire", 1), ("Six", 4), ("Roof", 6), ("End", 7)] {
            assert_eq!(line_of(words), Some(line), "{words} {stripped:?}");
        }
        let places: Vec<_> = stripped.comments.iter().map(|c| c.lines).collect();
        assert_eq!(places, [Some((2, 3)), Some((6, 6))]);
        assert_eq!(directive("<!-- storydiff:ignore x -->"), Some("ignore x"));
        assert_eq!(directive("<!-- ignore x -->"), None);
    }

    #[test]
    fn wherever_they_stand_the_article_is_the_same() {
        use crate::Article;
        use crate::read::{article_from_markdown, article_from_text};
        type Read = fn(&str, &str, &str) -> Article;
        let comment = "<!-- storydiff:ignore number-changed reason: x -->";
        let lines = [
            "---",
            "title: Fire at the mill",
            "---",
            "",
            "# Fire at the mill",
            "",
            "DUNMORE, 7 November 2021 (The Wire) \u{2014} Six guards were hurt. The roof fell in.",
            "",
            "* One was burned.",
            "* Two broke a leg.",
            "",
            "> \u{201c}We will open again,\u{201d} she said.",
            "",
        ];
        let places = (4..=lines.len()).filter(|at| lines[at - 1].is_empty());
        for read in [article_from_markdown as Read, article_from_text] {
            let plain = read("A", "a", &lines.join("\n"));
            let same = |written: &str| {
                let article = read("A", "a", written);
                assert_eq!(article.comments.len(), 1, "{written}");
                assert_eq!(article.text.trim_end(), plain.text.trim_end(), "{written}");
                assert_eq!(article.metadata, plain.metadata, "{written}");
                assert_eq!(
                    (&article.title, article.published, &article.outlet),
                    (&plain.title, plain.published, &plain.outlet)
                );
                let place = |words: &str| {
                    let at = article.text.find(words).expect(words);
                    article.position(at).map(|place| place.line)
                };
                for words in ["Six guards", "Two broke", "We will"] {
                    let line = written.lines().position(|line| line.contains(words));
                    assert_eq!(
                        place(words),
                        line.map(|line| line + 1),
                        "{words}: {written}"
                    );
                }
            };
            for at in places.clone() {
                let mut with = lines.to_vec();
                with.insert(at, comment);
                same(&with.join("\n"));
            }
            for at in (4..lines.len()).filter(|&at| !lines[at].is_empty()) {
                let mut with = lines.map(str::to_owned);
                with[at].push_str(&format!(" {comment}"));
                same(&with.join("\n"));
            }
        }
    }
}
