//! What the guide gives to paste for GitLab, pre-commit, git and make, run as those run it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::check_forms::branch;
use crate::folder::{Folder, Run};

/// The blocks of the guide in a language.
fn blocks(language: &str) -> Vec<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/ci.md");
    let page = fs::read_to_string(page).expect("a guide");
    let open = format!("```{language}\n");
    let blocks = page.split(&open).skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

/// The block that begins so.
fn block(language: &str, opening: &str) -> String {
    let mut found = blocks(language);
    found.retain(|block| block.starts_with(opening));
    assert_eq!(found.len(), 1, "{opening}");
    found.remove(0)
}

/// A command in a folder where this storydiff is installed.
fn command(folder: &Folder, program: &str) -> Command {
    let own = Path::new(env!("CARGO_BIN_EXE_storydiff"));
    let path = format!(
        "{}:{}",
        own.parent().expect("a folder").display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let mut command = Command::new(program);
    command.current_dir(folder.path()).env("PATH", path);
    command
}

/// A branch with a change of fact that is staged.
fn staged() -> Folder {
    let folder = branch();
    let text = fs::read_to_string(folder.path().join("same.md")).expect("a story");
    folder.write("same.md", text.replace("on Monday", "on Tuesday"));
    folder.git(&["add", "same.md"]);
    folder
}

#[test]
fn gitlab_runs_what_the_guide_shows() {
    let folder = branch();
    let jobs: Value = serde_saphyr::from_str(&block("yaml", "# .gitlab-ci.yml")).expect("YAML");
    let job = &jobs["stories"];
    let script = job["script"].as_array().expect("a script");
    let [line] = &script[..] else {
        panic!("one line: {script:?}");
    };
    let mut shell = command(&folder, "sh");
    shell.args(["-ec", line.as_str().expect("words")]).env(
        "CI_MERGE_REQUEST_DIFF_BASE_SHA",
        folder.git(&["rev-parse", "main"]).trim(),
    );
    let run = Run::of(shell);
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{}", run.out);
    assert!(run.out.contains("! number-changed"), "{}", run.out);
    let reports = job["artifacts"]["reports"].as_object().expect("reports");
    for (kind, opening) in [("codequality", "[\n  {"), ("junit", "<?xml")] {
        let file = reports[kind].as_str().expect("a file");
        let text = fs::read_to_string(folder.path().join(file)).expect(file);
        assert!(text.starts_with(opening), "{kind}: {text}");
    }
    assert_eq!(job["artifacts"]["when"], "always");
}

#[test]
fn the_workflow_gives_the_action_what_it_takes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let action = fs::read_to_string(root.join("action.yml")).expect("an action");
    let action: Value = serde_saphyr::from_str(&action).expect("YAML");
    let workflow = block("yaml", "# .github/workflows/stories.yml");
    let workflow: Value = serde_saphyr::from_str(&workflow).expect("YAML");
    let steps = workflow["jobs"]["check"]["steps"]
        .as_array()
        .expect("steps");
    let uses = |step: &&Value| {
        step["uses"]
            .as_str()
            .is_some_and(|uses| uses.contains("/storydiff@"))
    };
    let step = steps.iter().find(uses).expect("the action");
    for (name, _) in step["with"].as_object().expect("inputs") {
        assert!(action["inputs"].get(name).is_some(), "{name}");
    }
    assert_eq!(steps[0]["with"]["fetch-depth"], 0, "the base must be there");
    for part in ["name", "description", "runs"] {
        assert!(action.get(part).is_some(), "{part}");
    }
}

