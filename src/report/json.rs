//! The JSON contract.

use crate::Comparison;

/// The comparison as pretty JSON with a final newline.
///
/// # Panics
/// Never: a comparison holds nothing that JSON cannot.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let mut text = serde_json::to_string_pretty(comparison).expect("a comparison is plain data");
    text.push('\n');
    text
}
