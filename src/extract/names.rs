//! Persons, organisations, places.

use crate::segment::Document;
use crate::{Article, Fact};

/// Names of each sentence (`result[sentence]`), with `entity` not yet set.
pub(super) fn names(_article: &Article, document: &Document) -> Vec<Vec<Fact>> {
    vec![Vec::new(); document.sentences.len()]
}