#[test]
fn make_and_a_hook_of_git() {
    let folder = staged();
    folder.write("Makefile", block("make", "check-stories:"));
    let mut make = command(&folder, "make");
    make.args(["--silent", "check-stories", "BASE=main"]);
    let run = Run::of(make);
    assert_eq!(run.code, 2, "make says 2 of any failure: {}", run.out);
    assert!(
        run.out.contains("news/fire.md\n\n! number-changed"),
        "{}",
        run.out
    );

    let hook = folder.write(".git/hooks/pre-commit", block("text", "#!/bin/sh"));
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(hook, mode).expect("made to run");
    let commit = |more: &[&str]| {
        let mut git = command(&folder, "git");
        git.args([&["commit", "-q", "-m", "next"], more].concat());
        Run::of(git)
    };
    let refused = commit(&[]);
    assert_eq!(refused.code, 1, "{}{}", refused.out, refused.err);
    assert!(format!("{}{}", refused.out, refused.err).contains("! date-changed"));
    // what -a adds stands in an index of its own until the hook has passed
    folder.git(&["reset", "-q"]);
    assert_eq!(commit(&["-a"]).code, 1);
    let text = fs::read_to_string(folder.path().join("same.md")).expect("a story");
    folder.write("same.md", text.replace("on Tuesday", "on Monday"));
    folder.write(
        "reworded.md",
        text.replace("on Tuesday", "on Monday")
            .replace("fell", "came"),
    );
    let passed = commit(&["-a"]);
    assert_eq!(passed.code, 0, "{}{}", passed.out, passed.err);
}

/// The hooks as they are told to pre-commit, by their ids.
fn hooks() -> BTreeMap<String, Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(".pre-commit-hooks.yaml")).expect("hooks");
    let hooks: Vec<Value> = serde_saphyr::from_str(&text).expect("YAML");
    let id = |hook: &Value| hook["id"].as_str().expect("an id").to_owned();
    hooks.into_iter().map(|hook| (id(&hook), hook)).collect()
}

#[test]
fn what_pre_commit_is_told_to_run_runs() {
    let folder = staged();
    let hooks = hooks();
    assert_eq!(hooks["storydiff"]["language"], "rust");
    assert_eq!(hooks["storydiff-system"]["language"], "system");
    for (id, hook) in hooks {
        assert_eq!(hook["pass_filenames"], false, "{id}");
        let mut shell = command(&folder, "sh");
        shell.args(["-c", hook["entry"].as_str().expect("a command")]);
        let run = Run::of(shell);
        assert_eq!(run.code, 1, "{id}: {}", run.err);
        assert!(
            run.out.contains("same.md\n\n! date-changed"),
            "{id}: {}",
            run.out
        );
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that was left out says so")]
fn pre_commit_itself() {
    let here = Command::new("pre-commit").arg("--version").output();
    if !here.is_ok_and(|output| output.status.success()) {
        eprintln!("no pre-commit here: its hook was not tried through it");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let hooks = fs::read(root.join(".pre-commit-hooks.yaml")).expect("hooks");
    let repository = Folder::new();
    repository.write(".pre-commit-hooks.yaml", hooks);
    repository.git(&["init", "-q"]);
    repository.git(&["add", "."]);
    repository.git(&["commit", "-q", "-m", "hooks"]);
    repository.git(&["tag", "v0.1.0"]);
    let folder = staged();
    let config = block("yaml", "# .pre-commit-config.yaml");
    let here = repository.path().display().to_string();
    folder.write(
        ".pre-commit-config.yaml",
        config.replace("https://github.com/OWNER/storydiff", &here),
    );
    folder.git(&["add", ".pre-commit-config.yaml"]);
    let home = tempfile::tempdir().expect("a folder");
    let run = || {
        let mut pre_commit = command(&folder, "pre-commit");
        pre_commit
            .args(["run", "--color", "never"])
            .env("PRE_COMMIT_HOME", home.path());
        Run::of(pre_commit)
    };
    let refused = run();
    assert_eq!(refused.code, 1, "{}{}", refused.out, refused.err);
    assert!(refused.out.contains("! date-changed"), "{}", refused.out);
    folder.git(&["checkout", "-q", "HEAD", "--", "same.md"]);
    let passed = run();
    assert_eq!(passed.code, 0, "{}{}", passed.out, passed.err);
}
