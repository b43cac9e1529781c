//! The two learned models: figures of a pair -> belief that its claims state a common fact.
//!
//! Both are boosted trees over [`FEATURES`](super::FEATURES), trained on labelled stories with
//! `training/align/train.py`; `data/NOTICE.md` tells on what. The second reads what the first believes of the pair,
//! of its rivals, of its neighbours and of a third article.

use std::sync::LazyLock;

use super::features::{FEATURES, FIRST};
use super::rows::Row;
use super::trees::Trees;

/// The models of alignment.
#[derive(Debug, Clone)]
pub(super) struct Models {
    first: Trees,
    second: Trees,
}

static EMBEDDED: LazyLock<Models> = LazyLock::new(|| {
    let files = (
        include_bytes!("../../data/align/first.bin").as_slice(),
        include_bytes!("../../data/align/second.bin").as_slice(),
    );
    // models that do not parse believe nothing (a test makes sure that these do)
    Models::parse(files.0, files.1).unwrap_or_else(|| Models {
        first: Trees::default(),
        second: Trees::default(),
    })
});

impl Models {
    /// The models that ship with the program.
    pub(super) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    fn parse(first: &[u8], second: &[u8]) -> Option<Self> {
        Some(Self {
            first: Trees::parse(first, FIRST)?,
            second: Trees::parse(second, FEATURES.len())?,
        })
    }

    /// Beliefs of the first model, 0 to 1, one for each row.
    pub(super) fn first_beliefs(&self, rows: &[Row]) -> Vec<f32> {
        let log_odds = rows.iter().map(|row| self.first.log_odds(&row.figures));
        log_odds.map(probability).collect()
    }

    /// Beliefs of the second model, 0 to 1, one for each row; the rows must hold all figures.
    pub(super) fn second_beliefs(&self, rows: &[Row]) -> Vec<f32> {
        let log_odds = rows.iter().map(|row| self.second.log_odds(&row.figures));
        log_odds.map(probability).collect()
    }

    /// What each figure adds to the log odds of the second model, those of the first among them: what the belief of
    /// the first adds is shared out over the figures it came from.
    pub(super) fn contributions(&self, figures: &[f32]) -> Vec<f32> {
        let mut added = self.second.contributions(figures);
        let through = std::mem::take(&mut added[FIRST]);
        let first = self.first.contributions(&figures[..FIRST]);
        let whole: f32 = first.iter().map(|part| part.abs()).sum();
        for (part, sum) in first.iter().zip(&mut added) {
            *sum += through.abs() * part / whole.max(f32::EPSILON);
        }
        added
    }
}

fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_models_parse() {
        let models = Models::embedded();
        assert_ne!(models.first, Trees::default());
        assert_ne!(models.second, Trees::default());
    }
}
