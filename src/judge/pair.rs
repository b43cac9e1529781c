//! Two aligned claims with everything that judging them needs, and what a judgement says.

use std::collections::BTreeSet;

use super::slots::Slots;
use crate::lexicon;
use crate::neural::Reading;
use crate::segment::{Document, Sentence, Token, TokenKind};
use crate::{Article, Claim, ConflictKind, FactKind, FactValue, Relation, Span, Strength};

/// One claim with the article, the sentence and the words it stands in.
#[derive(Debug, Clone)]
pub(super) struct Told<'a> {
    /// The article whose text all spans point into.
    pub(super) article: &'a Article,
    /// The sentence that holds the claim.
    pub(super) sentence: &'a Sentence,
    /// The claim.
    pub(super) claim: &'a Claim,
    /// Tokens of the claim's own parts, in text order.
    pub(super) words: Vec<&'a Token>,
    /// Its content words.
    pub(super) content: Vec<Content<'a>>,
    /// The claims of its sentence, itself among them.
    pub(super) mates: &'a [Claim],
}

/// A word that carries meaning.
#[derive(Debug, Clone)]
pub(super) struct Content<'a> {
    pub(super) token: &'a Token,
    /// How rare it is in English, 0 to 1.
    pub(super) rarity: f32,
    /// Numbers of what it can mean.
    pub(super) senses: Vec<u32>,
    /// Numbers of the pairs of opposites that it stands in.
    pub(super) opposites: Vec<u32>,
    /// Dictionary form: of the verb if it is likelier one, else of the noun.
    lemma: &'a str,
}

/// Most content words of a claim that are looked at; claims with more are lists without a full stop, and comparing all
/// words of two such claims takes the square of their length.
const MOST_CONTENT: usize = 400;

/// Zipf frequency from which a word carries nothing: that of "the".
const COMMONEST: f32 = 7.5;

impl<'a> Told<'a> {
    pub(super) fn new(
        article: &'a Article,
        document: &'a Document,
        claim: &'a Claim,
        mates: &'a [Claim],
    ) -> Self {
        let sentence = &document.sentences[claim.sentence_index];
        let own = |token: &&Token| claim.parts.iter().any(|part| part.contains(token.span));
        let words: Vec<&Token> = sentence.tokens.iter().filter(own).collect();
        let borrowed = claim.borrowed_subject;
        let subject = sentence
            .tokens
            .iter()
            .filter(|token| borrowed.is_some_and(|subject| subject.contains(token.span)));
        let content = words
            .iter()
            .copied()
            .chain(subject)
            .filter(|token| {
                token.kind != TokenKind::Sign
                    && !lexicon::is_function_word(&token.lower)
                    && token.lower != "'s"
            })
            .take(MOST_CONTENT)
            .map(|token| Content {
                token,
                rarity: ((COMMONEST - lexicon::zipf(&token.lower)) / COMMONEST).clamp(0.05, 1.0),
                senses: lexicon::senses(&token.lower),
                opposites: lexicon::opposites(&token.lower),
                lemma: if lexicon::verb_likelihood(&token.lower) >= 0.5 {
                    lexicon::verb_lemma(&token.lower)
                } else {
                    lexicon::noun_lemma(&token.lower)
                },
            })
            .collect();
        Self {
            article,
            sentence,
            claim,
            words,
            content,
            mates,
        }
    }

