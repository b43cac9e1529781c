//! The view for people.

use crate::Comparison;

/// The comparison as text for a terminal.
#[must_use]
pub fn render(_comparison: &Comparison) -> String {
    String::new()
}
