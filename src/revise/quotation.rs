//! Which words of a quotation were altered.
//!
//! ```text
//! We will open again in the spring     We will open again in the summer
//!                           ------                               ------
//! ```

use unicode_segmentation::UnicodeSegmentation;

use crate::{Fact, Span};

/// The words of `one` that `other` has not, from the first to the last of them; all of it when it only lacks some.
pub(super) fn differing(one: &Fact, other: &Fact) -> Span {
    let (ours, theirs) = (words(&one.text), words(&other.text));
    let alike = |(x, y): &(&Word, &Word)| x.letters == y.letters;
    let first = ours.iter().zip(&theirs).take_while(alike).count();
    let rest = ours.len().min(theirs.len()) - first;
    let ends = ours.iter().rev().zip(theirs.iter().rev()).take(rest);
    let last = ends.take_while(alike).count();
    let (middle, their_middle) = (&ours[first..ours.len() - last], theirs.len() - last - first);
    match (middle.first(), middle.last()) {
        (Some(from), Some(to)) if their_middle > 0 => {
            Span::new(one.span.start + from.start, one.span.start + to.end)
        }
        _ => one.span,
    }
}

struct Word {
    /// In lower case.
    letters: String,
    /// Byte of the text that it starts at.
    start: usize,
    end: usize,
}

fn words(text: &str) -> Vec<Word> {
    text.unicode_word_indices()
        .map(|(start, word)| Word {
            letters: word.to_lowercase(),
            start,
            end: start + word.len(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FactKind, FactValue, QuotationValue};

    fn quoted(text: &str) -> Fact {
        let value = FactValue::Quotation(QuotationValue { words: Vec::new() });
        Fact::new(FactKind::Quotation, text, Span::new(0, text.len()), value)
    }

    #[track_caller]
    fn check(old: &str, new: &str, before: &str, after: &str) {
        let (x, y) = (quoted(old), quoted(new));
        let words = [differing(&x, &y).slice(old), differing(&y, &x).slice(new)];
        assert_eq!(words, [before, after], "{old} / {new}");
    }

    #[test]
    fn the_words_that_differ() {
        check(
            "open in the spring,",
            "open in the summer,",
            "spring",
            "summer",
        );
        check("We will open.", "They will open.", "We", "They");
        check(
            "open in May or June",
            "open in July or August",
            "May or June",
            "July or August",
        );
        check(
            "We open in spring",
            "We will close in spring",
            "open",
            "will close",
        );
    }

    #[test]
    fn all_of_it_when_words_only_came_or_went() {
        check(
            "We will open",
            "We will not open",
            "We will open",
            "We will not open",
        );
        check("no no", "no", "no no", "no");
        check("", "x", "", "x");
    }
}
