//! One entity, many names: "Secretary Blinken" = "Antony Blinken", "SAF" = "Sudan Armed Forces".

use crate::{Article, Fact};

/// Numbers the entities of all articles and sets each name's `canonical` and `entity`.
///
/// `facts[article][sentence]` are the facts of a sentence. Independent of the order of articles but for the numbers.
pub(super) fn link(_articles: &[Article], _facts: &mut [Vec<Vec<Fact>>]) {}
