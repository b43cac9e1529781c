//! What happened to the counted: "12 dead" -> kill, "arrested two men" -> arrest.
//!
//! Reporters name one event in many words; a closed list brings those for casualties and arrests to one verb each
//! (`data/casualty_words.txt`). Other verbs give their dictionary form.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::Words;
use crate::lexicon;

/// The event of counts that do not part the dead from the injured.
const KILL_OR_INJURE: &str = "kill-or-injure";
/// How many auxiliaries and adverbs may part a subject from its verb.
const AUXILIARY_REACH: usize = 7;
/// How far before a number its "death toll" may stand.
const TOLL_REACH: usize = 9;

/// A word of the casualty list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Casualty {
    pub event: &'static str,
    pub class: Class,
}

/// How a casualty word is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// "dead", "wounded"
    State,
    /// "died", "killing"
    Verb,
    /// "deaths"
    Noun,
}

static CASUALTIES: LazyLock<HashMap<&'static str, Casualty>> = LazyLock::new(|| {
    include_str!("../../../data/casualty_words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (word, event, class) = (columns.next()?, columns.next()?, columns.next()?);
            let class = match class {
                "state" => Class::State,
                "verb" => Class::Verb,
                _ => Class::Noun,
            };
            Some((word, Casualty { event, class }))
        })
        .collect()
});

/// What the casualty list says of a word.
pub(super) fn casualty(lower: &str) -> Option<Casualty> {
    CASUALTIES.get(lower).copied()
}

/// The event for the count that stands at `start..` and whose noun phrase ends before `end`.
pub(super) fn event(words: Words<'_>, start: usize, end: usize) -> Option<String> {
    let behind = after(words, end);
    if let Some(Verb {
        casualty: true,
        ref lemma,
    }) = behind
    {
        return Some(lemma.clone());
    }
    if let Some(event) = phrase(words, end) {
        return Some(event.to_owned());
    }
    if words.lower(end.saturating_sub(1)) == "lives" {
        return Some("kill".to_owned());
    }
    toll(words, start)
        .map(str::to_owned)
        .or_else(|| before(words, start))
        .or_else(|| behind.map(|verb| verb.lemma))
}

struct Verb {
    lemma: String,
    casualty: bool,
}

/// The casualty event that the words from `at` on say of what stands before them.
pub(super) fn casualty_after(words: Words<'_>, at: usize) -> Option<String> {
    after(words, at)
        .filter(|verb| verb.casualty)
        .map(|verb| verb.lemma)
}

/// Whether a casualty verb has what stands at `at` for its object: "killing one".
pub(super) fn is_casualty_before(words: Words<'_>, at: usize) -> bool {
    casualty(words.before(at, 1)).is_some_and(|found| found.class != Class::Noun)
        && !matches!(words.before(at, 2), "was" | "were" | "been")
}

/// "... were killed", "... dead", "... died", "... gathered".
fn after(words: Words<'_>, end: usize) -> Option<Verb> {
    let mut at = end;
    let mut passive = false;
    while at < end + AUXILIARY_REACH {
        let word = words.lower(at);
        match word {
            "was" | "were" | "been" | "be" | "being" | "got" | "are" | "is" => passive = true,
            "who" | "that" | "had" | "has" | "have" | "others" | "also" | "still" | "already"
            | "later" | "reportedly" | "all" | "to" | "believed" | "feared" | "confirmed"
            | "reported" | "presumed" | "left" | "listed" | "as" | "will" | "remain"
            | "remained" | "not" | "may" | "could" => {}
            _ if word.len() > 4 && word.ends_with("ly") && casualty(word).is_none() => {}
            _ => break,
        }
        at += 1;
    }
    let word = words.lower(at);
    if let Some(found) = casualty(word).filter(|found| found.class != Class::Noun || at == end) {
        return Some(Verb {
            lemma: joined(words, at, found.event).to_owned(),
            casualty: true,
        });
    }
    if let Some(event) = phrase(words, at) {
        return Some(Verb {
            lemma: event.to_owned(),
            casualty: true,
        });
    }
    if words.follows(at, &["in", "custody"]) || words.follows(at, &["into", "custody"]) {
        return Some(Verb {
            lemma: "arrest".to_owned(),
            casualty: true,
        });
    }
    let forms = lexicon::verb_forms(word)?;
    let fits = if passive {
        forms.participle
    } else {
        forms.past
    };
    (fits && !is_light(word)).then(|| Verb {
        lemma: lexicon::verb_lemma(word).to_owned(),
        casualty: false,
    })
}

/// What several words together say: "lost their lives", "suffered minor injuries", "were taken to local hospitals".
fn phrase(words: Words<'_>, at: usize) -> Option<&'static str> {
    let soon = |from: usize, wanted: &[&str]| {
        (from..from + PHRASE_REACH).any(|at| wanted.contains(&words.lower(at)))
    };
    let verb = words.lower(at);
    match lexicon::verb_lemma(verb) {
        "lose" if soon(at + 1, &["lives", "life"]) => Some("kill"),
        "suffer" | "sustain" | "receive" if soon(at + 1, &["injuries", "wounds", "burns"]) => {
            Some("injure")
        }
        "take" | "rush" | "airlift" | "bring" | "send" | "admit" | "transport"
            if words.lower(at + 1) == "to" && soon(at + 2, &["hospital", "hospitals"]) =>
        {
            Some("hospitalise")
        }
        "take" if words.follows(at + 1, &["into", "custody"]) => Some("arrest"),
        _ if verb == "to" && soon(at + 1, &["hospital", "hospitals"]) => Some("hospitalise"),
        _ if words.follows(at, &["with", "injuries"]) => Some("injure"),
        _ => None,
    }
}

/// Words among which the noun of a phrase must come: "suffered |minor head injuries".
const PHRASE_REACH: usize = 4;

/// "killed and injured", "dead or wounded": one count for two events; a number after "and" starts a count of its own.
pub(super) fn joined(words: Words<'_>, at: usize, event: &'static str) -> &'static str {
    let link = matches!(words.lower(at + 1), "and" | "or" | "/");
    match casualty(words.lower(at + 2)) {
        Some(other) if link && other.event != event => merged(event, other.event),
        _ => event,
    }
}

