//! What a user can set.

use schemars::JsonSchema;
use serde::Serialize;

/// Settings of a comparison; [`Options::default`] is what the program uses.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Belief (0 to 1) that two claims state a common fact from which on it counts for a finding that holds both, and below
    /// which against it.
    pub align_threshold: f64,
    /// How readily two claims are called a conflict.
    pub sensitivity: Sensitivity,
    /// Who judges.
    pub judge: Judge,
    /// Names that are known to stand for one person, place or organisation, each list one.
    pub names: Vec<Vec<String>>,
    /// Outlets or labels of articles that count as one origin, each list one.
    pub together: Vec<Vec<String>>,
}

/// How readily two claims are called a conflict. `docs/scoreboard.md` tells how many of those called are ones, and how many
/// of all are called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sensitivity {
    /// Only what is surest.
    Low,
    /// More often right than wrong.
    #[default]
    Normal,
    /// What may be worth a look.
    High,
}

/// Who judges pairs of claims.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Judge {
    /// The neural judge, unless there are so many sentences that reading them would take long.
    #[default]
    Auto,
    /// Scores of words and typed facts alone: a few milliseconds an article.
    Fast,
    /// An encoder reads the pairs of sentences that the fast judge could be wrong about: eight milliseconds a pair.
    Neural,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            align_threshold: 0.2,
            sensitivity: Sensitivity::Normal,
            judge: Judge::Auto,
            names: Vec::new(),
            together: Vec::new(),
        }
    }
}
