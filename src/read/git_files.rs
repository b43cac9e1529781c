//! Many files of git revisions through one git program.
//!
//! ```text
//! main:./a.md    ->  <id> blob 2116, the bytes
//! main:./no.md   ->  main:./no.md missing
//! ```
//!
//! To start a program for each file takes longer than to read it.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, PoisonError};

use super::LARGEST;
use super::error::Problem;
use super::revision::git;

/// A git program that is asked for one file after another, in the folder that the program runs in. It is started when it is first
/// asked and ended with this value. What it knows of the index it knows from when it was first asked.
#[derive(Debug, Default)]
pub struct GitFiles {
    open: Mutex<Option<Open>>,
}

#[derive(Debug)]
struct Open {
    child: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// What git answers of a name.
pub(super) enum Answer {
    File(Vec<u8>),
    /// Nothing is there, or something that is no file.
    NoFile,
    /// It cannot be asked so, or does not answer as it should.
    Unclear,
}

impl GitFiles {
    /// A file by a name such as `HEAD:./story.md`.
    pub(super) fn read(&self, object: &str) -> Result<Answer, Problem> {
        if object.contains('\n') {
            return Ok(Answer::Unclear);
        }
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = match open.as_mut() {
            Some(open) => open.read(object),
            None => match Open::start() {
                Some(started) => open.insert(started).read(object),
                None => return Ok(Answer::Unclear),
            },
        };
        match answer {
            Some(Ok(answer)) => Ok(answer),
            // whatever else it would say belongs to this name
            other => {
                *open = None;
                other.unwrap_or(Ok(Answer::Unclear))
            }
        }
    }
}

impl Open {
    fn start() -> Option<Self> {
        let mut child = git(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        Some(Self {
            asked: child.stdin.take()?,
            answers: BufReader::new(child.stdout.take()?),
            child,
        })
    }

    /// `None` when it does not answer as it should; after that, and after a problem, it cannot be asked again.
    fn read(&mut self, object: &str) -> Option<Result<Answer, Problem>> {
        writeln!(self.asked, "{object}").ok()?;
        let mut head = String::new();
        self.answers.read_line(&mut head).ok()?;
        let head = head.strip_suffix('\n')?;
        if head.ends_with(" missing") || head.ends_with(" ambiguous") {
            return Some(Ok(Answer::NoFile));
        }
        let mut words = head.rsplit(' ');
        let (size, kind) = (words.next()?.parse::<u64>().ok()?, words.next()?);
        if size > LARGEST {
            return Some(Err(Problem::TooLarge));
        }
        let mut bytes = vec![0; usize::try_from(size).ok()? + 1];
        self.answers.read_exact(&mut bytes).ok()?;
        // the line break behind it
        bytes.pop();
        Some(Ok(if kind == "blob" {
            Answer::File(bytes)
        } else {
            Answer::NoFile
        }))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        // it may be writing what nobody will read
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_answers_again_and_again() {
        let files = GitFiles::default();
        let read = |object: &str| match files.read(object) {
            Ok(Answer::File(bytes)) => Some(bytes.len()),
            Ok(Answer::NoFile) => None,
            _ => panic!("unclear: {object}"),
        };
        let id = || {
            let open = files.open.lock().expect("nobody failed");
            open.as_ref().map(|open| open.child.id())
        };
        // what a revision of this very repository holds, if tests run in one
        let Ok(Answer::File(file)) = files.read("HEAD:./Cargo.toml") else {
            return;
        };
        let first = id();
        assert!(file.starts_with(b"[package]") && file.ends_with(b"\n"));
        assert_eq!(read("HEAD:./no such file"), None);
        assert_eq!(read("HEAD:./src"), None, "a folder is no file");
        assert_eq!(read("no-such-revision:./Cargo.toml"), None);
        assert_eq!(read("HEAD:./Cargo.toml"), Some(file.len()));
        assert_eq!(id(), first);
        assert!(matches!(files.read("HEAD:./a\nb"), Ok(Answer::Unclear)));
    }
}
