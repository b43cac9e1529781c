//! The two learned models: figures of a pair -> belief that its claims state a common fact.
//!
//! Both are boosted trees over [`FEATURES`](super::FEATURES), trained on labelled stories with
//! `training/align/train.py`; `data/NOTICE.md` tells on what. The second reads what the first believes of the pair,
//! of its rivals, of its neighbours and of a third article.

use std::sync::LazyLock;

use super::features::{FEATURES, FIRST};
use super::rows::Row;
use super::trees::Trees;

static FIRST_MODEL: LazyLock<Trees> =
    LazyLock::new(|| model(include_str!("../../data/align/first.txt"), FIRST));
static SECOND_MODEL: LazyLock<Trees> =
    LazyLock::new(|| model(include_str!("../../data/align/second.txt"), FEATURES.len()));

/// An embedded model; one that does not parse believes nothing (a test makes sure that both parse).
fn model(text: &str, features: usize) -> Trees {
    Trees::parse(text, features).unwrap_or_default()
}

/// Beliefs of the first model, 0 to 1, one for each row.
pub(super) fn first_beliefs(rows: &[Row]) -> Vec<f32> {
    rows.iter()
        .map(|row| probability(FIRST_MODEL.log_odds(&row.figures)))
        .collect()
}

/// Beliefs of the second model, 0 to 1, one for each row; the rows must hold all figures.
pub(super) fn second_beliefs(rows: &[Row]) -> Vec<f32> {
    rows.iter()
        .map(|row| probability(SECOND_MODEL.log_odds(&row.figures)))
        .collect()
}

/// What each figure adds to the log odds of the second model, those of the first among them: what the belief of the
/// first adds is shared out over the figures it came from.
pub(super) fn contributions(figures: &[f32]) -> Vec<f32> {
    let mut added = SECOND_MODEL.contributions(figures);
    let through = std::mem::take(&mut added[FIRST]);
    let first = FIRST_MODEL.contributions(&figures[..FIRST]);
    let whole: f32 = first.iter().map(|part| part.abs()).sum();
    for (part, sum) in first.iter().zip(&mut added) {
        *sum += through.abs() * part / whole.max(f32::EPSILON);
    }
    added
}

fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_models_parse() {
        for model in [&*FIRST_MODEL, &*SECOND_MODEL] {
            assert_ne!(*model, Trees::default());
        }
    }
}
