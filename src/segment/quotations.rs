//! Where quotations open and close.
//!
//! ```text
//! “We ran,” she said. “The house             a quotation of two words, and one that runs on:
//! “And then it burned. They call it ‘luck’.”    the next line opens it again; one inside another
//! ```

mod double;
mod single;

use crate::Span;

/// What stands between double quotation marks (straight, curly, ``...'', guillemets) and single ones
/// used as such; marks excluded, trimmed, in order of their start, the outer before the inner.
pub(super) fn quotations(text: &str) -> Vec<Span> {
    let mut found = double::quotations(text);
    found.extend(single::quotations(text));
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    found.dedup();
    found
}

/// The span less white space, if any word is left.
fn with_words(text: &str, start: usize, end: usize) -> Option<Span> {
    let slice = text.get(start..end)?;
    let start = start + (slice.len() - slice.trim_start().len());
    slice
        .chars()
        .any(char::is_alphanumeric)
        .then(|| Span::new(start, start + slice.trim().len()))
}

/// What may stand right before an opening mark besides white space.
const fn introduces(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '/'
            | '-'
            | '\u{2013}'
            | '\u{2014}'
            | '"'
            | '\''
            | '`'
            | '\u{201C}'
            | '\u{2018}'
            | '\u{AB}'
            | '\u{201E}'
    )
}

#[cfg(test)]
mod tests {
    use super::quotations;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = quotations(text)
            .into_iter()
            .map(|span| span.slice(text))
            .collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    #[test]
    fn marks_of_all_kinds() {
        for text in [
            "He \"never ran\" there.",
            "He \u{201C}never ran\u{201D} there.",
            "He ``never ran'' there.",
            "He ''never ran'' there.",
            "He \u{AB}never ran\u{BB} there.",
            "He \u{AB} never ran \u{BB} there.",
            "He \u{201E}never ran\u{201C} there.",
            "He \u{BB}never ran\u{AB} there.",
            "He \u{2018}never ran\u{2019} there.",
            "He 'never ran' there.",
            "He `never ran' there.",
            "He \" never ran \" there.",
            "(He \"never ran\") there.",
            "He\u{2014}\"never ran\"\u{2014}there.",
        ] {
            check(text, &["never ran"]);
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The boys' father didn't see '90s bands or tell 'em.", &[]);
        check(
            "It\u{2019}s the workers\u{2019} and Ann\u{2019}s \u{2018}70s club.",
            &[],
        );
        check("The deputy \u{2019} s car is rock 'n' roll.", &[]);
        check(
            "'The boys' club is shut,' he said.",
            &["The boys' club is shut,"],
        );
        check("The 'big one' hit the workers' club.", &["big one"]);
        check(
            "'I don't know,' he said, 'who did it.'",
            &["I don't know,", "who did it."],
        );
    }

    #[test]
    fn feet_and_inches_are_no_marks() {
        check("He is 6'2\" tall and ran 5\" \"fast\" ones.", &["fast"]);
    }

    #[test]
    fn one_inside_another() {
        check(
            "\"They call it 'the end' here,\" she said.",
            &["They call it 'the end' here,", "the end"],
        );
        check(
            "\u{2018}They call it \u{201C}the end\u{201D} here,\u{2019} she said.",
            &["They call it \u{201C}the end\u{201D} here,", "the end"],
        );
    }

    #[test]
    fn over_several_paragraphs() {
        check(
            "She said: \u{201C}We ran.\n\n\u{201C}It burned.\u{201D}",
            &["We ran.", "It burned."],
        );
        check(
            "\"We ran.\n\"It burned,\" she said.",
            &["We ran.", "It burned,"],
        );
    }

    #[test]
    fn over_lines_of_one_paragraph() {
        check(
            "He said, \"We ran...\nIt burned. \"\nThen rain.",
            &["We ran...\nIt burned."],
        );
    }

    #[test]
    fn unbalanced_marks_swallow_nothing() {
        check(
            "She said \u{201C}we ran.\n\nIt burned.\n\nRain fell.",
            &["we ran."],
        );
        check(
            "\"A man fled, police said.\nHe was \"armed\" then.",
            &["armed"],
        );
        check(
            "A man fled,\" police said.\nHe was \"armed\" then.",
            &["armed"],
        );
        check("\"\" '' \u{201C}\u{201D} \" . \"", &[]);
        check("\"He said \"we ran\" again.", &["we ran"]);
    }
}
