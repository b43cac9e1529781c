//! A story's articles in one file, with what is known of them from elsewhere.
//!
//! ```toml
//! [[article]]
//! path = "wire.html"                  # or address = "https://...", or revision = "HEAD~1:story.md"
//! label = "wire"
//! outlet = "The Wire"
//! published = 2021-11-07
//!
//! [names]                             # other names of somebody
//! "Mustafa al-Kadhimi" = ["the premier", "MK"]
//!
//! [together]                          # outlets or labels that count as one origin
//! "Wire group" = ["The Wire", "Evening Wire"]
//! ```

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::error::{Problem, ReadError};
use super::page::day;
use super::place::{Input, Place, is_address};
use super::{bytes_of_file, encoding};
use crate::Article;

/// What a manifest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The articles; paths count from the manifest's folder.
    pub inputs: Vec<Input>,
    /// Names of one person, place or organisation, each list one.
    pub names: Vec<Vec<String>>,
    /// Outlets or labels that are one origin, each list one.
    pub together: Vec<Vec<String>>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    article: Vec<Entry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    names: BTreeMap<String, Vec<String>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    together: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<toml::Value>,
}

impl Manifest {
    /// Whether an argument names a manifest: a file that ends in `.toml`.
    #[must_use]
    pub fn is_named(argument: &OsStr) -> bool {
        Path::new(argument)
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
    }

    /// Reads a manifest.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, is no TOML, has a key that is not known, or names no article.
    pub fn read(path: &Path) -> Result<Self, ReadError> {
        let name = path.to_string_lossy();
        let failed = |problem: Problem| problem.of(name.clone());
        let bytes = bytes_of_file(path).map_err(failed)?;
        let text = encoding::decode(&bytes, None).ok_or_else(|| failed(Problem::Binary))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Self::parse(&text, folder).map_err(failed)
    }

    /// Reads a manifest in memory; paths in it count from `folder`.
    ///
    /// # Errors
    ///
    /// [`Problem::Manifest`]: no TOML, a key that is not known, no article.
    pub fn parse(text: &str, folder: &Path) -> Result<Self, Problem> {
        Self::understand(text, folder).map_err(Problem::Manifest)
    }

    fn understand(text: &str, folder: &Path) -> Result<Self, String> {
        let written: Written = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| {
                text[..span.start.min(text.len())].matches('\n').count() + 1
            });
            format!(
                "line {line}: {}; `storydiff init A B` writes a manifest to start from",
                error.message()
            )
        })?;
        if written.article.is_empty() {
            return Err("names no article; write an [[article]] with a path for each, or let `storydiff init A B` do it".to_owned());
        }
        let inputs = written
            .article
            .into_iter()
            .enumerate()
            .map(|(index, entry)| entry.input(index + 1, folder))
            .collect::<Result<_, _>>()?;
        let lists = |table: BTreeMap<String, Vec<String>>| {
            let list = |(first, others): (String, Vec<String>)| {
                std::iter::once(first).chain(others).collect()
            };
            table.into_iter().map(list).collect()
        };
        Ok(Self {
            inputs,
            names: lists(written.names),
            together: lists(written.together),
        })
    }
}

impl Entry {
    fn input(self, number: usize, folder: &Path) -> Result<Input, String> {
        let place = match (self.path, self.address, self.revision) {
            (Some(path), None, None) => Place::File(folder.join(path)),
            (None, Some(address), None) if is_address(&address) => Place::Address(address),
            (None, Some(address), None) => {
                return Err(format!(
                    "article {number}: {address} is no address; write it as https://example.org/page"
                ));
            }
            (None, None, Some(revision)) => match revision.split_once(':') {
                Some((revision, path)) => Place::Revision {
                    revision: revision.to_owned(),
                    path: path.to_owned(),
                },
                None => {
                    return Err(format!(
                        "article {number}: {revision} names no file; write it as HEAD~1:story.md"
                    ));
                }
            },
            _ => {
                return Err(format!(
                    "article {number}: give one of path, address and revision"
                ));
            }
        };
        let published = self
            .published
            .as_ref()
            .map(|value| date(number, value))
            .transpose()?;
        Ok(Input {
            entry: self.entry,
            label: self.label,
            outlet: self.outlet,
            published,
            ..Input::from(place)
        })
    }

