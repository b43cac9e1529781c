//! Files of git revisions, through the git program.
//!
//! Whoever names a revision has git. The gix crates would add 94 crates, 83 seconds of building and 2.6 MB
//! (measured with gix 0.90, `revision` alone, 2026-11).

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::changed::ChangedStory;
use super::error::{Problem, ReadError};
use super::git_files::{Answer, GitFiles};
use super::limited;
use super::place::{Input, Place};

/// The bytes of a file of a revision; `path` counts from the top of the repository, and if nothing is there, from the
/// folder that the program runs in. `files` is asked first, if there is one.
pub(super) fn bytes(
    revision: &str,
    path: &str,
    files: Option<&GitFiles>,
) -> Result<Vec<u8>, Problem> {
    // git would take it for an option
    if revision.starts_with('-') {
        return Err(Problem::Git(format!(
            "{revision} is no revision; give one as git knows it, such as HEAD~3"
        )));
    }
    let mut tried = vec![format!("{revision}:{path}")];
    if !path.starts_with(['.', '/']) {
        tried.push(format!("{revision}:./{path}"));
    }
    for object in &tried {
        let answer = files.map_or(Ok(Answer::Unclear), |files| files.read(object))?;
        let found = match answer {
            Answer::File(bytes) => Some(bytes),
            Answer::NoFile => None,
            Answer::Unclear => blob(object)?,
        };
        if let Some(bytes) = found {
            return Ok(bytes);
        }
    }
    Err(why_not(revision, path, &tried))
}

/// Since when files are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// Since the work left a branch or revision: the merge base of it and `HEAD`, against the files as they stand.
    Base(String),
    /// What is staged for the next commit, against `HEAD`.
    Staged,
}

/// The stories below the folder that the program runs in that git says are others than before, by name; `is_wanted` tells by
/// its path from there whether a file is a story.
///
/// # Errors
///
/// When git is not there, this is no repository, or git does not know the revision.
pub fn changed_stories(
    since: &Since,
    is_wanted: impl Fn(&Path) -> bool,
) -> Result<Vec<ChangedStory>, ReadError> {
    let (from, staged) = match since {
        Since::Staged => ("HEAD".to_owned(), true),
        Since::Base(base) => {
            let found = if base.starts_with('-') {
                None
            } else {
                answer(&["merge-base", base, "HEAD"])
            };
            let found = found.ok_or_else(|| why_not(base, "", &[]).of(base.clone()))?;
            // it stands in names that people read
            let short = answer(&["rev-parse", "--short", found.trim()]);
            (short.unwrap_or(found).trim().to_owned(), false)
        }
    };
    let mut arguments = vec!["diff", "--name-status", "-z", "-M", "--relative"];
    if staged {
        arguments.push("--cached");
    }
    arguments.push(&from);
    let listed = answer(&arguments).ok_or_else(|| why_not(&from, "", &[]).of(from.clone()))?;
    let of = |revision: &str, path: &str| -> Input {
        Place::Revision {
            revision: revision.to_owned(),
            path: format!("./{path}"),
        }
        .into()
    };
    let mut stories = Vec::new();
    let mut fields = listed.split('\0');
    while let Some(status) = fields.next().filter(|status| !status.is_empty()) {
        let Some(first) = fields.next() else {
            break;
        };
        let name = if status.starts_with(['R', 'C']) {
            fields.next().unwrap_or(first)
        } else {
            first
        };
        if !is_wanted(Path::new(name)) {
            continue;
        }
        let new = if staged {
            of("", name)
        } else {
            Place::File(name.into()).into()
        };
        stories.push(ChangedStory {
            name: name.to_owned(),
            old: (!status.starts_with('A')).then(|| of(&from, first)),
            new: (!status.starts_with('D')).then_some(new),
        });
    }
    stories.sort_by(|x, y| x.name.cmp(&y.name));
    Ok(stories)
}

/// The folder that the program runs in, from the top of its repository, with a `/` behind it; empty at the top and where there is no
/// repository.
#[must_use]
pub fn folder_in_repository() -> String {
    let told = answer(&["rev-parse", "--show-prefix"]).unwrap_or_default();
    told.trim_end_matches('\n').to_owned()
}

/// Where a file of a revision stands among the files that are there now, from the folder that the program runs in.
#[must_use]
pub fn working_path(path: &str) -> PathBuf {
    let here = PathBuf::from(path);
    if path.starts_with(['.', '/']) {
        return here;
    }
    let top = answer(&["rev-parse", "--show-cdup"]).unwrap_or_default();
    let from_top = Path::new(top.trim()).join(path);
    if from_top.exists() { from_top } else { here }
}

/// The bytes of a file that git knows; `None` when git knows no such file.
fn blob(object: &str) -> Result<Option<Vec<u8>>, Problem> {
    let mut child = git(&["cat-file", "blob", object])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(missing)?;
    let out = child.stdout.take().expect("it is piped");
    let read = limited(out);
    if read.is_err() {
        stop(&mut child);
    }
    let bytes = read?;
    let status = child.wait().map_err(Problem::Unreadable)?;
    Ok(status.success().then_some(bytes))
}

fn stop(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// What is wrong with a revision or a path.
fn why_not(revision: &str, path: &str, tried: &[String]) -> Problem {
    let answers = |arguments: &[&str]| answer(arguments).is_some();
    if !answers(&["rev-parse", "--git-dir"]) {
        return Problem::Git(format!(
            "no such file, and no git repository here that could know the revision {revision}; check the path and the folder you are in"
        ));
    }
    let commit = format!("{revision}^{{tree}}");
    if !revision.is_empty() && !answers(&["rev-parse", "--verify", "--quiet", &commit]) {
        return Problem::Git(format!(
            "git knows no revision {revision}; `git log --oneline` lists them"
        ));
    }
    let is_folder = tried.iter().any(|object| {
        answer(&["cat-file", "-t", object]).is_some_and(|kind| kind.trim() == "tree")
    });
    if is_folder {
        return Problem::Folder;
    }
    let (place, list) = if revision.is_empty() {
        ("the index".to_owned(), "git ls-files".to_owned())
    } else {
        (
            format!("revision {revision}"),
            format!("git ls-tree -r --name-only {revision}"),
        )
    };
    Problem::Git(format!(
        "{place} has no file {path}; `{list}` lists its files"
    ))
}

/// Most bytes of an answer that are read: the names of half a million files.
const LONGEST_ANSWER: u64 = 1 << 26;

/// What git answers, if it succeeds.
fn answer(arguments: &[&str]) -> Option<String> {
    let output = git(arguments).stdout(Stdio::piped()).spawn().ok()?;
    let mut child = output;
    let mut text = String::new();
    let out = child.stdout.take().expect("it is piped");
    let read = out.take(LONGEST_ANSWER).read_to_string(&mut text);
    let status = child.wait().ok()?;
    (read.is_ok() && status.success()).then_some(text)
}

pub(super) fn git(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command
        .args(arguments)
        // stay on this machine, ask nothing, write nothing
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn missing(error: std::io::Error) -> Problem {
    match error.kind() {
        std::io::ErrorKind::NotFound => Problem::Git(
            "no such file; if it names a revision, git is needed and not installed here".to_owned(),
        ),
        _ => Problem::Unreadable(error),
    }
}
