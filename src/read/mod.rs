//! Paths and standard input -> articles. All that can go wrong with input goes wrong here.

use crate::Article;

/// An article from text in memory; metadata (front matter, title, dateline, time stamps) is recognised.
///
/// ```
/// let article = storydiff::read::article_from_text("A", "reuters", "BAGHDAD, Nov 7 (Reuters) - Six guards were hurt.");
/// assert_eq!(article.label, "reuters");
/// ```
#[must_use]
pub fn article_from_text(id: &str, label: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        label: label.to_owned(),
        file: None,
        title: None,
        outlet: None,
        published: None,
        included_text: None,
        text: text.to_owned(),
        metadata: Vec::new(),
    }
}

/// Letter of the article at `index`: `A`, `B`, ... `Z`, `AA`, `AB`, ...
#[must_use]
pub fn article_id(index: usize) -> String {
    let mut left = index + 1;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push(b'A' + u8::try_from((left - 1) % 26).expect("below 26"));
        left = (left - 1) / 26;
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}
