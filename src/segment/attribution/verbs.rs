//! Verbs of saying, and what a source does with a claim by them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Stance;
use crate::lexicon;

static STANCES: LazyLock<HashMap<&str, Stance>> = LazyLock::new(|| {
    include_str!("../../../data/attribution_verbs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (verb, stance) = line.split_once('\t')?;
            let stance = match stance {
                "states" => Stance::States,
                "denies" => Stance::Denies,
                "alleges" => Stance::Alleges,
                "believes" => Stance::Believes,
                "intends" => Stance::Intends,
                "asks" => Stance::Asks,
                _ => return None,
            };
            Some((verb, stance))
        })
        .collect()
});

/// What a source does by a word, if it is a form of a verb of saying.
pub(in crate::segment) fn stance(lower: &str) -> Option<Stance> {
    STANCES.get(lexicon::verb_lemma(lower)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("../../../data/attribution_verbs.txt").lines();
        assert_eq!(
            STANCES.len(),
            lines.filter(|line| !line.starts_with('#')).count()
        );
        assert_eq!(stance("said"), Some(Stance::States));
        assert_eq!(stance("denied"), Some(Stance::Denies));
        assert_eq!(stance("ran"), None);
    }
}
