//! What is accepted: a baseline is written, covers, expires, goes stale and is pruned.

use std::process::Command;

use serde_json::{Value, json};

use crate::check::{FIRST, git};
use crate::folder::{Folder, Run};

/// 2026-06-15, by which entries expire in these tests.
const TODAY: &str = "1781524800";

fn check(folder: &Folder, more: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
    command
        .args([&["check", "old.md", "new.md"], more].concat())
        .env("SOURCE_DATE_EPOCH", TODAY)
        .current_dir(folder.path());
    Run::of(command)
}

fn baseline(folder: &Folder) -> Value {
    let text = std::fs::read_to_string(folder.path().join("storydiff-baseline.json"));
    serde_json::from_str(&text.expect("a baseline")).expect("JSON")
}

fn story(number: &str, cost: &str) -> String {
    FIRST.replace("Six", number).replace("$5", cost)
}

fn changed() -> Folder {
    let folder = Folder::new();
    folder.write("old.md", FIRST);
    folder.write("new.md", story("Seven", "$6"));
    folder
}

#[test]
fn what_is_accepted_fails_nothing_until_it_reads_otherwise() {
    let folder = changed();
    assert_eq!(check(&folder, &[]).code, 1);
    let written = check(&folder, &["--write-baseline", "--reason", "the coroner"]);
    assert_eq!(
        (written.code, written.out.as_str()),
        (
            0,
            "storydiff-baseline.json: 2 entries, 2 new, 0 taken out\n"
        )
    );
    let entry = &baseline(&folder)["entries"][1];
    assert_eq!(
        (&entry["story"], &entry["rule"], &entry["reason"]),
        (
            &json!("new.md"),
            &json!("number-changed"),
            &json!("the coroner")
        )
    );
    let old = "Six guards were hurt in the fire at the mill in Dunmore on Monday, police said.";
    assert_eq!(entry["old"], old);
    let covered = check(&folder, &[]);
    assert_eq!(covered.code, 0, "{}", covered.out);
    assert!(
        covered
            .out
            .ends_with("unchanged, 2 accepted\n2 covered by storydiff-baseline.json\n"),
        "{}",
        covered.out
    );
    assert!(
        covered.out.starts_with("nothing new \u{b7} 5 sentences"),
        "{}",
        covered.out
    );
    let markdown = check(&folder, &["-f", "markdown"]).out;
    assert!(
        markdown.ends_with("\nNothing new: 2 accepted.\n"),
        "{markdown}"
    );
    // where it stands is all the same
    folder.write(
        "new.md",
        story("Seven", "$6")
            .replace("Seven", "\n\n\nSEVEN")
            .replace("# ", "\n\n# "),
    );
    assert_eq!(check(&folder, &[]).code, 0);
    // what else is changed is not
    folder.write("new.md", story("Eight", "$6"));
    let run = check(&folder, &["-f", "json"]);
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(run.code, 1);
    assert_eq!(answer["violations"][0]["new"]["text"], "Eight");
    assert_eq!(answer["baseline"]["covered"], 1);
    assert_eq!(answer["baseline"]["stale"][0]["old"], old);
    let held = &answer["suppressed"][0];
    assert_eq!(
        (&held["suppression"]["kind"], &held["suppression"]["reason"]),
        (&json!("baseline"), &json!("the coroner"))
    );
}

#[test]
fn reasons_and_last_days_are_kept() {
    let folder = changed();
    assert_eq!(check(&folder, &["--write-baseline"]).code, 0);
    let mut edited = baseline(&folder);
    edited["entries"][0]["reason"] = json!("the builder");
    edited["entries"][0]["expires"] = json!("2026-06-15");
    edited["entries"][1]["reason"] = json!("the coroner");
    edited["entries"][1]["expires"] = json!("2026-06-14");
    folder.write("storydiff-baseline.json", edited.to_string());
    let run = check(&folder, &[]);
    assert_eq!(run.code, 1, "its last day has passed: {}", run.out);
    assert!(
        run.out
            .contains("expired 2026-06-14: new.md number-changed \u{201c}Six guards")
            && run.out.ends_with("1 covered by storydiff-baseline.json\n"),
        "{}",
        run.out
    );
    folder.write("new.md", story("Seven", "$6").replace("Monday", "Tuesday"));
    let written = check(&folder, &["--write-baseline"]);
    // the sentence with seven guards reads otherwise now
    assert!(
        written
            .out
            .starts_with("storydiff-baseline.json: 3 entries, 2 new, 1 taken out\n"),
        "{}",
        written.out
    );
    let entries = baseline(&folder)["entries"].clone();
    let kept: Vec<&Value> = entries
        .as_array()
        .expect("a list")
        .iter()
        .filter(|entry| entry["reason"] == "the builder")
        .collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0]["expires"], "2026-06-15");
    folder.write("new.md", story("Seven", "$6"));
    folder.write("storydiff-baseline.json", edited.to_string());
    let written = check(&folder, &["--write-baseline"]);
    assert!(
        written
            .out
            .contains("2 entries, 0 new, 0 taken out\nexpired and kept as it is: new.md"),
        "{}",
        written.out
    );
    assert_eq!(baseline(&folder), edited);
}

