//! Any bytes -> an article or an error, and never a panic; the claims found in it lie inside its text.
//!
//! The first byte chooses between plain text and Markdown, the rest is the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::read::{self, Input, Place, ReadOptions};
use storydiff::{Article, Options, Span, compare};

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, file)) = bytes.split_first() else {
        return;
    };
    let stream = Input::from(Place::StandardInput);
    let Ok(mut read) = read::read_articles(&[stream], &ReadOptions::default(), file) else {
        return;
    };
    let mut article = read.articles.remove(0);
    if choice % 2 == 1 {
        article = read::article_from_markdown("A", "fuzzed", &article.text);
    }
    check_metadata(&article);
    let text = article.text.clone();
    for claim in compare(vec![article], &Options::default()).claims {
        check_span(claim.span, &text);
        for fact in &claim.facts {
            check_span(fact.span, &text);
        }
    }
});

/// Metadata stands in order, without overlap.
fn check_metadata(article: &Article) {
    let mut last_end = 0;
    for metadata in &article.metadata {
        check_span(metadata.span, &article.text);
        assert!(last_end <= metadata.span.start, "{:?}", article.metadata);
        last_end = metadata.span.end;
    }
}

fn check_span(span: Span, text: &str) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?}");
}
