//! Letters without what stands above, below and across them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text without accents: names are printed with them or without.
///
/// ```
/// use storydiff::lexicon::unaccented;
/// assert_eq!(unaccented("José Vélez of Łódź"), "Jose Velez of Lodz");
/// ```
#[must_use]
pub fn unaccented(text: &str) -> String {
    let letters = text.nfd().filter(|c| !is_combining_mark(*c));
    letters
        .map(|c| match c {
            // strokes and dots are no marks of their own
            'ø' => 'o',
            'Ø' => 'O',
            'ł' => 'l',
            'Ł' => 'L',
            'đ' => 'd',
            'Đ' => 'D',
            'ı' => 'i',
            _ => c,
        })
        .collect()
}
