//! Single marks: told from apostrophes by what touches them and by their partner.

use super::{introduces, with_words};
use crate::Span;

/// Longest quotation in single marks, in bytes; what would be longer is two apostrophes far apart.
const LONGEST: usize = 600;

/// Words that are written with an apostrophe at their start.
const ELISIONS: [&str; 12] = [
    "em", "tis", "twas", "til", "till", "cause", "n", "bout", "round", "cos", "sup", "im",
];

/// What stands between single marks, in text order.
pub(super) fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let mut from = 0;
        while let Some((opener, length)) = next_opening(line, from) {
            from = opener + length;
            if let Some(close) = closing(line, from) {
                found.extend(with_words(text, start + from, start + close));
                from = close;
            }
        }
        start += line.len() + 1;
    }
    found
}

/// The next opening mark at or after `from` and its length.
fn next_opening(line: &str, from: usize) -> Option<(usize, usize)> {
    line[from..]
        .char_indices()
        .map(|(offset, c)| (from + offset, c))
        .find(|&(at, c)| matches!(c, '\'' | '\u{2018}' | '`') && opens(line, at, c))
        .map(|(at, c)| (at, c.len_utf8()))
}

fn opens(line: &str, at: usize, mark: char) -> bool {
    let before = line[..at].chars().next_back();
    let rest = &line[at + mark.len_utf8()..];
    let word = rest
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    before.is_none_or(|c| c.is_whitespace() || introduces(c))
        && before != Some(mark)
        && rest
            .chars()
            .next()
            .is_some_and(|c| !c.is_whitespace() && c != mark && c != '\'')
        && !ELISIONS.contains(&word.to_lowercase().as_str())
        && !(word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The closing mark for a quotation whose words start at `from`.
///
/// "'The boys' club is shut,' he said": the mark after "boys" may be an apostrophe, so a later one
/// after a comma or full stop is taken instead, if no other quotation opens before it.
fn closing(line: &str, from: usize) -> Option<usize> {
    let mut doubtful = None;
    for (offset, c) in line[from..].char_indices() {
        let at = from + offset;
        if offset > LONGEST {
            break;
        }
        if !matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '`') {
            continue;
        }
        if c != '\u{2019}' && opens(line, at, c) {
            break;
        }
        let before = line[..at].chars().next_back();
        let rest = &line[at + c.len_utf8()..];
        let closes = matches!(c, '\'' | '\u{2019}')
            && before.is_some_and(|b| !b.is_whitespace())
            && !rest.starts_with(|r: char| r.is_alphanumeric() || r == c)
            && has_paired_marks(&line[from..at]);
        if !closes {
            continue;
        }
        let may_be_apostrophe = matches!(before, Some('s' | 'n'))
            && rest
                .strip_prefix(' ')
                .is_some_and(|r| r.starts_with(char::is_lowercase));
        if !may_be_apostrophe {
            return Some(match doubtful {
                Some(first) if before.is_some_and(char::is_alphanumeric) => first,
                _ => at,
            });
        }
        doubtful.get_or_insert(at);
    }
    doubtful
}

/// Whether double marks come in pairs, so that the two kinds do not cross.
fn has_paired_marks(slice: &str) -> bool {
    slice
        .chars()
        .filter(|c| matches!(c, '"' | '\u{201C}' | '\u{201D}' | '\u{AB}' | '\u{BB}'))
        .count()
        .is_multiple_of(2)
}
