//! `check` on two folders: files of one path are a story.

use serde_json::Value;

use crate::check::FIRST;
use crate::folder::Folder;

fn two_folders() -> Folder {
    let folder = Folder::new();
    for (name, old, new) in [
        ("same.md", Some("Six"), Some("Six")),
        ("2026/changed.md", Some("Six"), Some("Seven")),
        ("gone.md", Some("Six"), None),
        ("new.md", None, Some("Six")),
        ("code.rs", Some("Six"), Some("Seven")),
    ] {
        for (side, number) in [("old", old), ("new", new)] {
            if let Some(number) = number {
                folder.write(&format!("{side}/{name}"), FIRST.replace("Six", number));
            }
        }
    }
    folder
}

#[test]
fn stories_of_two_folders() {
    let folder = two_folders();
    let run = folder.run(&["check", "old", "new/"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    assert!(
        run.out
            .starts_with("new/2026/changed.md\n\n! number-changed"),
        "{}",
        run.out
    );
    let end = "\nnew: new/new.md\ngone: new/gone.md\n\
               1 story changed, 0 without a change of fact, 1 unchanged, 1 new, 1 gone\n";
    assert!(run.out.ends_with(end), "{}", run.out);
    let run = folder.run(&["check", "old", "new", "-f", "json"]);
    let answer: Value = serde_json::from_str(&run.out).expect("JSON");
    let told: Vec<(&str, &str, usize)> = answer
        .as_array()
        .expect("a list")
        .iter()
        .map(|check| {
            (
                check["articles"][1]["file"].as_str().expect("a path"),
                check["presence"].as_str().expect("a word"),
                check["violations"].as_array().expect("a list").len(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("new/2026/changed.md", "both", 1),
            ("new/gone.md", "gone", 0),
            ("new/new.md", "new", 0),
            ("new/same.md", "both", 0),
        ]
    );
    // a story that is new or gone is told, and fails nothing
    folder.write("new/2026/changed.md", FIRST);
    let run = folder.run(&["check", "old", "new", "--fail-on", "note"]);
    assert_eq!(run.code, 0, "{}", run.out);
}

#[test]
fn a_new_story_is_held_against_a_reference() {
    let folder = two_folders();
    folder.write(
        "release.txt",
        "Nine guards were hurt in the fire at the mill in Dunmore on Monday, the mill said.",
    );
    let run = folder.run(&["check", "old", "new", "--reference", "release.txt"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out
            .contains("! conflicts-with-reference \u{b7} new/new.md:3"),
        "{}",
        run.out
    );
}

#[test]
fn a_story_that_cannot_be_read_costs_no_other() {
    let folder = two_folders();
    folder.write("new/same.md", [0, 159, 146, 150, 0, 1, 2]);
    let run = folder.run(&["check", "old", "new"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("new/2026/changed.md\n\n! number-changed"));
    assert_eq!(
        run.err,
        "storydiff: new/same.md: is not text; give plain text, Markdown, a web page, .docx, .pdf or .eml\n"
    );
    folder.write("new/same.md", FIRST);
    folder.write("new/2026/changed.md", "");
    let run = folder.run(&["check", "old", "new"]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(
        run.err
            .starts_with("storydiff: new/2026/changed.md: holds no text")
    );
    assert_eq!(run.err.lines().count(), 1);
}

#[test]
fn a_folder_and_a_file() {
    let folder = two_folders();
    for arguments in [
        ["check", "old", "new/same.md"],
        ["check", "new/same.md", "old"],
    ] {
        let said = folder.trouble(&arguments);
        assert!(
            said.contains("old is a folder and new/same.md is not; give two folders"),
            "{said}"
        );
    }
    folder.write("empty/x.rs", "");
    // nothing was looked at, which is not the same as nothing found
    let said = folder.trouble(&["check", "empty", "empty"]);
    assert!(said.contains("no story in empty or empty;"), "{said}");
}
