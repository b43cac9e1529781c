//! The checks of several stories, one after the other, and how many there are of each sort.

use super::super::View;
use super::{name, render, suppressed, table};
use crate::check::{Check, Presence};

/// As text for a terminal: each story of which there is something to tell under its name.
#[must_use]
pub fn text(checks: &[Check], view: &View) -> String {
    let mut text = String::new();
    for check in told(checks) {
        text.push_str(&format!("{}\n\n{}\n", name(check), render(check, view)));
    }
    for (presence, word) in [(Presence::New, "new"), (Presence::Gone, "gone")] {
        for check in checks.iter().filter(|check| check.presence == presence) {
            text.push_str(&format!("{word}: {}\n", name(check)));
        }
    }
    text.push_str(&summary(checks));
    text.push('\n');
    text
}

/// As Markdown for a pull request: a table for each story of which there is something to tell.
#[must_use]
pub fn markdown(checks: &[Check]) -> String {
    let mut text = format!("### storydiff check: {}\n\n", summary(checks));
    for check in told(checks) {
        let name = super::super::markdown::escaped(name(check));
        text.push_str(&format!("#### {name}\n\n{}\n", table(check)));
    }
    text
}

fn told(checks: &[Check]) -> impl Iterator<Item = &Check> {
    checks.iter().filter(|check| !check.violations.is_empty())
}

/// `3 stories changed, 1 without a change of fact, 2 new`
pub(super) fn summary(checks: &[Check]) -> String {
    let count = |is: &dyn Fn(&&Check) -> bool| checks.iter().filter(is).count();
    let has_changed = |check: &&Check| {
        let [old, new] = &check.articles[..] else {
            return false;
        };
        check.presence == Presence::Both && old.text != new.text
    };
    let changed = count(&has_changed);
    let stories = if changed == 1 { "story" } else { "stories" };
    let mut line = format!(
        "{changed} {stories} changed, {} without a change of fact",
        count(&|check| {
            has_changed(check) && check.violations.is_empty() && check.suppressed.is_empty()
        })
    );
    let is_same = |check: &&Check| check.presence == Presence::Both && !has_changed(check);
    for (number, what) in [
        (count(&is_same), "unchanged"),
        (count(&|check| check.presence == Presence::New), "new"),
        (count(&|check| check.presence == Presence::Gone), "gone"),
    ] {
        if number > 0 {
            line.push_str(&format!(", {number} {what}"));
        }
    }
    for held in suppressed(checks) {
        line.push_str(&format!(", {held}"));
    }
    line
}
