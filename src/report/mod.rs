//! Comparison -> text, JSON. One file a format; none recomputes anything.

pub mod claims;
pub mod explain;
#[cfg(test)]
mod fixture;
mod ink;
pub mod json;
mod lookup;
mod page;
mod prose;
pub mod text;
mod view;

pub use view::View;
