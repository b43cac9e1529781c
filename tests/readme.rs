//! What the README shows is what the program does. `UPDATE_README=1 cargo test --test readme` writes it anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What stands before each block, and the arguments whose output it shows.
const BLOCKS: [(&str, &[&str]); 2] = [
    (
        "<!-- output: the example -->",
        &[
            "--color",
            "never",
            "--width",
            "80",
            "examples/kadhimi/capital-wire.txt",
            "examples/kadhimi/gulf-desk.txt",
            "examples/kadhimi/weekly-review.md",
        ],
    ),
    ("<!-- output: help -->", &["-h"]),
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn output(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_storydiff"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Where the block after `mark` begins and ends, fences excluded.
fn block(readme: &str, mark: &str) -> std::ops::Range<usize> {
    let from = readme
        .find(mark)
        .unwrap_or_else(|| panic!("README lacks {mark}"));
    let open = from + readme[from..].find("```text\n").expect("a block") + "```text\n".len();
    open..open + readme[open..].find("```\n").expect("the block ends")
}

#[test]

fn shown_output_is_real() {
    let file = path("README.md");
    let mut readme = fs::read_to_string(&file).expect("README");
    for (mark, arguments) in BLOCKS {
        let expected: String = output(arguments)
            .lines()
            .map(|line| line.trim_end().to_owned() + "\n")
            .collect();
        let shown = block(&readme, mark);
        if std::env::var_os("UPDATE_README").is_some() {
            readme.replace_range(shown, &expected);
        } else {
            assert_eq!(
                &readme[shown], expected,
                "{mark}: UPDATE_README=1 cargo test --test readme"
            );
        }
    }
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(file, readme).expect("written");
    }
}

#[test]
fn ci_runs_the_test_command_shown() {
    let readme = fs::read_to_string(path("README.md")).expect("README");
    let shown: Vec<&str> = readme
        .lines()
        .filter(|line| line.starts_with("cargo "))
        .collect();
    assert_eq!(
        shown,
        [
            "cargo run --release -- examples/kadhimi/*",
            "cargo test --locked"
        ],
        "two commands set a newcomer up"
    );
}

#[test]
fn links_lead_somewhere() {
    for page in ["README.md", "docs/architecture.md", "docs/tricky-cases.md"] {
        let text = fs::read_to_string(path(page)).expect("readable");
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if link.contains("://") || link.starts_with('#') {
                continue;
            }
            let target = path(page)
                .parent()
                .expect("a folder")
                .join(link.split('#').next().expect("a path"));
            assert!(target.exists(), "{page} links to {link}");
        }
    }
}
