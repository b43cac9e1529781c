//! Every command that the user guide shows runs, and ends as it should.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A folder as the guide supposes it: the examples, a batch, and a story in git.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["examples/kadhimi", "examples/dunmore"] {
        let to = folder.path().join(part);
        fs::create_dir_all(&to).expect("made");
        for entry in fs::read_dir(root.join(part)).expect("shipped").flatten() {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
        }
    }
    let line = r#"{"id":"s1","articles":[{"text":"Six guards were hurt."},{"text":"Six guards were hurt."}]}"#;
    fs::write(folder.path().join("stories.ndjson"), line).expect("written");
    let git = |arguments: &[&str]| {
        let status = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@example.org"])
            .args(arguments)
            .current_dir(folder.path())
            .status();
        assert!(status.expect("git is here").success(), "{arguments:?}");
    };
    for (name, number) in [("published", "Six"), ("content", "Seven")] {
        fs::create_dir(folder.path().join(name)).expect("made");
        fs::write(
            folder.path().join(name).join("fire.md"),
            format!("{number} guards were hurt in the fire at the mill on Monday.\n"),
        )
        .expect("written");
    }
    git(&["init", "-q"]);
    for number in ["Six", "Seven"] {
        fs::write(
            folder.path().join("story.md"),
            format!("{number} guards were hurt in the fire at the mill on Monday.\n"),
        )
        .expect("written");
        git(&["add", "story.md"]);
        git(&["commit", "-q", "-m", number]);
    }
    folder
}

/// The lines of a page's shell blocks.
fn commands(page: &str) -> Vec<String> {
    let blocks = page.split("```sh\n").skip(1);
    blocks
        .flat_map(|block| block.split("```").next().unwrap_or_default().lines())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_command_of_the_guide_runs() {
    let program = Path::new(env!("CARGO_BIN_EXE_storydiff"));
    let path = format!(
        "{}:{}",
        program.parent().expect("a folder").display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide");
    let mut count = 0;
    for entry in fs::read_dir(pages).expect("a guide").flatten() {
        let page = fs::read_to_string(entry.path()).expect("a page");
        let folder = folder();
        for command in commands(&page) {
            assert!(command.starts_with("storydiff "), "{command}");
            let output = Command::new("sh")
                .args(["-c", &command])
                .env("PATH", &path)
                .env_remove("GITHUB_STEP_SUMMARY")
                .current_dir(folder.path())
                .output()
                .expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(
                matches!(output.status.code(), Some(0 | 1)),
                "{command}: {said}"
            );
            assert!(said.is_empty(), "{command}: {said}");
            count += 1;
        }
    }
    assert!(count > 20, "{count} commands");
}

#[test]
fn every_configuration_of_the_guide_is_understood() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/guide/ci.md")).expect("a page");
    let folder = folder();
    let mut count = 0;
    for block in page.split("```toml\n").skip(1) {
        let config = block.split("```").next().unwrap_or_default();
        fs::write(folder.path().join("storydiff.toml"), config).expect("written");
        let output = Command::new(env!("CARGO_BIN_EXE_storydiff"))
            .args(["check", "--show-config"])
            .current_dir(folder.path())
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{config}: {said}");
        count += 1;
    }
    assert!(count >= 2, "{count} configurations");
}
