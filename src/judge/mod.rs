//! Groups of claims -> findings with relations, conflicts and verdicts.
//!
//! ```text
//! A: six of his guards were wounded      B: seven guards were hurt
//!   comparison   six / seven: no number fits both; both count guards, both tell of injuries
//!   guards       other thing counted? other event? a part? vague?      none fires
//!   demands      the claims share enough besides the numbers
//!   verdict      conflict, hard
//! ```
//!
//! What cannot be told is not called a conflict.

mod across;
mod demands;
mod figures;
mod findings;
mod gathered;
mod harm;
mod internal;
mod learned;
mod origins;
mod pair;
mod reading;
mod relation;
mod slots;
mod subject;
mod values;
mod words;

use std::collections::HashMap;

use crate::align::Alignment;
use crate::comparison::{Comparison, SCHEMA_VERSION};
use crate::neural::Reading;
use crate::segment::Document;
use crate::{Article, Claim, Conflict, ConflictKind, Evidence, Options, Sensitivity, Side, cores};
pub use across::AcrossRow;
use across::Believed;
pub use figures::FIGURES;
use gathered::Gathered;
use origins::Origins;
use pair::{Clash, Findings, Pair, Told};
use slots::Slots;

/// Most pairs of one group that are compared; of larger groups the best.
const MOST_PAIRS: usize = 2_000;

/// Judges every group of claims.
#[must_use]
pub fn judge(
    articles: Vec<Article>,
    documents: &[Document],
    claims: Vec<Claim>,
    alignment: &Alignment,
    options: &Options,
) -> Comparison {
    let bench = Bench::new(&articles, documents, &claims, alignment);
    let across = bench.believed_across(alignment, Bench::threshold(options.sensitivity));
    let aligned = alignment.groups.iter().chain(&alignment.further);
    let groups = bench.gather(aligned.cloned().chain(across::tied(&across)).collect());
    let slots = bench.slots(&groups);
    let judged = cores::map(groups, |group| {
        bench.judge_group(group, &slots, &across, options)
    });
    let internal = bench.internal_conflicts(options);
    let origins = Origins::new(&articles, &alignment.copies, &options.together);
    let findings = findings::findings(&claims, alignment, judged, &origins);
    Comparison {
        schema_version: SCHEMA_VERSION,
        judge: alignment.judge,
        articles,
        claims,
        findings,
        internal,
        copies: alignment.copies.articles.clone(),
    }
}

/// A pair of claims and its figures, for training.
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictRow {
    /// Index of a claim.
    pub a: usize,
    /// Index of a later claim of the same finding, of another article.
    pub b: usize,
    /// Values of [`FIGURES`], in their order.
    pub figures: Vec<f32>,
}

/// The rows that the learned judge of conflicts is trained on: pairs of claims inside groups whose sentences were read.
#[must_use]
pub fn rows(
    articles: &[Article],
    documents: &[Document],
    claims: &[Claim],
    alignment: &Alignment,
) -> Vec<ConflictRow> {
    let bench = Bench::new(articles, documents, claims, alignment);
    let groups = alignment.groups.iter().chain(&alignment.further);
    let groups = bench.gather(groups.cloned().collect());
    let slots = bench.slots(&groups);
    let pairs = groups.iter().flat_map(|group| &group.pairs);
    pairs
        .filter_map(|&(a, b)| {
            let pair = bench.pair(a, b, Some(&slots));
            let read = pair.reading?;
            let found = bench.found(&pair);
            let gravest = figures::gravest(&pair, &found);
            let figures = figures::figures(&pair, read, &found, gravest);
            Some(ConflictRow { a, b, figures })
        })
        .collect()
}

/// The rows that the model of numbers in different findings is trained on.
#[must_use]
pub fn across_rows(
    articles: &[Article],
    documents: &[Document],
    claims: &[Claim],
    alignment: &Alignment,
) -> Vec<AcrossRow> {
    Bench::new(articles, documents, claims, alignment).across_rows(alignment)
}

/// Everything that judging looks at.
struct Bench<'a> {
    claims: &'a [Claim],
    told: Vec<Told<'a>>,
    scores: HashMap<(usize, usize), f64>,
    /// By the places of two sentences.
    readings: HashMap<[(usize, usize); 2], &'a Reading>,
}

