//! Runs of capitals that are names.

use std::collections::HashSet;
use std::ops::Range;

use crate::grammar::is_weekday;
use crate::lexicon::{self, Gazetteer};
use crate::segment::{Document, SentenceKind, Token, TokenKind};

/// How an article writes its words where capitals mean something: inside sentences of running text.
pub(super) struct Seen<'a> {
    capitalised: HashSet<&'a str>,
    small: HashSet<&'a str>,
}

/// Least frequency (Zipf) of a common word: a capital at the start of a sentence does not make it a name.
const COMMON: f32 = 3.0;

impl<'a> Seen<'a> {
    pub(super) fn in_document(document: &'a Document) -> Self {
        let mut seen = Self {
            capitalised: HashSet::new(),
            small: HashSet::new(),
        };
        let body = document
            .sentences
            .iter()
            .filter(|sentence| sentence.kind == SentenceKind::Body);
        for sentence in body.filter(|sentence| !in_title_case(&sentence.tokens)) {
            let inner = sentence.tokens.iter().enumerate();
            for (at, token) in inner.filter(|(_, token)| token.kind == TokenKind::Word) {
                if !token.capitalised {
                    seen.small.insert(&token.lower);
                } else if at > 0 && !opens(&sentence.tokens[at - 1]) {
                    seen.capitalised.insert(&token.lower);
                }
            }
        }
        seen
    }

    /// Whether a capital where every word would have one still tells a name.
    fn is_name(&self, lower: &str) -> bool {
        if self.capitalised.contains(lower) {
            return true;
        }
        let known = lexicon::gazetteer(lower);
        let common = lexicon::zipf(lower) >= COMMON
            || lexicon::is_noun(lower)
            || lexicon::is_adjective(lower);
        !self.small.contains(lower)
            && !lexicon::is_function_word(lower)
            && lexicon::verb_forms(lower).is_none()
            && (!common || known.iter().any(|sort| *sort != Gazetteer::FamilyName))
    }
}

/// Whether a line writes all its longer words with capitals.
fn in_title_case<'a>(tokens: impl IntoIterator<Item = &'a Token>) -> bool {
    let long = tokens
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word && token.lower.len() > 3);
    let (mut all, mut capitalised) = (0, 0);
    for token in long {
        all += 1;
        capitalised += usize::from(token.capitalised);
    }
    all > 3 && capitalised == all
}

/// A mark behind which a sentence starts.
fn opens(before: &Token) -> bool {
    matches!(
        before.lower.as_str(),
        "\u{201c}"
            | "\""
            | "``"
            | ":"
            | "\u{2014}"
            | "--"
            | "."
            | "?"
            | "!"
            | "("
            | "'"
            | "\u{2018}"
    )
}

/// Token ranges of names, in order.
pub(super) fn runs(words: &[&Token], kind: SentenceKind, seen: &Seen<'_>) -> Vec<Range<usize>> {
    let shouting =
        kind == SentenceKind::Headline || words.len() > 4 && in_title_case(words.iter().copied());
    let starts = |at: usize| {
        let word = words[at];
        let nameable = word.kind == TokenKind::Word
            && word.capitalised
            && !is_calendar(&word.lower)
            && !matches!(
                word.lower.as_str(),
                "i" | "i'm" | "i'd" | "i've" | "i'll" | "a.m." | "p.m." | "'s"
            );
        if !nameable || lexicon::is_function_word(&word.lower) && !is_acronym(word) {
            return false;
        }
        let first = at == 0
            || opens(words[at - 1]) && words[at - 1].lower != "(" && words[at - 1].lower != ".";
        if !first && !shouting {
            return true;
        }
        let goes_on = !shouting
            && words.get(at + 1).is_some_and(|next| {
                next.capitalised
                    && next.kind == TokenKind::Word
                    && !lexicon::is_function_word(&next.lower)
                    && !is_calendar(&next.lower)
            })
            && lexicon::country_of_demonym(&word.lower).is_none();
        seen.is_name(&word.lower)
            || goes_on && !seen.small.contains(word.lower.as_str())
            || super::is_title(&word.lower)
                && (goes_on || words.get(at + 1).is_some_and(|next| next.lower == "."))
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !starts(at) {
            // "al-Haq": a small particle that opens a name
            let particle = matches!(words[at].lower.as_str(), "al" | "el" | "ibn" | "abu")
                && at + 2 < words.len()
                && words[at + 1].lower == "-"
                && words[at + 2].capitalised;
            if !particle {
                at += 1;
                continue;
            }
        }
        let from = at;
        let mut end = at + 1;
        // "US Secretary of State": the country is a name of its own
        let country = is_acronym(words[at])
            && words
                .get(end)
                .is_some_and(|next| super::is_title(&next.lower));
        if country {
            found.push(from..end);
            at = end;
            continue;
        }
        while let Some(next) = links(words, end, seen, shouting) {
            end = next;
        }
        found.push(from..end);
        at = end;
    }
    found
}

