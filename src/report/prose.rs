//! Text in several inks that wraps as one, and is safe to show.
//!
//! ```text
//! "it hurt " + clash "[six]" + "\u{1b}[2J guards", 12 columns
//!   -> "it hurt [six]"   the escape code of the article is gone, ours are set
//!      "�[2J guards"     after the line is cut and never cross a line's end
//! ```

use std::rc::Rc;

use textwrap::core::display_width;
use textwrap::{WordSeparator, WordSplitter, WrapAlgorithm};

use super::ink::Ink;

/// Words in one or more inks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Prose {
    text: String,
    runs: Vec<Run>,
}

/// A part of the words, from where the one before it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    /// Where it ends in the text.
    end: usize,
    ink: Ink,
    /// Where it leads to, for terminals that can go there.
    link: Option<Rc<str>>,
}

impl Prose {
    /// `text` in one ink, made safe to show.
    pub(super) fn of(ink: Ink, text: &str) -> Self {
        Self::default().then(ink, text)
    }

    /// This with `text` after it.
    #[must_use]
    pub(super) fn then(mut self, ink: Ink, text: &str) -> Self {
        self.push(ink, text);
        self
    }

    /// Adds `text`, made safe to show: one space for any white space, no control characters.
    pub(super) fn push(&mut self, ink: Ink, text: &str) {
        self.push_linked(ink, text, None);
    }

    /// Adds `text`, made safe to show, that leads to the address `link`. The address takes no columns; it must be one that a
    /// terminal can be given as it is, in printable ASCII.
    pub(super) fn push_linked(&mut self, ink: Ink, text: &str, link: Option<Rc<str>>) {
        for character in text.chars() {
            match shown(character) {
                Some(' ') if self.text.ends_with(' ') || self.text.is_empty() => {}
                Some(safe) => self.text.push(safe),
                None => {}
            }
        }
        self.end_run(ink, link);
    }

    /// Adds all of `other`.
    pub(super) fn append(&mut self, other: &Self) {
        let mut start = 0;
        for run in &other.runs {
            self.push_linked(run.ink, &other.text[start..run.end], run.link.clone());
            start = run.end;
        }
    }

    /// Fills up with spaces to `columns`, and one more if it is full already.
    pub(super) fn pad(&mut self, columns: usize) {
        let missing = columns.saturating_sub(self.width()).max(1);
        self.text.extend(std::iter::repeat_n(' ', missing));
        self.end_run(Ink::Plain, None);
    }

    /// Columns it takes on one line.
    pub(super) fn width(&self) -> usize {
        display_width(&self.text)
    }

    /// Whether nothing would show.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The words without ink.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Cuts it into lines of at most `columns`, and at most `most` lines, the last then ending in `ellipsis`.
    pub(super) fn wrap(&self, columns: usize, most: Option<usize>, ellipsis: &str) -> Vec<Self> {
        let columns = columns.max(1);
        let mut lines = self.cuts(columns);
        let most = most.unwrap_or(usize::MAX).max(1);
        if lines.len() <= most {
            return lines
                .iter()
                .map(|&(from, to)| self.slice(from, to))
                .collect();
        }
        lines.truncate(most);
        let (from, to) = lines.pop().unwrap_or_default();
        let mut wrapped: Vec<Self> = lines
            .iter()
            .map(|&(from, to)| self.slice(from, to))
            .collect();
        wrapped.push(self.cut_short(from, to, columns, ellipsis));
        wrapped
    }

    /// Paints it; without colour the bare words, and links where there are any.
    pub(super) fn paint(&self, color: bool) -> String {
        let mut painted = String::new();
        let mut start = 0;
        for run in &self.runs {
            let words = &self.text[start..run.end];
            start = run.end;
            if words.is_empty() {
                continue;
            }
            let words = if color {
                run.ink.paint(words).to_string()
            } else {
                words.to_owned()
            };
            match &run.link {
                // OSC 8: the address, the words, and no address again
                Some(link) => painted.push_str(&format!(
                    "\u{1b}]8;;{link}\u{1b}\\{words}\u{1b}]8;;\u{1b}\\"
                )),
                None => painted.push_str(&words),
            }
        }
        painted
    }