/// A pair of claims after comparison.
struct Compared {
    a: usize,
    b: usize,
    found: Findings,
    /// Belief in each clash, 0 to 1.
    beliefs: Vec<f64>,
    /// A clash that only the encoder sees, with the belief in it.
    read: Option<(f64, Clash)>,
    /// Clashes of numbers that are believed to be of one thing though the claims share little else, with the belief in each.
    across: Vec<(f64, Clash)>,
    /// What those beliefs are made of.
    evidence: Vec<Evidence>,
}

impl Compared {
    /// All clashes with the belief in each.
    fn clashes(&self) -> impl Iterator<Item = (f64, &Clash)> {
        let typed = self.beliefs.iter().copied().zip(&self.found.clashes);
        let others = self.read.iter().chain(&self.across);
        typed.chain(others.map(|(belief, clash)| (*belief, clash)))
    }
}

/// Of clashes of one kind leaves those that lie within no other: "two" against "nobody" is not told again with the words around them.
fn tell_narrowest(clashes: &mut Vec<(f64, &Clash)>) {
    let all: Vec<&Clash> = clashes.iter().map(|(_, clash)| *clash).collect();
    clashes.retain(|(_, outer)| {
        !all.iter().any(|inner| {
            inner.kind == outer.kind
                && outer.a.contains(inner.a)
                && outer.b.contains(inner.b)
                && (inner.a, inner.b) != (outer.a, outer.b)
        })
    });
}

impl<'a> Bench<'a> {
    fn new(
        articles: &'a [Article],
        documents: &'a [Document],
        claims: &'a [Claim],
        alignment: &'a Alignment,
    ) -> Self {
        let told = claims
            .chunk_by(|x, y| {
                (x.article_index, x.sentence_index) == (y.article_index, y.sentence_index)
            })
            .flat_map(|mates| {
                mates.iter().map(move |claim| {
                    let index = claim.article_index;
                    Told::new(&articles[index], &documents[index], claim, mates)
                })
            })
            .collect();
        Self {
            claims,
            told,
            scores: alignment
                .pairs
                .iter()
                .map(|pair| ((pair.a, pair.b), pair.score))
                .collect(),
            readings: alignment
                .readings
                .iter()
                .map(|read| ([read.a, read.b], &read.reading))
                .collect(),
        }
    }

