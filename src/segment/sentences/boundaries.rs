//! Paragraph -> sentence spans: sentencex, and the ends that news writing needs besides.
//!
//! ```text
//! It began at 9 a.m. Monday in Troy. Dist. Atty. Roe came.
//!   sentencex:  It began at 9 a.m. | Monday in Troy. | Dist. Atty. | Roe came.
//!   here:       It began at 9 a.m. Monday in Troy. | Dist. Atty. Roe came.
//! ```

use super::super::attribution::stance;
use crate::Span;

/// Quotations longer than this (in bytes) are cut into their own sentences; shorter ones stay in one
/// piece with the "she said" around them, which is what the golden rules of sentence splitting ask.
const LONG_QUOTATION: usize = 200;

/// Most bytes given to sentencex at once: one of its patterns takes quadratic time on text that opens
/// brackets and never closes them.
const LONGEST_PIECE: usize = 8 * 1024;

/// Abbreviated titles, ranks and first words of places that sentencex does not know; a name always follows.
const TITLES: [&str; 19] = [
    "Ms", "Mx", "Sra", "Atty", "Amb", "Ald", "Const", "Cpt", "Dep", "Spc", "Pte", "Sgt", "Insp",
    "Fr", "Br", "Sr", "Lieut", "Cllr", "Ft",
];

/// Words of a clause behind a verb of saying.
const SAYS_MORE: [&str; 13] = [
    "that", "was", "were", "is", "are", "had", "has", "have", "will", "would", "could", "can",
    "did",
];

/// Words that go on after "a.m." and "p.m.".
const AFTER_CLOCK: [&str; 33] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "ET",
    "EDT",
    "EST",
    "CT",
    "CDT",
    "CST",
    "MT",
    "MDT",
    "MST",
    "PT",
    "PDT",
    "PST",
    "GMT",
    "UTC",
];

/// Sentences of `paragraph`, trimmed, in order.
pub(super) fn sentence_spans(text: &str, paragraph: Span, quotations: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in split(text, paragraph) {
        let mut start = sentence.start;
        for quotation in quotations
            .iter()
            .filter(|q| sentence.contains(**q) && q.len() > LONG_QUOTATION)
        {
            for inner in split(text, *quotation).into_iter().skip(1) {
                if inner.start > start {
                    found.push(super::trim(text, Span::new(start, inner.start)));
                    start = inner.start;
                }
            }
        }
        found.push(Span::new(start, sentence.end));
    }
    found.retain(|span| span.slice(text).chars().any(char::is_alphanumeric));
    found
}

/// Sentences of the span as sentencex sees them, with its cuts undone where a sentence goes on.
fn split(text: &str, span: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for piece in pieces(text, span) {
        for boundary in sentencex::get_sentence_boundaries("en", piece.slice(text)) {
            let (start, end) = (
                piece.start + boundary.start_byte,
                piece.start + boundary.end_byte,
            );
            let after_last = found.last().is_none_or(|last| last.end <= start);
            if !after_last || start > end || text.get(start..end).is_none() {
                continue;
            }
            let mut sentence = super::trim(text, Span::new(start, end));
            match found.last_mut() {
                _ if sentence.is_empty() => {}
                Some(last) if goes_on(text, *last, sentence) => last.end = sentence.end,
                Some(last) => {
                    if let Some(mark) = open_mark(last.slice(text)) {
                        sentence.start = last.start + mark;
                        *last = super::trim(text, Span::new(last.start, sentence.start));
                    }
                    found.push(sentence);
                }
                None => found.push(sentence),
            }
        }
    }
    found
}

/// The span in pieces of at most [`LONGEST_PIECE`], cut at white space where there is any.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut rest = span;
    while rest.len() > LONGEST_PIECE {
        let limit = text.floor_char_boundary(rest.start + LONGEST_PIECE);
        let window = &text[rest.start..limit];
        let cut = window
            .rfind(". ")
            .map(|at| at + 2)
            .or_else(|| window.rfind(char::is_whitespace).filter(|&at| at > 0))
            .unwrap_or(window.len());
        pieces.push(Span::new(rest.start, rest.start + cut));
        rest.start += cut;
    }
    pieces.push(rest);
    pieces
}

