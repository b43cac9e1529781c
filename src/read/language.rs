//! What language an article is written in, through whatlang.

use whatlang::{Lang, detect};

/// Bytes that are looked at.
const LOOKED_AT: usize = 6_000;
/// Fewest letters from which on a language can be told.
const FEWEST_LETTERS: usize = 100;

/// The language of a text that is not English, as ISO 639-3 has it (`spa`); `None` for English and for what cannot be told.
pub(super) fn language(text: &str) -> Option<String> {
    let end = (0..=LOOKED_AT.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))?;
    let text = &text[..end];
    if text.chars().filter(|c| c.is_alphabetic()).count() < FEWEST_LETTERS {
        return None;
    }
    let found = detect(text)?;
    (found.is_reliable() && found.lang() != Lang::Eng).then(|| found.lang().code().to_owned())
}

/// The English name of a language, by its code.
///
/// ```
/// assert_eq!(storydiff::read::language_name("spa"), "Spanish");
/// assert_eq!(storydiff::read::language_name("xx"), "xx");
/// ```
#[must_use]
pub fn language_name(code: &str) -> &str {
    Lang::from_code(code).map_or(code, |language| language.eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_and_others() {
        for (text, expected) in [
            (
                "Six guards were hurt in the fire at the mill in Dunmore on Monday, the police said, and the road past the mill was closed.",
                None,
            ),
            (
                "Seis guardias resultaron heridos el lunes en el incendio de la f\u{e1}brica de Dunmore, dijo la polic\u{ed}a, y la carretera se cerr\u{f3}.",
                Some("spa"),
            ),
            (
                "Bei dem Brand der M\u{fc}hle in Dunmore wurden am Montag sechs Wachleute verletzt, teilte die Polizei mit; die Stra\u{df}e wurde gesperrt.",
                Some("deu"),
            ),
            ("Seis guardias", None),
            ("", None),
        ] {
            assert_eq!(language(text).as_deref(), expected, "{text}");
        }
    }
}
