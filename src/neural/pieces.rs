//! Words -> numbers of pieces, as the encoder was trained to read them (WordPiece: Schuster and Nakajima 2012).
//!
//! ```text
//! "Kadhimi's guards"   ->   kad ##him ##i ' s guards      each with the place in the text where it starts
//! ```
//!
//! Our own screen of code, for want of a crate: that of `rten-text` 0.27, by its source, counts the marks of pieces as letters
//! of the text and can look up places behind its end, and `tokenizers` brings forty crates.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// A piece of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its row in the table.
    pub(super) number: usize,
    /// Byte where its word starts in the text.
    pub(super) word: usize,
}

/// The pieces there are.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Sorted; the number of a piece is its place.
    pieces: Vec<&'static str>,
    unknown: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What stands for hidden words.
    pub(super) mask: usize,
}

/// Words of more letters are not spelled.
const LONGEST_WORD: usize = 100;
/// Mark of a piece that goes on with a word.
const GOES_ON: &str = "##";

impl Vocabulary {
    /// Reads a list of pieces, one a line, sorted by bytes.
    ///
    /// `None` when it is not sorted or lacks the special pieces.
    pub(super) fn parse(list: &'static str) -> Option<Self> {
        let pieces: Vec<&str> = list.lines().collect();
        let sorted = pieces.windows(2).all(|pair| pair[0] < pair[1]);
        let find = |piece: &str| pieces.binary_search(&piece).ok();
        let (unknown, mask) = (find("[UNK]")?, find("[MASK]")?);
        let (start, end) = (find("[CLS]")?, find("[SEP]")?);
        sorted.then_some(Self {
            pieces,
            unknown,
            start,
            end,
            mask,
        })
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The pieces of a text, in order.
    pub(super) fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut found = Vec::new();
        let mut word = String::new();
        let mut start = 0;
        for (at, letter) in text.char_indices() {
            if letter.is_whitespace() || stands_alone(letter) {
                self.spell(&word, start, &mut found);
                word.clear();
                if stands_alone(letter) {
                    self.spell(letter.encode_utf8(&mut [0; 4]), at, &mut found);
                }
                continue;
            }
            if word.is_empty() {
                start = at;
            }
            word.extend(plain(letter));
        }
        self.spell(&word, start, &mut found);
        found
    }

    /// The pieces of a text of which some bytes are hidden, in order.
    pub(super) fn masked_pieces(&self, text: &str, hidden: Range<usize>) -> Vec<Piece> {
        let behind = self.pieces(&text[hidden.end..]).into_iter();
        let mut found = self.pieces(&text[..hidden.start]);
        found.push(Piece {
            number: self.mask,
            word: hidden.start,
        });
        found.extend(behind.map(|piece| Piece {
            word: piece.word + hidden.end,
            ..piece
        }));
        found
    }

    /// The longest piece that a word begins with, then the longest that the rest begins with, and so on; unknown as a
    /// whole when that fails.
    fn spell(&self, word: &str, start: usize, found: &mut Vec<Piece>) {
        let before = found.len();
        let mut rest = word;
        let mut piece = String::new();
        while !rest.is_empty() {
            let prefix = if found.len() > before { GOES_ON } else { "" };
            let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
            let longest = ends.rev().find_map(|end| {
                piece.clear();
                piece.extend([prefix, &rest[..end]]);
                let number = self.pieces.binary_search(&piece.as_str()).ok()?;
                Some((number, end))
            });
            match longest {
                Some((number, end)) if word.chars().count() <= LONGEST_WORD => {
                    found.push(Piece {
                        number,
                        word: start,
                    });
                    rest = &rest[end..];
                }
                _ => {
                    found.truncate(before);
                    found.push(Piece {
                        number: self.unknown,
                        word: start,
                    });
                    break;
                }
            }
        }
    }
}

/// A letter in lower case without accents; nothing for control signs.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let kept = !letter.is_control()
        && letter != '\u{fffd}'
        && letter.general_category() != GeneralCategory::Format;
    std::iter::once(letter)
        .filter(move |_| kept)
        .nfd()
        .filter(|part| part.general_category() != GeneralCategory::NonspacingMark)
        .flat_map(char::to_lowercase)
}

/// Punctuation, and signs that are words of their own.
fn stands_alone(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || letter.general_category_group() == GeneralCategoryGroup::Punctuation
        || is_ideograph(letter)
}

/// Chinese signs, by their blocks.
fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ceaf}' | '\u{2f800}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str =
        "##him\n##i\n##s\n'\n.\n[CLS]\n[MASK]\n[SEP]\n[UNK]\nguard\nguards\nkad\ns\nvoila";

    fn spelled(text: &str) -> Vec<(&'static str, usize)> {
        let vocabulary = Vocabulary::parse(LIST).expect("sorted");
        vocabulary
            .pieces(text)
            .into_iter()
            .map(|piece| (vocabulary.pieces[piece.number], piece.word))
            .collect()
    }

    #[test]
    fn words_are_spelled_with_the_longest_pieces() {
        assert_eq!(
            spelled("Kadhimi's guards."),
            [
                ("kad", 0),
                ("##him", 0),
                ("##i", 0),
                ("'", 7),
                ("s", 8),
                ("guards", 10),
                (".", 16)
            ]
        );
    }

    #[test]
    fn accents_case_and_unknown_words() {
        assert_eq!(
            spelled("Voilà, guardx"),
            [("voila", 0), ("[UNK]", 6), ("[UNK]", 8)]
        );
        assert_eq!(spelled(""), []);
        assert_eq!(spelled(&"s".repeat(200)), [("[UNK]", 0)]);
    }

    #[test]
    fn hidden_words_are_one_piece() {
        let vocabulary = Vocabulary::parse(LIST).expect("sorted");
        let pieces = vocabulary.masked_pieces("Kadhimi's guards.", 0..7);
        let spelled: Vec<_> = pieces
            .into_iter()
            .map(|piece| (vocabulary.pieces[piece.number], piece.word))
            .collect();
        let expected = [("[MASK]", 0), ("'", 7), ("s", 8), ("guards", 10), (".", 16)];
        assert_eq!(spelled, expected);
    }

    #[test]
    fn a_list_that_is_not_sorted_is_refused() {
        assert!(Vocabulary::parse("b\na\n[CLS]\n[MASK]\n[SEP]\n[UNK]").is_none());
        assert!(Vocabulary::parse("a\nb").is_none());
    }
}
