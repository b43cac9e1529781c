//! Which articles carry the same words: one agency's report, whole or in part.
//!
//! ```text
//! A: "The roof, which was finished in 1911, fell in at four."    C: "The roof, finished in 1911, fell in at four."
//!   runs of four words that both have, of all that the longer has: most, so one is copied from the other
//! ```
//!
//! Runs of words are the shingles of Broder (1997). What stands between quotation marks does not count: two reporters may
//! well write down the same utterance.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::segment::{Document, Sentence, SentenceKind, TokenKind};
use crate::{Article, Copied};

/// Words of a run.
const RUN: usize = 4;
/// Fewest runs that two sentences must share.
const FEWEST_RUNS: usize = 5;
/// Least share of the runs of the sentence that has more of them, for one to be copied from the other. A changed word takes
/// four runs with it: of a sentence of 20 words 13 of 17 are left.
const COPIED: f64 = 0.5;
/// Most sentences that a run is looked up for: what more have is a formula.
const MOST_HOLDERS: usize = 64;
/// Fewest sentences and words that two articles must share to be said to share a passage.
const PASSAGE: (usize, usize) = (2, 30);
/// Fewest sentences, and least share of the shorter article's words, for the two to be said to carry the same report.
const REPORT: (usize, f64) = (3, 0.5);

/// What articles share word for word.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Copies {
    /// By articles, the longest share first.
    pub articles: Vec<Copied>,
    /// Pairs of sentences, one a copy of the other: index of the article and of the sentence, smaller first; only of
    /// articles that share a passage.
    pub sentences: HashSet<[(usize, usize); 2]>,
}

/// What two articles share.
#[derive(Default)]
struct Shared {
    /// Sentences of each, with how many words they have.
    sentences: [BTreeMap<usize, usize>; 2],
}

/// Finds what articles share word for word.
pub(super) fn copies(articles: &[Article], documents: &[Document]) -> Copies {
    let mut holders: HashMap<u64, Vec<(usize, usize)>> = HashMap::new();
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for (article, document) in documents.iter().enumerate() {
        for (number, sentence) in document.sentences.iter().enumerate() {
            let runs = runs(document, sentence);
            counts.insert((article, number), runs.len());
            for run in runs {
                holders.entry(run).or_default().push((article, number));
            }
        }
    }
    let mut common: HashMap<[(usize, usize); 2], usize> = HashMap::new();
    for held in holders.values().filter(|held| held.len() <= MOST_HOLDERS) {
        for (at, &a) in held.iter().enumerate() {
            for &b in held[at + 1..].iter().filter(|b| b.0 != a.0) {
                *common.entry([a.min(b), a.max(b)]).or_default() += 1;
            }
        }
    }
    let is_copy = |(pair, shared): &(&[(usize, usize); 2], &usize)| {
        let more = counts[&pair[0]].max(counts[&pair[1]]);
        **shared >= FEWEST_RUNS && **shared as f64 >= COPIED * more as f64
    };
    let mut sentences: HashSet<[(usize, usize); 2]> = common
        .iter()
        .filter(is_copy)
        .map(|(pair, _)| *pair)
        .collect();
    let mut shared: BTreeMap<(usize, usize), Shared> = BTreeMap::new();
    for [a, b] in &sentences {
        let known = shared.entry((a.0, b.0)).or_default();
        for (side, place) in [a, b].into_iter().enumerate() {
            let words = words_of(&documents[place.0].sentences[place.1]);
            known.sentences[side].insert(place.1, words);
        }
    }
    shared.retain(|_, shared| {
        let (count, words) = shared.least();
        count >= PASSAGE.0 && words >= PASSAGE.1
    });
    sentences.retain(|[a, b]| shared.contains_key(&(a.0, b.0)));
    Copies {
        articles: by_articles(articles, documents, &shared),
        sentences,
    }
}

impl Shared {
    /// Sentences and words of the side that has fewer.
    fn least(&self) -> (usize, usize) {
        let words = |side: usize| self.sentences[side].values().sum::<usize>();
        let count = |side: usize| self.sentences[side].len();
        (count(0).min(count(1)), words(0).min(words(1)))
    }
}

