//! Claims of all articles -> groups of claims about one thing.
//!
//! ```text
//! A: "Six guards were hurt"   B: "injuring seven of his guards"   C: "Several bodyguards were hurt"
//!   candidates  A-B, A-C, B-C                 from an index, not from all pairs
//!   figures     shared words by rarity, meanings, names, numbers, rank among rivals, neighbours, ...
//!   belief      A-B .93, A-C .81, B-C .77     two small learned models, the second with the first's beliefs
//!   groups      {A, B, C}                     joined while likely on average
//! ```
//!
//! No article is the base of the others, and their order changes nothing.

mod candidates;
mod copies;
mod cover;
mod evidence;
mod features;
mod group;
mod model;
mod overlap;
mod profile;
mod readings;
mod rivals;
mod rows;

mod vocabulary;

use crate::neural::Reading;
use crate::segment::Document;
use crate::{Article, Claim, Evidence, Judge, Options};
use model::Models;
use readings::Readings;

pub use copies::Copies;
pub use features::{FEATURES, FIRST, SECOND};
pub use rows::{Beliefs, Row, rows};

/// Which claims belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// Indexes into the claims; every claim stands in exactly one group; sorted.
    pub groups: Vec<Vec<usize>>,
    /// Further groups of claims of different articles: what says two things at once stands with each. Sorted.
    pub further: Vec<Vec<usize>>,
    /// Scored pairs, inside groups and across, `a < b`, sorted.
    pub pairs: Vec<ScoredPair>,
    /// Who judged: the neural judge, if sentences were to be read.
    pub judge: Judge,
    /// What an encoder made of pairs of sentences, sorted; empty when the judge was the fast one.
    pub readings: Vec<SentenceReading>,
    /// What articles share word for word.
    pub copies: Copies,
}

/// Two sentences of different articles and what an encoder made of them.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceReading {
    /// Index of the article and of the sentence in its document.
    pub a: (usize, usize),
    /// Likewise, of a later article.
    pub b: (usize, usize),
    /// What was read; its first words are those of `a`.
    pub reading: Reading,
}

/// Two claims of different articles and the belief that they state a common fact.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredPair {
    /// Index of a claim.
    pub a: usize,
    /// Index of a later claim.
    pub b: usize,
    /// 0 to 1.
    pub score: f64,
    /// Parts of the score, for pairs inside a group.
    pub evidence: Vec<Evidence>,
}

/// Groups the claims of all articles.
#[must_use]
pub fn align(
    articles: &[Article],
    documents: &[Document],
    claims: &[Claim],
    options: &Options,
) -> Alignment {
    let story = rows::Prepared::new(articles, documents, claims);
    let mut rows = story.own_rows();
    if rows.is_empty() {
        // a single article: no need to read the models
        return Alignment {
            groups: (0..claims.len()).map(|claim| vec![claim]).collect(),
            further: Vec::new(),
            pairs: Vec::new(),
            judge: match options.judge {
                Judge::Fast => Judge::Fast,
                Judge::Auto | Judge::Neural => Judge::Neural,
            },
            readings: Vec::new(),
            copies: Copies::default(),
        };
    }
    let models = Models::embedded();
    let first = models.first_beliefs(&rows);
    story.add_context(&mut rows, &first);
    let mut beliefs = models.second_beliefs(&rows);
    story.believe_values(articles, &rows, &mut beliefs);
    let readings = Readings::of(&story, &rows, &beliefs, options.judge);
    story.add_readings(&mut rows, &readings);
    for (row, belief) in rows.iter().zip(&mut beliefs) {
        *belief = models.third_belief(row).unwrap_or(*belief);
    }
    story.believe_values(articles, &rows, &mut beliefs);
    let scored = scored(&rows, &beliefs);
    let groups = story.groups(&scored, options.align_threshold);
    let pairs = story.scored_pairs(models, &rows, &scored, &groups);
    let [groups, further] = groups;
    Alignment {
        groups,
        further,
        pairs,
        judge: readings.judge(),
        readings: story.sentence_readings(readings),
        copies: copies::copies(articles, documents),
    }
}

/// Groups from beliefs in the rows of [`rows`], one for each, in order; for training.
#[must_use]
pub fn groups(
    articles: &[Article],
    documents: &[Document],
    claims: &[Claim],
    beliefs: &[f32],
    threshold: f64,
) -> Vec<Vec<usize>> {
    let story = rows::Prepared::new(articles, documents, claims);
    let [groups, further] = story.groups(&scored(&story.own_rows(), beliefs), threshold);
    groups.into_iter().chain(further).collect()
}

fn scored(rows: &[Row], beliefs: &[f32]) -> Vec<group::Belief> {
    let pairs = rows.iter().zip(beliefs);
    pairs
        .map(|(row, &score)| group::Belief {
            a: row.a,
            b: row.b,
            score: f64::from(score),
        })
        .collect()
}
