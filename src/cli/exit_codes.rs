//! What the process answers to its caller.

/// Nothing to report: no conflict was found.
pub(crate) const NOTHING: u8 = 0;

/// At least one conflict was found, between articles or inside one. `--only` and a closed pipe do not change that.
pub(crate) const CONFLICTS: u8 = 1;

/// Trouble: an input could not be read, an option was wrong, or the result could not be written.
pub(crate) const TROUBLE: u8 = 2;