/// Says of articles what they share: of those that carry one report, all together.
fn by_articles(
    articles: &[Article],
    documents: &[Document],
    shared: &BTreeMap<(usize, usize), Shared>,
) -> Vec<Copied> {
    let whole: Vec<usize> = documents
        .iter()
        .map(|document| {
            document
                .sentences
                .iter()
                .filter(|s| s.kind == SentenceKind::Body)
                .map(words_of)
                .sum()
        })
        .collect();
    let share = |(a, b): (usize, usize), shared: &Shared| {
        let sides = [(a, 0), (b, 1)].map(|(article, side)| {
            shared.sentences[side].values().sum::<usize>() as f64 / whole[article].max(1) as f64
        });
        sides[0].max(sides[1]).min(1.0)
    };
    let mut found: Vec<Copied> = Vec::new();
    let mut reports: Vec<(Vec<usize>, f64, usize)> = Vec::new();
    for (&pair, shared) in shared {
        let (count, _) = shared.least();
        let share = share(pair, shared);
        if count < REPORT.0 || share < REPORT.1 {
            found.push(Copied {
                articles: vec![articles[pair.0].id.clone(), articles[pair.1].id.clone()],
                whole: false,
                sentences: count,
                share,
            });
            continue;
        }
        // those that share a report with one of them share it with all
        let (mut members, mut least, mut fewest) = (vec![pair.0, pair.1], share, count);
        reports.retain(|(others, share, count)| {
            let joined = others.iter().any(|article| members.contains(article));
            if joined {
                members.extend(others);
                least = least.min(*share);
                fewest = fewest.min(*count);
            }
            !joined
        });
        members.sort_unstable();
        members.dedup();
        reports.push((members, least, fewest));
    }
    found.extend(reports.into_iter().map(|(members, share, sentences)| {
        Copied {
            articles: members
                .iter()
                .map(|&article| articles[article].id.clone())
                .collect(),
            whole: true,
            sentences,
            share,
        }
    }));
    found.sort_by(|x, y| {
        y.whole
            .cmp(&x.whole)
            .then_with(|| y.share.total_cmp(&x.share))
            .then_with(|| x.articles.cmp(&y.articles))
    });
    found
}

fn words_of(sentence: &Sentence) -> usize {
    sentence
        .tokens
        .iter()
        .filter(|token| token.kind != TokenKind::Sign)
        .count()
}

/// The runs of a sentence of running text, outside quotation marks, each once.
fn runs(document: &Document, sentence: &Sentence) -> HashSet<u64> {
    if sentence.kind == SentenceKind::Headline {
        return HashSet::new();
    }
    let quoted = |span: crate::Span| {
        document
            .quotations
            .iter()
            .any(|quotation| quotation.contains(span))
    };
    let words: Vec<&str> = sentence
        .tokens
        .iter()
        .filter(|token| token.kind != TokenKind::Sign && !quoted(token.span))
        .map(|token| token.lower.as_str())
        .collect();
    let hash = |run: &[&str]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(RUN).map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::article_from_text;
    use crate::segment::segment;

    const WIRE: &str = "Six guards were hurt in the fire at the old mill in Dunmore on Monday, the police said. The roof, which was \
        finished in 1911, fell in at about four in the morning. Nobody was in the hall at that time of the night. The owners \
        said that repairs would cost about five million pounds.";
    const OWN: &str = "A fire broke out at a mill before dawn. Witnesses saw flames from across the river. One guard told us that \
        he had smelled smoke an hour before.";

    fn found(texts: &[&str]) -> Copies {
        let articles: Vec<Article> = texts
            .iter()
            .enumerate()
            .map(|(index, text)| article_from_text(&crate::read::article_id(index), "a", text))
            .collect();
        let documents: Vec<Document> = articles.iter().map(segment).collect();
        copies(&articles, &documents)
    }

    #[test]
    fn a_report_with_small_changes_is_the_same_report() {
        let changed = WIRE
            .replace("Six guards", "Seven guards")
            .replace("about four", "about five");
        let found = found(&[WIRE, OWN, &changed]);
        assert_eq!(found.articles.len(), 1);
        assert_eq!(
            (&found.articles[0].articles[..], found.articles[0].whole),
            (&["A".to_owned(), "C".to_owned()][..], true)
        );
        assert!(found.articles[0].share > 0.95, "{:?}", found.articles);
    }

    #[test]
    fn a_passage_of_it_is_said_to_be_one() {
        let (first, _) = WIRE.split_once(" Nobody").expect("a third sentence");
        let mixed = format!(
            "{OWN} {first} The mayor came at noon. Schools in the town stayed open all day, and so did the shops in the high street."
        );
        let found = found(&[WIRE, &mixed]);
        assert_eq!(found.articles.len(), 1);
        assert!(
            !found.articles[0].whole && found.articles[0].sentences == 2,
            "{:?}",
            found.articles
        );
        assert_eq!(found.sentences.len(), 2);
    }

    #[test]
    fn what_both_quote_or_say_in_other_words_is_no_copy() {
        let quote = "\u{201c}We will open again before the spring is over, and everybody will have work,\u{201d}";
        let texts = [
            format!("{quote} said the manager. {quote} she said."),
            format!("At noon the manager spoke. {quote} were her words. {quote} she told them."),
            "The police said that six guards were hurt on Monday when the old mill in Dunmore burned.".to_owned(),
            WIRE.to_owned(),
        ];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert_eq!(found(&texts).articles, []);
        assert_eq!(found(&[]), Copies::default());
    }
}
