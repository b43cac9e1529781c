//! What a clash must show to be called a conflict.
//!
//! Most differences are none: another toll, another speaker, another day. So each kind makes its own demands on how much
//! else the two claims share. They were set on 96 labelled stories, kind by kind, for at least two right in five; a model
//! learned from the same stories did worse on stories it had not seen, for they hold only 427 conflicts.

use super::pair::{Clash, Pair, Signs};
use crate::{ConflictKind, Strength};

/// Share of both claims from which nothing but the predicate differs.
const SAME_WORDS: f32 = 0.8;

/// Figures of modalities: "may" and "appears to" are how reporters round off; "allegedly" is a statement of its own.
const ALLEGED: f32 = 2.0;
const POSSIBLE: f32 = 3.0;

/// Share of both claims, clashing words apart, from which they are one claim with something changed.
const ONE_CLAIM: f32 = 0.6;

/// How much two claims share besides what clashes: shares of their words, weighed by rarity, that the other has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared {
    /// Of the better covered claim.
    pub(super) better: f32,
    /// Of the worse covered one.
    pub(super) worse: f32,
}

/// Belief that a clash is a conflict, 0 to 1: 0 when it does not meet the demands of its kind, otherwise the share of
/// right ones among those that met them on the labelled stories.
pub(super) fn belief(pair: &Pair<'_>, clash: &Clash) -> f64 {
    let shared = Shared::of(pair, clash);
    let signs = clash.signs;
    let one_claim = shared.worse >= ONE_CLAIM;
    match clash.kind {
        ConflictKind::Number => number(shared, signs),
        ConflictKind::Quote => quote(signs, clash.strength),
        ConflictKind::DateTime if signs.near >= 0.4 || one_claim => 0.6,
        ConflictKind::Polarity => polarity(shared, signs, clash.strength),
        ConflictKind::Antonym
            if shared.worse >= 0.5 && signs.near >= 0.5 && (signs.event >= 0.4 || one_claim) =>
        {
            0.4
        }
        ConflictKind::Modality => modality(shared, signs),
        ConflictKind::Attribution => 0.6,
        ConflictKind::Name | ConflictKind::Place
            if shared.better >= 0.6 && shared.worse >= 0.45 && signs.near >= 0.6 =>
        {
            0.4
        }
        _ => 0.0,
    }
}

/// 8 of 9 right. Many other numbers make it likely that the wrong two were paired.
fn number(shared: Shared, signs: Signs) -> f64 {
    let few = signs.others <= 3.0;
    let told_alike = shared.better >= 0.5 && shared.worse >= 0.3;
    let counted_alike = signs.thing >= 2.0 && signs.event >= 1.0 && shared.better >= 0.4;
    if few && (told_alike || counted_alike) {
        0.8
    } else {
        0.0
    }
}

/// 21 of 24 right. Shorter quotations are altered too freely to tell, unless a "not" got lost.
fn quote(signs: Signs, strength: Strength) -> f64 {
    const LONG: f32 = 9.0;
    /// Least number of words alike, and least share of the shorter quotation, when few words are others.
    const ENOUGH: f32 = 5.0;
    const NEARLY_ALL: f32 = 0.8;
    const FEW: f32 = 3.0;
    let lost_denial = strength == Strength::Hard;
    let altered = signs.event >= ENOUGH && signs.near >= NEARLY_ALL && signs.others <= FEW;
    if signs.event >= LONG || altered || lost_denial {
        0.6
    } else {
        0.0
    }
}

/// 5 of 14 right, most others being denials of something near; in claims that are else the same, more.
fn polarity(shared: Shared, signs: Signs, strength: Strength) -> f64 {
    // other words for what is denied may mean something near
    let least = if strength == Strength::Hard {
        ONE_CLAIM
    } else {
        SAME_WORDS
    };
    let denied_whole = signs.gap >= 0.9;
    let same_subject = signs.event > 0.0;
    if shared.worse >= least && signs.gap >= 0.7 {
        0.6
    } else if denied_whole && same_subject && shared.better >= 0.4 && signs.thing >= 0.3 {
        0.4
    } else {
        0.0
    }
}

/// None of the labelled stories' was right: too little else was the same. So all else must be.
fn modality(shared: Shared, signs: Signs) -> f64 {
    let least = if signs.event >= POSSIBLE {
        SAME_WORDS
    } else {
        ONE_CLAIM
    };
    if signs.event >= ALLEGED && shared.worse >= least {
        0.4
    } else {
        0.0
    }
}

impl Shared {
    pub(super) fn of(pair: &Pair<'_>, clash: &Clash) -> Self {
        let (a, b) = clash.core.unwrap_or((clash.a, clash.b));
        let ours = pair.a.covered_by(pair.b, [&[a], &[b]]);
        let theirs = pair.b.covered_by(pair.a, [&[b], &[a]]);
        Self {
            better: ours.max(theirs),
            worse: ours.min(theirs),
        }
    }
}
