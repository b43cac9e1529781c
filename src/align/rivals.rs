//! How a pair of sentences stands among the other pairs of the two: rank, margin, neighbours, a third article.
//!
//! "Police said X" is like every other sentence in which police say something. What tells a real counterpart is that
//! it is liker than the others, from both sides, and that what stands around it corresponds as well.

use std::collections::HashMap;

/// Number of a sentence over all articles, in order of articles and of text.
pub(super) type SentenceNumber = usize;

/// Scores between sentences of different articles, looked up from both sides.
#[derive(Debug)]
pub(super) struct Rivals<'a> {
    article_of: &'a [usize],
    scores: HashMap<(SentenceNumber, SentenceNumber), f32>,
    /// For a sentence and another article: its scores there, the highest first.
    ranked: HashMap<(SentenceNumber, usize), Vec<f32>>,
    /// For a sentence: the sentences of all other articles with their scores, in order.
    around: HashMap<SentenceNumber, Vec<(SentenceNumber, f32)>>,
}

/// How a pair stands from the sides of its two sentences: the better first.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Standing {
    /// 1 for the best.
    pub(super) rank: [f32; 2],
    /// Score less the score of the best rival.
    pub(super) margin: [f32; 2],
}

impl Standing {
    /// Better and worse rank, better and worse margin.
    pub(super) fn figures(self) -> [f32; 4] {
        let ([better, worse], [most, least]) = (self.rank, self.margin);
        [better, worse, most, least]
    }
}

impl<'a> Rivals<'a> {
    /// `pairs` are scored pairs of sentences; of several scores for one pair the highest counts.
    pub(super) fn new(
        article_of: &'a [usize],
        pairs: impl Iterator<Item = (SentenceNumber, SentenceNumber, f32)>,
    ) -> Self {
        let mut scores: HashMap<(SentenceNumber, SentenceNumber), f32> = HashMap::new();
        for (a, b, score) in pairs {
            let best = scores.entry((a.min(b), a.max(b))).or_insert(score);
            *best = best.max(score);
        }
        let mut ranked: HashMap<_, Vec<f32>> = HashMap::new();
        let mut around: HashMap<_, Vec<_>> = HashMap::new();
        for (&(a, b), &score) in &scores {
            ranked.entry((a, article_of[b])).or_default().push(score);
            ranked.entry((b, article_of[a])).or_default().push(score);
            around.entry(a).or_default().push((b, score));
            around.entry(b).or_default().push((a, score));
        }
        for list in ranked.values_mut() {
            list.sort_unstable_by(|x, y| y.total_cmp(x));
        }
        for list in around.values_mut() {
            list.sort_unstable_by_key(|(sentence, _)| *sentence);
        }
        Self {
            article_of,
            scores,
            ranked,
            around,
        }
    }

    /// Score of a pair; 0 for pairs that were not scored.
    pub(super) fn score(&self, a: SentenceNumber, b: SentenceNumber) -> f32 {
        let key = (a.min(b), a.max(b));
        self.scores.get(&key).copied().unwrap_or(0.0)
    }

    /// How the pair stands among the rivals of both sides.
    pub(super) fn standing(&self, a: SentenceNumber, b: SentenceNumber) -> Standing {
        let score = self.score(a, b);
        let [x, y] = [self.one_side(a, b, score), self.one_side(b, a, score)];
        Standing {
            rank: [x.0.min(y.0), x.0.max(y.0)],
            margin: [x.1.max(y.1), x.1.min(y.1)],
        }
    }

    fn one_side(&self, a: SentenceNumber, b: SentenceNumber, score: f32) -> (f32, f32) {
        let Some(rivals) = self.ranked.get(&(a, self.article_of[b])) else {
            return (1.0, score);
        };
        let above = rivals.partition_point(|&other| other > score);
        let best_other = if above == 0 {
            rivals.get(1)
        } else {
            rivals.first()
        };
        (above as f32 + 1.0, score - best_other.unwrap_or(&0.0))
    }

