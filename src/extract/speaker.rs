//! Who says each claim, pronouns resolved where that is safe.
//!
//! ```text
//! Sheriff Robert Pickell said ...      Robert Pickell
//! He added that ...                    Robert Pickell   (the last speaker, a man as far as is known)
//! "We ran. It burned," said Ann Poe.   Ann Poe, for both sentences of the quotation
//! ```

use crate::lexicon::{self, Sex};
use crate::segment::{Clause, Document, Frame, Sentence};
use crate::{Article, Fact, FactKind, FactValue, NameValue, Span, Speaker};

/// Sentences over which "he said" may look back for its speaker.
const LOOK_BACK: usize = 4;

/// `result[sentence][clause]`: the speaker of each clause. `facts[sentence]` hold the linked names.
pub(super) fn speakers(
    article: &Article,
    document: &Document,
    facts: &[Vec<Fact>],
) -> Vec<Vec<Option<Speaker>>> {
    let mut resolver = Resolver {
        text: &article.text,
        last: None,
    };
    let mut found: Vec<Vec<Option<Speaker>>> = Vec::with_capacity(document.sentences.len());
    for (number, sentence) in document.sentences.iter().enumerate() {
        let speakers = sentence
            .clauses
            .iter()
            .map(|clause| {
                let frame = clause.frame.as_ref()?;
                resolver.resolve(number, frame, sentence, &facts[number])
            })
            .collect();
        found.push(speakers);
    }
    carry_through_quotations(document, &mut found);
    continue_quotations(&article.text, document, &mut found);
    found
}

struct Resolver<'a> {
    text: &'a str,
    /// The last speaker that is no pronoun, with the number of its sentence.
    last: Option<(usize, Named)>,
}

#[derive(Debug, Clone)]
struct Named {
    speaker: Speaker,
    kind: Option<FactKind>,
    sex: Option<Sex>,
    plural: bool,
}

impl Resolver<'_> {
    fn resolve(
        &mut self,
        number: usize,
        frame: &Frame,
        sentence: &Sentence,
        facts: &[Fact],
    ) -> Option<Speaker> {
        let source = frame.source?;
        let words = source.slice(self.text).to_lowercase();
        if let Some(pronoun) = Pronoun::of(&words) {
            return Some(self.last_for(pronoun, number, frame).unwrap_or(Speaker {
                name: words,
                span: source,
                cue: Some(frame.cue),
                entity: None,
                resolved: false,
            }));
        }
        let named = self.named(source, frame, sentence, facts);
        let speaker = named.speaker.clone();
        self.last = Some((number, named));
        Some(speaker)
    }

    /// The last speaker, if the pronoun can stand for it.
    fn last_for(&self, pronoun: Pronoun, number: usize, frame: &Frame) -> Option<Speaker> {
        let (at, named) = self.last.as_ref()?;
        let near = number - at <= LOOK_BACK;
        (near && pronoun.fits(named)).then(|| Speaker {
            cue: Some(frame.cue),
            resolved: true,
            ..named.speaker.clone()
        })
    }

    fn named(&self, source: Span, frame: &Frame, sentence: &Sentence, facts: &[Fact]) -> Named {
        let names: Vec<(&Fact, &NameValue)> = facts
            .iter()
            .filter(|fact| source.overlaps(fact.span))
            .filter_map(|fact| match &fact.value {
                FactValue::Name(name) => Some((fact, name)),
                _ => None,
            })
            .collect();
        // a person speaks before the body that the person speaks for: "Ann Poe of the Ministry of Health"
        let chosen = names
            .iter()
            .find(|(fact, _)| fact.kind == FactKind::Person)
            .or_else(|| {
                names.iter().find(|(fact, _)| {
                    fact.kind != FactKind::Place && fact.span.end >= head_end(source, sentence)
                })
            });
        let (name, entity, kind) = match chosen {
            Some((fact, name)) => (name.canonical.clone(), Some(name.entity), Some(fact.kind)),
            None => (
                without_article(source.slice(self.text)).to_owned(),
                None,
                None,
            ),
        };
        let words = source.slice(self.text).to_lowercase();
        let sex = chosen
            .and_then(|(_, name)| sex_of(name))
            .or_else(|| sex_by_words(&words));
        let head = words.split(',').next().unwrap_or(&words);
        let last = head
            .split_whitespace()
            .last()
            .unwrap_or_default()
            .to_owned();
        Named {
            plural: entity.is_none()
                && (last.ends_with('s') && !last.ends_with("ss") || last == "police"),
            speaker: Speaker {
                name,
                span: source,
                cue: Some(frame.cue),
                entity,
                resolved: false,
            },
            kind,
            sex,
        }
    }
}

/// Where the head of a source ends: before its first comma or preposition.
fn head_end(source: Span, sentence: &Sentence) -> usize {
    sentence
        .tokens
        .iter()
        .filter(|token| source.contains(token.span))
        .take_while(|token| {
            !matches!(
                token.lower.as_str(),
                "," | "for" | "from" | "in" | "at" | "who"
            )
        })
        .last()
        .map_or(source.start, |token| token.span.end)
}

fn without_article(words: &str) -> &str {
    ["the ", "The ", "a ", "A ", "an ", "An "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words)
}