    fn of(input: &Input, article: &Article) -> Self {
        let mut entry = Self {
            entry: input.entry,
            label: Some(article.label.clone()),
            outlet: article.outlet.clone(),
            published: article
                .published
                .and_then(|day| day.to_string().parse().ok())
                .map(toml::Value::Datetime),
            ..Self::default()
        };
        let name = Some(input.place.name());
        match input.place {
            Place::Address(_) => entry.address = name,
            Place::Revision { .. } => entry.revision = name,
            Place::File(_) | Place::StandardInput => entry.path = name,
        }
        entry
    }
}

fn date(number: usize, value: &toml::Value) -> Result<Date, String> {
    let written = match value {
        toml::Value::String(written) => written.clone(),
        other => other.to_string(),
    };
    day(&written)
        .ok_or_else(|| format!("article {number}: published is {written}; write it as 2021-11-07"))
}

const HEAD: &str =
    "# A story for `storydiff story.toml`. Correct what is wrong; add what is missing.\n\n";

const TAIL: &str = "\n# Other names of somebody:\n# [names]\n# \"Mustafa al-Kadhimi\" = [\"the premier\"]\n\n\
# Outlets or labels that count as one origin:\n# [together]\n# \"Wire group\" = [\"The Wire\", \"Evening Wire\"]\n";

/// A manifest of articles, with what was found out about them. `inputs[i]` is where `articles[i]` was read.
///
/// # Panics
///
/// Never: a manifest is plain data.
#[must_use]
pub fn write_manifest(inputs: &[Input], articles: &[Article]) -> String {
    let written = Written {
        article: inputs
            .iter()
            .zip(articles)
            .map(|(input, article)| Entry::of(input, article))
            .collect(),
        ..Written::default()
    };
    let entries = toml::to_string(&written).expect("plain data");
    format!("{HEAD}{entries}{TAIL}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let inputs: Vec<Input> = ["a/wire.txt", "https://example.org/fire", "HEAD:story.md"]
            .iter()
            .map(|place| Input::parse(place.as_ref()))
            .collect();
        let mut articles: Vec<Article> = ["wire", "site \"x\"", "story@HEAD"]
            .iter()
            .map(|label| Article::new("A", label, "Six."))
            .collect();
        articles[0].published = Some(jiff::civil::date(2021, 11, 7));
        articles[0].outlet = Some("The Wire".to_owned());
        let text = write_manifest(&inputs, &articles);
        let manifest = Manifest::parse(&text, Path::new("")).expect(&text);
        assert_eq!(manifest.inputs.len(), 3);
        for ((read, input), article) in manifest.inputs.iter().zip(&inputs).zip(&articles) {
            assert_eq!(read.place, input.place);
            assert_eq!(read.label.as_deref(), Some(article.label.as_str()));
            assert_eq!(read.published, article.published);
        }
    }

    #[test]
    fn names_and_origins() {
        let text = "[[article]]\npath='a.txt'\npublished='7 November 2021'\n[names]\n'Anna Kelly'=['the manager']\n[together]\nx=['y','z']";
        let manifest = Manifest::parse(text, Path::new("stories")).expect("a manifest");
        assert_eq!(
            manifest.inputs[0].place,
            Place::File("stories/a.txt".into())
        );
        assert_eq!(
            manifest.inputs[0]
                .published
                .map(|day| day.to_string())
                .as_deref(),
            Some("2021-11-07")
        );
        assert_eq!(
            (manifest.names.len(), &*manifest.together[0]),
            (1, &["x", "y", "z"].map(str::to_owned)[..])
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, part) in [
            ("", "names no article"),
            ("[[article]]\npath='a'\n[[artcle]]\n", "line 3"),
            ("[[article]]\nlable='a'\n", "unknown field `lable`"),
            (
                "[[article]]\npath='a'\naddress='https://x'\n",
                "article 1: give one of",
            ),
            ("[[article]]\n[[article]]\n", "article 1: give one of"),
            ("[[article]]\naddress='ftp://x'\n", "is no address"),
            ("[[article]]\nrevision='HEAD'\n", "names no file"),
            (
                "[[article]]\npath='a'\npublished='soon'\n",
                "write it as 2021-11-07",
            ),
            ("= 3", "line 1"),
        ] {
            let error = Manifest::parse(text, Path::new(""))
                .expect_err(text)
                .to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