/// Whether `right` belongs to the same sentence as `left` although sentencex cut between them.
fn goes_on(text: &str, left: Span, right: Span) -> bool {
    let (before, after) = (left.slice(text), right.slice(text));
    let touching = left.end == right.start;
    let last_word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let next_word = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let has_words = |s: &str| s.chars().any(char::is_alphanumeric);

    !has_words(before)
        || !has_words(after)
        || after.starts_with(char::is_lowercase)
        || is_clock(last_word) && AFTER_CLOCK.contains(&next_word)
        || last_word
            .strip_suffix('.')
            .is_some_and(|word| TITLES.contains(&word.trim_start_matches(['(', '"', '\u{201C}'])))
        || is_list_marker(before)
        || touching && (after.starts_with(')') || is_address(text, left.end))
        || touching && (is_click(before) || is_initial(before) && opens_with_initial(after))
        || is_exclaimed(before) && opens_with_speaker(after)
}

/// Where a quotation mark stands that opens what comes next: `He left. "` before `It was late," she said.`
fn open_mark(sentence: &str) -> Option<usize> {
    let (at, mark) = sentence.char_indices().next_back()?;
    let before = sentence[..at].chars().next_back()?;
    let opens = mark == '\u{201C}' || mark == '"' && before.is_whitespace();
    opens.then_some(at)
}

/// "R-S." of "R-S.C.".
fn is_initial(sentence: &str) -> bool {
    let mut back = sentence.chars().rev();
    back.next() == Some('.')
        && back.next().is_some_and(char::is_uppercase)
        && back.next().is_some_and(|c| !c.is_alphanumeric())
}

fn opens_with_initial(sentence: &str) -> bool {
    let mut letters = sentence.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.')
}

/// Whether a sentence ends in a question or an exclamation inside quotation marks.
fn is_exclaimed(sentence: &str) -> bool {
    let inside = sentence.trim_end_matches(['"', '\u{201D}', '\'', '\u{2019}']);
    inside.len() < sentence.len() && inside.ends_with(['!', '?'])
}

/// Whether a name and a verb of saying come first, and nothing else is said: "Mr. Roe asked them", but not "Police said he was well".
fn opens_with_speaker(sentence: &str) -> bool {
    /// Most words of a name, with titles.
    const LONGEST_NAME: usize = 4;
    let mut words = sentence.split_whitespace();
    let name = words
        .clone()
        .take_while(|word| word.starts_with(char::is_uppercase) && !word.ends_with(','))
        .count();
    let verb = words.nth(name);
    (1..=LONGEST_NAME).contains(&name)
        && verb.is_some_and(|verb| {
            let lower = verb.trim_end_matches(|c: char| !c.is_alphanumeric());
            stance(lower).is_some()
        })
        && !words.any(|word| SAYS_MORE.contains(&word))
}

fn is_clock(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    matches!(word, "a.m." | "p.m." | "A.M." | "P.M.")
}

/// "1.", "12.", "a.", "Q.": the point belongs to the marker.
fn is_list_marker(sentence: &str) -> bool {
    let marker = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    marker.strip_suffix('.').is_some_and(|marker| {
        let digits = marker.bytes().all(|b| b.is_ascii_digit());
        (1..=2).contains(&marker.len()) && digits
            || marker.len() == 1 && marker.bytes().all(|b| b.is_ascii_alphabetic())
    })
}

/// Whether the word around `at` is a web address.
fn is_address(text: &str, at: usize) -> bool {
    let start = text[..at]
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + 1);
    let end = text[at..]
        .find(char::is_whitespace)
        .map_or(text.len(), |space| at + space);
    text.get(start..end).is_some_and(|word| {
        word.contains("://")
            || word.starts_with("www.")
            || [".com", ".org", ".net", ".gov", ".edu"]
                .iter()
                .any(|ending| word.trim_end_matches(['.', ',', ')']).ends_with(ending))
    })
}

