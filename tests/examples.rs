//! The programs in `examples/` run as their first lines say, and show what they promise.

use std::process::{Command, Output};

const ARTICLES: [&str; 3] = [
    "examples/kadhimi/capital-wire.txt",
    "examples/kadhimi/gulf-desk.txt",
    "examples/kadhimi/weekly-review.md",
];

fn run(example: &str, arguments: &[&str]) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--locked"]);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    cargo
        .args(["--example", example, "--"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs")
}

fn stdout(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]

fn compare_strings_finds_the_toll() {
    let out = stdout(&run("compare_strings", &[]));
    assert_eq!(out, "Conflict: 1\nAgree: 0\nUnique: 2\n");
}

#[test]

fn conflict_table_shows_the_guards() {
    let out = stdout(&run("conflict_table", &ARTICLES));
    let guards = |line: &&str| {
        line.starts_with("Number") && line.contains(" six") && line.contains(" seven")
    };
    assert!(out.lines().any(|line| guards(&line)), "{out}");
}

#[test]
fn conflict_table_names_the_missing_file() {
    let output = run("conflict_table", &[ARTICLES[0], "no/such/article.txt"]);
    assert!(!output.status.success());
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("no/such/article.txt"), "{error}");
}

#[test]
fn list_claims_lists_every_claim() {
    let out = stdout(&run("list_claims", &ARTICLES[1..2]));
    for words in [
        "The prime minister was not harmed",
        "It was not clear who was behind the attack",
    ] {
        assert!(out.contains(words), "{out}");
    }
}
