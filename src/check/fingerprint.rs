//! By what a violation is the same, whatever else changes in the story: the rule and the words of the claims.

use sha2::{Digest, Sha256};

use super::Against;
use crate::revise::{Change, Words};
use crate::{Article, Span};

/// Bytes of the hash that are kept; half of that would tell all violations of a million stories apart.
const KEPT: usize = 8;

/// Sixteen hexadecimal digits; `more` are words by which it is told apart besides.
pub(super) fn fingerprint(
    articles: &[Article; 2],
    change: &Change,
    against: Option<&Against>,
    more: &str,
) -> String {
    let mut hasher = Sha256::new();
    let mut add = |words: &str| {
        hasher.update(normalized(words));
        hasher.update(b"\n");
    };
    add(change.rule.id());
    for (article, words) in articles.iter().zip([&change.old, &change.new]) {
        for part in parts(article, words.as_ref()) {
            add(part);
        }
    }
    add(against.map_or("", |against| &against.text));
    add(against.map_or("", |against| &against.claim));
    add(more);
    let hash = hasher.finalize();
    hash.iter()
        .take(KEPT)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The sentence, and the words in it.
fn parts<'a>(article: &'a Article, words: Option<&'a Words>) -> [&'a str; 2] {
    let slice = |span: Span| article.text.get(span.start..span.end).unwrap_or_default();
    words.map_or(["", ""], |words| [slice(words.sentence), &words.text])
}

/// Words without case, signs and breaks of lines.
fn normalized(words: &str) -> String {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::{Policy, Violation};
    use crate::read::article_from_text;
    use crate::{Options, compare_revisions};

    fn violations(old: &str, new: &str) -> Vec<Violation> {
        let [old, new] = [old, new].map(|text| article_from_text("A", "a", text));
        compare_revisions(old, new, None, &Policy::default(), &Options::default()).violations
    }

    #[test]
    fn it_stays_while_the_words_do() {
        let fire = "The fire at the mill in Dunmore was on Monday.";
        let known = violations(
            &format!("{fire} Six guards were hurt in it."),
            &format!("{fire} Seven guards were hurt in it."),
        );
        // whoever changes it takes the baselines of all users away
        assert_eq!(known[0].fingerprint, "0874eb9f54a5d5cc");
        let moved = violations(
            &format!("{fire} SIX guards were hurt in it. The road was closed."),
            &format!("The road was closed.\n\n{fire}\n\nSeven guards were hurt \u{2014} in it."),
        );
        assert_eq!(moved[0].fingerprint, known[0].fingerprint);
        for new in [
            "Eight guards were hurt in it.",
            "Seven guards were killed in it.",
        ] {
            let other = violations(
                &format!("{fire} Six guards were hurt in it."),
                &format!("{fire} {new}"),
            );
            assert_ne!(other[0].fingerprint, known[0].fingerprint, "{new}");
        }
    }
}
