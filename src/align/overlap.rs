//! What two profiles share: the figures that the belief in a common fact is learned from.

use super::profile::Profile;
use super::vocabulary::{Term, Vocabulary};
use crate::{Measure, Quantity};

/// Share of a term's weight that counts as covered when the other side has a word that can mean the same;
/// two of three WordNet neighbours in running text do.
const SYNONYM: f32 = 0.7;

/// What two profiles share. Symmetric in its sides; weights are sums of [`Vocabulary::weight`].
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Overlap {
    /// Cosine of the terms by rarity and locality, by rarity alone, by locality alone.
    pub(super) cosine: [f32; 3],
    /// Share of the weight of one side that the other has, for the better and for the worse covered side.
    pub(super) cover: [f32; 2],
    /// Likewise, with words that can mean the same counted in part.
    pub(super) soft_cover: [f32; 2],
    /// Weight of the shared terms.
    pub(super) shared_weight: f32,
    /// Weights of the two heaviest shared terms.
    pub(super) heaviest: [f32; 2],
    /// How many terms are shared.
    pub(super) shared: f32,
    /// Cosine of the character n-grams.
    pub(super) grams: f32,
    /// How many pairs of neighbouring content words are shared.
    pub(super) bigrams: f32,
    /// Words of the shorter side, and how much longer the other is (1 for equal).
    pub(super) length: [f32; 2],
    /// How many names are shared; how many of the side with fewer are not; the share of the fewer that is.
    pub(super) names: [f32; 3],
    /// How many quantities are equal; how many count the same thing but cannot be equal; how many tell of the same event
    /// ("killing 10", "40 were killed"), whatever their values.
    pub(super) quantities: [f32; 3],
    /// How many quantities the side with fewer has.
    pub(super) fewer_quantities: f32,
    /// 1 when some times meet, -1 when all that can be told do not, 0 otherwise.
    pub(super) times: f32,
    /// Longest run of quoted words that both have.
    pub(super) quoted: f32,
    /// Weight of the heaviest shared verb; share of verbs that the other side has or has a synonym of.
    pub(super) verbs: [f32; 2],
}

/// What two profiles share.
pub(super) fn overlap(a: &Profile<'_>, b: &Profile<'_>, vocabulary: &Vocabulary) -> Overlap {
    let mut found = Overlap::default();
    let mut dots = [0.0_f32; 3];
    for term in shared(&a.terms, &b.terms) {
        let weight = vocabulary.weight(term);
        dots[0] += weight * weight;
        dots[1] += vocabulary.rarity(term).powi(2);
        dots[2] += vocabulary.locality(term).powi(2);
        found.shared += 1.0;
        found.shared_weight += weight;
        if weight > found.heaviest[0] {
            found.heaviest = [weight, found.heaviest[0]];
        } else if weight > found.heaviest[1] {
            found.heaviest[1] = weight;
        }
    }
    for (which, dot) in dots.into_iter().enumerate() {
        found.cosine[which] = ratio(dot, a.norms[which] * b.norms[which]);
    }
    let covers = [covered(a, b, vocabulary), covered(b, a, vocabulary)];
    found.cover = ordered(covers[0].0, covers[1].0);
    found.soft_cover = ordered(covers[0].1, covers[1].1);
    found.grams = cosine_of_grams(&a.grams, &b.grams);
    found.bigrams = shared(&a.bigrams, &b.bigrams).count() as f32;
    let (short, long) = (a.length.min(b.length), a.length.max(b.length));
    found.length = [short as f32, ratio(long as f32, short as f32)];
    let names = shared(&a.names, &b.names).count();
    let fewer = a.names.len().min(b.names.len());
    found.names = [
        names as f32,
        (fewer - names) as f32,
        ratio(names as f32, fewer as f32),
    ];
    let both = [
        quantities(&a.quantities, &b.quantities),
        quantities(&b.quantities, &a.quantities),
    ];
    found.quantities = [0, 1, 2].map(|which| both[0][which].min(both[1][which]));
    found.fewer_quantities = a.quantities.len().min(b.quantities.len()) as f32;
    found.times = times(a, b);
    found.quoted = longest_run(&a.quoted, &b.quoted) as f32;
    found.verbs = verbs(a, b, vocabulary);
    found
}

/// Elements that two sorted lists share.
pub(super) fn shared<'a, T: Ord + Copy>(a: &'a [T], b: &'a [T]) -> impl Iterator<Item = T> + 'a {
    let mut at = 0;
    a.iter().copied().filter(move |item| {
        while b.get(at).is_some_and(|other| other < item) {
            at += 1;
        }
        b.get(at) == Some(item)
    })
}