fn merged(one: &'static str, other: &'static str) -> &'static str {
    let harm = |event| matches!(event, "kill" | "injure" | KILL_OR_INJURE);
    if harm(one) && harm(other) {
        KILL_OR_INJURE
    } else {
        one
    }
}

/// "killing three", "arrested two", "deaths of 12".
fn before(words: Words<'_>, start: usize) -> Option<String> {
    let mut at = start.checked_sub(1)?;
    while at > 0
        && matches!(
            words.lower(at),
            "the" | "another" | "all" | "a" | "an" | "total" | "these" | "only" | "also"
        )
    {
        at -= 1;
    }
    let word = words.lower(at);
    if word == "of" {
        return casualty(words.before(at, 1))
            .filter(|found| found.class == Class::Noun || words.before(at, 1) == "killing")
            .map(|found| found.event.to_owned());
    }
    if let Some(found) = casualty(word).filter(|found| found.class != Class::Noun) {
        // "was killed three days ago", "were arrested two": the number is not the object of a passive
        if matches!(
            words.before(at, 1),
            "was" | "were" | "been" | "be" | "being"
        ) {
            return None;
        }
        let linked = matches!(words.before(at, 1), "and" | "or");
        let event = match casualty(words.before(at, 2)) {
            Some(other) if linked && other.event != found.event => merged(found.event, other.event),
            _ => found.event,
        };
        return matches!(found.class, Class::Verb | Class::State)
            .then(|| event.to_owned())
            .filter(|_| {
                !matches!(
                    word,
                    "dead"
                        | "missing"
                        | "died"
                        | "die"
                        | "dies"
                        | "dying"
                        | "fatally"
                        | "unaccounted"
                )
            });
    }
    let forms = lexicon::verb_forms(word)?;
    let finite = forms.past || forms.gerund || forms.present && !lexicon::is_noun(word);
    let passive = matches!(
        words.before(at, 1),
        "was" | "were" | "been" | "be" | "being" | "is" | "are"
    );
    (finite && !passive && !is_light(word)).then(|| lexicon::verb_lemma(word).to_owned())
}

/// Verbs that say nothing of the counted.
fn is_light(word: &str) -> bool {
    matches!(
        lexicon::verb_lemma(word),
        "be" | "have"
            | "do"
            | "say"
            | "tell"
            | "get"
            | "include"
            | "become"
            | "remain"
            | "leave"
            | "report"
            | "make"
            | "add"
            | "number"
            | "total"
            | "average"
            | "reach"
            | "according"
    ) || matches!(
        word,
        "was"
            | "were"
            | "had"
            | "said"
            | "told"
            | "including"
            | "left"
            | "leaving"
            | "added"
            | "being"
    )
}

/// "the death toll rose to 40", "the number of injured stood at 12".
fn toll(words: Words<'_>, start: usize) -> Option<&'static str> {
    let link = words.before(start, 1);
    if !matches!(
        link,
        "to" | "at"
            | "of"
            | "was"
            | "is"
            | "reached"
            | "hit"
            | "passed"
            | "exceeded"
            | "topped"
            | "surpassed"
            | "numbered"
            | ":"
    ) {
        return None;
    }
    for back in 2..TOLL_REACH {
        let at = start.checked_sub(back)?;
        let word = words.lower(at);
        if words.is_digits(at) && back > 2 && words.before(start, back - 1) != "to" {
            return None;
        }
        match word {
            "," | ";" | "." => return None,
            "toll" => return Some("kill"),
            // "the injured numbered 70"
            _ if words.before(at, 1) == "the" => {
                let counted = casualty(word).filter(|found| found.class != Class::Noun);
                if let Some(found) = counted {
                    return Some(joined(words, at, found.event));
                }
            }
            _ => {}
        }
        if words.follows(at, &["number", "of"]) {
            let skip = usize::from(words.lower(at + 2) == "the");
            let found = casualty(words.lower(at + 2 + skip)).or_else(|| {
                casualty(words.lower(at + 3 + skip)).filter(|_| at + 4 + skip < start)
            })?;
            return Some(joined(words, at + 2 + skip, found.event));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::FactValue;
    use crate::extract::quantity::quantities;
    use crate::extract::testing::sentence_of;

    #[test]
    fn one_event_in_many_words() {
        for (text, event) in [
            ("Twelve people lost their lives.", "kill"),
            ("The fire claimed 12 lives.", "kill"),
            ("The number of dead stood at 12.", "kill"),
            ("Twelve were confirmed dead.", "kill"),
            ("The injured numbered 70.", "injure"),
            ("Seventy islanders suffered minor injuries.", "injure"),
            ("The storm left some 70 with injuries.", "injure"),
            ("It also sent 70 people to hospitals.", "hospitalise"),
            (
                "Seventy people were taken to a local hospital.",
                "hospitalise",
            ),
            ("Fourteen men were taken into custody.", "arrest"),
            ("Seventy people took part.", "take"),
        ] {
            let facts = quantities(text, &sentence_of(text));
            let found = facts.iter().find_map(|fact| match &fact.value {
                FactValue::Quantity(quantity) => quantity.event.as_deref(),
                _ => None,
            });
            assert_eq!(found, Some(event), "{text}");
        }
    }
}
