//! Compares several reports of one story: which facts agree, which conflict, which only one has.

pub mod align;
mod article;
pub mod batch;
pub mod check;
mod claim;
mod compare;
mod comparison;
mod cores;
pub mod extract;
mod fact;
mod grammar;
pub mod judge;
pub mod lexicon;
pub mod neural;
mod options;
pub mod read;
pub mod report;
pub mod revise;
pub mod segment;
mod span;
mod trees;

pub use article::{Article, Comment, DropReason, Dropped, Lines, Metadata, MetadataKind, Position};
pub use claim::{Claim, Modality, Polarity, Scope, Speaker};
pub use compare::{check_story, compare, compare_revisions};
pub use comparison::{
    Comparison, Conflict, ConflictKind, Copied, Evidence, Finding, Link, Nearest, Relation,
    SCHEMA_VERSION, Side, Strength, Verdict,
};
pub use fact::{
    Anchor, Fact, FactKind, FactValue, Grain, Hedge, Interval, Measure, NameValue, Quantity,
    QuotationValue, TimeParts, TimeValue,
};
pub use options::{Judge, Options, Sensitivity};
pub use span::Span;