    /// The article's words at a span.
    pub(super) fn text(&self, span: Span) -> &'a str {
        span.slice(&self.article.text)
    }

    /// Numbers of the people and bodies that the sentence names.
    pub(super) fn entities(&self) -> BTreeSet<usize> {
        let facts = self.mates.iter().flat_map(|claim| &claim.facts);
        facts
            .filter(|fact| fact.kind != FactKind::Place)
            .filter_map(|fact| match &fact.value {
                FactValue::Name(name) => Some(name.entity),
                _ => None,
            })
            .collect()
    }

    /// Whether a word is what somebody is to do and may not have done: "had to resign", "need not have to die".
    pub(super) fn is_infinitive(&self, word: &Content<'_>) -> bool {
        let tokens = &self.sentence.tokens;
        let at = tokens.partition_point(|token| token.span.start < word.token.span.start);
        at.checked_sub(1)
            .is_some_and(|before| tokens[before].lower == "to")
    }

    /// The content words nearest to a span, before and behind it, the span's own left out.
    pub(super) fn near(&self, span: Span, reach: usize) -> Vec<&Content<'a>> {
        let split = self
            .content
            .partition_point(|word| word.token.span.start < span.start);
        let before = self.content[..split]
            .iter()
            .rev()
            .filter(|word| !span.overlaps(word.token.span))
            .take(reach);
        let behind = self.content[split..]
            .iter()
            .filter(|word| !span.overlaps(word.token.span))
            .take(reach);
        before.chain(behind).collect()
    }

    /// The word that is likest to `word`, with how like it is, above 0; of several the first.
    pub(super) fn likest(&self, word: &Content<'_>) -> Option<(&Content<'a>, f32)> {
        let alike = self
            .content
            .iter()
            .map(|own| (own, word.likeness(own)))
            .filter(|(_, likeness)| *likeness > 0.0);
        alike.max_by(|x, y| {
            x.1.total_cmp(&y.1)
                .then_with(|| y.0.token.span.cmp(&x.0.token.span))
        })
    }

    /// Share of the weight of these words that `other` has or can mean, spans of `but` left out on both sides.
    pub(super) fn covered_by(&self, other: &Self, but: [&[Span]; 2]) -> f32 {
        let (mut whole, mut shared) = (0.0, 0.0);
        for word in self
            .content
            .iter()
            .filter(|word| !within(word.token.span, but[0]))
        {
            whole += word.rarity;
            let same = other
                .content
                .iter()
                .filter(|theirs| !within(theirs.token.span, but[1]))
                .map(|theirs| word.likeness(theirs))
                .fold(0.0, f32::max);
            shared += word.rarity * same;
        }
        if whole > 0.0 { shared / whole } else { 0.0 }
    }
}

impl Content<'_> {
    /// 1 for the same word, 0.7 for one that can mean the same, 0 otherwise.
    pub(super) fn likeness(&self, other: &Content<'_>) -> f32 {
        if self.token.stem == other.token.stem || self.lemma == other.lemma {
            1.0
        } else if self
            .senses
            .iter()
            .any(|sense| other.senses.binary_search(sense).is_ok())
        {
            0.7
        } else {
            0.0
        }
    }
}

/// How alike two lists of words are, 0 to 1: the share of the weight of the lighter list that the other has.
pub(super) fn likeness(ours: &[&Content<'_>], theirs: &[&Content<'_>]) -> f32 {
    let share = |one: &[&Content<'_>], other: &[&Content<'_>]| {
        let (mut whole, mut shared) = (0.0, 0.0);
        for word in one {
            whole += word.rarity;
            shared += word.rarity
                * other
                    .iter()
                    .map(|theirs| word.likeness(theirs))
                    .fold(0.0, f32::max);
        }
        if whole > 0.0 { shared / whole } else { 0.0 }
    };
    share(ours, theirs).max(share(theirs, ours))
}

/// Whether a span lies in one of some spans.
pub(super) fn within(span: Span, spans: &[Span]) -> bool {
    spans.iter().any(|outer| outer.overlaps(span))
}

/// Two claims of one finding. Judging is symmetric: swapping the sides swaps the spans and nothing else.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) a: &'a Told<'a>,
    pub(super) b: &'a Told<'a>,
    /// Belief that the two state a common fact, 0 to 1.
    pub(super) score: f64,
    /// What an encoder made of the two sentences, if it has read them.
    pub(super) reading: Option<&'a Reading>,
    /// What an encoder made of its values, if it has read them.
    pub(super) slots: Option<&'a Slots>,
}

impl Pair<'_> {
    /// Whether one of the two is not English: then only values can be compared.
    pub(super) fn is_foreign(&self) -> bool {
        [self.a, self.b]
            .iter()
            .any(|told| told.article.language.is_some())
    }

    /// Whether both sentences name people or bodies and none that the other names: "shares in Aerova", "shares in Skyline". The
    /// encoder takes such sentences for two reports of one thing.
    pub(super) fn is_of_others(&self) -> bool {
        let (ours, theirs) = (self.a.entities(), self.b.entities());
        !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
    }

    /// Log odds that the two values of a clash are of the same thing, if an encoder has read them.
    pub(super) fn slot(&self, clash: &Clash) -> Option<f32> {
        self.slots?.of(self, clash)
    }
}

