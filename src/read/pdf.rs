//! PDF, through `pdf-extract`: lines put together to paragraphs.

use std::cell::Cell;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use unicode_normalization::UnicodeNormalization;

use super::draft::Draft;
use super::error::Problem;

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread reads a PDF. A panic of the reader is an error like any other there, and no message of it should be
/// written: a program asks this in its panic hook.
#[must_use]
pub fn is_reading_pdf() -> bool {
    READING.get()
}

/// The text of a PDF.
pub(super) fn draft(bytes: &[u8]) -> Result<Draft, Problem> {
    let damaged = |reason: String| Problem::Damaged {
        kind: "a PDF",
        reason,
    };
    READING.set(true);
    let read = catch_unwind(AssertUnwindSafe(|| {
        pdf_extract::extract_text_from_mem_by_pages(bytes)
    }));
    READING.set(false);
    let pages = read
        .map_err(|_| damaged("the reader failed on it".to_owned()))?
        .map_err(|error| damaged(error.to_string()))?;
    let text = paragraphs(&pages).join("\n\n");
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Problem::NoTextLayer);
    }
    Ok(Draft::from_text(&text))
}

/// Lines -> paragraphs, without what stands at the head or foot of every page.
fn paragraphs(pages: &[String]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages {
        for line in page
            .lines()
            .map(without_digits)
            .filter(|line| !line.is_empty())
        {
            *seen.entry(line).or_default() += 1;
        }
    }
    let is_running = |line: &str| {
        let key = without_digits(line);
        pages.len() > 2 && seen.get(&key).is_some_and(|&count| 2 * count > pages.len())
            || is_scattered(line)
    };
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in pages.iter().flat_map(|page| page.lines()) {
        // typographers' ligatures are one sign each
        let line: String = line.nfkc().collect();
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            open = false;
            continue;
        }
        if is_running(&line) {
            continue;
        }
        match found.last_mut().filter(|_| open) {
            Some(paragraph) if is_hyphenated(paragraph, &words) => {
                paragraph.pop();
                paragraph.push_str(&words);
            }
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(&words);
            }
            None => found.push(words),
        }
        open = true;
    }
    // a page ends in the middle of a sentence
    let mut joined: Vec<String> = Vec::new();
    for paragraph in found {
        match joined.last_mut() {
            Some(before)
                if paragraph.starts_with(char::is_lowercase)
                    && !before.ends_with(['.', '!', '?', ':', '"', '\u{201d}']) =>
            {
                before.push(' ');
                before.push_str(&paragraph);
            }
            _ => joined.push(paragraph),
        }
    }
    joined
}

/// Whether a word is cut at the end of a line: "repre-" "sentative".
fn is_hyphenated(before: &str, after: &str) -> bool {
    let mut last = before.chars().rev();
    last.next() == Some('-')
        && last.next().is_some_and(char::is_lowercase)
        && after.starts_with(char::is_lowercase)
}

/// Letters set one by one, as browsers print the head and foot of a page.
fn is_scattered(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_single = |word: &&&str| {
        word.chars().count() <= 2 && (word.len() == 1 || !word.chars().all(char::is_alphabetic))
    };
    let single = words.iter().filter(is_single).count();
    words.len() >= 6 && 2 * single > words.len()
}

fn without_digits(line: &str) -> String {
    line.chars().filter(|c| c.is_alphabetic()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_paragraphs() {
        let pages = ["THE MILL 1\n\nSix guards were hurt in the \u{fb01}re, a repre-\nsentative said. The roof\n", "THE MILL 2\nfell in.\n\nIt was 4 a.m.\n", "THE MILL 3\n\nEnd."]
            .map(str::to_owned);
        assert_eq!(
            paragraphs(&pages),
            [
                "Six guards were hurt in the fire, a representative said. The roof fell in.",
                "It was 4 a.m.",
                "End."
            ]
        );
        assert!(is_scattered("1 1 /2 6 /2 6 ,   8 :5 6   PM Dunmore"));
        assert!(!is_scattered("It is up to us to go on."));
    }

    #[test]
    fn what_is_no_pdf_is_said_to_be_none() {
        for bytes in [&b"%PDF-1.7"[..], b"", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"] {
            assert!(matches!(draft(bytes), Err(Problem::Damaged { .. } | Problem::NoTextLayer)));
        }
        assert!(!is_reading_pdf());
    }
}
