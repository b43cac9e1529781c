//! `check` in every form, through the command, on a branch of three stories.

use std::fs;

use serde_json::{Value, json};

use crate::folder::Folder;

const FIRST: &str = "# Fire at the mill\n\nSix guards were hurt in the fire at the mill in Dunmore on Monday, police said. The roof fell in at \
    about\nfour in the morning.\n\nAnna Kelly, the manager, said that repairs would cost $5 million.\n\nA man is alleged to have set the \
    fire.\n\nSchools in the town stayed open.\n";

/// A branch on which two stories changed: one in its facts, one in its words.
pub(crate) fn branch() -> Folder {
    let folder = Folder::new();
    folder.git(&["init", "-q", "-b", "main"]);
    folder.write("news/fire.md", FIRST);
    folder.write("reworded.md", FIRST);
    folder.write("same.md", FIRST);
    folder.git(&["add", "."]);
    folder.git(&["commit", "-q", "-m", "first"]);
    folder.git(&["checkout", "-q", "-b", "work"]);
    let changed = FIRST
        .replace("Six", "Seven")
        .replace("\n\nSchools in the town stayed open.", "");
    folder.write("news/fire.md", changed);
    folder.write("reworded.md", FIRST.replace("fell in", "came down"));
    folder.git(&["commit", "-q", "-a", "-m", "work"]);
    folder
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn every_form_is_written() {
    let folder = branch();
    for (format, opening) in [
        ("text", "news/fire.md\n\n! number-changed"),
        ("html", "<!doctype html>"),
        ("markdown", "### storydiff check: "),
        ("json", "[\n  {\n    \"schema_version\": 1"),
        ("ndjson", "{\"schema_version\":1,\"before\":{"),
        ("csv", "file,severity,rule,relation,"),
        ("sarif", "{\n  \"$schema\""),
        (
            "junit",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites",
        ),
        ("github", "::error file=news/fire.md,line=3,"),
        ("gitlab", "[\n  {\n    \"description\": \"number"),
    ] {
        let run = folder.run(&["check", "--base", "main", "-f", format]);
        assert_eq!((run.code, run.err.as_str()), (1, ""), "{format}");
        assert!(run.out.starts_with(opening), "{format}: {}", run.out);
    }
    let files = [
        "-f",
        "junit=a.xml",
        "-f",
        "gitlab=a.json",
        "-f",
        "html=a.html",
    ];
    let run = folder.run(&[&["check", "--base", "main"][..], &files].concat());
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
    for (name, opening) in [("a.xml", "<?xml"), ("a.json", "["), ("a.html", "<!doctype")] {
        let text = fs::read_to_string(folder.path().join(name)).expect(name);
        assert!(text.starts_with(opening), "{name}");
    }
    for format in ["tei", "jsonld"] {
        let said = folder.trouble(&["check", "--base", "main", "-f", format]);
        assert!(
            said.contains(&format!("check writes no {format}; it writes text")),
            "{said}"
        );
    }
}

/// What GitLab's own validator asks of an issue, and what its documentation asks besides.
#[test]
fn code_quality_is_as_gitlab_wants_it() {
    let schema = json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": false,
            "properties": {
                "description": { "type": "string", "minLength": 1 },
                "check_name": { "type": "string", "minLength": 1 },
                "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{32}$" },
                "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": { "type": "string", "pattern": "^[^./]" },
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": { "begin": { "type": "integer", "minimum": 1 } }
                        }
                    }
                }
            }
        }
    });
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let folder = branch();
    let report = json_of(&folder.run(&["check", "--base", "main", "-f", "gitlab"]).out);
    let compared = folder.run(&[
        "reworded.md",
        "news/fire.md",
        "-f",
        "gitlab",
        "--judge",
        "fast",
    ]);
    let compared = json_of(&compared.out);
    for report in [&report, &compared] {
        assert!(report.as_array().is_some_and(|issues| !issues.is_empty()));
        let wrong: Vec<String> = validator
            .iter_errors(report)
            .map(|error| error.to_string())
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    assert_eq!(compared[0]["location"]["path"], "news/fire.md");
    let issues: Vec<(&str, &str, u64)> = report
        .as_array()
        .expect("issues")
        .iter()
        .map(|issue| {
            let word = |name: &str| issue[name].as_str().expect("a word");
            let line = issue["location"]["lines"]["begin"].as_u64();
            (word("check_name"), word("severity"), line.expect("a line"))
        })
        .collect();
    assert_eq!(
        issues,
        [
            ("number-changed", "major", 3),
            ("claim-removed", "minor", 8)
        ]
    );
}

/// Lines of the new file that `git diff` shows, those around a gap with nothing in its place among them.
fn lines_of_diff(folder: &Folder, file: &str) -> Vec<usize> {
    let diff = folder.git(&["diff", "-U1", "main", "--", file]);
    let mut shown = Vec::new();
    let mut line = 0;
    for text in diff.lines() {
        if let Some(hunk) = text.strip_prefix("@@ -") {
            let new = hunk.split('+').nth(1).expect("a new side");
            let start = new.split([',', ' ']).next().expect("a line");
            line = start.parse().expect("a number");
        } else if line > 0 && !text.starts_with('-') {
            shown.push(line);
            line += 1;
        }
    }
    shown
}

