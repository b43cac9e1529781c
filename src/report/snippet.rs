//! A claim's words around those that matter.
//!
//! ```text
//! claim of 40 words, clash at "six"
//!   -> "… attack wounded [six] of his guards at the gate …"
//! ```

use textwrap::WordSeparator;
use textwrap::core::display_width;

use super::ink::Ink;
use super::lookup::words;
use super::prose::Prose;
use crate::{Article, Claim, Span};

/// Bytes that a mark may lie outside its claim and still be shown in one piece with it: about a sentence.
const FARTHEST: usize = 240;

/// The words of `claim` with `marks` in brackets and in `ink`, in about `columns`; what is left out shows as `ellipsis`.
pub(super) fn snippet(
    article: &Article,
    claim: &Claim,
    marks: &[Span],
    ink: Ink,
    columns: usize,
    ellipsis: &str,
) -> Prose {
    let near = marks.iter().filter(|mark| near(claim.span, **mark));
    let whole = near.fold(claim.span, |whole, mark| whole.hull(*mark));
    let whole = with_opening_mark(&article.text, whole);
    let Some(text) = article.text.get(whole.start..whole.end) else {
        return Prose::of(Ink::Plain, &claim.text);
    };
    let marks = inside(whole, marks, text);
    let kept = keep(text, &marks, columns, display_width(ellipsis) + 1);
    marked(text, &kept, &marks, ink, ellipsis)
}

/// The span with the quotation mark before it, when the words close what that mark opens.
fn with_opening_mark(text: &str, span: Span) -> Span {
    let (Some(before), Some(words)) = (text.get(..span.start), text.get(span.start..span.end))
    else {
        return span;
    };
    let closes = match before.chars().next_back() {
        Some('"') => words.matches('"').count() % 2 == 1,
        Some('\u{201c}') => words.find('\u{201d}') < words.find('\u{201c}').or(Some(words.len())),
        _ => return span,
    };
    let length = before.chars().next_back().map_or(0, char::len_utf8);
    if closes && words.contains(['"', '\u{201d}']) {
        Span::new(span.start - length, span.end)
    } else {
        span
    }
}

/// The claim's own words: without its attribution and without the claims inside it.
pub(super) fn own_words(article: &Article, claim: &Claim, ellipsis: &str) -> Prose {
    let mut prose = Prose::default();
    let mut last: Option<Span> = None;
    for part in &claim.parts {
        let text = trimmed(words(article, *part, ""));
        if text.is_empty() {
            continue;
        }
        if let Some(last) = last {
            let between = words(article, Span::new(last.end, part.start.max(last.end)), "");
            let gap = between.chars().any(char::is_alphanumeric);
            prose.push(
                Ink::Faint,
                &if gap {
                    format!(" {ellipsis} ")
                } else {
                    " ".to_owned()
                },
            );
        }
        prose.push(Ink::Plain, text);
        last = Some(*part);
    }
    if prose.is_empty() {
        prose.push(Ink::Plain, trimmed(&claim.text));
    }
    prose
}

/// Without the commas and dashes that joined it to its sentence.
fn trimmed(text: &str) -> &str {
    let joint = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–' | '-');
    text.trim_matches(joint).trim_end_matches('.')
}

fn near(claim: Span, mark: Span) -> bool {
    mark.start + FARTHEST >= claim.start && mark.end <= claim.end + FARTHEST
}

/// The marks as ranges of `text`, which stands at `whole`; sorted, joined where they touch.
fn inside(whole: Span, marks: &[Span], text: &str) -> Vec<Span> {
    let mut inside: Vec<Span> = marks
        .iter()
        .filter(|mark| whole.contains(**mark) && !mark.is_empty())
        .map(|mark| Span::new(mark.start - whole.start, mark.end - whole.start))
        .filter(|mark| text.is_char_boundary(mark.start) && text.is_char_boundary(mark.end))
        .collect();
    inside.sort_unstable();
    inside.dedup_by(|next, last| {
        let touch = next.start <= last.end;
        if touch {
            last.end = last.end.max(next.end);
        }
        touch
    });
    inside
}

