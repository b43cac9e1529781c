//! Lines -> paragraphs.
//!
//! ```text
//! Three drones flew at the house of the prime
//! minister. Two were shot down by guards.        one paragraph: the file was wrapped at 50 columns
//!
//! Three drones flew at the house.
//! Two were shot down by guards.                  two paragraphs: a sentence a line
//! ```

use crate::{Metadata, Span};

/// Widest column at which people and programs wrap text files by hand.
const WIDEST_WRAP: usize = 120;
/// Narrower lines are lists, verse or tables.
const NARROWEST_WRAP: usize = 40;
/// Fewest line ends that tell how a file is wrapped.
const FEWEST_LINE_ENDS: usize = 3;

/// A line of text that is not blank.
struct Line {
    span: Span,
    /// In characters.
    width: usize,
    /// Whether the next line is not blank.
    followed: bool,
}

/// Paragraphs in text order, trimmed: lines, or groups of lines when the text was wrapped by hand.
pub(super) fn paragraphs(text: &str, metadata: &[Metadata]) -> Vec<Span> {
    let lines = lines(text);
    let wrap = wrap_width(text, &lines);
    let mut found: Vec<Span> = Vec::new();
    let mut joins_last = false;
    for (line, next) in lines
        .iter()
        .zip(lines.iter().skip(1).map(Some).chain([None]))
    {
        match found.last_mut() {
            Some(last) if joins_last => last.end = line.span.end,
            _ => found.push(line.span),
        }
        joins_last = next.is_some_and(|next| {
            line.followed
                && !metadata
                    .iter()
                    .any(|m| ends_line(m, line) || ends_line(m, next))
                && (wrap.is_some_and(|width| would_not_fit(text, line, next, width))
                    || is_flowed(text, line, next))
        });
    }
    found
}

/// Whether metadata takes up the line to its end (a dateline does not).
fn ends_line(metadata: &Metadata, line: &Line) -> bool {
    metadata.span.overlaps(line.span) && metadata.span.end >= line.span.end
}

/// Lines that are not blank, in order, trimmed.
fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    let mut blank = true;
    for raw in text.split_inclusive(is_line_end) {
        let span = super::trim(text, Span::new(start, start + raw.len()));
        let only_feed = raw == "\n" && text[..start].ends_with('\r');
        start += raw.len();
        if only_feed {
            continue;
        }
        if span.is_empty() {
            blank = true;
            continue;
        }
        if let Some(last) = lines.last_mut() {
            last.followed = !blank;
        }
        blank = false;
        lines.push(Line {
            span,
            width: span.slice(text).chars().count(),
            followed: false,
        });
    }
    lines
}

/// Line feed, carriage return, and the rarer ends of Unicode.
const fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The column at which the text was wrapped by hand, if it was.
///
/// Wrapping leaves two traces that a text with one sentence a line has not: nearly every line is so
/// long that the next word did not fit, and most lines end in the middle of a sentence.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let ends: Vec<_> = lines.windows(2).filter(|w| w[0].followed).collect();
    let width = ends.iter().map(|w| w[0].width).max()?;
    if ends.len() < FEWEST_LINE_ENDS || !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) {
        return None;
    }
    let full = ends
        .iter()
        .filter(|w| would_not_fit(text, &w[0], &w[1], width))
        .count();
    let inside = ends
        .iter()
        .filter(|w| !ends_sentence(w[0].span.slice(text)))
        .count();
    (full * 10 >= ends.len() * 8 && inside * 2 >= ends.len()).then_some(width)
}

/// Whether the first word of `next` would have gone past the column `width` on `line`.
fn would_not_fit(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = next.span.slice(text).split_whitespace().next();
    line.width + 1 + word.map_or(0, |w| w.chars().count()) > width
}

/// Flowed text (RFC 3676) marks a soft line end by a space; the sentence must go on as well.
fn is_flowed(text: &str, line: &Line, next: &Line) -> bool {
    let gap = &text[line.span.end..next.span.start];
    let goes_on = next
        .span
        .slice(text)
        .starts_with(|c: char| c.is_lowercase() || c == '(');
    gap.starts_with(' ')
        && gap.ends_with(is_line_end)
        && goes_on
        && !ends_sentence(line.span.slice(text))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', ')', ']', '\u{201D}', '\u{2019}', '\u{BB}'])
        .ends_with(['.', '!', '?', ':', '\u{2026}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        paragraphs(text, &[])
            .into_iter()
            .map(|span| span.slice(text))
            .collect()
    }

    const WRAPPED: &str = "\
Three drones flew at the house of the prime
minister before dawn. Two of them were shot
down by the guards, but the third one went
through the roof.

No group has said that it was behind the raid,
and the ministry did not name one.";

    #[test]
    fn wrapped_text_is_joined_within_paragraphs() {
        let found = read(WRAPPED);
        assert_eq!(found.len(), 2);
        assert!(found[0].ends_with("through the roof."));
        assert!(found[1].starts_with("No group"));
    }

    #[test]
    fn a_sentence_a_line_stays_apart() {
        let text = "Three drones flew at the house of the minister.\n\
                    Two of them were shot down by his own guards.\n\
                    The third one went right through the tin roof.\n\
                    No group has yet said that it was behind this.\n";
        assert_eq!(read(text).len(), 4);
    }

    #[test]
    fn lists_without_full_stops_stay_apart() {
        let text = "Fire crews from Ashford and the coast\nambulances\npolice from three counties\n\
                    volunteers";
        assert_eq!(read(text).len(), 4);
    }

    #[test]
    fn a_short_line_inside_wrapped_text_ends_its_paragraph() {
        let text = format!("Palace hit\n{WRAPPED}");
        assert_eq!(read(&text)[0], "Palace hit");
        assert_eq!(read(&text).len(), 3);
    }

    #[test]
    fn flowed_text() {
        assert_eq!(read("It was a cold \nnight."), ["It was a cold \nnight."]);
        assert_eq!(
            read("It was cold\nnight fell"),
            ["It was cold", "night fell"]
        );
        assert_eq!(
            read("It was cold. \nnight fell"),
            ["It was cold.", "night fell"]
        );
    }

    #[test]
    fn line_ends_of_all_systems() {
        assert_eq!(read("a\r\nb\rc\n\nd\u{2028}e"), ["a", "b", "c", "d", "e"]);
    }
}
