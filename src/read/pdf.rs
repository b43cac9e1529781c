//! PDF, through `pdf-extract`: lines put together to paragraphs.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use flate2::read::ZlibDecoder;
use unicode_normalization::UnicodeNormalization;

use super::draft::Draft;
use super::error::Problem;
use crate::Lines;

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
    if unpacked(bytes, LARGEST_UNPACKED).is_none() {
        let most = LARGEST_UNPACKED >> 20;
        return Err(damaged(format!("it unpacks to more than {most} MiB")));
    }
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
    let mut draft = Draft::from_text(&text);
    draft.lines = Lines::Unknown;
    Ok(draft)
}

/// Most bytes that all streams of a PDF may unpack to: a book of 500 pages with its fonts has a tenth.
const LARGEST_UNPACKED: u64 = 128 << 20;

/// How many bytes the streams of a PDF unpack to, pictures and fonts among them, those packed twice as well; `None` when it is
/// more than `most`. The reader itself knows no bound.
fn unpacked(bytes: &[u8], most: u64) -> Option<u64> {
    const OPENING: &[u8] = b"stream";
    let mut whole = 0;
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)?
        .windows(OPENING.len())
        .position(|window| window == OPENING)
    {
        at += found + OPENING.len();
        let start = at
            + bytes[at..]
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n' | b' '))
                .count();
        whole += inflated(&bytes[start..], most - whole, 3)?;
    }
    Some(whole)
}

/// How many bytes zlib makes of some, and of what it made, to a `depth`; `None` when it is more than `most`.
fn inflated(bytes: &[u8], most: u64, depth: usize) -> Option<u64> {
    // the low half of the first byte of zlib's streams is its method, 8
    if depth == 0 || bytes.first().is_none_or(|first| first & 0x0f != 8) {
        return Some(0);
    }
    let mut unpacked = Vec::new();
    // a broken stream counts as far as it can be unpacked
    let _ = ZlibDecoder::new(bytes)
        .take(most + 1)
        .read_to_end(&mut unpacked);
    let length = unpacked.len() as u64;
    if length > most {
        return None;
    }
    Some(length + inflated(&unpacked, most - length, depth - 1)?)
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
    // typographers' ligatures are one sign each
    let text: Vec<String> = pages.iter().map(|page| page.nfkc().collect()).collect();
    let lines = text
        .iter()
        .flat_map(|page| page.lines())
        .filter(|line| !is_running(line));
    let found = super::paragraphs(lines, |_| false);
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
    fn what_unpacks_to_more_than_it_may_is_told() {
        let pack = |bytes: &[u8]| {
            let mut encoder =
                flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            std::io::Write::write_all(&mut encoder, bytes).expect("in memory");
            encoder.finish().expect("in memory")
        };
        let file = |stream: &[u8]| [b"1 0 obj <<>> stream\r\n", stream, b"\nendstream"].concat();
        let once = pack(&vec![b' '; 1 << 20]);
        assert_eq!(unpacked(&file(&once), 2 << 20), Some(1 << 20));
        assert_eq!(unpacked(&file(&once), 1 << 19), None);
        assert_eq!(unpacked(&file(&pack(&once)), 1 << 19), None);
        assert_eq!(unpacked(b"stream", 10), Some(0));
        assert_eq!(unpacked(b"", 10), Some(0));
    }

    #[test]
    fn what_is_no_pdf_is_said_to_be_none() {
        for bytes in [&b"%PDF-1.7"[..], b"", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"] {
            assert!(matches!(draft(bytes), Err(Problem::Damaged { .. } | Problem::NoTextLayer)));
        }
        assert!(!is_reading_pdf());
    }
}