/// The ranges of `text` to show: the marks' words, then outwards from them as long as `columns` last.
fn keep(text: &str, marks: &[Span], columns: usize, gap: usize) -> Vec<Span> {
    let mut at = 0;
    let pieces: Vec<Span> = WordSeparator::UnicodeBreakProperties
        .find_words(text)
        .map(|word| {
            let piece = Span::new(at, at + word.word.len() + word.whitespace.len());
            at = piece.end;
            piece
        })
        .collect();
    let width = |piece: &Span| display_width(piece.slice(text));
    let all: usize = pieces.iter().map(width).sum();
    if all + 2 * marks.len() <= columns {
        return vec![Span::new(0, text.len())];
    }
    // Distance in words from the nearest mark; without a mark, from the start.
    let marked: Vec<usize> = (0..pieces.len())
        .filter(|&p| marks.iter().any(|mark| mark.overlaps(pieces[p])))
        .collect();
    let centres = if marked.is_empty() { vec![0] } else { marked };
    let mut order: Vec<(usize, usize)> = (0..pieces.len())
        .map(|p| (centres.iter().map(|c| c.abs_diff(p)).min().unwrap_or(0), p))
        .collect();
    order.sort_unstable();
    let mut room = columns.saturating_sub(2 * marks.len() + 2 * gap);
    let mut kept = vec![false; pieces.len()];
    for (_, piece) in order {
        let needed = width(&pieces[piece]);
        if needed > room && kept.contains(&true) {
            break;
        }
        room = room.saturating_sub(needed);
        kept[piece] = true;
    }
    let mut ranges: Vec<Span> = Vec::new();
    for (piece, _) in pieces.iter().zip(&kept).filter(|(_, kept)| **kept) {
        match ranges.last_mut() {
            Some(last) if last.end == piece.start => last.end = piece.end,
            _ => ranges.push(*piece),
        }
    }
    ranges
}

/// The kept ranges with the marks in brackets.
fn marked(text: &str, kept: &[Span], marks: &[Span], ink: Ink, ellipsis: &str) -> Prose {
    let mut prose = Prose::default();
    let mut open = false;
    let mut cursor = 0;
    for range in kept {
        if range.start > cursor {
            prose.push(Ink::Faint, &format!(" {ellipsis} "));
        }
        let mut cuts = vec![range.start, range.end];
        for mark in marks {
            cuts.extend(
                [mark.start, mark.end]
                    .into_iter()
                    .filter(|&cut| range.start < cut && cut < range.end),
            );
        }
        cuts.sort_unstable();
        cuts.dedup();
        for ends in cuts.windows(2) {
            let piece = Span::new(ends[0], ends[1]);
            let inside = marks.iter().find(|mark| mark.contains(piece));
            if let Some(mark) = inside {
                if !open {
                    prose.push(ink, "[");
                    open = true;
                }
                let whole = mark.end == piece.end;
                let shown = piece.slice(text);
                prose.push(ink, if whole { shown.trim_end() } else { shown });
                if whole {
                    prose.push(ink, "]");
                    open = false;
                }
            } else {
                prose.push(Ink::Plain, piece.slice(text));
            }
        }
        cursor = range.end;
    }
    if open {
        prose.push(ink, &format!(" {ellipsis}]"));
    } else if cursor < text.trim_end().len() {
        prose.push(Ink::Faint, &format!(" {ellipsis}"));
    }
    prose
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marked_words: &[&str], columns: usize) -> String {
        let marks: Vec<Span> = marked_words
            .iter()
            .map(|word| {
                let start = text.find(word).expect("stands in the text");
                Span::new(start, start + word.len())
            })
            .collect();
        let article = crate::read::article_from_text("A", "a", text);
        let claim = crate::report::fixture::bare_claim("A1.1", text, Span::new(0, text.len()));
        snippet(&article, &claim, &marks, Ink::Hard, columns, "…")
            .text()
            .to_owned()
    }

    #[test]
    fn keeps_the_marks_and_what_is_near() {
        let long = "After a night of heavy rain over the whole of the coast the ferry with 212 people on board ran \
                    aground on Sunday close to the old lighthouse of the island";
        for (text, marks, columns, expected) in [
            ("Six were hurt.", &["Six"][..], 60, "[Six] were hurt."),
            (
                "They met on Sunday",
                &["Sunday"],
                60,
                "They met on [Sunday]",
            ),
            (
                long,
                &["212"],
                42,
                "… the ferry with [212] people on board …",
            ),
            (
                long,
                &["212", "lighthouse"],
                50,
                "… ferry with [212] people … old [lighthouse] of …",
            ),
            (long, &[], 30, "After a night of heavy …"),
            (
                long,
                &["ferry with 212 people on board ran aground"],
                34,
                "… [ferry with 212 people on …]",
            ),
            (
                "東京で三人がけがをした火事があった",
                &["三人"],
                16,
                "… 京で[三人]が …",
            ),
            ("no place for it", &[], 3, "no …"),
        ] {
            assert_eq!(shown(text, marks, columns), expected, "{columns} columns");
        }
    }
}
