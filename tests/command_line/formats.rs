//! Forms of the result, and where it goes.

use std::fs;

use crate::folder::{Folder, Run};

const BOTH: [&str; 2] = ["morning.txt", "evening.txt"];

fn run(folder: &Folder, more: &[&str]) -> Run {
    folder.run(&[&BOTH[..], more].concat())
}

#[test]
fn every_form_is_written_to_standard_output() {
    let folder = Folder::new();
    for (format, opening) in [
        ("text", "  A  morning"),
        ("json", "{\n  \"schema_version\": 1"),
        ("ndjson", "{\"schema_version\":1,\"finding\""),
        ("markdown", "### storydiff"),
        ("html", "<!doctype html>"),
        ("csv", "row,finding,verdict"),
        ("sarif", "{\n  \"$schema\": \"https://"),
        (
            "junit",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites",
        ),
        (
            "github",
            "::error file=evening.txt,line=1,endLine=1,col=1,endColumn=4,title=Numbers differ::",
        ),
        ("jsonld", "{\n  \"@context\": \"https://schema.org\""),
        ("tei", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI"),
    ] {
        let run = run(&folder, &["--format", format]);
        assert_eq!((run.code, run.err.as_str()), (1, ""), "{format}");
        assert!(run.out.starts_with(opening), "{format}: {}", run.out);
        assert!(run.out.ends_with('\n'), "{format}");
    }
}

#[test]
fn several_forms_go_to_several_files() {
    let folder = Folder::new();
    let run_once = run(
        &folder,
        &["-f", "sarif=out.sarif", "-f", "html=out.html", "-f", "text"],
    );
    assert_eq!(run_once.code, 1, "{}", run_once.err);
    assert!(run_once.out.starts_with("  A  morning"), "{}", run_once.out);
    let read = |name: &str| fs::read_to_string(folder.0.path().join(name)).expect(name);
    assert!(
        read("out.sarif").contains("number-conflict")
            && read("out.html").starts_with("<!doctype html>")
    );
    for (name, opening) in [
        ("a.md", "###"),
        ("a.json", "{"),
        ("a.csv", "row,"),
        ("a.xml", "<?xml"),
        ("a.txt", "  A  morning"),
    ] {
        let quiet = run(&folder, &["--output", name, "--color", "auto"]);
        assert_eq!(
            (quiet.code, quiet.out.as_str(), quiet.err.as_str()),
            (1, "", ""),
            "{name}"
        );
        assert!(read(name).starts_with(opening), "{name}");
    }
    run(&folder, &["--format", "json", "--output", "odd.name"]);
    assert!(read("odd.name").starts_with("{\n  \"schema_version\""));
    // nothing half-written is left beside them
    let names = fs::read_dir(folder.0.path()).expect("a folder");
    assert!(
        names
            .flatten()
            .all(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
    );
}

#[test]
fn what_cannot_be_written_is_named() {
    let folder = Folder::new();
    for (more, parts) in [
        (
            &["--output", "nowhere/out.json"][..],
            &["nowhere/out.json", "cannot be written"][..],
        ),
        (
            &["--output", "out.odd"],
            &["out.odd tells no form", "--format"],
        ),
        (
            &["--output", "out.json", "-f", "text", "-f", "csv"],
            &["FORMAT=FILE"],
        ),
        (&["--format", "htm"], &["did you mean html?", "markdown"]),
        (&["--format", "json="], &["no file stands behind"]),
    ] {
        let run = run(&folder, more);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{more:?}");
        for part in parts {
            assert!(run.err.contains(part), "{more:?}: {}", run.err);
        }
    }
}

#[test]
fn a_summary_is_added_where_github_wants_it() {
    let folder = Folder::new();
    let summary = folder.0.path().join("summary.md");
    fs::write(&summary, "before\n").expect("written");
    let mut command = folder.command(&["morning.txt", "evening.txt", "--format", "github"]);
    command.env("GITHUB_STEP_SUMMARY", &summary);
    assert_eq!(Run::of(command, "").code, 1);
    let text = fs::read_to_string(&summary).expect("there");
    assert!(
        text.starts_with("before\n### storydiff") && text.contains("| \u{274c} |"),
        "{text}"
    );
}

#[test]
fn lines_of_markdown_are_those_of_the_file() {
    let folder = Folder::new();
    fs::write(folder.0.path().join("story.md"), "---\ntitle: Fire\n---\n\n# Fire at the mill\n\n*Six* workers died in the\nfire at the mill in Dunmore on Monday.\n").expect("written");
    let run = folder.run(&["morning.txt", "story.md", "--format", "github"]);
    assert!(
        run.out
            .starts_with("::error file=story.md,line=7,endLine=7,title="),
        "{}",
        run.out
    );
}

#[test]
fn every_json_is_as_its_schema_says() {
    let folder = Folder::new();
    let stories = concat!(
        r#"{"id":"s1","articles":[{"text":"Six were hurt."},{"text":"Seven were hurt."}]}"#,
        "\nno story\n"
    );
    let compare = ["morning.txt", "evening.txt", "--judge", "fast", "-f"];
    for (name, arguments, by_line) in [
        ("compare", [&compare[..], &["json"]].concat(), false),
        ("compare-line", [&compare[..], &["ndjson"]].concat(), true),
        ("claims", vec!["claims", "morning.txt", "-f", "json"], false),
        ("batch", vec!["batch", "--judge", "fast"], true),
        (
            "check",
            vec!["check", "morning.txt", "evening.txt", "-f", "json"],
            false,
        ),
    ] {
        let schema = folder.run(&["schema", name]).json();
        let title = schema["title"].as_str().expect("a title").to_owned();
        assert!(title.ends_with("schema_version 1"), "{title}");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let run = folder.run_with(&arguments, stories);
        let values = if by_line {
            run.lines()
        } else {
            vec![run.json()]
        };
        assert!(!values.is_empty(), "{name}");
        for value in values {
            assert!(validator.is_valid(&value), "{name}: {value}");
        }
    }
}

#[test]
fn schema_completions_and_manual() {
    let folder = Folder::new();
    let schema = folder.run(&["schema"]);
    let value: serde_json::Value = serde_json::from_str(&schema.out).expect("JSON");
    assert_eq!(value["title"], "storydiff, schema_version 1");
    let validator = jsonschema::validator_for(&value).expect("a schema");
    for more in [
        &[][..],
        &["--include-text"],
        &["--only", "unique"],
        &["--explain", "F1"],
        &["--judge", "fast"],
    ] {
        let answer = run(&folder, &[&["--format", "json"], more].concat());
        let answer: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
        assert!(validator.is_valid(&answer), "{more:?}");
    }
    assert!(folder.run(&["schema", "batches"]).err.contains("batch"));
    for (arguments, part) in [
        (&["completions", "bash"][..], "_storydiff()"),
        (&["completions", "zsh"], "#compdef storydiff"),
        (&["completions", "fish"], "complete -c storydiff"),
        (&["man"], ".TH storydiff 1"),
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(run.out.contains(part), "{arguments:?}: {}", run.out);
    }
}
