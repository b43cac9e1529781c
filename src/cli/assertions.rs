//! What is asserted of a story, and the files that it is held against, each read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use storydiff::Article;
use storydiff::check::Assertion;
use storydiff::read::{Place, ReadOptions};

use super::config::Config;
use super::stories;
use super::trouble::Trouble;

/// Reads what assertions name.
pub(super) struct Files<'a> {
    config: &'a Config,
    options: &'a ReadOptions,
    known: Mutex<BTreeMap<String, Result<Arc<Article>, String>>>,
}

/// An assertion with the file that it names.
pub(super) struct Held {
    pub(super) assertion: Assertion,
    pub(super) file: Option<Arc<Article>>,
}

impl<'a> Files<'a> {
    pub(super) fn new(config: &'a Config, options: &'a ReadOptions) -> Self {
        Self {
            config,
            options,
            known: Mutex::default(),
        }
    }

    /// What the configuration asserts of a story by its path, and what its front matter does; `place` is where it was read, and
    /// `name` what it is called.
    pub(super) fn of_story(
        &self,
        path: &str,
        place: &Place,
        name: &str,
        article: &Article,
    ) -> Result<Vec<Held>, Trouble> {
        let mut held = Vec::new();
        for assertion in self.config.assertions(path) {
            let file = assertion.other_file();
            let input = file.map(|file| Place::File(self.config.beside(file)));
            held.push(self.hold(assertion.clone(), input)?);
        }
        let own = Assertion::of_story(article, name).map_err(|reason| Trouble::Config {
            path: PathBuf::from(name),
            reason,
        })?;
        for assertion in own {
            let place = assertion.other_file().map(|file| beside(place, file));
            held.push(self.hold(assertion, place)?);
        }
        Ok(held)
    }

    fn hold(&self, assertion: Assertion, place: Option<Place>) -> Result<Held, Trouble> {
        let file = place.map(|place| self.read(place)).transpose();
        let file = file.map_err(|reason| Trouble::Asserted {
            file: assertion.file.clone(),
            line: assertion.line,
            reason,
        })?;
        Ok(Held { assertion, file })
    }

    fn read(&self, place: Place) -> Result<Arc<Article>, String> {
        // whoever else wants the file waits here and does not read it again
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let name = match &place {
            Place::Revision { revision, path } => format!("{revision}:{path}"),
            Place::File(path) => path.display().to_string(),
            other => format!("{other:?}"),
        };
        let read = || {
            let article = stories::one(place.into(), &name, self.options);
            article.map(Arc::new).map_err(|trouble| trouble.to_string())
        };
        known.entry(name.clone()).or_insert_with(read).clone()
    }
}

/// A file beside a story, in the revision that the story is of.
fn beside(story: &Place, file: &str) -> Place {
    let in_folder = |path: &Path| path.parent().unwrap_or(Path::new("")).join(file);
    match story {
        Place::File(path) => Place::File(in_folder(path)),
        Place::Revision { revision, path } => Place::Revision {
            revision: revision.clone(),
            path: in_folder(Path::new(path)).to_string_lossy().into_owned(),
        },
        _ => Place::File(PathBuf::from(file)),
    }
}
