//! Double marks: which open, which close, and which were forgotten.

use super::{introduces, with_words};
use crate::Span;

/// Most lines that a quotation may run over without being opened again.
const MOST_LINES: usize = 12;

/// One double quotation mark.
struct Mark {
    span: Span,
    role: Role,
    /// Number of its line.
    line: usize,
    /// Whether no letter or digit stands before it in its line.
    first: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// It stands alone between spaces, or touches words on both sides.
    Either,
}

/// A line, trimmed; empty when it is blank.
type Lines = Vec<Span>;

/// What stands between double marks, in text order, never one inside another.
pub(super) fn quotations(text: &str) -> Vec<Span> {
    let (marks, lines) = marks(text);
    let mut found = Vec::new();
    let mut open: Option<&Mark> = None;
    for mark in &marks {
        let Some(opener) = open.take() else {
            open = (mark.role != Role::Closes).then_some(mark);
            continue;
        };
        match fate(opener, Some(mark), &lines) {
            Fate::Closed => found.extend(with_words(text, opener.span.end, mark.span.start)),
            Fate::RunsToLineEnd => {
                let end = lines[opener.line].end;
                found.extend(with_words(text, opener.span.end, end));
                open = (mark.role != Role::Closes).then_some(mark);
            }
            Fate::Stray => open = (mark.role != Role::Closes).then_some(mark),
        }
    }
    if let Some(opener) = open
        && fate(opener, None, &lines) == Fate::RunsToLineEnd
    {
        found.extend(with_words(text, opener.span.end, lines[opener.line].end));
    }
    found
}

/// What becomes of an open quotation.
#[derive(PartialEq, Eq)]
enum Fate {
    /// The next mark closes it.
    Closed,
    /// Nothing closes it; it is taken to end with its line.
    RunsToLineEnd,
    /// Its mark is a slip.
    Stray,
}

fn fate(opener: &Mark, next: Option<&Mark>, lines: &Lines) -> Fate {
    let Some(next) = next else {
        return unclosed(opener);
    };
    if next.line == opener.line {
        return match next.role {
            Role::Opens => Fate::Stray,
            Role::Closes | Role::Either => Fate::Closed,
        };
    }
    let between = &lines[opener.line + 1..next.line];
    let reopens = next.first && next.role != Role::Closes;
    let next_paragraph = between.iter().all(|line| line.is_empty());
    if reopens && next_paragraph {
        return Fate::RunsToLineEnd;
    }
    let same_paragraph = between.iter().all(|line| !line.is_empty());
    let near = next.line - opener.line <= MOST_LINES;
    if !reopens && next.role != Role::Opens && same_paragraph && near {
        return Fate::Closed;
    }
    unclosed(opener)
}

/// A mark at the very start of a line that nothing closes is a slip of the layout; one after words
/// ("He said: “We ran.") was meant.
const fn unclosed(opener: &Mark) -> Fate {
    if opener.first {
        Fate::Stray
    } else {
        Fate::RunsToLineEnd
    }
}

fn marks(text: &str) -> (Vec<Mark>, Lines) {
    let mut marks = Vec::new();
    let mut lines = Vec::new();
    let mut start = 0;
    for (number, raw) in text.split('\n').enumerate() {
        let indent = raw.len() - raw.trim_start().len();
        let line = Span::new(start + indent, start + indent + raw.trim().len());
        marks_of_line(text, line, number, &mut marks);
        lines.push(line);
        start += raw.len() + 1;
    }
    (marks, lines)
}

fn marks_of_line(text: &str, line: Span, number: usize, marks: &mut Vec<Mark>) {
    let slice = line.slice(text);
    let mut before: Option<char> = None;
    let mut first = true;
    let mut skip = 0;
    for (offset, c) in slice.char_indices() {
        if offset < skip {
            before = Some(c);
            continue;
        }
        if let Some(length) = mark_length(&slice[offset..]) {
            let after = slice[offset + length..].chars().next();
            marks.push(Mark {
                span: Span::new(line.start + offset, line.start + offset + length),
                role: role(c, before, after),
                line: number,
                first,
            });
            skip = offset + length;
        }
        first &= !c.is_alphanumeric();
        before = Some(c);
    }
}

/// Length in bytes of the double mark that `rest` starts with.
fn mark_length(rest: &str) -> Option<usize> {
    let c = rest.chars().next()?;
    match c {
        '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{AB}' | '\u{BB}' => Some(c.len_utf8()),
        _ if rest.starts_with("``") || rest.starts_with("''") => Some(2),
        _ => None,
    }
}

/// What the mark does, from its shape and what touches it.
fn role(c: char, before: Option<char>, after: Option<char>) -> Role {
    let space_before = before.is_none_or(char::is_whitespace);
    let space_after = after.is_none_or(char::is_whitespace);
    let opens = (space_before || before.is_some_and(introduces)) && !space_after;
    let closes = !space_before;
    match c {
        '\u{201E}' | '`' => Role::Opens,
        '\u{201C}' | '\u{AB}' if closes && !opens => Role::Closes,
        '\u{201C}' | '\u{AB}' => Role::Opens,
        '\u{201D}' | '\u{BB}' if opens && !closes && after.is_some_and(char::is_alphanumeric) => {
            Role::Opens
        }
        '\u{201D}' | '\u{BB}' => Role::Closes,
        _ if opens == closes => Role::Either,
        _ if opens => Role::Opens,
        _ => Role::Closes,
    }
}
