//! Any bytes, read as a Word document -> articles or an error, and never a panic; what is marked in a text lies inside it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use storydiff::read::articles_from_bytes;

fuzz_target!(|bytes: &[u8]| {
    for article in articles_from_bytes("docx", bytes).unwrap_or_default() {
        assert!(!article.text.trim().is_empty());
        for metadata in &article.metadata {
            assert!(
                article
                    .text
                    .get(metadata.span.start..metadata.span.end)
                    .is_some()
            );
        }
    }
});
