//! Who says each claim, pronouns resolved where that is safe.

use crate::segment::Document;
use crate::{Article, Fact, Speaker};

/// `result[sentence][clause]`: the speaker of each clause. `facts[sentence]` hold the linked names.
pub(super) fn speakers(
    _article: &Article,
    document: &Document,
    _facts: &[Vec<Fact>],
) -> Vec<Vec<Option<Speaker>>> {
    document
        .sentences
        .iter()
        .map(|sentence| vec![None; sentence.clauses.len()])
        .collect()
}
