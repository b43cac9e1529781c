//! How far a long run has come, for who waits at a terminal.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run shorter than this shows no bar: it would only flicker.
const SHOWN_AFTER: Duration = Duration::from_secs(1);

/// A bar on standard error, when a terminal is there; it leaves nothing behind.
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    quiet: bool,
}

impl Progress {
    /// Of a run over so many stories; never shown when `quiet`.
    pub(crate) fn new(stories: usize, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(
            Some(u64::try_from(stories).unwrap_or(u64::MAX)),
            ProgressDrawTarget::hidden(),
        );
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} stories, {eta} left");
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("=> "));
        }
        Self {
            bar,
            started: Instant::now(),
            quiet,
        }
    }

    /// One story more is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
        if !self.quiet && self.bar.is_hidden() && self.started.elapsed() >= SHOWN_AFTER {
            // hidden still, when standard error is no terminal
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
