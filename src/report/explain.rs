//! Everything known of one finding.

use super::View;
use super::page::Page;
use crate::Comparison;

/// The finding `id` as text for a terminal; empty when there is none of that id.
#[must_use]
pub fn render(_comparison: &Comparison, _id: &str, view: &View) -> String {
    Page::new(view).finish()
}
