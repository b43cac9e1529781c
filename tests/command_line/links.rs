//! Links in text reports: on a terminal (util-linux's `script` makes one), never elsewhere.

use std::fs;
use std::process::Command;

use crate::folder::{Folder, Run};

const OPEN: &str = "\u{1b}]8;;file:///";
const CLOSE: &str = "\u{1b}]8;;\u{1b}\\";

/// What a terminal is sent; `None` where there is no `script` to make one.
#[expect(clippy::print_stderr, reason = "a test that was left out says so")]
fn on_terminal(folder: &Folder, command: &str, environment: &[(&str, &str)]) -> Option<String> {
    let made = Command::new("script").arg("--version").output();
    if !made.is_ok_and(|made| String::from_utf8_lossy(&made.stdout).contains("util-linux")) {
        eprintln!("no `script` of util-linux here: terminals were not tried");
        return None;
    }
    let mut script = Command::new("script");
    let command = format!("{} {command}", env!("CARGO_BIN_EXE_storydiff"));
    script
        .args(["-qec", &command, "/dev/null"])
        .current_dir(folder.0.path())
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("TERM", "xterm")
        .envs(environment.iter().copied());
    Some(Run::of(script, "").out)
}

#[test]
fn names_are_links_on_a_terminal() {
    let folder = Folder::new();
    fs::create_dir(folder.0.path().join("old news")).expect("made");
    fs::rename(
        folder.0.path().join("evening.txt"),
        folder.0.path().join("old news/evening.txt"),
    )
    .expect("moved");
    let compare = "morning.txt 'old news/evening.txt'";
    for command in [
        format!("{compare} --no-pager"),
        format!("{compare} --no-pager --explain F1"),
        format!("check {compare}"),
        "claims 'old news/evening.txt'".to_owned(),
    ] {
        let Some(seen) = on_terminal(&folder, &command, &[]) else {
            return;
        };
        assert!(seen.contains(OPEN), "{command}: {seen:?}");
        assert!(seen.contains("/old%20news/evening.txt\u{1b}\\"), "{seen:?}");
        for line in seen.lines() {
            assert_eq!(
                line.matches("\u{1b}]8;;").count(),
                2 * line.matches(CLOSE).count(),
                "{line:?}"
            );
        }
    }
    let plain = format!("{compare} --no-pager");
    for (environment, more) in [
        (&[("NO_COLOR", "1")][..], ""),
        (&[("TERM", "dumb")], " --color always"),
        (&[], " --hyperlinks never"),
        (&[], " --color never"),
        (&[], " --output report.txt --color always"),
    ] {
        let seen = on_terminal(&folder, &format!("{plain}{more}"), environment);
        let seen = seen.expect("there was a terminal before");
        assert!(
            !seen.contains("\u{1b}]8"),
            "{environment:?}{more}: {seen:?}"
        );
    }
    let written = fs::read_to_string(folder.0.path().join("report.txt")).expect("written");
    assert!(
        written.contains("\u{1b}[") && !written.contains("\u{1b}]8"),
        "{written:?}"
    );
    // a pager that is not known to pass links on
    let paged = on_terminal(&folder, compare, &[("PAGER", "cat")]).expect("a terminal");
    assert!(
        paged.contains("morning") && !paged.contains("\u{1b}]8"),
        "{paged:?}"
    );
}

#[test]
fn a_pipe_gets_links_only_when_it_asks() {
    let folder = Folder::new();
    let run = |more: &[&str]| folder.run(&[&["morning.txt", "evening.txt"], more].concat());
    assert!(!run(&[]).out.contains('\u{1b}'));
    assert!(!run(&["--color", "always"]).out.contains("\u{1b}]8"));
    let asked = run(&["--hyperlinks", "always"]).out;
    assert!(
        asked.contains(OPEN) && !asked.contains("\u{1b}["),
        "{asked:?}"
    );
    let mut bare = String::new();
    for (number, part) in asked.split("\u{1b}]8;;").enumerate() {
        let words = part.split_once("\u{1b}\\").map_or(part, |(_, words)| words);
        bare.push_str(if number == 0 { part } else { words });
    }
    assert_eq!(bare, run(&[]).out, "links change no word and no column");
}
