//! Where quotations open and close.

use crate::Span;

/// What stands between double quotation marks (straight, curly, ``...'', and single ones used as such), marks excluded.
pub(super) fn quotations(_text: &str) -> Vec<Span> {
    Vec::new()
}
