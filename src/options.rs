//! What a user can set.

/// Settings of a comparison; [`Options::default`] is what the program uses.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Least belief (0 to 1) that two claims state a common fact for them to be aligned.
    pub align_threshold: f64,
    /// Least belief (0 to 1) that two claims cannot both hold for them to be called a conflict.
    pub conflict_threshold: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            align_threshold: 0.2,
            conflict_threshold: 0.3,
        }
    }
}