#[test]
fn what_is_stale_is_named_and_pruned() {
    let folder = changed();
    folder.write("gone.md", FIRST);
    check(&folder, &["--write-baseline"]);
    let mut edited = baseline(&folder);
    let entries = edited["entries"].as_array_mut().expect("a list");
    let mut other = entries[0].clone();
    other["story"] = json!("gone.md");
    entries.push(other);
    folder.write("storydiff-baseline.json", edited.to_string());
    folder.write("new.md", story("Six", "$6"));
    let run = check(&folder, &[]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        run.out
            .contains("\nstale: new.md number-changed \u{201c}Six guards")
            && run.out.ends_with(
                "1 covered by storydiff-baseline.json; --prune-baseline takes out what is stale\n"
            )
            && !run.out.contains("gone.md"),
        "{}",
        run.out
    );
    assert_eq!(baseline(&folder), edited, "nobody asked to write it");
    std::fs::remove_file(folder.path().join("gone.md")).expect("there");
    let run = check(&folder, &["--prune-baseline"]);
    assert!(
        run.out.contains("taken out: new.md") && run.out.contains("taken out: gone.md"),
        "{}",
        run.out
    );
    assert_eq!(
        baseline(&folder)["entries"].as_array().map(Vec::len),
        Some(1)
    );
    let again = check(&folder, &["--prune-baseline"]);
    assert!(!again.out.contains("taken out"), "{}", again.out);
}

#[test]
fn sarif_tells_what_is_new() {
    let folder = changed();
    check(&folder, &["--write-baseline", "--reason", "the coroner"]);
    folder.write("new.md", story("Eight", "$6"));
    let run = check(&folder, &["-f", "sarif"]);
    let log: Value = serde_json::from_str(&run.out).expect("JSON");
    let told: Vec<(&str, Value)> = log["runs"][0]["results"]
        .as_array()
        .expect("results")
        .iter()
        .map(|result| {
            let state = result["baselineState"].as_str().expect("a state");
            (state, result["suppressions"].clone())
        })
        .collect();
    let external = json!([{"kind": "external", "justification": "the coroner"}]);
    assert_eq!(
        told,
        [
            ("new", json!([])),
            ("unchanged", external),
            ("absent", json!([]))
        ]
    );
}

