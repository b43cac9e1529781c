//! Numbers in words: "one hundred and four", "twenty-third".

use text2num::{Language, text2digits};

use super::words::Words;

/// What a run of number words comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spelled {
    pub value: f64,
    pub ordinal: bool,
    pub end: usize,
}

/// Longest run of number words that is looked at; longer ones are no numbers that news prints.
const LONGEST_RUN: usize = 16;

/// The longest number in words that starts at `at`.
pub(super) fn spelled(words: Words<'_>, at: usize) -> Option<Spelled> {
    if !is_number_word(words.lower(at)) {
        return None;
    }
    let language = Language::english();
    let mut text = String::new();
    let mut best = None;
    let mut next = at;
    while next < at + LONGEST_RUN {
        let word = words.lower(next);
        if is_number_word(word) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(spelling(word));
            next += 1;
            let Ok(read) = text2digits(&text, &language) else {
                break;
            };
            let number = read.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let ordinal = number.len() < read.len();
            if let Ok(value) = number.parse::<f64>() {
                best = Some(Spelled {
                    value,
                    ordinal,
                    end: next,
                });
            }
            if ordinal {
                break;
            }
        } else if words.is_tie(next) && is_number_word(words.lower(next + 1)) {
            next += 1;
        } else if word == "and"
            && matches!(
                words.before(next, 1),
                "hundred" | "thousand" | "million" | "billion"
            )
            && is_number_word(words.lower(next + 1))
        {
            text.push_str(" and");
            next += 1;
        } else {
            break;
        }
    }
    best
}

/// The spelling that the number reader knows: it lacks "sixtieth".
fn spelling(word: &str) -> &str {
    match word {
        "sixtieth" => "sixteeth",
        other => other,
    }
}

/// Whether a word can be part of a number in words. Plural scales ("hundreds") are vague and stand elsewhere.
fn is_number_word(word: &str) -> bool {
    const WORDS: [&str; 66] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fourty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
        "hundredth",
        "thousandth",
        "millionth",
        "billionth",
        "fourtieth",
        "sixteeth",
    ];
    (3..=11).contains(&word.len()) && WORDS.contains(&word)
}
