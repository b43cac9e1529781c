//! Files of git revisions, through the git program.
//!
//! Whoever names a revision has git. The gix crates would add 94 crates, 83 seconds of building and 2.6 MB
//! (measured with gix 0.90, `revision` alone, 2026-11).

use std::io::Read;
use std::process::{Child, Command, Stdio};

use super::error::Problem;
use super::limited;

/// The bytes of a file of a revision; `path` counts from the top of the repository, and if nothing is there, from the
/// folder that the program runs in.
pub(super) fn bytes(revision: &str, path: &str) -> Result<Vec<u8>, Problem> {
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
        if let Some(bytes) = blob(object)? {
            return Ok(bytes);
        }
    }
    Err(why_not(revision, path, &tried))
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

/// What git answers, if it succeeds.
fn answer(arguments: &[&str]) -> Option<String> {
    let output = git(arguments).stdout(Stdio::piped()).spawn().ok()?;
    let mut child = output;
    let mut text = String::new();
    let out = child.stdout.take().expect("it is piped");
    let read = out.take(1 << 16).read_to_string(&mut text);
    let status = child.wait().ok()?;
    (read.is_ok() && status.success()).then_some(text)
}

fn git(arguments: &[&str]) -> Command {
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