/// Whether two sorted lists share an element.
fn meet(a: &[u32], b: &[u32]) -> bool {
    if a.len() > b.len() {
        return meet(b, a);
    }
    a.iter().any(|item| b.binary_search(item).is_ok())
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The greater first.
fn ordered(x: f32, y: f32) -> [f32; 2] {
    if x >= y { [x, y] } else { [y, x] }
}

/// Share of the weight of `a` that `b` has: to the letter, and with synonyms.
fn covered(a: &Profile<'_>, b: &Profile<'_>, vocabulary: &Vocabulary) -> (f32, f32) {
    let (mut whole, mut exact, mut soft) = (0.0, 0.0, 0.0);
    for &term in &a.terms {
        let weight = vocabulary.weight(term);
        whole += weight;
        if b.terms.binary_search(&term).is_ok() {
            exact += weight;
            soft += weight;
        } else if meet(vocabulary.senses(term), &b.senses) {
            soft += weight * SYNONYM;
        }
    }
    (ratio(exact, whole), ratio(soft, whole))
}

fn cosine_of_grams(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let mut at = 0;
    let mut dot = 0.0;
    for (gram, weight) in a {
        while b.get(at).is_some_and(|(other, _)| other < gram) {
            at += 1;
        }
        if let Some((other, theirs)) = b.get(at)
            && other == gram
        {
            dot += weight * theirs;
        }
    }
    dot
}

/// Most quantities of a side that are compared; more are a table.
const MOST_QUANTITIES: usize = 200;

/// How many quantities are equal, how many count the same thing but cannot be equal, how many tell of the same event.
fn quantities(a: &[&Quantity], b: &[&Quantity]) -> [f32; 3] {
    let mut found = [0.0; 3];
    let (a, b) = (
        &a[..a.len().min(MOST_QUANTITIES)],
        &b[..b.len().min(MOST_QUANTITIES)],
    );
    for ours in a {
        let comparable = b.iter().filter(|theirs| {
            ours.measure == theirs.measure
                && ours.unit == theirs.unit
                && ours.measure != Measure::Label
        });
        let (mut equal, mut clashing) = (false, false);
        for theirs in comparable {
            let fits = !apart(ours, theirs);
            equal |= fits && (ours.counted == theirs.counted || ours.nominal == theirs.nominal);
            clashing |= !fits && ours.counted.is_some() && ours.counted == theirs.counted;
        }
        let event = |theirs: &&Quantity| {
            ours.measure == theirs.measure && ours.event.is_some() && ours.event == theirs.event
        };
        found[2] += f32::from(b.iter().copied().any(|theirs| event(&theirs)));
        found[0] += f32::from(equal);
        found[1] += f32::from(clashing && !equal);
    }
    found
}

fn apart(a: &Quantity, b: &Quantity) -> bool {
    let below = |x: &Quantity, y: &Quantity| match (x.interval.high, y.interval.low) {
        (Some(high), Some(low)) => high < low,
        _ => false,
    };
    below(a, b) || below(b, a)
}

fn times(a: &Profile<'_>, b: &Profile<'_>) -> f32 {
    let mut apart = false;
    for ours in &a.times {
        for theirs in &b.times {
            match ours.overlaps(theirs) {
                Some(true) => return 1.0,
                Some(false) => apart = true,
                None => {}
            }
        }
    }
    if apart { -1.0 } else { 0.0 }
}

/// Length of the longest run of words that both have.
fn longest_run(a: &[&str], b: &[&str]) -> usize {
    let mut best = 0;
    let mut runs = vec![0_usize; b.len() + 1];
    for word in a {
        for at in (0..b.len()).rev() {
            runs[at + 1] = if b[at] == *word { runs[at] + 1 } else { 0 };
            best = best.max(runs[at + 1]);
        }
    }
    best
}

fn verbs(a: &Profile<'_>, b: &Profile<'_>, vocabulary: &Vocabulary) -> [f32; 2] {
    let heaviest = shared(&a.verbs, &b.verbs)
        .map(|verb| vocabulary.weight(verb))
        .fold(0.0, f32::max);
    let known = |verbs: &[Term], other: &Profile<'_>| {
        verbs
            .iter()
            .filter(|verb| {
                other.terms.binary_search(verb).is_ok()
                    || meet(vocabulary.senses(**verb), &other.senses)
            })
            .count()
    };
    let all = a.verbs.len() + b.verbs.len();
    let both = known(&a.verbs, b) + known(&b.verbs, a);
    [heaviest, ratio(both as f32, all as f32)]
}
