//! The closed classes of English.

use std::collections::HashSet;
use std::sync::LazyLock;

static FUNCTION_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../../data/function_words.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
});

/// Words that carry grammar rather than content: articles, prepositions, pronouns, auxiliaries, conjunctions.
#[must_use]
pub fn is_function_word(lower: &str) -> bool {
    FUNCTION_WORDS.contains(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grammar_words_only() {
        for word in [
            "the", "of", "was", "didn't", "he", "'s", "whom", "amid", "not",
        ] {
            assert!(is_function_word(word), "{word}");
        }
        for word in ["said", "police", "kill", "three", "new", ""] {
            assert!(!is_function_word(word), "{word}");
        }
    }
}