fn sex_of(name: &NameValue) -> Option<Sex> {
    let title = name.title.as_deref().unwrap_or_default().to_lowercase();
    let first = name
        .canonical
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    sex_by_words(&title).or_else(|| lexicon::sex_of_given_name(&first))
}

fn sex_by_words(words: &str) -> Option<Sex> {
    words
        .split(|c: char| !c.is_alphabetic())
        .find_map(|word| match word {
            "mr" | "sir" | "king" | "prince" | "spokesman" | "chairman" | "father" | "son"
            | "brother" | "husband" | "man" => Some(Sex::Male),
            "mrs" | "ms" | "miss" | "lady" | "queen" | "princess" | "spokeswoman"
            | "chairwoman" | "mother" | "daughter" | "sister" | "wife" | "woman" => {
                Some(Sex::Female)
            }
            _ => None,
        })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pronoun {
    He,
    She,
    It,
    They,
}

impl Pronoun {
    fn of(words: &str) -> Option<Self> {
        match words {
            "he" => Some(Self::He),
            "she" => Some(Self::She),
            "it" | "the statement" | "the report" => Some(Self::It),
            "they" => Some(Self::They),
            _ => None,
        }
    }

    fn fits(self, named: &Named) -> bool {
        let person = named.kind == Some(FactKind::Person) || named.sex.is_some();
        match self {
            Self::He => {
                !named.plural && named.sex != Some(Sex::Female) && (person || named.kind.is_none())
            }
            Self::She => {
                !named.plural && named.sex != Some(Sex::Male) && (person || named.kind.is_none())
            }
            Self::It => !named.plural && !person,
            Self::They => named.plural,
        }
    }
}

/// A quotation over several sentences has one speaker.
fn carry_through_quotations(document: &Document, found: &mut [Vec<Option<Speaker>>]) {
    for quotation in &document.quotations {
        let inside: Vec<usize> = (0..document.sentences.len())
            .filter(|&number| document.sentences[number].span.overlaps(*quotation))
            .collect();
        if inside.len() < 2 {
            continue;
        }
        let speaker = inside.iter().find_map(|&number| {
            let clauses = document.sentences[number]
                .clauses
                .iter()
                .zip(&found[number]);
            clauses
                .filter(|(clause, _)| clause.span.overlaps(*quotation))
                .find_map(|(_, speaker)| speaker.clone())
        });
        let Some(speaker) = speaker else {
            continue;
        };
        for &number in &inside {
            for (clause, slot) in document.sentences[number]
                .clauses
                .iter()
                .zip(&mut found[number])
            {
                if slot.is_none() && is_inside(clause, *quotation) {
                    *slot = Some(speaker.clone());
                }
            }
        }
    }
}

fn is_inside(clause: &Clause, quotation: Span) -> bool {
    clause.parts.iter().all(|part| quotation.overlaps(*part))
}

/// A sentence that is nothing but a quotation goes to who spoke in the sentence before, in the same paragraph or with a
/// quotation of its own.
fn continue_quotations(text: &str, document: &Document, found: &mut [Vec<Option<Speaker>>]) {
    for number in 1..document.sentences.len() {
        let sentence = &document.sentences[number];
        let before = &document.sentences[number - 1];
        let words = sentence.span.slice(text);
        let opens = words.starts_with(['"', '\u{201c}'])
            && words
                .trim_end_matches(['.', '?', '!', ','])
                .ends_with(['"', '\u{201d}']);
        let near = sentence.paragraph - before.paragraph.min(sentence.paragraph) <= 1;
        if !opens || !near {
            continue;
        }
        let speaker = found[number - 1].iter().flatten().last().cloned();
        for slot in &mut found[number] {
            if slot.is_none() {
                slot.clone_from(&speaker);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;
    use crate::read::article_from_text;
    use crate::segment::segment;

    /// Speaker of the first claim of each sentence.
    fn speakers_of(text: &str) -> Vec<String> {
        let articles = [article_from_text("A", "a", text)];
        let documents = [segment(&articles[0])];
        let claims = extract(&articles, &documents, &[]);
        let first = claims.iter().filter(|claim| claim.id.ends_with(".1"));
        first
            .map(|claim| {
                claim
                    .speaker
                    .as_ref()
                    .map_or(String::new(), |speaker| speaker.name.clone())
            })
            .collect()
    }

    #[test]
    fn names_and_pronouns() {
        for (text, expected) in [
            (
                "The army said two fell. It added that six were hurt.",
                &["army", "army"][..],
            ),
            ("Two fell. It said six were hurt.", &["", "it"]),
            (
                "A spokeswoman said two fell. He said six were hurt.",
                &["spokeswoman", "he"],
            ),
            (
                "A spokeswoman said two fell. She said six were hurt.",
                &["spokeswoman", "spokeswoman"],
            ),
            (
                "Two officials said the mill fell. They said six were hurt.",
                &["Two officials", "Two officials"],
            ),
            (
                "\u{201c}We ran from the mill,\u{201d} said the guard. He saw it.",
                &["guard", ""],
            ),
            (
                "\u{201c}We ran,\u{201d} the guard said. \u{201c}It burned.\u{201d}",
                &["guard", "guard"],
            ),
            ("Two fell.", &[""]),
        ] {
            assert_eq!(speakers_of(text), expected, "{text}");
        }
    }
}
