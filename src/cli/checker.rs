//! One story of a check: read, held against what there is to hold it against, and what is accepted taken out.

use storydiff::check::{Beside, Check, Severity};
use storydiff::read::{Input, ReadOptions};
use storydiff::{Article, Judge, Options, check_story};

use super::args::CheckArgs;
use super::assertions::Files;
use super::baseline::Accepted;
use super::claims::include_text;
use super::config::Config;
use super::stories::{self, Story};
use super::trouble::Trouble;

/// What all stories of a run are checked with.
pub(super) struct Checker<'a> {
    args: &'a CheckArgs,
    reading: &'a ReadOptions,
    reference: Option<Article>,
    files: Files<'a>,
    accepted: Option<&'a Accepted>,
    options: Options,
}

/// A story that was read and checked.
pub(super) struct Checked {
    pub(super) check: Check,
    /// As globs and baselines call it.
    pub(super) path: String,
    /// The severity from which on it fails; `None` for never.
    pub(super) fails_from: Option<Severity>,
}

impl<'a> Checker<'a> {
    /// Reads what all stories are held against. What `accepted` holds is taken out of what is told.
    pub(super) fn new(
        args: &'a CheckArgs,
        config: &'a Config,
        reading: &'a ReadOptions,
        accepted: Option<&'a Accepted>,
    ) -> Result<Self, Trouble> {
        let read = |reference| {
            let input = Input::parse(reference);
            stories::one(input, &reference.to_string_lossy(), reading)
        };
        let reference = args.reference.as_ref().map(|reference| read(reference));
        let mut options = Options::default();
        options.judge = Judge::Fast;
        Ok(Self {
            args,
            reading,
            reference: reference.transpose()?,
            files: Files::new(config, reading),
            accepted,
            options,
        })
    }

    /// Checks a story; `named` tells whether its revisions were named on the command line, and are called so.
    pub(super) fn check(&self, story: Story, named: bool) -> Result<Checked, Trouble> {
        let name = story.revisions.name;
        let read = |input: Option<Input>| {
            let read = |input| stories::one(input, &name, self.reading);
            input.map(read).transpose()
        };
        let place = story
            .revisions
            .new
            .as_ref()
            .map(|input| input.place.clone());
        let old = read(story.revisions.old)?;
        let new = read(story.revisions.new)?;
        let held = match place.zip(new.as_ref()) {
            Some((place, new)) => self.files.of_story(&story.path, &place, &name, new)?,
            None => Vec::new(),
        };
        let assertions = held
            .iter()
            .map(|held| (&held.assertion, held.file.as_deref()));
        let beside = Beside {
            reference: self.reference.as_ref(),
            assertions: assertions.collect(),
        };
        let policy = &story.settings.policy;
        let mut check = check_story(old, new, &beside, policy, &self.options);
        if let Some(new) = check.articles.get_mut(1).filter(|_| !named) {
            new.file = Some(name);
        }
        if let Some(accepted) = self.accepted {
            accepted.cover(&mut check, &story.path);
        }
        if self.args.output.look.include_text {
            check.articles.iter_mut().for_each(include_text);
        }
        Ok(Checked {
            check,
            path: story.path,
            fails_from: story.settings.fail_on.severity(),
        })
    }
}
