//! Comparison -> text, JSON. One file a format; none recomputes anything.

pub mod json;
pub mod text;
