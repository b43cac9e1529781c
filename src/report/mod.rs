//! Comparison -> text, JSON. One file a format; none recomputes anything.

pub mod claims;
pub mod explain;
mod facts;
#[cfg(test)]
mod fixture;
mod ink;
pub mod json;
mod lookup;
mod page;
mod place;
mod prose;
mod snippet;
#[cfg(test)]
mod tests;
pub mod text;
mod view;

pub use view::View;