/// Where a run goes on to from `end`: over a name word, or over what links two of them.
fn links(words: &[&Token], end: usize, seen: &Seen<'_>, shouting: bool) -> Option<usize> {
    let is_name = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.capitalised
                && word.kind == TokenKind::Word
                && !is_calendar(&word.lower)
                && (!lexicon::is_function_word(&word.lower) || is_acronym(word))
                && (!shouting || seen.is_name(&word.lower))
        })
    };
    let word = words.get(end)?;
    if is_name(end) {
        return Some(end + 1);
    }
    let touches = |at: usize| {
        words
            .get(at)
            .is_some_and(|w| w.span.start == words[at - 1].span.end)
    };
    match word.lower.as_str() {
        // initials and shortened titles: "J. Smith", "Lt. Poe"
        "." if touches(end)
            && is_name(end + 1)
            && (words[end - 1].lower.len() == 1 || super::is_title(&words[end - 1].lower)) =>
        {
            Some(end + 2)
        }
        "." if touches(end)
            && matches!(words[end - 1].lower.as_str(), "st" | "ft" | "mt" | "jr")
            && is_name(end + 1) =>
        {
            Some(end + 2)
        }
        "-" if touches(end) && touches(end + 1) && is_name(end + 1) => Some(end + 2),
        "al" | "el" if words.get(end + 1)?.lower == "-" && is_name(end + 2) => Some(end + 3),
        "of" if is_name(end + 1) && takes_of(&words[end - 1].lower) => Some(end + 2),
        "of" if words.get(end + 1)?.lower == "the"
            && is_name(end + 2)
            && takes_of(&words[end - 1].lower) =>
        {
            Some(end + 3)
        }
        "&" if is_name(end + 1) && !words[end - 1].capitals => Some(end + 2),
        "de" | "van" | "von" | "bin" | "del" | "da" | "di" | "la" if is_name(end + 1) => {
            Some(end + 2)
        }
        _ => None,
    }
}

/// Words of names that go on with "of".
fn takes_of(lower: &str) -> bool {
    matches!(
        lower,
        "secretary"
            | "republic"
            | "states"
            | "kingdom"
            | "isle"
            | "gulf"
            | "bay"
            | "chamber"
            | "duke"
            | "prince"
            | "king"
            | "queen"
    ) || super::kinds::of_last_word(lower).is_some()
}

/// Names of months and weekdays.
fn is_calendar(lower: &str) -> bool {
    is_weekday(lower)
        || matches!(
            lower,
            "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "jan"
                | "feb"
                | "mar"
                | "apr"
                | "jun"
                | "jul"
                | "aug"
                | "sep"
                | "sept"
                | "oct"
                | "nov"
                | "dec"
                | "mon"
                | "tue"
                | "wed"
                | "thu"
                | "fri"
                | "sat"
                | "sun"
                | "est"
                | "gmt"
                | "utc"
                | "christmas"
                | "easter"
        )
}

/// "US", "IT" in capitals are no function words.
fn is_acronym(word: &Token) -> bool {
    word.span.len() >= 2
        && matches!(
            word.lower.as_str(),
            "us" | "u.s." | "who" | "un" | "u.n." | "uk" | "u.k."
        )
        && word.capitals
}
