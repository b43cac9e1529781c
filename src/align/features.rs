//! The figures that the three models look at, one row a pair of claims.

use super::overlap::Overlap;
use crate::{Claim, Polarity};

/// Names of the figures of a row, in order. The first model looks at those before [`FIRST`], the second at those before
/// [`SECOND`], the third, of pairs that the encoder has read, at all. The part before the dot is the part of the score that
/// people see.
pub const FEATURES: [&str; 88] = [
    "words.cosine",
    "words.cosine_by_rarity",
    "words.cosine_by_locality",
    "words.cover_of_better",
    "words.cover_of_worse",
    "words.soft_cover_of_better",
    "words.soft_cover_of_worse",
    "rare_words.weight",
    "rare_words.heaviest",
    "rare_words.second",
    "rare_words.count",
    "spelling.grams",
    "phrases.bigrams",
    "length.shorter",
    "length.ratio",
    "names.shared",
    "names.missing",
    "names.share",
    "numbers.equal",
    "numbers.apart",
    "numbers.same_event",
    "numbers.fewer",
    "times.meet",
    "quotation.run",
    "verbs.heaviest",
    "verbs.share",
    "sentence.cosine",
    "sentence.cosine_by_rarity",
    "sentence.cosine_by_locality",
    "sentence.cover_of_better",
    "sentence.cover_of_worse",
    "sentence.soft_cover_of_better",
    "sentence.soft_cover_of_worse",
    "sentence.weight",
    "sentence.heaviest",
    "sentence.second",
    "sentence.count",
    "sentence.grams",
    "sentence.bigrams",
    "sentence.shorter",
    "sentence.ratio",
    "sentence.names_shared",
    "sentence.names_missing",
    "sentence.names_share",
    "sentence.numbers_equal",
    "sentence.numbers_apart",
    "sentence.numbers_same_event",
    "sentence.numbers_fewer",
    "sentence.times",
    "sentence.quotation",
    "sentence.verbs_heaviest",
    "sentence.verbs_share",
    "kind.polarity_differs",
    "kind.modality_differs",
    "kind.headlines",
    "speakers.relation",
    "position.difference",
    "position.earlier",
    "position.later",
    "position.leads",
    "position.claims_in_shorter",
    "position.claims_in_longer",
    "story.articles",
    "story.sentences",
    "rivals.better_rank",
    "rivals.worse_rank",
    "rivals.better_margin",
    "rivals.worse_margin",
    "rivals.score",
    "belief.claims",
    "belief.sentences",
    "belief.better_rank",
    "belief.worse_rank",
    "belief.better_margin",
    "belief.worse_margin",
    "neighbours.along",
    "neighbours.beside",
    "third_article.both",
    "belief.total",
    "reading.same",
    "reading.conflict",
    "reading.better_rank",
    "reading.worse_rank",
    "reading.better_margin",
    "reading.worse_margin",
    "reading.along",
    "reading.third_article",
    "reading.total",
];

/// How many of the [`FEATURES`] the first model looks at.
pub const FIRST: usize = 69;

/// How many of the [`FEATURES`] the second model looks at.
pub const SECOND: usize = 79;

/// A claim's place in its article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// 0 for the first sentence, 1 for the last.
    pub(super) relative: f32,
    /// Number of the sentence, from 0.
    pub(super) sentence: usize,
    /// How many claims its sentence holds.
    pub(super) claims: usize,
}

/// Size of the story.
#[derive(Debug, Clone, Copy)]
pub(super) struct Story {
    pub(super) articles: usize,
    pub(super) sentences: usize,
}

/// Sentences from the top that count as the lead.
const LEAD: usize = 3;

/// The figures of one pair that do not depend on other pairs.
pub(super) fn own_figures(
    claims: [&Claim; 2],
    places: [Place; 2],
    overlap: &Overlap,
    of_sentences: &Overlap,
    story: Story,
) -> Vec<f32> {
    let mut row = Vec::with_capacity(FEATURES.len());
    push_overlap(&mut row, overlap);
    push_overlap(&mut row, of_sentences);
    let [a, b] = claims;
    let [x, y] = places;
    let negative = |claim: &Claim| claim.polarity == Polarity::Negative;
    row.extend([
        f32::from(negative(a) != negative(b)),
        f32::from(a.modality != b.modality),
        f32::from(u8::from(a.headline) + u8::from(b.headline)),
        speakers(a, b),
        (x.relative - y.relative).abs(),
        x.relative.min(y.relative),
        x.relative.max(y.relative),
        f32::from(u8::from(x.sentence < LEAD) + u8::from(y.sentence < LEAD)),
        x.claims.min(y.claims) as f32,
        x.claims.max(y.claims) as f32,
        story.articles as f32,
        story.sentences as f32 / story.articles.max(1) as f32,
    ]);
    row
}

fn push_overlap(row: &mut Vec<f32>, overlap: &Overlap) {
    row.extend(overlap.cosine);
    row.extend(overlap.cover);
    row.extend(overlap.soft_cover);
    row.push(overlap.shared_weight);
    row.extend(overlap.heaviest);
    row.extend([overlap.shared, overlap.grams, overlap.bigrams]);
    row.extend(overlap.length);
    row.extend(overlap.names);
    row.extend(overlap.quantities);
    row.extend([overlap.fewer_quantities, overlap.times, overlap.quoted]);
    row.extend(overlap.verbs);
}

/// 1 for one speaker, -1 for two, 0 when the articles themselves say both, -0.5 when one has a speaker.
fn speakers(a: &Claim, b: &Claim) -> f32 {
    match (&a.speaker, &b.speaker) {
        (None, None) => 0.0,
        (Some(x), Some(y)) if x.is_same_as(y) => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => -0.5,
    }
}
