//! A name that must be spelled one way -> where a text spells it another way.
//!
//! ```text
//! name "Anna Kelly" spelled "Anna Kelly"
//!   Anna Kelley said ...     the name, a letter more
//!   anna kelly said ...      other capitals
//!   Ms Kelley said ...       her last name alone
//!   Kelly said ...           right
//! ```

use strsim::damerau_levenshtein;

use crate::{Span, lexicon};

/// Letters of a name or of a last name from which on a letter more, less or other is taken for a misspelling: of shorter ones too
/// many are a letter apart ("Kerr", "Kerry").
const FEWEST_LETTERS: usize = 5;
/// Letters of a name for which another letter may be wrong.
const LETTERS_A_MISTAKE: usize = 8;
/// How common (Zipf) a word is from which on it is taken for one, and no name, where its capital may be that of a sentence.
const COMMON: f32 = 3.0;
/// The same for a word that a name is, too, but for its capital: "turkey", "apple", "us".
const COMMON_BESIDE_A_NAME: f32 = 4.0;

struct Token {
    span: Span,
    lower: String,
}

/// Where the text has `name` in another spelling than `spelled`, in its order.
pub(super) fn misspellings(text: &str, name: &str, spelled: &str) -> Vec<Span> {
    let tokens = tokens(text);
    let target = tokens_lower(spelled);
    // which tokens are spoken for
    let mut taken = vec![false; tokens.len()];
    for (at, window) in windows(&tokens, target.len()) {
        if is_exact(text, hull(window), spelled) {
            taken[at..at + target.len()].fill(true);
        }
    }
    let mut found = Vec::new();
    for called in [&target, &tokens_lower(name)] {
        for (at, window) in windows(&tokens, called.len()) {
            let span = hull(window);
            let own = at..at + called.len();
            if !taken[own.clone()].contains(&true)
                && is_joined(text, window)
                && is_called(text, window, called)
            {
                taken[own].fill(true);
                found.push(span);
            }
        }
    }
    if let [_, .., last] = &target[..] {
        for (token, _) in tokens.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            if is_misspelled_alone(text, token, last) {
                found.push(token.span);
            }
        }
    }
    found.sort_unstable();
    found
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match tokens.last_mut() {
            Some(last) if last.span.end == at => last.span.end += c.len_utf8(),
            _ => tokens.push(Token {
                span: Span::new(at, at + c.len_utf8()),
                lower: String::new(),
            }),
        }
    }
    for token in &mut tokens {
        token.lower = token.span.slice(text).to_lowercase();
    }
    tokens
}

fn tokens_lower(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.lower).collect()
}

fn windows(tokens: &[Token], size: usize) -> impl Iterator<Item = (usize, &[Token])> {
    tokens.windows(size.max(1)).enumerate()
}

fn hull(window: &[Token]) -> Span {
    let first = window.first().map_or(0, |token| token.span.start);
    Span::new(first, window.last().map_or(first, |token| token.span.end))
}

/// Whether words are spelled so, with the signs before and behind them: "U.S."
fn is_exact(text: &str, span: Span, spelled: &str) -> bool {
    let core = spelled.trim_matches(|c: char| !c.is_alphanumeric());
    let (before, behind) = spelled.split_once(core).unwrap_or_default();
    spaced(span.slice(text)) == spaced(core)
        && text[..span.start].ends_with(before)
        && text[span.end..].starts_with(behind)
}

fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether no sentence, clause or paragraph ends between the words.
fn is_joined(text: &str, window: &[Token]) -> bool {
    window.windows(2).all(|pair| {
        let between = &text[pair[0].span.end..pair[1].span.start];
        between
            .chars()
            .all(|c| c.is_whitespace() || "-'\u{2019}\u{2010}\u{2011}.".contains(c))
            && !between.contains(". ")
            && between.matches('\n').count() < 2
    })
}

/// Whether words are the name, but for capitals, signs and some letters.
fn is_called(text: &str, window: &[Token], called: &[String]) -> bool {
    let words: Vec<&str> = window.iter().map(|token| token.lower.as_str()).collect();
    let (words, called) = (words.join(" "), called.join(" "));
    if words == called {
        return !is_common_word(text, window);
    }
    let is_name = window.iter().all(|token| {
        let slice = token.span.slice(text);
        slice.starts_with(char::is_uppercase) || slice.chars().count() <= 3
    });
    let letters = called.chars().count();
    is_name
        && letters >= FEWEST_LETTERS
        && damerau_levenshtein(&words, &called) <= 1 + letters / LETTERS_A_MISTAKE
        && !is_inflected(&words, &called)
        && !(window.len() == 1 && is_common_opening(text, &window[0]))
}

