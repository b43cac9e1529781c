//! `check` on many stories: one git program for all, a bar for who waits at a terminal, quiet for who does not.

use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::folder::{Folder, Run};

const COUNT: usize = 24;

/// Stories of many sentences that all change a number, on a branch.
fn many(sentences: usize) -> Folder {
    let folder = Folder::new();
    folder.git(&["init", "-q", "-b", "main"]);
    let write = |first: &str| {
        for story in 0..COUNT {
            let mut text = format!("{first} guards were hurt in the fire at the mill on Monday.\n");
            for sentence in 0..sentences {
                let number = 20 + story * 7 + sentence * 3;
                writeln!(text, "\nAbout {number} people who live in street {sentence} were told to stay at home, police said.")
                    .expect("written to memory");
            }
            folder.write(&format!("news/story {story}.md"), text);
        }
    };
    write("Six");
    folder.git(&["add", "."]);
    folder.git(&["commit", "-q", "-m", "first"]);
    folder.git(&["checkout", "-q", "-b", "work"]);
    write("Seven");
    folder.git(&["commit", "-q", "-a", "-m", "work"]);
    folder
}

#[test]
fn one_git_program_reads_all() {
    let folder = many(1);
    let trace = folder.path().join(".git/trace");
    for arguments in [&["--base", "main"][..], &["--staged"]] {
        if arguments == ["--staged"] {
            folder.git(&["reset", "-q", "--soft", "main"]);
        }
        let _ = fs::remove_file(&trace);
        let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
        command
            .arg("check")
            .args(arguments)
            .args(["--format", "ndjson"])
            .current_dir(folder.path())
            .env("GIT_TRACE", &trace);
        let run = Run::of(command);
        assert_eq!((run.code, run.err.as_str()), (1, ""), "{arguments:?}");
        assert_eq!(run.out.lines().count(), COUNT, "{}", run.out);
        let trace = fs::read_to_string(&trace).expect("git tells what it does");
        let started = trace.matches("built-in: git cat-file").count();
        assert_eq!(started, 1, "{trace}");
    }
}

/// What a terminal is sent; `None` where there is no `script` of util-linux to make one.
#[expect(clippy::print_stderr, reason = "a test that was left out says so")]
fn on_terminal(folder: &Folder, arguments: &str) -> Option<String> {
    let made = Command::new("script").arg("--version").output();
    if !made.is_ok_and(|made| String::from_utf8_lossy(&made.stdout).contains("util-linux")) {
        eprintln!("no `script` of util-linux here: terminals were not tried");
        return None;
    }
    let mut script = Command::new("script");
    let command = format!("{} check {arguments}", env!("CARGO_BIN_EXE_storydiff"));
    script
        .args(["-qec", &command, "/dev/null"])
        .current_dir(folder.path())
        .env("TERM", "xterm");
    Some(Run::of(script).out)
}

#[test]
fn a_bar_for_who_waits_at_a_terminal() {
    let folder = many(25);
    let bar = format!("of {COUNT} stories");
    let started = Instant::now();
    let Some(quiet) = on_terminal(&folder, "--base main --quiet") else {
        return;
    };
    // a machine so fast that there is nothing to wait for shows none
    let long = started.elapsed() > Duration::from_secs(2);
    assert_eq!(quiet, "");
    let seen = on_terminal(&folder, "--base main -o out.csv").expect("a terminal");
    assert!(seen.contains(&bar) || !long, "{seen:?}");
    let rows = fs::read_to_string(folder.path().join("out.csv")).expect("written");
    assert_eq!(rows.lines().count(), 1 + COUNT);
    let piped = folder.run(&["check", "--base", "main"]);
    assert_eq!((piped.code, piped.err.as_str()), (1, ""));
    assert!(!piped.out.contains(&bar));
    let short = on_terminal(&folder, "--base main --stories 'news/story 1.md'");
    assert!(short.is_some_and(|seen| !seen.contains("1 of 1 stories")));
}

#[test]
fn quiet_writes_files_and_tells_by_its_end() {
    let folder = many(1);
    let quiet = |more: &[&str]| folder.run(&[&["check", "--base", "main", "-q"], more].concat());
    for (more, code) in [
        (&[][..], 1),
        (&["--fail-on", "none"], 0),
        (&["-f", "json"], 1),
    ] {
        let run = quiet(more);
        assert_eq!(
            (run.code, run.out.as_str(), run.err.as_str()),
            (code, "", "")
        );
    }
    assert_eq!(quiet(&["-f", "csv=out.csv", "-f", "text"]).out, "");
    let rows = fs::read_to_string(folder.path().join("out.csv")).expect("written");
    assert!(rows.starts_with("file,severity"), "{rows}");
}
