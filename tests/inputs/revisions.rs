//! Articles from git, and git's own ways to show a difference, with the real git.

use std::process::Command;

use serde_json::Value;

use crate::folder::{Folder, Run};

const OLD: &str = "# Fire at the mill\n\nSix guards were hurt in the fire at the mill in Dunmore on Monday.\n\nThe road was closed.\n";
const NEW: &str = "# Fire at the mill\n\nSeven guards were hurt in the fire at the mill in Dunmore on Monday.\n\nThe road was closed.\n";

/// A repository with two commits: `news/story.md` changes a number.
fn repository() -> Folder {
    let folder = Folder::new();
    git(&folder, &["init", "-q", "-b", "main"]);
    folder.write("news/story.md", OLD);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "old"]);
    folder.write("news/story.md", NEW);
    git(&folder, &["commit", "-q", "-a", "-m", "new"]);
    folder
}

fn git(folder: &Folder, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder.path());
    let run = Run::of(command);
    assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
    run.out
}

fn conflicts(run: &Run) -> Vec<(String, String)> {
    let answer: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let side = |value: &Value| value["text"].as_str().expect("words").to_owned();
    answer["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .flat_map(|finding| finding["conflicts"].as_array().expect("conflicts").clone())
        .map(|conflict| (side(&conflict["a"]), side(&conflict["b"])))
        .collect()
}

#[test]
fn a_file_then_and_now() {
    let folder = repository();
    let expected = [("Six".to_owned(), "Seven".to_owned())];
    for (place, arguments) in [
        ("", ["HEAD~1:news/story.md", "HEAD:news/story.md"]),
        ("", ["HEAD~1:news/story.md", "news/story.md"]),
        ("", ["main~1:./news/story.md", ":news/story.md"]),
        ("news", ["HEAD~1:story.md", "story.md"]),
        ("news", ["HEAD~1:news/story.md", "HEAD:./story.md"]),
    ] {
        let run = folder.run_in(place, &[arguments[0], arguments[1], "--format", "json"]);
        assert_eq!(run.code, 1, "{arguments:?}: {}", run.err);
        assert_eq!(conflicts(&run), expected, "{arguments:?}");
    }
    let bare = Folder::new();
    git(
        &bare,
        &[
            "clone",
            "-q",
            "--bare",
            &folder.path().to_string_lossy(),
            ".",
        ],
    );
    let run = bare.run(&[
        "main~1:news/story.md",
        "main:news/story.md",
        "--format",
        "json",
    ]);
    assert_eq!(conflicts(&run), expected);
    let labels = folder.run(&["HEAD~1:news/story.md", "HEAD:news/story.md"]);
    assert!(
        labels.out.contains("story@HEAD~1") && labels.out.contains("story@HEAD "),
        "{}",
        labels.out
    );
}

#[test]
fn what_git_does_not_know_is_named() {
    let folder = repository();
    for (argument, what) in [
        (
            "nowhere:news/story.md",
            "git knows no revision nowhere; `git log --oneline`",
        ),
        (
            "HEAD:story.txt",
            "revision HEAD has no file story.txt; `git ls-tree -r --name-only HEAD`",
        ),
        (
            ":story.txt",
            "the index has no file story.txt; `git ls-files`",
        ),
        ("HEAD:news", "is a folder"),
        ("--output=x:news/story.md", "unexpected argument"),
        ("HEAD~1^{tree}:nothing", "has no file nothing"),
    ] {
        let run = folder.run(&["claims", argument]);
        assert_eq!(run.code, 2, "{argument}: {}", run.out);
        assert!(run.err.contains(what), "{argument}: {}", run.err);
    }
    let run = folder.run(&["claims", "--", "-x:story.md"]);
    assert!(run.err.contains("-x is no revision"), "{}", run.err);
    let outside = Folder::new();
    assert!(
        outside
            .trouble(&["claims", "HEAD:story.md"])
            .contains("no git repository here")
    );
}

#[test]
fn difftool_shows_the_conflict() {
    let folder = repository();
    let program = env!("CARGO_BIN_EXE_storydiff");
    git(
        &folder,
        &[
            "config",
            "difftool.storydiff.cmd",
            &format!("'{program}' \"$LOCAL\" \"$REMOTE\" -L old -L new"),
        ],
    );
    let shown = git(
        &folder,
        &[
            "difftool",
            "--no-prompt",
            "--tool=storydiff",
            "HEAD~1",
            "HEAD",
        ],
    );
    assert!(
        shown.contains("[Six] guards") && shown.contains("[Seven] guards"),
        "{shown}"
    );
}

#[test]
fn an_external_diff_ends_well_whatever_it_finds() {
    let folder = repository();
    folder.write("news/new.md", "The library lends out ladders.");
    folder.write("picture.png", b"\x89PNG\0");
    folder.write("story copy.md", OLD);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "more"]);
    git(&folder, &["rm", "-q", "news/new.md"]);
    git(&folder, &["mv", "news/story.md", "news/fire.md"]);
    git(&folder, &["commit", "-q", "-m", "less"]);
    let external = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command
            .args(["diff", "-M"])
            .args(arguments)
            .current_dir(folder.path())
            .env("GIT_EXTERNAL_DIFF", env!("CARGO_BIN_EXE_storydiff"));
        let run = Run::of(command);
        assert_eq!(
            (run.code, run.err.as_str()),
            (0, ""),
            "{arguments:?}: {}",
            run.out
        );
        run.out
    };
    let changed = external(&["HEAD~3", "HEAD~2"]);
    assert!(
        changed.starts_with("a/news/story.md -> b/news/story.md\n"),
        "{changed}"
    );
    assert!(
        changed.contains("[Six] guards") && changed.contains("[Seven] guards"),
        "{changed}"
    );
    let added = external(&["HEAD~2", "HEAD~1"]);
    assert!(
        added.contains("b/news/new.md (new)") && added.contains("The library lends out ladders"),
        "{added}"
    );
    assert!(
        added.contains("b/picture.png: a picture cannot be read"),
        "{added}"
    );
    let removed = external(&["HEAD~1", "HEAD"]);
    assert!(
        removed.contains("a/news/new.md (removed)")
            && removed.contains("a/news/story.md -> b/news/fire.md"),
        "{removed}"
    );
}

#[test]
fn a_log_by_claims() {
    let folder = repository();
    let program = env!("CARGO_BIN_EXE_storydiff");
    folder.write(".git/info/attributes", "*.md diff=storydiff\n");
    git(
        &folder,
        &[
            "config",
            "diff.storydiff.textconv",
            &format!("'{program}' claims --textconv"),
        ],
    );
    // rewrapped, and nothing else
    folder.write("news/story.md", NEW.replace("mill in", "mill\nin"));
    git(&folder, &["commit", "-q", "-a", "-m", "wrap"]);
    folder.write("news/empty.md", "");
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "empty"]);
    let log = git(&folder, &["log", "-p", "--format=%s"]);
    let lines: Vec<&str> = log
        .lines()
        .filter(|line| {
            line.starts_with(['-', '+']) && !line.starts_with("---") && !line.starts_with("+++")
        })
        .collect();
    assert_eq!(
        lines,
        [
            "-Six guards were hurt in the fire at the mill in Dunmore on Monday",
            "+Seven guards were hurt in the fire at the mill in Dunmore on Monday",
            "+Fire at the mill (headline)",
            "+Six guards were hurt in the fire at the mill in Dunmore on Monday",
            "+The road was closed",
        ],
        "{log}"
    );
}