/// Whether words without a capital are only a common one: "us" is not "US", nor an apple Apple.
fn is_common_word(text: &str, window: &[Token]) -> bool {
    let [token] = window else {
        return false;
    };
    token.span.slice(text).starts_with(char::is_lowercase)
        && lexicon::zipf(&token.lower) >= COMMON_BESIDE_A_NAME
}

/// Whether a word alone is the last name, but for a letter or two.
fn is_misspelled_alone(text: &str, token: &Token, last: &str) -> bool {
    let letters = last.chars().count();
    token.lower != last
        && token.span.slice(text).starts_with(char::is_uppercase)
        && letters >= FEWEST_LETTERS
        && damerau_levenshtein(&token.lower, last) <= 1 + letters / LETTERS_A_MISTAKE
        && !is_inflected(&token.lower, last)
        && !is_common_opening(text, token)
}

/// Several of one name, or what is his: "the Kellys".
fn is_inflected(word: &str, name: &str) -> bool {
    ["s", "es", " s"].iter().any(|ending| {
        word.strip_suffix(ending) == Some(name) || name.strip_suffix(ending) == Some(word)
    })
}

/// Whether a common word has its capital only because a sentence begins with it.
fn is_common_opening(text: &str, token: &Token) -> bool {
    let before =
        text[..token.span.start].trim_end_matches([' ', '"', '\u{201c}', '\u{2018}', '\'']);
    let opens = before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n']);
    let is_known_name = !lexicon::gazetteer(&token.lower).is_empty();
    opens && !is_known_name && lexicon::zipf(&token.lower) >= COMMON
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, name: &str, spelled: &str) -> Vec<String> {
        misspellings(text, name, spelled)
            .into_iter()
            .map(|span| span.slice(text).to_owned())
            .collect()
    }

    #[test]
    fn names_in_other_spellings() {
        let kelly = "Anna Kelly";
        for (text, expected) in [
            ("Anna Kelly said so. Kelly\u{2019}s mill burned.", &[][..]),
            ("Anna Kelley said so.", &["Anna Kelley"]),
            ("Ana Kelly and Anna\nKely", &["Ana Kelly", "Anna\nKely"]),
            ("anna kelly, ANNA KELLY", &["anna kelly", "ANNA KELLY"]),
            ("Anna-Kelly", &["Anna-Kelly"]),
            ("Ms Kelley said so.", &["Kelley"]),
            ("It hurt Kelyl", &["Kelyl"]),
            ("The Kellys, Anna Kelly's", &[]),
            ("Belly up. A jelly. Jelly was served.", &[]),
            ("He met Anna. Kelly was there.", &[]),
            ("Hanna Kelso, Emma Kelly", &[]),
            ("", &[]),
        ] {
            assert_eq!(found(text, kelly, kelly), expected, "{text}");
        }
        for (text, expected) in [
            ("Mustafa al-Kadhimi", &[][..]),
            ("Mustafa al Kadhimi", &["Mustafa al Kadhimi"]),
            ("Mustafa Al-Kadhimi", &["Mustafa Al-Kadhimi"]),
            (
                "Mostafa al-Kadhemi; Kadhemi; al-Kadhimi",
                &["Mostafa al-Kadhemi", "Kadhemi"],
            ),
        ] {
            let name = "Mustafa al-Kadhimi";
            assert_eq!(found(text, name, name), expected, "{text}");
        }
        for (text, expected) in [
            ("Burma, Myanmar", &["Burma"][..]),
            ("burma", &["burma"]),
            ("Myanmar", &[]),
        ] {
            assert_eq!(found(text, "Burma", "Myanmar"), expected, "{text}");
        }
        for (text, expected) in [
            ("The U.S. told us. The U.S., that is", &[][..]),
            ("The US and the U.S", &["US", "U.S"]),
        ] {
            assert_eq!(found(text, "US", "U.S."), expected, "{text}");
        }
        let apple = "An apple a day. Apple said so, APPLE.";
        assert_eq!(found(apple, "Apple", "Apple"), ["APPLE"]);
        assert_eq!(found("Kelly said", "Anna Kelly", "Anna Kelley"), ["Kelly"]);
        assert_eq!(found("Kadhimi said", "Kadhimi", "al-Kadhimi"), ["Kadhimi"]);
    }
}
