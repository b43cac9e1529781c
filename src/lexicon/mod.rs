//! What the program knows about English words: embedded tables, looked up, never parsed at start.
//!
//! ```
//! use storydiff::lexicon;
//! assert_eq!(lexicon::verb_lemma("shot"), "shoot");
//! assert_eq!(lexicon::noun_lemma("men"), "man");
//! assert!(lexicon::synonyms("wounded", "injured"));
//! assert!(lexicon::antonyms("acquitted", "convicted"));
//! assert!(lexicon::zipf("the") > lexicon::zipf("drone"));
//! ```
//!
//! Every function is total and takes words in lower case, as [`Token::lower`](crate::segment::Token) has them.
//! Where the tables come from, and how they are built: `data/NOTICE.md`.

mod frequency;
mod function_words;
mod gazetteer;
mod letters;
mod meanings;
mod nationality;
mod tables;
mod words;

pub use frequency::zipf;
pub use function_words::is_function_word;
pub use gazetteer::{Gazetteer, Sex, gazetteer, sex_of_given_name};
pub use letters::unaccented;
pub use meanings::{antonyms, opposites, senses, synonyms};
pub use nationality::{canonical_place, country_of_demonym, state_of_abbreviation};
pub use words::{
    VerbForms, is_adjective, is_noun, noun_lemma, verb_forms, verb_lemma, verb_likelihood,
};
