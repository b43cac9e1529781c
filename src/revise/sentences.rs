//! Which sentences of two revisions belong together: unchanged, moved, changed, merged, split, gone, new.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::segment::{Document, Sentence, TokenKind};
use crate::{Article, Span, lexicon};

/// Least share of words (Dice) that two sentences have in common, for one to be the other changed.
const CHANGED: f64 = 0.5;
/// The same of words with a meaning, where one stands in place of the other: between the same unchanged neighbours, with few others. Of 880 paraphrases of
/// news sentences, written to say the same, 4 are told of a changed fact at this share, and none at [`CHANGED`].
const CHANGED_IN_PLACE: f64 = 0.3;
/// Most sentences of either side between two unchanged ones, for those to stand in place of each other.
const FEW: usize = 3;
/// Least share of a sentence's words that another has, for the first to be a part of what was split or merged.
const PART: f64 = 0.7;
/// Fewest words of such a part: shorter ones are held by chance.
const PART_WORDS: usize = 4;

/// Words of a sentence, the rarest first, by which others are looked up, and most sentences that are looked up for one.
const RARER_WORDS: usize = 6;
const MOST_HOLDERS: usize = 64;

/// Sentences of both revisions that say one thing, by index; one side is empty for what is new or gone.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

impl Group {
    fn side_mut(&mut self, side: usize) -> &mut Vec<usize> {
        if side == 0 {
            &mut self.old
        } else {
            &mut self.new
        }
    }
}

/// All sentences that are not unchanged, in the order of the new text.
#[derive(Debug, Default)]
pub(super) struct Aligned {
    pub(super) groups: Vec<Group>,
    pub(super) unchanged: usize,
    pub(super) moved: usize,
    /// For each sentence of the old revision the first of the new that stands in its place.
    successors: Vec<Option<usize>>,
}

