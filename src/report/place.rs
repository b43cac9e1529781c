//! A span -> where a person finds it: lines and columns from 1, columns in characters.

use crate::Span;

/// `3:1 to 3:29`: line and column of the first and of the last character of `span`.
pub(super) fn place(text: &str, span: Span) -> String {
    let (line, column) = line_and_column(text, span.start);
    let last = text
        .get(span.start..span.end)
        .and_then(|words| words.char_indices().last());
    let (last_line, last_column) = match last {
        Some((offset, _)) => line_and_column(text, span.start + offset),
        None => (line, column),
    };
    if line == last_line {
        format!("line {line}:{column} to {last_column}")
    } else {
        format!("line {line}:{column} to {last_line}:{last_column}")
    }
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_of_an_editor() {
        let text = "Héad\n\nSix were\nhurt.";
        for (words, expected) in [
            ("Héad", "line 1:1 to 4"),
            ("éa", "line 1:2 to 3"),
            ("Six", "line 3:1 to 3"),
            ("were\nhurt", "line 3:5 to 4:4"),
            ("", "line 1:1 to 1"),
        ] {
            let start = text.find(words).expect("stands there");
            let span = Span::new(start, start + words.len());
            assert_eq!(place(text, span), expected, "{words}");
        }
        assert_eq!(
            place("a", Span::new(7, 9)),
            "line 1:2 to 2",
            "a span that is not there"
        );
    }
}