    /// Pairs of claims of different articles in a group, the best first when there are too many.
    fn pairs(&self, group: &[usize]) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = group
            .iter()
            .enumerate()
            .flat_map(|(at, &a)| group[at + 1..].iter().map(move |&b| (a, b)))
            .filter(|&(a, b)| self.claims[a].article_index != self.claims[b].article_index)
            .collect();
        if pairs.len() > MOST_PAIRS {
            pairs.sort_by(|x, y| {
                self.score(*y)
                    .total_cmp(&self.score(*x))
                    .then_with(|| x.cmp(y))
            });
            pairs.truncate(MOST_PAIRS);
            pairs.sort_unstable();
        }
        pairs
    }

    fn score(&self, pair: (usize, usize)) -> f64 {
        self.scores.get(&pair).copied().unwrap_or(0.0)
    }

    fn compare_group(&self, group: &Gathered, slots: &Slots, across: &Believed) -> Vec<Compared> {
        group
            .pairs
            .iter()
            .map(|&(a, b)| {
                let mut compared = self.compare(a, b, Some(slots));
                if let Some(believed) = across.get(&(a, b)) {
                    compared.add(believed);
                }
                compared
            })
            .collect()
    }

    /// Reads the values that clash in pairs whose sentences were read.
    fn slots(&self, groups: &[Gathered]) -> Slots {
        let pairs = groups.iter().flat_map(|group| &group.pairs);
        let read = pairs
            .map(|&(a, b)| self.pair(a, b, None))
            .filter(|pair| pair.reading.is_some() && !pair.is_foreign());
        Slots::read(read.map(|pair| (pair, self.found(&pair))))
    }

    fn pair<'b>(&'b self, a: usize, b: usize, slots: Option<&'b Slots>) -> Pair<'b> {
        Pair {
            a: &self.told[a],
            b: &self.told[b],
            score: self.score((a, b)),
            reading: self
                .readings
                .get(&[a, b].map(|claim| self.place(claim)))
                .copied(),
            slots,
        }
    }

    fn found(&self, pair: &Pair<'_>) -> Findings {
        let mut found = values::compare(pair);
        if !pair.is_foreign() {
            found.add(words::compare(pair));
        }
        found
    }

    fn compare(&self, a: usize, b: usize, slots: Option<&Slots>) -> Compared {
        let pair = self.pair(a, b, slots);
        let found = self.found(&pair);
        let learned = learned::judge(&pair, &found).unwrap_or_else(|| learned::Learned {
            beliefs: found
                .clashes
                .iter()
                .map(|clash| demands::belief(&pair, clash))
                .collect(),
            read: None,
        });
        Compared {
            a,
            b,
            found,
            beliefs: learned.beliefs,
            read: learned.read,
            across: Vec::new(),
            evidence: Vec::new(),
        }
    }

    /// Of the pairs of claims of two sentences, leaves the clash that was read to the one that is surest of a clash: what was
    /// read of two sentences is told once.
    fn tell_readings_once(&self, compared: &mut [Compared]) {
        let surest = |one: &Compared| one.clashes().map(|(belief, _)| belief).fold(0.0, f64::max);
        let sentences = |one: &Compared| [one.a, one.b].map(|claim| self.place(claim));
        let mut best: HashMap<[(usize, usize); 2], (f64, usize)> = HashMap::new();
        for (at, one) in compared.iter().enumerate() {
            let known = best.entry(sentences(one)).or_insert((surest(one), at));
            if surest(one) > known.0 {
                *known = (surest(one), at);
            }
        }
        for (at, one) in compared.iter_mut().enumerate() {
            if best[&sentences(one)].1 != at {
                one.read = None;
            }
        }
    }

    /// Indexes of a claim's article and of its sentence.
    fn place(&self, claim: usize) -> (usize, usize) {
        let claim = &self.claims[claim];
        (claim.article_index, claim.sentence_index)
    }

    /// Least belief for a conflict.
    fn threshold(sensitivity: Sensitivity) -> f64 {
        match sensitivity {
            Sensitivity::Low => 0.5,
            Sensitivity::Normal => 0.2,
            Sensitivity::High => 0.15,
        }
    }

    fn judge_group(
        &self,
        group: Gathered,
        slots: &Slots,
        across: &Believed,
        options: &Options,
    ) -> findings::Judged {
        let mut compared = self.compare_group(&group, slots, across);
        let mut judged = findings::Judged {
            claims: group.claims,
            subject: String::new(),
            links: Vec::new(),
            conflicts: Vec::new(),
        };
        self.tell_readings_once(&mut compared);
        let threshold = Self::threshold(options.sensitivity);
        for one in &compared {
            let differs = |clash: &Clash| {
                clash.kind == ConflictKind::Attribution || !self.is_said_by_both(one.a, one.b)
            };
            let mut kept: Vec<(f64, &Clash)> = one
                .clashes()
                .filter(|(belief, clash)| *belief >= threshold && differs(clash))
                .collect();
            tell_narrowest(&mut kept);
            kept.sort_by(|x, y| y.0.total_cmp(&x.0));
            judged.conflicts.extend(
                kept.iter()
                    .map(|(belief, clash)| (*belief, self.conflict(one.a, one.b, clash))),
            );
            let pair = self.pair(one.a, one.b, Some(slots));
            // a pair that was no candidate is held together by others; it has nothing to tell
            if self.scores.contains_key(&(one.a, one.b)) || !kept.is_empty() {
                let mut link = relation::link(&pair, &one.found, !kept.is_empty());
                link.evidence.extend(one.evidence.iter().cloned());
                judged.links.push(link);
            }
        }
        let members = judged.claims.iter();
        let told: Vec<&Told<'_>> = members.map(|&claim| &self.told[claim]).collect();
        judged.subject = subject::subject(
            &told,
            judged.conflicts.first().map(|(_, conflict)| conflict),
        );
        judged
    }

    /// Whether the article of one claim says the other in the same words as well: then the articles do not differ, though
    /// one or both may contradict themselves.
    fn is_said_by_both(&self, a: usize, b: usize) -> bool {
        let words = |claim: usize| {
            let words = self.told[claim].words.iter();
            words.map(|word| word.lower.as_str())
        };
        let says = |article: usize, claim: usize| {
            (0..self.claims.len()).any(|other| {
                self.claims[other].article_index == article && words(other).eq(words(claim))
            })
        };
        says(self.claims[a].article_index, b) || says(self.claims[b].article_index, a)
    }

    fn conflict(&self, a: usize, b: usize, clash: &Clash) -> Conflict {
        let side = |claim: usize, span: crate::Span| Side {
            claim: self.claims[claim].id.clone(),
            span,
            text: self.told[claim].text(span).to_owned(),
        };
        Conflict {
            kind: clash.kind,
            strength: clash.strength,
            why: clash.why.clone(),
            a: side(a, clash.a),
            b: side(b, clash.b),
        }
    }
}