    fn end_run(&mut self, ink: Ink, link: Option<Rc<str>>) {
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(last) if last.ink == ink && last.link == link => last.end = end,
            _ => self.runs.push(Run { end, ink, link }),
        }
    }

    /// Where the lines start and end.
    fn cuts(&self, columns: usize) -> Vec<(usize, usize)> {
        let options = textwrap::Options::new(columns)
            .word_separator(WordSeparator::UnicodeBreakProperties)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        let mut cursor = 0;
        let mut cuts = Vec::new();
        for line in textwrap::wrap(&self.text, options) {
            let Some(offset) = self.text[cursor..].find(&*line) else {
                continue;
            };
            let from = cursor + offset;
            cursor = from + line.len();
            cuts.push((from, cursor));
        }
        cuts
    }

    fn slice(&self, from: usize, to: usize) -> Self {
        let mut slice = Self::default();
        let mut start = 0;
        for run in &self.runs {
            let (low, high) = (start.max(from), run.end.min(to));
            if low < high {
                slice.text.push_str(&self.text[low..high]);
                slice.end_run(run.ink, run.link.clone());
            }
            start = run.end;
        }
        slice
    }

    /// The line without as many of its last words as the ellipsis needs.
    fn cut_short(&self, from: usize, to: usize, columns: usize, ellipsis: &str) -> Self {
        let line = &self.text[from..to];
        let room = columns.saturating_sub(display_width(ellipsis) + 1);
        let mut end = line.trim_end().len();
        while display_width(&line[..end]) > room {
            match line[..end].rfind(' ') {
                Some(space) => end = line[..space].trim_end().len(),
                None => {
                    end = line
                        .char_indices()
                        .map(|(at, _)| at)
                        .take_while(|&at| display_width(&line[..at]) <= room)
                        .last()
                        .unwrap_or(0);
                    break;
                }
            }
        }
        let mut short = self.slice(from, from + end);
        if !short.text.is_empty() {
            short.text.push(' ');
        }
        short.text.push_str(ellipsis);
        short.end_run(Ink::Faint, None);
        short
    }
}

/// The character as it may be shown: an article must not steer the terminal, nor turn the direction of our words.
fn shown(character: char) -> Option<char> {
    match character {
        white if white.is_whitespace() => Some(' '),
        control if control.is_control() => Some('\u{fffd}'),
        // Soft hyphen, zero-width space, byte-order mark, tags: nothing to see.
        '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => None,
        // Marks of direction.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            None
        }
        visible => Some(visible),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(prose: &Prose, columns: usize, most: Option<usize>) -> Vec<String> {
        let lines = prose.wrap(columns, most, "…");
        lines.iter().map(|line| line.text().to_owned()).collect()
    }

    #[test]
    fn control_characters_do_not_get_through() {
        for (text, expected) in [
            ("a\u{1b}[31mb", "a\u{fffd}[31mb"),
            ("a\u{9b}2Jb", "a\u{fffd}2Jb"),
            ("a\u{7}\u{8}b", "a\u{fffd}\u{fffd}b"),
            ("  a \r\n\t b\u{a0}c", "a b c"),
            ("a\u{202e}b\u{2066}c\u{feff}", "abc"),
            ("caf\u{e9} \u{65}\u{301} 東京", "café e\u{301} 東京"),
        ] {
            assert_eq!(Prose::of(Ink::Plain, text).text(), expected);
        }
    }

    #[test]
    fn wraps_by_word_and_by_columns_of_wide_letters() {
        for (text, columns, expected) in [
            ("six guards were hurt", 10, &["six guards", "were hurt"][..]),
            (
                "東京で火事がありました",
                10,
                &["東京で火事", "がありまし", "た"],
            ),
            ("abcdefghijkl", 5, &["abcde", "fghij", "kl"]),
            ("", 5, &[""]),
        ] {
            assert_eq!(
                wrapped(&Prose::of(Ink::Plain, text), columns, None),
                expected
            );
        }
    }

    #[test]
    fn a_cut_says_so() {
        let prose = Prose::of(Ink::Plain, "six guards were hurt on Sunday");
        assert_eq!(wrapped(&prose, 12, Some(1)), ["six guards …"]);
        assert_eq!(wrapped(&prose, 12, Some(2)), ["six guards", "were hurt …"]);
        assert_eq!(
            wrapped(&prose, 30, Some(1)),
            ["six guards were hurt on Sunday"]
        );
        let long = Prose::of(Ink::Plain, "antidisestablishmentarianism rules");
        assert_eq!(wrapped(&long, 10, Some(1)), ["antidise …"]);
    }

    #[test]
    fn a_link_takes_no_columns_and_is_closed_on_every_line() {
        let mut prose = Prose::of(Ink::Plain, "read ");
        prose.push_linked(
            Ink::Plain,
            "the evening paper",
            Some("file:///a.txt".into()),
        );
        prose.push(Ink::Plain, " now");
        let lines = prose.wrap(11, None, "…");
        let words: Vec<&str> = lines.iter().map(Prose::text).collect();
        assert_eq!(words, ["read the", "evening", "paper now"]);
        let (open, close) = ("\u{1b}]8;;file:///a.txt\u{1b}\\", "\u{1b}]8;;\u{1b}\\");
        let painted: Vec<String> = lines.iter().map(|line| line.paint(false)).collect();
        assert_eq!(painted[0], format!("read {open}the{close}"));
        assert_eq!(painted[2], format!("{open}paper{close} now"));
    }

    #[test]
    fn no_escape_code_crosses_a_line() {
        colored::control::set_override(true);
        let prose = Prose::of(Ink::Plain, "the ")
            .then(Ink::Hard, "six wounded guards")
            .then(Ink::Plain, " left");
        for line in prose.wrap(9, None, "…") {
            let painted = line.paint(true);
            let (opened, closed) = (
                painted.matches("\u{1b}[1;31m").count(),
                painted.matches("\u{1b}[0m").count(),
            );
            assert_eq!(opened, closed, "{painted:?}");
        }
    }
}
