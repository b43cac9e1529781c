//! The command as its callers see it: output, exit codes, streams. What is found matters here as little as can be.

mod batch;
mod folder;
mod formats;
mod links;

use std::fs;

use serde_json::Value;

use folder::{Folder, MORNING, Run};

#[test]
fn help_and_version_answer_on_standard_output() {
    let folder = Folder::new();
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["compare", "--help"],
        &["claims", "-h"],
        &["batch", "--help"],
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(run.out.contains("Usage:"), "{arguments:?}: {}", run.out);
    }
    for part in ["Examples:", "Exit codes: 0", "--explain", "claims", "batch"] {
        for long in ["-h", "--help"] {
            let help = folder.run(&[long]).out;
            assert!(help.contains(part), "{part}: {help}");
        }
    }
    let help = folder.run(&["-h"]).out;
    assert!(
        help.lines().count() < 60,
        "a help that nobody reads: {help}"
    );
    assert_eq!(
        folder.run(&["--version"]).out,
        format!("storydiff {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn exit_code_1_means_conflicts_whatever_is_shown() {
    let folder = Folder::new();
    for arguments in [
        &["morning.txt", "evening.txt"][..],
        &["compare", "morning.txt", "evening.txt"],
        &["morning.txt", "evening.txt", "--only", "agree"],
        &["morning.txt", "evening.txt", "--only", "unique"],
        &["morning.txt", "evening.txt", "--explain", "F1"],
        &["morning.txt", "evening.txt", "--format", "json"],
    ] {
        let run = folder.run(arguments);
        assert_eq!(
            (run.code, run.err.as_str()),
            (1, ""),
            "{arguments:?}: {}",
            run.out
        );
    }
    let calm = folder.run(&["morning.txt", "calm.txt"]);
    assert_eq!((calm.code, calm.err.as_str()), (0, ""), "{}", calm.out);
    assert!(calm.out.contains("no conflict"), "{}", calm.out);
}

#[test]
fn trouble_is_2_and_names_the_thing_and_the_next_step() {
    let folder = Folder::new();
    fs::write(folder.0.path().join("empty.txt"), "").expect("written");
    fs::write(folder.0.path().join("binary.txt"), [0, 1, 2, 255]).expect("written");
    for (arguments, parts) in [
        (&[][..], &["two or more"][..]),
        (&["morning.txt"], &["one article", "storydiff A B"]),
        (
            &["morning.txt", "nowhere.txt"],
            &["nowhere.txt", "no such file"],
        ),
        (&["morning.txt", "."], &["folder"]),
        (
            &["morning.txt", "empty.txt"],
            &["empty.txt", "holds no text"],
        ),
        (
            &["morning.txt", "binary.txt"],
            &["binary.txt", "is not text"],
        ),
        (&["-", "-"], &["standard input"]),
        (
            &["morning.txt", "evening.txt", "--explian", "F1"],
            &["--explian", "--explain"],
        ),
        (
            &["morning.txt", "evening.txt", "--only", "conflicts"],
            &["conflicts", "conflict"],
        ),
        (
            &["morning.txt", "evening.txt", "--width", "7"],
            &["7", "40"],
        ),
        (
            &["morning.txt", "evening.txt", "--label", "one"],
            &["1 --label for 2 articles"],
        ),
        (
            &["morning.txt", "evening.txt", "--explain", "F999"],
            &["F999", "F1 to F"],
        ),
        (
            &[
                "morning.txt",
                "evening.txt",
                "--explain",
                "F1",
                "--only",
                "agree",
            ],
            &["--only"],
        ),
        (&["claims"], &["ARTICLE"]),
        (&["claims", "nowhere.txt"], &["nowhere.txt"]),
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        for part in parts {
            assert!(
                run.err.contains(part),
                "{arguments:?} lacks {part}: {}",
                run.err
            );
        }
    }
}

#[test]
fn colour_follows_flag_then_environment() {
    let folder = Folder::new();
    for (flag, environment, expected) in [
        (None, &[][..], false),
        (None, &[("CLICOLOR_FORCE", "1")], true),
        (None, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false),
        (Some("always"), &[("NO_COLOR", "1")], true),
        (Some("always"), &[], true),
        (Some("never"), &[("CLICOLOR_FORCE", "1")], false),
    ] {
        let mut command = folder.command(&["morning.txt", "evening.txt"]);
        command.args(flag.map(|flag| format!("--color={flag}")));
        command.envs(environment.iter().copied());
        let run = Run::of(command, "");
        let colored = run.out.contains("\u{1b}[");
        assert_eq!(colored, expected, "{flag:?} {environment:?}");
    }
}

#[test]
fn width_and_ascii_are_kept() {
    let folder = Folder::new();
    for width in [40, 60, 100, 200] {
        let run = folder.run(&[
            "morning.txt",
            "evening.txt",
            "--ascii",
            "--width",
            &width.to_string(),
        ]);
        assert!(run.out.is_ascii(), "{}", run.out);
        let widest = run.out.lines().map(str::len).max().expect("lines");
        assert!(widest <= width, "{width}: {}", run.out);
    }
}

#[test]
fn labels_stand_for_the_files_in_their_order() {
    let folder = Folder::new();
    let run = folder.run(&[
        "morning.txt",
        "evening.txt",
        "--label",
        "wire",
        "-L",
        "ours",
        "--format",
        "json",
    ]);
    let json = run.json();
    assert_eq!(json["articles"][0]["label"], "wire");
    assert_eq!(json["articles"][1]["label"], "ours");
    let run = folder.run_with(&["-", "evening.txt", "--format", "json"], MORNING);
    assert_eq!(
        run.json()["articles"][0]["file"],
        Value::Null,
        "standard input has no file"
    );
}

#[test]
fn only_and_explain_leave_the_rest_out() {
    let folder = Folder::new();
    let files = ["morning.txt", "evening.txt", "--format", "json"];
    for only in ["agree", "conflict", "unique"] {
        let run = folder.run(&[&files[..], &["--only", only]].concat());
        let json = run.json();
        for finding in json["findings"].as_array().expect("a list") {
            assert_eq!(finding["verdict"], only);
        }
    }
    for id in ["F1", "f1"] {
        let json = folder
            .run(&[&files[..], &["--explain", id]].concat())
            .json();
        assert_eq!(json["findings"].as_array().expect("a list").len(), 1);
        assert_eq!(json["findings"][0]["id"], "F1");
    }
    let text = folder
        .run(&["morning.txt", "evening.txt", "--explain", "A1.1"])
        .out;
    for part in ["CLAIMS", "A1.1", "line 1:1", "bytes 0 to"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_judge_that_was_asked_for_judged() {
    let folder = Folder::new();
    for (asked, judged) in [("fast", "fast"), ("neural", "neural"), ("auto", "neural")] {
        let run = folder.run(&["morning.txt", "evening.txt", "-f", "json", "--judge", asked]);
        assert_eq!(run.json()["judge"], judged);
        let line = r#"{"articles":[{"text":"Six guards were hurt."},{"text":"Six were hurt."}]}"#;
        let run = folder.run_with(&["batch", "--judge", asked], line);
        assert_eq!(run.json()["judge"], judged);
    }
}

#[test]
fn a_higher_sensitivity_calls_no_fewer_conflicts() {
    let folder = Folder::new();
    let called = |level| -> usize {
        let run = folder.run(&[
            "morning.txt",
            "evening.txt",
            "-f",
            "json",
            "--sensitivity",
            level,
        ]);
        let findings = run.json()["findings"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let conflicts = findings
            .iter()
            .filter_map(|finding| finding["conflicts"].as_array());
        conflicts.map(Vec::len).sum()
    };
    let (low, normal, high) = (called("low"), called("normal"), called("high"));
    assert!(low <= normal && normal <= high, "{low} {normal} {high}");
    assert!(normal > 0);
}

#[test]
fn json_keeps_the_contract() {
    let folder = Folder::new();
    let json = folder
        .run(&[
            "morning.txt",
            "evening.txt",
            "--format",
            "json",
            "--include-text",
        ])
        .json();
    let keys = |value: &Value| -> Vec<String> {
        let mut keys: Vec<String> = value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        keys.sort();
        keys
    };
    assert_eq!(
        keys(&json),
        [
            "articles",
            "claims",
            "copies",
            "findings",
            "internal",
            "judge",
            "schema_version"
        ]
    );
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["judge"], "neural");
    assert_eq!(
        keys(&json["articles"][0]),
        [
            "file",
            "id",
            "label",
            "outlet",
            "published",
            "text",
            "title"
        ]
    );
    assert_eq!(json["articles"][0]["text"], MORNING);
    let claim = &json["claims"][0];
    for key in [
        "article", "facts", "id", "modality", "polarity", "span", "speaker", "text",
    ] {
        assert!(claim.get(key).is_some(), "{key}: {claim}");
    }
    let at =
        |end: &str| usize::try_from(claim["span"][end].as_u64().expect("a number")).expect("small");
    assert_eq!(
        &MORNING[at("start")..at("end")],
        claim["text"].as_str().expect("text")
    );
    for finding in json["findings"].as_array().expect("a list") {
        for key in ["claims", "conflicts", "id", "links", "verdict"] {
            assert!(finding.get(key).is_some(), "{key}: {finding}");
        }
    }
    let without = folder
        .run(&["morning.txt", "evening.txt", "--format", "json"])
        .json();
    assert_eq!(without["articles"][0].get("text"), None);
}

#[test]
fn claims_are_told_as_text_and_json() {
    let folder = Folder::new();
    let run = folder.run(&["claims", "morning.txt", "--label", "wire"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for part in ["wire", "A1.1", "Four", "4 workers", "The road was closed"] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    let json = folder
        .run(&["claims", "morning.txt", "--format", "json"])
        .json();
    assert_eq!(json["claims"][0]["id"], "A1.1");
    let piped = folder.run_with(&["claims", "-"], MORNING);
    assert!(piped.out.contains("4 workers"), "{}", piped.out);
}
