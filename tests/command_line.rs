//! The command as people and scripts meet it: exit codes, streams, bad input.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;

const WIRE: &str = "examples/kadhimi/capital-wire.txt";
const DESK: &str = "examples/kadhimi/gulf-desk.txt";

fn storydiff() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    command
}

fn shown(output: &[u8]) -> String {
    String::from_utf8_lossy(output).into_owned()
}

/// Exit code, what stands on standard output, what stands on standard error.
fn run(arguments: &[&str], stdin: &str) -> (i32, String, String) {
    let output = storydiff()
        .args(arguments)
        .write_stdin(stdin)
        .output()
        .expect("it runs");
    let code = output.status.code().expect("it ends by itself");
    (code, shown(&output.stdout), shown(&output.stderr))
}

#[test]
fn conflicts_are_exit_1_and_none_are_exit_0() {
    assert_eq!(run(&[WIRE, DESK], "").0, 1);
    assert_eq!(run(&["compare", WIRE, WIRE], "").0, 0);
    assert_eq!(run(&["claims", WIRE], "").0, 0);
    assert_eq!(
        run(&[WIRE, DESK, "--only", "agree"], "").0,
        1,
        "what is shown changes no exit code"
    );
}

#[test]
fn colour_only_where_it_is_asked_for() {
    assert!(!run(&[WIRE, DESK], "").1.contains('\u{1b}'));
    assert!(
        run(&[WIRE, DESK, "--color", "always"], "")
            .1
            .contains('\u{1b}')
    );
}

#[test]
fn every_line_fits_the_width() {
    for width in ["60", "80", "140"] {
        let (_, text, _) = run(&[WIRE, DESK, "--width", width], "");
        let most: usize = width.parse().expect("a number");
        assert!(
            text.lines().all(|line| line.chars().count() <= most),
            "{width}"
        );
    }
}

#[test]
fn json_is_the_contract() {
    let (_, text, _) = run(&[WIRE, DESK, "--format", "json"], "");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["articles"][1]["id"], "B");
    let claim = &json["claims"][0];
    for key in [
        "id", "article", "span", "text", "speaker", "polarity", "modality", "facts",
    ] {
        assert!(claim.get(key).is_some(), "{key}");
    }
    assert!(
        json["findings"]
            .as_array()
            .is_some_and(|findings| !findings.is_empty())
    );
    assert!(json["internal"].is_array());
}

#[test]
fn trouble_is_exit_2_with_the_name_and_the_next_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("empty.txt");
    fs::write(&empty, "").expect("written");
    let binary: PathBuf = folder.path().join("x.txt");
    fs::write(&binary, [0, 1, 2, 255]).expect("written");
    let (empty, binary) = (empty.to_string_lossy(), binary.to_string_lossy());
    let cases: [(&[&str], &str); 8] = [
        (&[WIRE], "two or more"),
        (&[WIRE, "none.txt"], "none.txt: no such file"),
        (&[WIRE, "examples"], "examples: is a folder"),
        (&[WIRE, &empty], "holds no text"),
        (&[WIRE, &binary], "is not text"),
        (&["-", "-"], "standard input"),
        (&[WIRE, DESK, "--label", "one"], "--label"),
        (
            &[WIRE, DESK, "--explain", "F999"],
            "no finding or claim F999",
        ),
    ];
    for (arguments, message) in cases {
        let (code, out, err) = run(arguments, "Six were hurt.");
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?} {err}");
        assert!(err.contains(message), "{arguments:?}: {err}");
    }
}

#[test]
fn a_bad_line_of_batch_costs_no_other() {
    let good = r#"{"id":"s","articles":[{"label":"a","text":"Six were hurt."},{"label":"b","text":"Six were hurt."}]}"#;
    let (code, out, _) = run(&["batch"], &format!("{good}\n{{\n{good}\n"));
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(code, 2);
    assert_eq!(lines.len(), 3);
    assert_eq!(
        (&lines[0]["id"], &lines[2]["id"]),
        (&"s".into(), &"s".into())
    );
    assert_eq!(lines[1]["line"], 2);
    assert!(lines[1]["error"].is_string());
}

#[test]
fn standard_input_is_an_article() {
    let (code, out, _) = run(
        &[WIRE, "-", "--label", "ours", "--label", "theirs"],
        "Six guards were wounded.",
    );
    assert!(code < 2);
    assert!(out.contains("theirs"));
}