/// The "!" of "!Kung" opens a word and ends no sentence.
fn is_click(before: &str) -> bool {
    before
        .strip_suffix('!')
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences are parted by " | ".
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace(" | ", " ");
        let quotations = crate::segment::quotations::quotations(&text);
        let found: Vec<_> = sentence_spans(&text, Span::new(0, text.len()), &quotations)
            .into_iter()
            .map(|span| span.slice(&text))
            .collect();
        assert_eq!(found.join(" | "), marked);
    }

    #[test]
    fn abbreviations_of_news_end_no_sentence() {
        for marked in [
            "U.S. State Secretary Ann Roe phoned him. | He spoke for an hour.",
            "Police Lt. Brandt said so. | Two men fled.",
            "He is No. 5 on the list. | She is not.",
            "It was sent to Ms. Roe of Ft. Dunmore. | Mx. Poe saw it.",
            "Sen. Ann Roe, R-S.C., and Rep. Jo Poe, D-N.Y., left. | Nobody stayed.",
            "Sheriff Peter J. Moll and J. K. Adams came.",
            "Maj. Gen. John Smith met Lt. Col. Roe. | Brig. Gen. Poe left.",
            "Dist. Atty. Jo Roe met Atty. Gen. Poe. | Spc. Lee left.",
            "Rep. Jo Fry, D-Ohio, won in Flint, Mich., on Monday. | A St. Louis man lost.",
            "Smith & Co., Inc., sued Acme Corp. | The case was dropped.",
            "It fell on Jan. 5. | Snow followed on Feb. 6.",
            "He moved to Washington, D.C. | The family followed.",
            "The $2.5 million deal was signed. | It was big.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn clock_times() {
        for marked in [
            "It began at 9 a.m. Monday in Troy. | Police came.",
            "It ended at 5 p.m. | Police left soon after.",
            "It ended at 5:30 p.m. EDT on Friday.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn quotations_stay_with_their_speaker() {
        for marked in [
            "\u{201C}Why now?\u{201D} Ms. Roe asked the guards. | Nobody knew.",
            "\"Stop it!\" Fire Chief Ann Poe told them. | They left.",
            "\"Is it over?\" | The guards left.",
            "\"Is it over?\" | Police said the road was closed.",
            "\u{201C}It is sad,\u{201D} he said on Monday. | \u{201C}I feel bad. Very bad,\u{201D} he said.",
            "\"It is sad,\" he said on Monday. | \"I feel bad. Very bad,\" he said.",
            "\"We don't know.\" | He left.",
            "\"I saw smoke. I ran,\" she said. | \"It was bad. Very bad.\"",
            "He asked, \"Why?\" and left. | \"Why?\" he asked.",
            "He said, \u{201C}It is over.\u{201D} | Then he left.",
            "Leave me alone! he yelled. | It was late.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn long_quotations_are_cut_once_more() {
        check(
            "\"We heard the blast at four in the morning and ran into the yard with the children. | \
             The wall of the school was gone, and so was the roof of the house that stood beside it \
             for eighty years. | Nobody helped us until noon,\" she said. | She wept.",
        );
    }

    #[test]
    fn points_that_end_nothing() {
        for marked in [
            "He waited ... and waited. | She left.",
            "The site www.example.Report.com is down. | It was hacked.",
            "1. The first item. | 2. The second item.",
            "Q. What is his name? | A. His name is Alfred.",
            "She studies !Kung and !Xun. | It is hard.",
            "As payment for 1. above, pay a fee.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn a_long_run_of_brackets_takes_no_time() {
        let text = "(".repeat(200_000);
        assert!(sentence_spans(&text, Span::new(0, text.len()), &[]).is_empty());
    }
}
