//! Comparison -> text, JSON. One file a format; none recomputes anything.

pub mod claims;
pub mod csv;
pub mod explain;
mod facts;
#[cfg(test)]
mod fixture;
pub mod github;
pub mod gitlab;
pub mod html;
mod ink;
pub mod json;
pub mod jsonld;
pub mod junit;
mod lookup;
pub mod markdown;
pub mod ndjson;
mod page;
mod place;
mod placed;
pub mod plot;
mod prose;
pub mod revision;
mod rules;
pub mod sarif;
pub mod schema;
mod snippet;
pub mod tei;
#[cfg(test)]
mod tests;
pub mod text;
mod view;

pub use view::View;
