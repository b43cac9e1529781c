//! The three learned models: figures of a pair -> belief that its claims state a common fact.
//!
//! All are boosted trees over [`FEATURES`](super::FEATURES), trained on labelled stories with
//! `training/align/train.py`; `data/NOTICE.md` tells on what. The second sees what the first believes of the pair,
//! of its rivals, of its neighbours and of a third article; the third also what the encoder made of the two sentences.

use std::sync::LazyLock;

use super::features::{FEATURES, FIRST, SECOND};
use super::rows::Row;
use crate::cores;
use crate::trees::{Trees, probability};

/// The models of alignment.
#[derive(Debug, Clone)]
pub(super) struct Models {
    first: Trees,
    second: Trees,
    third: Trees,
}

/// Rows that one core takes at a time.
const ROWS_AT_ONCE: usize = 64;

static EMBEDDED: LazyLock<Models> = LazyLock::new(|| {
    let files = (
        include_bytes!("../../data/align/first.bin").as_slice(),
        include_bytes!("../../data/align/second.bin").as_slice(),
        include_bytes!("../../data/align/third.bin").as_slice(),
    );
    // models that do not parse believe nothing (a test makes sure that these do)
    Models::parse(files.0, files.1, files.2).unwrap_or_else(|| Models {
        first: Trees::default(),
        second: Trees::default(),
        third: Trees::default(),
    })
});

impl Models {
    /// The models that ship with the program.
    pub(super) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    fn parse(first: &[u8], second: &[u8], third: &[u8]) -> Option<Self> {
        Some(Self {
            first: Trees::parse(first, FIRST)?,
            second: Trees::parse(second, SECOND)?,
            third: Trees::parse(third, FEATURES.len())?,
        })
    }

    /// Beliefs of the first model, 0 to 1, one for each row.
    pub(super) fn first_beliefs(&self, rows: &[Row]) -> Vec<f32> {
        beliefs(&self.first, rows)
    }

    /// Beliefs of the second model, 0 to 1, one for each row; the rows must hold all figures.
    pub(super) fn second_beliefs(&self, rows: &[Row]) -> Vec<f32> {
        beliefs(&self.second, rows)
    }

    /// Belief of the third model, 0 to 1, in a row that holds all figures; `None` for other rows.
    pub(super) fn third_belief(&self, row: &Row) -> Option<f32> {
        let whole = row.figures.len() == FEATURES.len();
        whole.then(|| probability(self.third.log_odds(&row.figures)))
    }

    /// What each figure adds to the log odds of the last model that looked at a row: what the belief of the first adds is
    /// shared out over the figures it came from.
    pub(super) fn contributions(&self, figures: &[f32]) -> Vec<f32> {
        let last = if figures.len() == FEATURES.len() {
            &self.third
        } else {
            &self.second
        };
        let mut added = last.contributions(figures);
        let through = std::mem::take(&mut added[FIRST]);
        let first = self.first.contributions(&figures[..FIRST]);
        let whole: f32 = first.iter().map(|part| part.abs()).sum();
        for (part, sum) in first.iter().zip(&mut added) {
            *sum += through.abs() * part / whole.max(f32::EPSILON);
        }
        added
    }
}

fn beliefs(model: &Trees, rows: &[Row]) -> Vec<f32> {
    let log_odds = cores::map(rows.chunks(ROWS_AT_ONCE).collect(), |rows| {
        model.log_odds_of_all(rows.iter().map(|row| row.figures.as_slice()))
    });
    log_odds.into_iter().flatten().map(probability).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_models_parse() {
        let models = Models::embedded();
        assert_ne!(models.first, Trees::default());
        assert_ne!(models.second, Trees::default());
        assert_ne!(models.third, Trees::default());
    }
}