    /// The better of the two pairs before and after on the diagonal: what stands around corresponds in order.
    pub(super) fn along(&self, a: SentenceNumber, b: SentenceNumber) -> f32 {
        let before = self.beside_score(a, b, [-1, -1]);
        before.max(self.beside_score(a, b, [1, 1]))
    }

    /// The best of the four pairs of one sentence with a neighbour of the other: a split or merged sentence.
    pub(super) fn beside(&self, a: SentenceNumber, b: SentenceNumber) -> f32 {
        [[0, 1], [0, -1], [1, 0], [-1, 0]]
            .into_iter()
            .map(|steps| self.beside_score(a, b, steps))
            .fold(0.0, f32::max)
    }

    fn beside_score(&self, a: SentenceNumber, b: SentenceNumber, steps: [isize; 2]) -> f32 {
        let step = |sentence: SentenceNumber, by: isize| {
            let next = sentence.checked_add_signed(by)?;
            (self.article_of.get(next) == self.article_of.get(sentence)).then_some(next)
        };
        match (step(a, steps[0]), step(b, steps[1])) {
            (Some(x), Some(y)) => self.score(x, y),
            _ => 0.0,
        }
    }

    /// How well a sentence of a third article ties the two: the weaker of its two scores, at its best.
    pub(super) fn third_article(&self, a: SentenceNumber, b: SentenceNumber) -> f32 {
        let (Some(ours), Some(theirs)) = (self.around.get(&a), self.around.get(&b)) else {
            return 0.0;
        };
        let mut at = 0;
        let mut best = 0.0_f32;
        for &(sentence, score) in ours {
            while theirs.get(at).is_some_and(|(other, _)| *other < sentence) {
                at += 1;
            }
            if let Some(&(other, their_score)) = theirs.get(at)
                && other == sentence
            {
                best = best.max(score.min(their_score));
            }
        }
        best
    }

    /// Sum of the scores of both sentences in the article of the other: how many counterparts are to be expected.
    pub(super) fn total(&self, a: SentenceNumber, b: SentenceNumber) -> f32 {
        let sum = |x, y: SentenceNumber| {
            self.ranked
                .get(&(x, self.article_of[y]))
                .map_or(0.0, |list| list.iter().sum())
        };
        f32::max(sum(a, b), sum(b, a))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences 0, 1 of article 0; 2, 3 of article 1; 4 of article 2.
    const ARTICLES: [usize; 5] = [0, 0, 1, 1, 2];

    fn rivals() -> Rivals<'static> {
        let pairs = [
            (0, 2, 0.9),
            (0, 3, 0.5),
            (1, 3, 0.7),
            (3, 1, 0.6),
            (4, 0, 0.4),
            (2, 4, 0.3),
        ];
        Rivals::new(&ARTICLES, pairs.into_iter())
    }

    #[test]
    fn ranks_and_margins_from_both_sides() {
        let close = |x: [f32; 2], y: [f32; 2]| x.iter().zip(y).all(|(x, y)| (x - y).abs() < 1e-6);
        let best = rivals().standing(0, 2);
        assert!(close(best.rank, [1.0, 1.0]) && close(best.margin, [0.9, 0.4]));
        let second = rivals().standing(3, 0);
        assert!(close(second.rank, [2.0, 2.0]) && close(second.margin, [-0.2, -0.4]));
    }

    #[test]
    fn what_stands_around() {
        let rivals = rivals();
        assert!((rivals.along(0, 2) - 0.7).abs() < 1e-6);
        assert!((rivals.beside(0, 2) - 0.5).abs() < 1e-6);
        assert!((rivals.third_article(0, 2) - 0.3).abs() < 1e-6);
        assert!(rivals.score(1, 4).abs() < 1e-6 && rivals.along(1, 4).abs() < 1e-6);
    }
}