impl Aligned {
    /// Where in the new text a group stands, or would stand had it not gone: from the end of what stands before it to the
    /// start of what stands behind.
    pub(super) fn gap(
        &self,
        group: &Group,
        articles: &[Article; 2],
        documents: &[Document; 2],
    ) -> Span {
        let span = |at: usize| documents[1].sentences[at].span;
        if let (Some(&first), Some(&last)) = (group.new.first(), group.new.last()) {
            return Span::new(span(first).start, span(last).end);
        }
        let first = group.old.first().copied().unwrap_or(0);
        let last = group.old.last().copied().unwrap_or(0);
        let start = (0..first).rev().find_map(|at| self.successors[at]);
        let end = (last + 1..self.successors.len()).find_map(|at| self.successors[at]);
        let start = start.map_or(0, |at| span(at).end);
        let end = end.map_or(articles[1].text.len(), |at| span(at).start);
        Span::new(start, end.max(start))
    }
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
    let mut aligned = Aligned {
        successors: vec![None; old.len()],
        ..Aligned::default()
    };
    let mut free = [Vec::new(), Vec::new()];
    let mut gaps = Gaps::default();
    for change in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if change.tag() == DiffTag::Equal {
            aligned.unchanged += change.old_range().len();
            gaps.close();
            for (before, after) in change.old_range().zip(change.new_range()) {
                aligned.successors[before] = Some(after);
            }
        } else {
            gaps.add([change.old_range(), change.new_range()]);
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
    let mut groups = pair(&words, &gaps);
    attach_parts(&mut groups, &words);
    for side in [0, 1] {
        let grouped: HashSet<usize> = groups
            .iter_mut()
            .flat_map(|group| group.side_mut(side).clone())
            .collect();
        for &at in words[side].keys().filter(|at| !grouped.contains(at)) {
            let mut alone = Group::default();
            alone.side_mut(side).push(at);
            groups.push(alone);
        }
    }
    for group in &mut groups {
        group.old.sort_unstable();
        group.new.sort_unstable();
        for &before in &group.old {
            aligned.successors[before] = group.new.first().copied();
        }
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

/// What stands between unchanged sentences.
#[derive(Debug, Default)]
struct Gaps {
    /// The gap of each sentence, by side.
    of: [HashMap<usize, usize>; 2],
    /// Sentences of each gap, by side.
    sizes: Vec<[usize; 2]>,
    open: bool,
}

impl Gaps {
    fn add(&mut self, ranges: [Range<usize>; 2]) {
        if !self.open {
            self.sizes.push([0, 0]);
            self.open = true;
        }
        let gap = self.sizes.len() - 1;
        for (side, range) in ranges.into_iter().enumerate() {
            self.sizes[gap][side] += range.len();
            self.of[side].extend(range.map(|at| (at, gap)));
        }
    }

    fn close(&mut self) {
        self.open = false;
    }

    /// Whether a sentence of the new revision may stand in place of one of the old.
    fn in_place(&self, old: usize, new: usize) -> bool {
        match (self.of[0].get(&old), self.of[1].get(&new)) {
            (Some(a), Some(b)) => a == b && self.sizes[*a].iter().all(|&size| size <= FEW),
            _ => false,
        }
    }
}

/// Takes sentences that stand elsewhere out of what is free; returns how many.
fn take_moved(free: &mut [Vec<usize>; 2], old: &[String], new: &[String]) -> usize {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for &at in free[0].iter().rev() {
        places.entry(&old[at]).or_default().push(at);
    }
    let mut gone = HashSet::new();
    free[1].retain(
        |&at| match places.get_mut(new[at].as_str()).and_then(Vec::pop) {
            Some(from) => {
                gone.insert(from);
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

/// The same of words with a meaning.
fn content_dice(a: &Bag, b: &Bag) -> f64 {
    let content = |bag: &Bag| -> Bag {
        let words = bag
            .iter()
            .filter(|(word, _)| !lexicon::is_function_word(word));
        words.map(|(word, count)| (word.clone(), *count)).collect()
    };
    dice(&content(a), &content(b))
}

fn size(bag: &Bag) -> usize {
    bag.values().sum()
}

fn shared(a: &Bag, b: &Bag) -> usize {
    a.iter()
        .map(|(word, count)| (*count).min(b.get(word).copied().unwrap_or(0)))
        .sum()
}

/// Which sentences of one side hold a word.
struct Index<'a>(HashMap<&'a str, Vec<usize>>);

impl<'a> Index<'a> {
    fn new(bags: &'a BTreeMap<usize, Bag>) -> Self {
        let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
        for (&at, bag) in bags {
            for word in bag.keys() {
                holders.entry(word).or_default().push(at);
            }
        }
        Self(holders)
    }

    /// Sentences that share one of the rarer words of a bag, each once, in order: trying all would cost the square of what
    /// changed.
    fn near(&self, bag: &Bag) -> BTreeSet<usize> {
        let mut lists: Vec<&Vec<usize>> = bag
            .keys()
            .filter_map(|word| self.0.get(word.as_str()))
            .collect();
        lists.sort_by_key(|list| list.len());
        lists
            .into_iter()
            .take(RARER_WORDS)
            .flat_map(|list| list.iter().take(MOST_HOLDERS))
            .copied()
            .collect()
    }
}

/// Pairs each sentence with the one that is likest, the best pairs first.
fn pair(words: &[BTreeMap<usize, Bag>; 2], gaps: &Gaps) -> Vec<Group> {
    let index = Index::new(&words[0]);
    let mut scored = Vec::new();
    for (&n, new) in &words[1] {
        for o in index.near(new) {
            let dice = dice(&words[0][&o], new);
            let likely = || content_dice(&words[0][&o], new) >= CHANGED_IN_PLACE;
            if dice >= CHANGED || gaps.in_place(o, n) && likely() {
                scored.push((dice, o, n));
            }
        }
    }
    let apart = |pair: &(f64, usize, usize)| pair.1.abs_diff(pair.2);
    scored.sort_by(|x, y| {
        y.0.total_cmp(&x.0)
            .then_with(|| apart(x).cmp(&apart(y)))
            .then_with(|| (x.1, x.2).cmp(&(y.1, y.2)))
    });
    let mut taken = [HashSet::new(), HashSet::new()];
    let mut groups = Vec::new();
    for (_, o, n) in scored {
        if !taken[0].contains(&o) && !taken[1].contains(&n) {
            taken[0].insert(o);
            taken[1].insert(n);
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
    // the group of each sentence, by side
    let mut group_of = [HashMap::new(), HashMap::new()];
    for (number, group) in groups.iter().enumerate() {
        group_of[0].extend(group.old.iter().map(|&at| (at, number)));
        group_of[1].extend(group.new.iter().map(|&at| (at, number)));
    }
    for side in [0, 1] {
        let other_side = 1 - side;
        let index = Index::new(&words[other_side]);
        for (&at, part) in &words[side] {
            if group_of[side].contains_key(&at) || size(part) < PART_WORDS {
                continue;
            }
            let share =
                |other: usize| shared(part, &words[other_side][&other]) as f64 / size(part) as f64;
            let holders = index
                .near(part)
                .into_iter()
                .map(|other| (share(other), other));
            let best = holders
                .filter(|(share, _)| *share >= PART)
                .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| y.1.cmp(&x.1)));
            let Some((_, other)) = best else {
                continue;
            };
            let number = *group_of[other_side].entry(other).or_insert_with(|| {
                groups.push(Group::default());
                let group = groups.last_mut().expect("just put there");
                group.side_mut(other_side).push(other);
                groups.len() - 1
            });
            groups[number].side_mut(side).push(at);
            group_of[side].insert(at, number);
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
