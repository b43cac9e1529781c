//! What the fuzz targets share.

use storydiff::read::articles_from_bytes;

/// Reads bytes as a file with an ending: articles or an error; what is marked in a text lies inside it.
pub fn read_as(ending: &str, bytes: &[u8]) {
    for article in articles_from_bytes(ending, bytes).unwrap_or_default() {
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
}
