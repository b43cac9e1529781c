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