#[test]
fn annotations_stand_on_lines_that_the_diff_shows() {
    let folder = branch();
    // a headline that fits no more stands where nothing changed
    let headline = FIRST.replace(
        "# Fire at the mill",
        "# Six guards hurt in fire at the mill",
    );
    folder.git(&["checkout", "-q", "main"]);
    folder.write("news/fire.md", &headline);
    folder.git(&["commit", "-q", "-a", "-m", "headline"]);
    let cut = headline
        .replace("Six guards were", "Seven guards were")
        .replace("\n\nSchools in the town stayed open.", "");
    folder.write("news/fire.md", cut);
    let shown = lines_of_diff(&folder, "news/fire.md");
    assert!(!shown.contains(&1), "{shown:?}");
    let run = folder.run(&["check", "--base", "main", "-f", "github"]);
    let lines: Vec<usize> = run
        .out
        .lines()
        .map(|command| {
            let (_, rest) = command.split_once(",line=").expect("each has a line");
            rest.split(',')
                .next()
                .expect("a line")
                .parse()
                .expect("a number")
        })
        .collect();
    assert!(lines.len() >= 2, "{}", run.out);
    assert!(
        lines.iter().all(|line| shown.contains(line)),
        "{shown:?}: {}",
        run.out
    );
    assert!(
        run.out
            .contains("claim-removed::this sentence is gone: \u{201c}Schools"),
        "{}",
        run.out
    );
    // nothing changed: what is said of the file is said of no line
    folder.write(
        "release.txt",
        "Nine guards were hurt in the fire at the mill in Dunmore on Monday, the mill said.",
    );
    let same = [
        "check",
        "same.md",
        "same.md",
        "--reference",
        "release.txt",
        "-f",
        "github",
    ];
    let run = folder.run(&same);
    assert!(
        run.out
            .starts_with("::error title=conflicts-with-reference::"),
        "{}",
        run.out
    );
    assert!(run.out.contains("(same.md:3)"), "{}", run.out);
}

/// What the readers of Jenkins and GitLab know: elements, what may stand in them, and their attributes.
const JUNIT: [(&str, &[&str], &[&str]); 5] = [
    (
        "testsuites",
        &["testsuite"],
        &["name", "tests", "failures", "errors", "skipped"],
    ),
    (
        "testsuite",
        &["testcase"],
        &["name", "tests", "failures", "errors", "skipped"],
    ),
    (
        "testcase",
        &["failure", "system-out"],
        &["name", "classname", "file"],
    ),
    ("failure", &[], &["message", "type"]),
    ("system-out", &[], &[]),
];

#[test]
fn junit_is_as_its_readers_know_it() {
    use quick_xml::events::{BytesStart, Event};
    let folder = branch();
    let text = folder.run(&["check", "--base", "main", "-f", "junit"]).out;
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut open: Vec<String> = Vec::new();
    let enter = |tag: &BytesStart<'_>, within: Option<&String>| {
        let name = tag.name().as_ref().to_owned();
        let known = |name: &str| JUNIT.iter().find(|(known, ..)| *known == name);
        let (_, _, attributes) = known(&name).unwrap_or_else(|| panic!("unknown {name}"));
        let allowed = within.is_none_or(|within| {
            known(within).is_some_and(|(_, inside, _)| inside.contains(&name.as_str()))
        });
        assert!(allowed, "{name} in {within:?}");
        for attribute in tag.attributes() {
            let key = attribute.expect("an attribute").key.as_ref().to_owned();
            assert!(attributes.contains(&key.as_str()), "{key} of {name}");
        }
        name
    };
    let mut cases = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => open.push(enter(&tag, open.last())),
            Event::Empty(tag) => {
                enter(&tag, open.last());
                cases += 1;
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(cases > 20, "{text}");
    assert_eq!(text.matches("<failure").count(), 1, "{text}");
    let all = folder.run(&[
        "check",
        "--base",
        "main",
        "-f",
        "junit",
        "--fail-on",
        "warning",
    ]);
    assert_eq!(all.out.matches("<failure").count(), 2, "{}", all.out);
}

#[test]
fn json_is_as_its_schema_says() {
    let folder = branch();
    let base = ["check", "--base", "main", "-f"];
    let several = folder.run(&[&base[..], &["json"]].concat()).out;
    let lines = folder.run(&[&base[..], &["ndjson"]].concat()).out;
    let one = ["check", "main:reworded.md", "news/fire.md", "-f", "json"];
    let one = folder.run(&one).out;
    for (of, values) in [
        ("check", vec![several.as_str(), one.as_str()]),
        ("check-line", lines.lines().collect()),
    ] {
        let schema = json_of(&folder.run(&["schema", of]).out);
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        assert!(values.len() >= 2, "{of}: {values:?}");
        for value in values {
            assert!(validator.is_valid(&json_of(value)), "{of}: {value}");
        }
    }
}

#[test]
fn texts_are_included_when_asked_for() {
    let folder = branch();
    let check = ["check", "main:same.md", "same.md", "-f", "json"];
    let plain = json_of(&folder.run(&check).out);
    assert_eq!(plain["articles"][0].get("text"), None);
    let with = folder.run(&[&check[..], &["--include-text"]].concat());
    let text = json_of(&with.out)["articles"][1]["text"].clone();
    assert!(
        text.as_str()
            .is_some_and(|text| text.starts_with("Fire at the mill\n\nSix"))
    );
}