/// Two stretches of words that may not both hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clash {
    pub(super) kind: ConflictKind,
    pub(super) strength: Strength,
    /// The clashing words in the first claim's article.
    pub(super) a: Span,
    /// The clashing words in the second claim's article.
    pub(super) b: Span,
    /// The words that make the difference, when they are fewer than those shown: left out when the rest of the claims is
    /// compared.
    pub(super) core: Option<(Span, Span)>,
    /// One sentence of why, without a full stop, that names the words of both sides.
    pub(super) why: String,
    /// What tells whether both sides speak of the same thing.
    pub(super) signs: Signs,
}

impl Clash {
    /// Whether numbers, times or names clash, not words.
    pub(super) fn is_of_values(&self) -> bool {
        use ConflictKind::{DateTime, Name, Number, Place};
        matches!(self.kind, Number | DateTime | Name | Place)
    }
}

/// What tells whether both sides of a clash speak of the same thing, kind by kind; symmetric.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Signs {
    /// The same thing counted, the same predicate, the same role: 2 to the letter, 1 by meaning, 0 unknown, -1 not.
    pub(super) thing: f32,
    /// The same event: likewise.
    pub(super) event: f32,
    /// How far apart the values are: log ratio of numbers, log of days.
    pub(super) gap: f32,
    /// How many other values of the sort stand in the two claims.
    pub(super) others: f32,
    /// How alike the words next to the two are, 0 to 1.
    pub(super) near: f32,
    /// Whether it is about what befalls people and is on record: an arrest, a charge, a death, how somebody left office.
    pub(super) on_record: bool,
}

/// A reason why a difference is no conflict: evidence for `--explain`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Guard {
    /// `other-thing-counted`, `other-speaker`, `part-and-whole`, ...
    pub(super) name: &'static str,
    /// What was compared, in words.
    pub(super) note: String,
    /// The relation of the two claims that this makes likely.
    pub(super) relation: Relation,
}

/// What one kind of comparison found in a pair.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Findings {
    pub(super) clashes: Vec<Clash>,
    /// Clashes that a guard holds back, for the two values look as if they were of two things. Only what is read of them can
    /// make one a conflict.
    pub(super) doubted: Vec<Clash>,
    pub(super) guards: Vec<Guard>,
    /// Values that fit each other, in words: `six = 6`, `dozens fits 43`. Evidence for agreement.
    pub(super) fits: Vec<String>,
}

impl Findings {
    pub(super) fn add(&mut self, other: Self) {
        self.clashes.extend(other.clashes);
        self.doubted.extend(other.doubted);
        self.guards.extend(other.guards);
        self.fits.extend(other.fits);
    }
}

/// Pairs made by hand for the tests of one kind.
#[cfg(test)]
pub(super) mod testing {
    use super::{Findings, Pair, Told};
    use crate::extract::extract;
    use crate::read::article_from_text;
    use crate::segment::segment;

    /// Calls `see` with all claims of two texts.
    pub(in crate::judge) fn in_claims<T>(
        a: &str,
        b: &str,
        see: impl FnOnce(&[Told<'_>]) -> T,
    ) -> T {
        let articles = [
            article_from_text("A", "a", a),
            article_from_text("B", "b", b),
        ];
        let documents: Vec<_> = articles.iter().map(segment).collect();
        let claims = extract(&articles, &documents, &[]);
        let told: Vec<Told<'_>> = (0..claims.len())
            .map(|at| {
                let index = claims[at].article_index;
                Told::new(
                    &articles[index],
                    &documents[index],
                    &claims[at],
                    &claims[at..=at],
                )
            })
            .collect();
        see(&told)
    }

    /// What a comparison finds in the first claims of two texts; also checks that it is symmetric.
    pub(in crate::judge) fn compared(
        a: &str,
        b: &str,
        compare: fn(&Pair<'_>) -> Findings,
    ) -> Findings {
        in_claims(a, b, |told| {
            let split = told.partition_point(|told| told.claim.article_index == 0);
            let (first, second) = (&told[0], &told[split]);
            let pair = |a, b| Pair {
                a,
                b,
                score: 0.9,
                reading: None,
                slots: None,
            };
            let found = compare(&pair(first, second));
            let swapped = compare(&pair(second, first));
            assert_eq!(found.clashes.len(), swapped.clashes.len(), "{a} / {b}");
            found
        })
    }
}
