//! Which stories `check` is asked about, and how one is read.

use std::path::Path;

use storydiff::Article;
use storydiff::read::{
    ChangedStory, Input, Place, ReadOptions, Since, changed_stories, read_articles,
    stories_of_folders, working_path,
};

use super::args::CheckArgs;
use super::config::{Config, Settings};
use super::trouble::Trouble;

/// What is to be checked.
pub(super) struct Stories {
    pub(super) stories: Vec<Story>,
    /// Whether one story was named, and not a folder or what git says has changed.
    pub(super) alone: bool,
    /// What could not be looked into.
    pub(super) trouble: Vec<Trouble>,
}

/// A story, and what it is checked by.
pub(super) struct Story {
    pub(super) revisions: ChangedStory,
    /// As globs and baselines call it.
    pub(super) path: String,
    pub(super) settings: Settings,
}

impl Stories {
    /// The two revisions or folders that are named, or what git says has changed.
    pub(super) fn of(args: &CheckArgs, config: &Config) -> Result<Self, Trouble> {
        let is_wanted = |path: &Path| config.holds_story(&config.story_path(path));
        let mut trouble = Vec::new();
        let mut alone = false;
        let revisions = match (&args.old, &args.new) {
            (Some(old), Some(new)) => {
                let [old_path, new_path] = [Path::new(old), Path::new(new)];
                match (old_path.is_dir(), new_path.is_dir()) {
                    (true, true) => {
                        let listing = stories_of_folders(old_path, new_path, is_wanted);
                        trouble.extend(listing.failures.into_iter().map(Trouble::from));
                        // two folders without a story pass for a check that found nothing
                        if listing.stories.is_empty() && trouble.is_empty() {
                            return Err(Trouble::NoStories {
                                old: old.to_string_lossy().into_owned(),
                                new: new.to_string_lossy().into_owned(),
                            });
                        }
                        listing.stories
                    }
                    (false, false) => {
                        alone = true;
                        vec![ChangedStory {
                            name: new.to_string_lossy().into_owned(),
                            old: Some(Input::parse(old)),
                            new: Some(Input::parse(new)),
                        }]
                    }
                    (is_old, _) => {
                        let (folder, other) = if is_old { (old, new) } else { (new, old) };
                        return Err(Trouble::FolderAndFile {
                            folder: folder.to_string_lossy().into_owned(),
                            other: other.to_string_lossy().into_owned(),
                        });
                    }
                }
            }
            _ => {
                let since = match &args.base {
                    Some(base) => Since::Base(base.clone()),
                    None => Since::Staged,
                };
                changed_stories(&since, is_wanted)?
            }
        };
        let stories = revisions.into_iter().map(|revisions| {
            let path = path_of(&revisions, config);
            Story {
                settings: config.settings(&path),
                path,
                revisions,
            }
        });
        Ok(Self {
            stories: stories.collect(),
            alone,
            trouble,
        })
    }
}

/// What globs and baselines call a story: where it stands among the files that are there now, or its address.
fn path_of(story: &ChangedStory, config: &Config) -> String {
    match story.new.as_ref().map(|input| &input.place) {
        Some(Place::Revision { path, .. }) => config.story_path(&working_path(path)),
        Some(Place::Address(_) | Place::StandardInput) => story.name.clone(),
        _ => config.story_path(Path::new(&story.name)),
    }
}

/// The one article of an input.
pub(super) fn one(input: Input, name: &str, options: &ReadOptions) -> Result<Article, Trouble> {
    let mut articles = read_articles(&[input], options, std::io::stdin())?.articles;
    if articles.len() != 1 {
        return Err(Trouble::several(name, articles.len()));
    }
    Ok(articles.remove(0))
}
