//! The file of what is accepted: where it stands, what it does for the checks, and how it is written again.

use std::io::ErrorKind;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use storydiff::check::{Baseline, Check, Entry};

use super::args::CheckArgs;
use super::config::Config;
use super::output;
use super::trouble::Trouble;

/// Where a baseline stands when nothing is said: beside the configuration.
const NAME: &str = "storydiff-baseline.json";

/// The baseline of a run.
pub(super) struct Accepted {
    path: PathBuf,
    baseline: Baseline,
    today: Date,
    /// Entries of stories that are not there any more.
    orphans: Vec<Entry>,
}

impl Accepted {
    /// The baseline that is named, or that stands where it stands usually; `None` when there is none and none is to be written.
    pub(super) fn of(args: &CheckArgs, config: &Config) -> Result<Option<Self>, Trouble> {
        let named = args.baseline.clone().or_else(|| config.baseline());
        let path = named.clone().unwrap_or_else(|| config.beside(NAME));
        let bad = |reason: String| Trouble::Config {
            path: path.clone(),
            reason,
        };
        let baseline = match std::fs::read_to_string(&path) {
            Ok(text) => Baseline::parse(&text).map_err(|reason| {
                bad(format!(
                    "is no baseline ({reason}); mend it, or take it away and write it again with --write-baseline"
                ))
            })?,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if !args.write_baseline {
                    let missing = "no such file; --write-baseline writes it".to_owned();
                    return named.map_or(Ok(None), |_| Err(bad(missing)));
                }
                Baseline::default()
            }
            Err(error) => return Err(bad(error.to_string())),
        };
        let is_orphan = |entry: &&Entry| {
            let is_file = entry.story != "-" && !entry.story.contains("://");
            is_file && !config.beside(&entry.story).exists()
        };
        let orphans = baseline.entries.iter().filter(is_orphan).cloned().collect();
        Ok(Some(Self {
            path,
            today: today()?,
            orphans,
            baseline,
        }))
    }

    /// Takes note of the paths of the stories that are checked: they are there, wherever they come from.
    pub(super) fn checked(&mut self, paths: &[String]) {
        self.orphans.retain(|entry| !paths.contains(&entry.story));
    }

    /// Takes what is accepted out of what is told of a story.
    pub(super) fn cover(&self, check: &mut Check, story: &str) {
        self.baseline.cover(check, story, self.today);
    }

    /// Accepts what is told of all stories, `paths[i]` that of `checks[i]`, and writes the file. Returns what was done.
    pub(super) fn write(
        mut self,
        checks: &[Check],
        paths: &[String],
        reason: &str,
    ) -> Result<String, Trouble> {
        let before = self.baseline.entries.clone();
        for (check, story) in checks.iter().zip(paths) {
            self.baseline.accept(check, story, reason);
        }
        let entries = &self.baseline.entries;
        let new = entries.iter().filter(|entry| !before.contains(entry));
        let gone = before.iter().filter(|entry| !entries.contains(entry));
        let mut said = format!(
            "{}: {}, {} new, {} taken out\n",
            self.path.display(),
            counted(entries.len()),
            new.count(),
            gone.count()
        );
        let expired = entries.iter().filter(|entry| entry.is_expired(self.today));
        for entry in expired {
            said.push_str(&format!("expired and kept as it is: {}\n", told(entry)));
        }
        output::write_file(&self.path, &self.baseline.render())?;
        Ok(said)
    }

    /// Takes entries out that nothing matches any more, and writes the file if there are any.
    pub(super) fn prune(&mut self, checks: &[Check]) -> Result<(), Trouble> {
        let stale: Vec<Entry> = self.stale(checks).into_iter().cloned().collect();
        if stale.is_empty() {
            return Ok(());
        }
        self.baseline.remove(&stale);
        output::write_file(&self.path, &self.baseline.render())
    }

    /// Entries that nothing matches any more, in the order of the stories.
    fn stale<'a>(&'a self, checks: &'a [Check]) -> Vec<&'a Entry> {
        let mut stale: Vec<&Entry> = coverages(checks)
            .flat_map(|coverage| &coverage.stale)
            .collect();
        let known = stale.clone();
        stale.extend(self.orphans.iter().filter(|entry| !known.contains(entry)));
        stale
    }

    /// What the baseline did, for people; `pruned` is whether stale entries were taken out.
    pub(super) fn summary(&self, checks: &[Check], pruned: bool) -> String {
        let mut text = String::new();
        for entry in coverages(checks).flat_map(|coverage| &coverage.expired) {
            let day = entry.expires.map(|day| day.to_string()).unwrap_or_default();
            text.push_str(&format!("expired {day}: {}\n", told(entry)));
        }
        let stale = self.stale(checks);
        let word = if pruned { "taken out" } else { "stale" };
        for entry in &stale {
            text.push_str(&format!("{word}: {}\n", told(entry)));
        }
        let covered: usize = coverages(checks).map(|coverage| coverage.covered).sum();
        let hint = if stale.is_empty() || pruned {
            ""
        } else {
            "; --prune-baseline takes out what is stale"
        };
        text.push_str(&format!(
            "{covered} covered by {}{hint}\n",
            self.path.display()
        ));
        text
    }
}

fn coverages(checks: &[Check]) -> impl Iterator<Item = &storydiff::check::Coverage> {
    checks.iter().filter_map(|check| check.baseline.as_ref())
}

/// An entry in a line.
fn told(entry: &Entry) -> String {
    let quoted = |words: &Option<String>| {
        words
            .as_ref()
            .map(|words| format!("\u{201c}{words}\u{201d}"))
    };
    let words = match (quoted(&entry.old), quoted(&entry.new)) {
        (Some(old), Some(new)) => format!(" {old} \u{2192} {new}"),
        (Some(one), None) | (None, Some(one)) => format!(" {one}"),
        (None, None) => String::new(),
    };
    format!("{} {}{words}", entry.story, entry.rule)
}

fn counted(entries: usize) -> String {
    match entries {
        1 => "1 entry".to_owned(),
        entries => format!("{entries} entries"),
    }
}

/// The day by which entries expire, in UTC, so that it is one day on all machines: that of SOURCE_DATE_EPOCH, by which builds are
/// made to give the same again, else today.
fn today() -> Result<Date, Trouble> {
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|epoch| !epoch.is_empty())
    else {
        return Ok(TimeZone::UTC.to_datetime(Timestamp::now()).date());
    };
    let epoch = epoch.to_string_lossy();
    let seconds = epoch.trim().parse().ok();
    let moment = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let moment = moment.ok_or_else(|| Trouble::Epoch(epoch.into_owned()))?;
    Ok(TimeZone::UTC.to_datetime(moment).date())
}