#[test]
fn stories_of_a_branch_from_any_folder() {
    let folder = Folder::new();
    git(&folder, &["init", "-q", "-b", "main"]);
    folder.write("storydiff.toml", "baseline = 'checks/accepted.json'\n");
    folder.write("checks/x", "");
    folder.write("content/a.md", FIRST);
    folder.write("content/b.md", FIRST);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "first"]);
    for name in ["content/a.md", "content/b.md"] {
        folder.write(name, story("Seven", "$5"));
    }
    let run = folder.run_in("content", &["check", "--base", "main", "--write-baseline"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out
            .ends_with("checks/accepted.json: 2 entries, 2 new, 0 taken out\n")
    );
    // one and the same, whichever way it is named
    let revision = ["check", "HEAD:content/a.md", "content/a.md"];
    for arguments in [&["check", "--base", "main"][..], &revision] {
        let run = folder.run(arguments);
        assert_eq!(run.code, 0, "{arguments:?}: {}", run.out);
    }
    let run = folder.run_in("content", &["check", "HEAD:content/a.md", "a.md"]);
    assert_eq!(run.code, 0, "{}", run.out);
    // writing for one story leaves the others' entries
    let run = folder.run(&[&revision[..], &["--write-baseline"]].concat());
    assert!(
        run.out.ends_with(": 2 entries, 0 new, 0 taken out\n"),
        "{}",
        run.out
    );
    // of a story that is gone nothing matches any more
    git(&folder, &["rm", "-q", "-f", "content/b.md"]);
    let run = folder.run(&["check", "--base", "main", "--prune-baseline"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        run.out.contains("\ntaken out: content/b.md number-changed"),
        "{}",
        run.out
    );
}

#[test]
fn all_that_can_stand_in_json_is_as_its_schema_says() {
    let folder = changed();
    folder.write(
        "storydiff.toml",
        "[[assert]]\nthat = 'name \"Anna Kelly\" spelled \"Anna Kelley\"'\n",
    );
    check(&folder, &["--write-baseline"]);
    let mut edited = baseline(&folder);
    for entry in edited["entries"].as_array_mut().expect("a list") {
        let is_cost = entry["old"].as_str().is_some_and(|old| old.contains("$5"));
        entry["expires"] = json!(if is_cost { "2026-06-14" } else { "2026-06-15" });
    }
    folder.write("storydiff-baseline.json", edited.to_string());
    let comment = "<!-- storydiff:ignore number-changed reason: the coroner -->";
    let new = story("Seven", "$6").replace("Seven", &format!("{comment}\nSeven"));
    folder.write("new.md", new);
    let out = check(&folder, &["-f", "json"]).out;
    let answer: Value = serde_json::from_str(&out).expect("JSON");
    for (part, length) in [
        (&answer["suppressed"], 2),
        (&answer["baseline"]["expired"], 1),
        (&answer["baseline"]["stale"], 1),
    ] {
        assert_eq!(part.as_array().map(Vec::len), Some(length), "{out}");
    }
    let schema = folder.run(&["schema", "check"]).out;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let wrong: Vec<String> = validator
        .iter_errors(&answer)
        .map(|error| error.to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}: {out}");
}

#[test]
fn a_story_that_is_no_file() {
    let folder = changed();
    let piped = |more: &[&str]| {
        let mut command = Command::new("sh");
        let program = env!("CARGO_BIN_EXE_storydiff");
        let line = format!("{program} check old.md - {} < new.md", more.join(" "));
        command.args(["-c", &line]).current_dir(folder.path());
        Run::of(command)
    };
    assert_eq!(piped(&["--write-baseline"]).code, 0);
    let run = piped(&[]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        run.out
            .ends_with("\n2 covered by storydiff-baseline.json\n"),
        "{}",
        run.out
    );
}

#[test]
fn baselines_that_are_none() {
    let folder = changed();
    for (text, part) in [
        ("{", "is no baseline (EOF while parsing"),
        (
            r#"{"schema_version": 2, "entries": []}"#,
            "schema_version is 2; this program knows 1",
        ),
        (
            r#"{"schema_version": 1, "entries": [{"story": "a", "rule": "numbr-changed", "fingerprint": ""}]}"#,
            "did you mean number-changed?",
        ),
        (
            r#"{"schema_version": 1, "entries": [{"story": "a", "rule": "number-changed", "fingerprint": "", "expire": "x"}]}"#,
            "unknown field `expire`",
        ),
        (
            r#"{"schema_version": 1, "entries": [{"story": "a", "rule": "number-changed", "fingerprint": "", "expires": "soon"}]}"#,
            "line 1",
        ),
    ] {
        folder.write("bad.json", text);
        let said = folder.trouble(&["check", "old.md", "new.md", "--baseline", "bad.json"]);
        assert!(
            said.starts_with("storydiff: bad.json: is no baseline (") && said.contains(part),
            "{text}: {said}"
        );
    }
    let said = folder.trouble(&["check", "old.md", "new.md", "--baseline", "none.json"]);
    assert!(
        said.contains("none.json: no such file; --write-baseline writes it"),
        "{said}"
    );
    folder.write(
        "storydiff-baseline.json",
        r#"{"schema_version": 1, "entries": []}"#,
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
    command
        .args(["check", "old.md", "new.md"])
        .env("SOURCE_DATE_EPOCH", "soon")
        .current_dir(folder.path());
    let run = Run::of(command);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("SOURCE_DATE_EPOCH is soon; give the seconds"),
        "{}",
        run.err
    );
}
