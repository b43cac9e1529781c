//! A folder, and commands run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Long enough to be an article of a page.
pub(crate) const BODY: &str = "Six guards were hurt in the fire at the mill in Dunmore on Monday, the police said, and the road past \
                               the mill was closed for two hours. The roof fell in at about four in the morning.";

pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, bytes).expect("written");
        path
    }

    /// The command, in this folder, with no proxy and no configuration of git but its own.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
        command
            .args(arguments)
            .current_dir(self.path().join(folder));
        Run::of(command)
    }

    /// What git answers, in this folder.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.path());
        let run = Run::of(command);
        assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
        run.out
    }

    /// What `claims` makes of one article, with its text.
    pub(crate) fn article(&self, arguments: &[&str]) -> Value {
        let mut all = vec!["claims", "--format", "json", "--include-text"];
        all.extend(arguments);
        let run = self.run(&all);
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.err);
        let mut answer: Value = serde_json::from_str(&run.out).expect("JSON");
        answer["articles"][0].take()
    }

    /// What is said of arguments that cannot be answered.
    pub(crate) fn trouble(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!(
            (run.code, run.out.as_str()),
            (2, ""),
            "{arguments:?}: {}",
            run.err
        );
        assert_eq!(run.err.lines().count(), 1, "{arguments:?}: {}", run.err);
        run.err
    }
}

pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn of(mut command: Command) -> Self {
        for name in [
            "http_proxy",
            "https_proxy",
            "all_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
        ] {
            command.env_remove(name);
        }
        command
            .env("NO_COLOR", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_AUTHOR_NAME", "a")
            .env("GIT_AUTHOR_EMAIL", "a@example.org")
            .env("GIT_COMMITTER_NAME", "a")
            .env("GIT_COMMITTER_EMAIL", "a@example.org");
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().expect("it runs");
        Self {
            code: status.code().expect("it ends by itself"),
            out: String::from_utf8(stdout).expect("UTF-8"),
            err: String::from_utf8(stderr).expect("UTF-8"),
        }
    }
}
