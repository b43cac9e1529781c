//! How common words are.

use std::sync::LazyLock;

use super::tables::{self, Table};

static FREQUENCY: Table =
    LazyLock::new(|| tables::open(include_bytes!("../../data/lexicon/frequency.fst")));

/// Steps of the stored scale in one unit of the Zipf scale.
const STEPS: f32 = 25.0;

/// How often a lower-case word is used in English, on the Zipf scale (log10 of uses in a billion words):
/// "the" about 7.7, "drone" about 3.9; 0 for words that are not listed.
#[must_use]
pub fn zipf(lower: &str) -> f32 {
    tables::get(&FREQUENCY, lower)
        .and_then(|steps| u8::try_from(steps).ok())
        .map_or(0.0, |steps| f32::from(steps) / STEPS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_score_higher() {
        for (common, rare) in [("the", "drone"), ("police", "militia"), ("car", "quay")] {
            assert!(zipf(common) > zipf(rare) + 0.5, "{common} {rare}");
        }
        assert!((zipf("the") - 7.7).abs() < 0.2);
        assert!((zipf("drone") - 3.9).abs() < 0.2);
        assert!(zipf("qwzzk").abs() < f32::EPSILON);
        assert!(zipf("").abs() < f32::EPSILON);
    }
}
