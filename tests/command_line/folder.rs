//! A folder with articles, and the command run in it.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const MORNING: &str =
    "Four workers died in the fire at the mill in Dunmore on Monday. The road was closed.";
pub(crate) const EVENING: &str = "Six workers died in the fire at the mill in Dunmore on Monday. A school was opened for \
                       neighbours of the mill.";
pub(crate) const CALM: &str = "The library in Dunmore lends out ladders.";

/// A folder with three articles; everything runs in it.
pub(crate) struct Folder(pub(crate) TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        for (name, text) in [
            ("morning.txt", MORNING),
            ("evening.txt", EVENING),
            ("calm.txt", CALM),
        ] {
            fs::write(folder.path().join(name), text).expect("written");
        }
        Self(folder)
    }

    /// The command with nothing of the caller's environment that could change its looks.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear();
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        Run::of(self.command(arguments), input)
    }
}

pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn of(mut command: Command, input: &str) -> Self {
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut stdin = child.stdin.take().expect("piped");
        let input = input.to_owned();
        // From a thread: who writes all and only then reads may wait for ever.
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let Output {
            status,
            stdout,
            stderr,
        } = child.wait_with_output().expect("it ends");
        // That nobody read it is the program's right.
        let _ = writer.join().expect("no panic");
        Self {
            code: status.code().expect("no signal"),
            out: String::from_utf8(stdout).expect("UTF-8"),
            err: String::from_utf8(stderr).expect("UTF-8"),
        }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("JSON")
    }

    pub(crate) fn lines(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    }
}
