//! What was understood of an article: its claims with speaker, polarity, modality and facts.

use super::View;
use super::page::Page;
use crate::Comparison;

/// The claims as text for a terminal.
#[must_use]
pub fn render(_comparison: &Comparison, view: &View) -> String {
    Page::new(view).finish()
}
