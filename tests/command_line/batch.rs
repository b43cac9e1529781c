//! `storydiff batch`, and what happens when nobody reads.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use super::folder::{CALM, EVENING, Folder, MORNING};

/// One line of input for `batch`.
fn line(id: &str, texts: [&str; 2]) -> String {
    let articles = texts.map(|text| serde_json::json!({ "text": text }));
    serde_json::json!({ "id": id, "articles": articles }).to_string()
}

#[test]
fn batch_answers_in_order_and_one_bad_line_costs_no_other() {
    let folder = Folder::new();
    let mut input: Vec<String> = (0..60)
        .map(|n| line(&format!("s{n}"), [MORNING, EVENING]))
        .collect();
    input[7] = "not a story".to_owned();
    input[20] = r#"{"id":"s20","articles":[]}"#.to_owned();
    // A slow first story must not be overtaken.
    input[0] = line("s0", [&MORNING.repeat(40), &EVENING.repeat(40)]);
    let run = folder.run_with(&["batch"], &(input.join("\n") + "\n\n"));
    assert_eq!((run.code, run.err.as_str()), (2, ""));
    let answers = run.lines();
    assert_eq!(answers.len(), 60, "an empty line is no story");
    for (number, answer) in answers.iter().enumerate() {
        match number {
            7 => assert_eq!(
                (&answer["id"], &answer["line"]),
                (&Value::Null, &Value::from(8))
            ),
            20 => assert_eq!(
                (&answer["id"], &answer["line"]),
                (&"s20".into(), &Value::from(21))
            ),
            _ => assert_eq!(answer["id"], format!("s{number}")),
        }
        assert_eq!(
            answer.get("error").is_some(),
            matches!(number, 7 | 20),
            "{answer}"
        );
    }
}

#[test]
fn batch_exit_codes_are_those_of_compare() {
    let folder = Folder::new();
    for (input, code) in [
        (String::new(), 0),
        (line("s", [MORNING, CALM]), 0),
        (line("s", [MORNING, EVENING]), 1),
        ("{".to_owned(), 2),
    ] {
        assert_eq!(folder.run_with(&["batch"], &input).code, code, "{input}");
    }
}

#[test]
fn batch_reads_a_file_as_standard_input() {
    let folder = Folder::new();
    let file = folder.0.path().join("stories.ndjson");
    fs::write(&file, line("s", [MORNING, CALM])).expect("written");
    let output = folder
        .command(&["batch", "--include-text"])
        .stdin(fs::File::open(file).expect("opened"))
        .output()
        .expect("the program runs");
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answer["articles"][1]["text"], CALM);
}

#[test]
fn a_closed_pipe_is_quiet_and_changes_no_exit_code() {
    let folder = Folder::new();
    // More than a pipe holds, so that writing to it must fail.
    let long: String = (0..400)
        .map(|n| format!("Clerk number {n} lent out a ladder. "))
        .collect();
    fs::write(folder.0.path().join("long.txt"), &long).expect("written");
    let stories = (line("s", [MORNING, CALM]) + "\n").repeat(300);
    for (arguments, input) in [
        (&["claims", "long.txt", "--format", "json"][..], ""),
        (&["batch"], stories.as_str()),
    ] {
        let mut command = folder.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().expect("piped");
        // The program may be gone before it has read all.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}
