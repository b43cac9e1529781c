//! Which sentences of two revisions belong together: unchanged, moved, changed, merged, split, gone, new.

use std::collections::{BTreeMap, HashMap};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::Article;
use crate::segment::{Document, Sentence, TokenKind};

/// Least share of words (Dice) that two sentences have in common, for one to be the other changed.
const CHANGED: f64 = 0.5;
/// Least share of a sentence's words that another has, for the first to be a part of what was split or merged.
const PART: f64 = 0.7;
/// Fewest words of such a part: shorter ones are held by chance.
const PART_WORDS: usize = 4;

/// Sentences of both revisions that say one thing, by index; one side is empty for what is new or gone.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// All sentences that are not unchanged, in the order of the new text.
#[derive(Debug, Default)]
pub(super) struct Aligned {
    pub(super) groups: Vec<Group>,
    pub(super) unchanged: usize,
    pub(super) moved: usize,
}

/// Aligns the sentences of two revisions.
pub(super) fn align(articles: &[Article; 2], documents: &[Document; 2]) -> Aligned {
    let written = |side: usize| -> Vec<String> {
        documents[side]
            .sentences
            .iter()
            .map(|sentence| normalized(sentence.span.slice(&articles[side].text)))
            .collect()
    };
    let (old, new) = (written(0), written(1));
    let mut aligned = Aligned::default();
    let mut free = [Vec::new(), Vec::new()];
    for change in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if change.tag() == DiffTag::Equal {
            aligned.unchanged += change.old_range().len();
        } else {
            free[0].extend(change.old_range());
            free[1].extend(change.new_range());
        }
    }
    aligned.moved = take_moved(&mut free, &old, &new);
    let words = [0, 1].map(|side| {
        free[side]
            .iter()
            .map(|&at| (at, words(&documents[side].sentences[at])))
            .collect::<BTreeMap<_, _>>()
    });
    let mut groups = pair(&words);
    attach_parts(&mut groups, &words);
    let grouped = |groups: &[Group], side: usize, at: usize| {
        groups.iter().any(|group| {
            if side == 0 {
                group.old.contains(&at)
            } else {
                group.new.contains(&at)
            }
        })
    };
    for &at in words[0]
        .keys()
        .filter(|&&at| !grouped(&groups, 0, at))
        .collect::<Vec<_>>()
    {
        groups.push(Group {
            old: vec![at],
            new: Vec::new(),
        });
    }
    for &at in words[1]
        .keys()
        .filter(|&&at| !grouped(&groups, 1, at))
        .collect::<Vec<_>>()
    {
        groups.push(Group {
            old: Vec::new(),
            new: vec![at],
        });
    }
    for group in &mut groups {
        group.old.sort_unstable();
        group.new.sort_unstable();
    }
    // what was removed stands where it stood
    groups.sort_by_key(|group| {
        (
            group.new.first().or(group.old.first()).copied(),
            group.old.first().copied(),
        )
    });
    aligned.groups = groups;
    aligned
}

/// Takes sentences that stand elsewhere out of what is free; returns how many.
fn take_moved(free: &mut [Vec<usize>; 2], old: &[String], new: &[String]) -> usize {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for &at in free[0].iter().rev() {
        places.entry(&old[at]).or_default().push(at);
    }
    let mut gone = Vec::new();
    free[1].retain(
        |&at| match places.get_mut(new[at].as_str()).and_then(Vec::pop) {
            Some(from) => {
                gone.push(from);
                false
            }
            None => true,
        },
    );
    free[0].retain(|at| !gone.contains(at));
    gone.len()
}

/// Words of a sentence with how often each stands there.
pub(super) type Bag = BTreeMap<String, usize>;

fn words(sentence: &Sentence) -> Bag {
    words_of(std::iter::once(sentence))
}

/// Words of some sentences.
pub(super) fn words_of<'a>(sentences: impl Iterator<Item = &'a Sentence>) -> Bag {
    let mut bag = Bag::new();
    for token in sentences
        .flat_map(|sentence| &sentence.tokens)
        .filter(|token| token.kind != TokenKind::Sign)
    {
        *bag.entry(token.lower.clone()).or_default() += 1;
    }
    bag
}

/// Share of words that two bags have in common, of all that both have.
pub(super) fn dice(a: &Bag, b: &Bag) -> f64 {
    2.0 * shared(a, b) as f64 / (size(a) + size(b)).max(1) as f64
}

fn size(bag: &Bag) -> usize {
    bag.values().sum()
}

fn shared(a: &Bag, b: &Bag) -> usize {
    a.iter()
        .map(|(word, count)| (*count).min(b.get(word).copied().unwrap_or(0)))
        .sum()
}

/// Pairs each sentence with the one that is likest, the best pairs first.
fn pair(words: &[BTreeMap<usize, Bag>; 2]) -> Vec<Group> {
    let mut scored = Vec::new();
    for (&o, old) in &words[0] {
        for (&n, new) in &words[1] {
            let dice = dice(old, new);
            if dice >= CHANGED {
                scored.push((dice, o, n));
            }
        }
    }
    scored.sort_by(|x, y| {
        y.0.total_cmp(&x.0)
            .then_with(|| x.1.abs_diff(x.2).cmp(&y.1.abs_diff(y.2)))
            .then_with(|| (x.1, x.2).cmp(&(y.1, y.2)))
    });
    let mut groups: Vec<Group> = Vec::new();
    for (_, o, n) in scored {
        if !groups
            .iter()
            .any(|group| group.old.contains(&o) || group.new.contains(&n))
        {
            groups.push(Group {
                old: vec![o],
                new: vec![n],
            });
        }
    }
    groups
}

/// Puts sentences that are part of one on the other side into its group: what was merged or split.
fn attach_parts(groups: &mut Vec<Group>, words: &[BTreeMap<usize, Bag>; 2]) {
    for side in [0, 1] {
        for (&at, part) in &words[side] {
            let own = |group: &Group| {
                if side == 0 {
                    group.old.contains(&at)
                } else {
                    group.new.contains(&at)
                }
            };
            if groups.iter().any(own) || size(part) < PART_WORDS {
                continue;
            }
            let holders = words[1 - side]
                .iter()
                .map(|(&other, whole)| (shared(part, whole) as f64 / size(part) as f64, other));
            let best = holders
                .filter(|(share, _)| *share >= PART)
                .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| y.1.cmp(&x.1)));
            let Some((_, other)) = best else {
                continue;
            };
            let holds = |group: &&mut Group| {
                if side == 0 {
                    group.new.contains(&other)
                } else {
                    group.old.contains(&other)
                }
            };
            match groups.iter_mut().find(holds) {
                Some(group) if side == 0 => group.old.push(at),
                Some(group) => group.new.push(at),
                None if side == 0 => groups.push(Group {
                    old: vec![at],
                    new: vec![other],
                }),
                None => groups.push(Group {
                    old: vec![other],
                    new: vec![at],
                }),
            }
        }
    }
}

/// A sentence without what is only typography.
fn normalized(sentence: &str) -> String {
    let plain: String = sentence
        .chars()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2013}' | '\u{2014}' => '-',
            c => c,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
