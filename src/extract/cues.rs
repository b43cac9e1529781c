//! Tables of cue phrases, matched on tokens, the longest phrase first.
//!
//! ```text
//! table: not -> verb, not only -> none
//! "He was not only late"  at "not":  "not only" (2 tokens) -> none
//! ```

use std::collections::HashMap;

use crate::segment::Token;

/// Phrases of a data file by their first word.
#[derive(Debug)]
pub(super) struct CueTable<T> {
    by_first: HashMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> CueTable<T> {
    /// Reads lines of `phrase<TAB>rest`; `value` reads the rest. Lines that it cannot read are left out.
    pub(super) fn parse(data: &'static str, value: impl Fn(&str) -> Option<T>) -> Self {
        let mut by_first: HashMap<&'static str, Vec<(Vec<&'static str>, T)>> = HashMap::new();
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            let Some((phrase, rest)) = line.split_once('\t') else {
                continue;
            };
            let mut words = phrase.split(' ');
            let (Some(first), Some(value)) = (words.next(), value(rest)) else {
                continue;
            };
            by_first
                .entry(first)
                .or_default()
                .push((words.collect(), value));
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that starts at `at`: how many tokens it has, and its value.
    pub(super) fn longest(&self, words: &[&Token], at: usize) -> Option<(usize, T)> {
        let following = &words[at + 1..];
        self.by_first
            .get(words[at].lower.as_str())?
            .iter()
            .find(|(rest, _)| {
                rest.len() <= following.len()
                    && rest.iter().zip(following).all(|(w, t)| *w == t.lower)
            })
            .map(|(rest, value)| (rest.len() + 1, *value))
    }

    /// How many phrases it holds.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.by_first.values().map(Vec::len).sum()
    }
}
