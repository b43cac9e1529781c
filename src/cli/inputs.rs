//! Arguments -> articles and what is known of them.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use storydiff::Article;
use storydiff::read::{Input, Manifest, ReadOptions, read_articles};

use super::output;
use super::trouble::Trouble;

/// What the arguments name.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    pub(super) inputs: Vec<Input>,
    /// From a manifest.
    pub(super) names: Vec<Vec<String>>,
    pub(super) together: Vec<Vec<String>>,
}

impl Inputs {
    /// The articles that arguments name; a manifest stands for those it lists.
    pub(super) fn of(arguments: &[OsString]) -> Result<Self, Trouble> {
        let mut found = Self::default();
        for argument in arguments {
            if Manifest::is_named(argument) {
                let manifest = Manifest::read(Path::new(argument))?;
                found.inputs.extend(manifest.inputs);
                found.names.extend(manifest.names);
                found.together.extend(manifest.together);
            } else {
                found.inputs.push(Input::parse(argument));
            }
        }
        Ok(found)
    }

    /// Gives the inputs their labels, in their order.
    pub(super) fn label(&mut self, labels: &[String]) -> Result<(), Trouble> {
        if !labels.is_empty() && labels.len() != self.inputs.len() {
            return Err(Trouble::LabelCount {
                labels: labels.len(),
                articles: self.inputs.len(),
            });
        }
        for (input, label) in self.inputs.iter_mut().zip(labels) {
            input.label = Some(label.clone());
        }
        Ok(())
    }

    /// Reads the articles; says which could not be read, if reading was to go on.
    pub(super) fn read(&self, options: &ReadOptions) -> Result<Vec<Article>, Trouble> {
        let reading = read_articles(&self.inputs, options, io::stdin())?;
        for failure in reading.failures {
            output::complain(&Trouble::LeftOut(failure));
        }
        Ok(reading.articles)
    }
}
