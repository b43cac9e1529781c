//! `action.yml`, its steps run as a runner of GitHub runs them: expressions filled in, `bash`, the files and variables that it gives.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::check_forms::branch;
use crate::folder::{Folder, Run};

#[derive(Deserialize)]
struct Action {
    inputs: BTreeMap<String, Input>,
    outputs: BTreeMap<String, Output>,
    runs: Runs,
}

#[derive(Deserialize)]
struct Input {
    default: String,
}

#[derive(Deserialize)]
struct Output {
    value: String,
}

#[derive(Deserialize)]
struct Runs {
    using: String,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    id: String,
    shell: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
    run: String,
}

/// A machine that actions run on.
struct Runner {
    /// Where programs are found besides those of the system.
    path: Vec<PathBuf>,
    environment: Vec<(&'static str, String)>,
    /// What the action is called: its repository and its revision.
    repository: &'static str,
    revision: &'static str,
}

/// What an action came to.
#[derive(Debug)]
struct Done {
    code: i32,
    log: String,
    summary: String,
    outputs: BTreeMap<String, String>,
}

impl Runner {
    /// With this storydiff installed, or with none.
    fn new(installed: bool) -> Self {
        let program = Path::new(env!("CARGO_BIN_EXE_storydiff"));
        let folder = program.parent().expect("a folder").to_path_buf();
        Self {
            path: if installed { vec![folder] } else { Vec::new() },
            environment: vec![("GITHUB_BASE_REF", "main".to_owned())],
            repository: "",
            revision: "",
        }
    }

    fn run(mut self, folder: &Folder, with: &[(&str, &str)]) -> Done {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join("action.yml")).expect("an action");
        let action: Action = serde_saphyr::from_str(&text).expect("YAML of an action");
        assert_eq!(action.runs.using, "composite");
        let temporary = tempfile::tempdir().expect("a folder");
        let file = |name: &str| {
            let path = temporary.path().join(name);
            fs::write(&path, "").expect("written");
            path
        };
        let summary = file("summary");
        let mut known: BTreeMap<String, String> = BTreeMap::from([
            ("github.action_path".to_owned(), root.display().to_string()),
            (
                "github.action_repository".to_owned(),
                self.repository.to_owned(),
            ),
            ("github.action_ref".to_owned(), self.revision.to_owned()),
        ]);
        for (name, input) in &action.inputs {
            known.insert(format!("inputs.{name}"), input.default.clone());
        }
        for (name, value) in with {
            let old = known.insert(format!("inputs.{name}"), (*value).to_owned());
            assert!(old.is_some(), "no input {name}");
        }
        let mut done = Done {
            code: 0,
            log: String::new(),
            summary: String::new(),
            outputs: BTreeMap::new(),
        };
        for step in &action.runs.steps {
            assert_eq!(step.shell, "bash");
            let (output, path) = (file("output"), file("path"));
            fs::write(temporary.path().join("script"), &step.run).expect("written");
            let mut command = Command::new("bash");
            command
                .args(["--noprofile", "--norc", "-eo", "pipefail"])
                .arg(temporary.path().join("script"))
                .current_dir(folder.path())
                .env("PATH", self.search_path())
                .env("CI", "true")
                .env("GITHUB_ACTIONS", "true")
                // these tests may run on a runner themselves
                .env_remove("GITHUB_BASE_REF")
                .env("GITHUB_SERVER_URL", "file:///nowhere")
                .env("RUNNER_TEMP", temporary.path())
                .env("GITHUB_OUTPUT", &output)
                .env("GITHUB_PATH", &path)
                .env("GITHUB_STEP_SUMMARY", &summary)
                .envs(self.environment.iter().map(|(name, value)| (name, value)));
            for (name, value) in &step.env {
                command.env(name, filled_in(value, &known));
            }
            let run = Run::of(command);
            let read = |path: &Path| fs::read_to_string(path).expect("there");
            done.log.push_str(&(run.out + &run.err));
            for line in read(&output).lines() {
                let (name, value) = line.split_once('=').expect("name=value");
                known.insert(
                    format!("steps.{}.outputs.{name}", step.id),
                    value.to_owned(),
                );
            }
            let added = read(&path);
            self.path.extend(added.lines().map(PathBuf::from));
            done.code = run.code;
            if run.code != 0 {
                break;
            }
        }
        done.summary = fs::read_to_string(&summary).expect("there");
        for (name, output) in &action.outputs {
            // a step that did not run has no outputs
            known.extend(["result", "findings", "errors"].map(|name| {
                let name = format!("steps.check.outputs.{name}");
                let value = known.get(&name).cloned().unwrap_or_default();
                (name, value)
            }));
            done.outputs
                .insert(name.clone(), filled_in(&output.value, &known));
        }
        done
    }

    fn search_path(&self) -> String {
        let own = self.path.iter().map(|path| path.display().to_string());
        let system = ["/usr/local/bin", "/usr/bin", "/bin"].map(str::to_owned);
        own.chain(system).collect::<Vec<_>>().join(":")
    }
}

/// A value with its expressions filled in; only names stand in them.
fn filled_in(value: &str, known: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("${{") {
        let (name, behind) = after.split_once("}}").expect("an expression ends");
        let name = name.trim();
        let value = known
            .get(name)
            .unwrap_or_else(|| panic!("nothing is known of {name}"));
        text.push_str(before);
        text.push_str(value);
        rest = behind;
    }
    text + rest
}

/// A branch whose `main` stands at a remote as well, as a checkout has it.
fn checkout() -> Folder {
    let folder = branch();
    folder.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    folder
}

fn outputs(done: &Done) -> [&str; 3] {
    ["result", "findings", "errors"].map(|name| done.outputs[name].as_str())
}

#[test]
fn a_pull_request_is_annotated() {
    let folder = checkout();
    let more = "\n  sarif=out.sarif\nhtml=out page.html\n\n";
    let done = Runner::new(true).run(&folder, &[("format", more)]);
    assert_eq!(
        (done.code, outputs(&done)),
        (1, ["1", "2", "1"]),
        "{done:?}"
    );
    assert!(
        done.log.contains("\n::error file=news/fire.md,line=3,"),
        "{}",
        done.log
    );
    assert!(
        done.summary.starts_with("### storydiff check: "),
        "{}",
        done.summary
    );
    for (name, opening) in [("out.sarif", "{"), ("out page.html", "<!doctype html>")] {
        let text = fs::read_to_string(folder.path().join(name)).expect(name);
        assert!(text.starts_with(opening), "{name}");
    }
    folder.write(
        "strict.toml",
        "fail-on = 'warning'\n[rules]\nnumber-changed = 'off'\n",
    );
    for (with, code, expected) in [
        (&[("fail-on", "none")][..], 0, ["0", "2", "1"]),
        (&[("paths", "reworded.md\nsame.md")], 0, ["0", "0", "0"]),
        (&[("paths", "news")], 1, ["1", "2", "1"]),
        (&[("base", "HEAD")], 0, ["0", "0", "0"]),
        (&[("config", "strict.toml")], 1, ["1", "1", "0"]),
        (
            &[("args", "--set\nnumber-changed=note\n")],
            0,
            ["0", "2", "0"],
        ),
        (&[("base", "nowhere")], 2, ["2", "0", "0"]),
        (
            &[("paths", "$(touch ran); `touch ran`")],
            0,
            ["0", "0", "0"],
        ),
    ] {
        let done = Runner::new(true).run(&folder, with);
        assert_eq!(
            (done.code, outputs(&done)),
            (code, expected),
            "{with:?}: {done:?}"
        );
    }
    assert!(!folder.path().join("ran").exists(), "an input is no script");
    let text = Runner::new(true).run(&folder, &[("annotations", "false")]);
    assert!(
        text.log.contains("! number-changed") && text.summary.is_empty(),
        "{text:?}"
    );
    let mut pushed = Runner::new(true);
    pushed.environment.clear();
    assert_eq!(
        outputs(&pushed.run(&folder, &[])),
        ["1", "2", "1"],
        "against the commit before"
    );
}

/// A program that is this storydiff, small enough to be packed.
fn stand_in(path: &Path) {
    let script = format!(
        "#!/bin/sh\nexec '{}' \"$@\"\n",
        env!("CARGO_BIN_EXE_storydiff")
    );
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, script).expect("written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(path, mode).expect("made to run");
}

#[test]
fn a_release_is_taken_when_its_sum_is_right() {
    let folder = checkout();
    let server = tempfile::tempdir().expect("a folder");
    let release = server.path().join("someone/storydiff/releases/download/v1");
    stand_in(&server.path().join("storydiff"));
    fs::create_dir_all(&release).expect("made");
    let target = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", arch) => format!("{arch}-unknown-linux-gnu"),
        ("macos", arch) => format!("{arch}-apple-darwin"),
        other => panic!("no runner is like {other:?}"),
    };
    let name = format!("storydiff-{target}.tar.gz");
    let packed = Command::new("tar")
        .arg("-czf")
        .arg(release.join(&name))
        .arg("-C")
        .arg(server.path())
        .arg("storydiff")
        .status();
    assert!(packed.expect("tar is here").success());
    let digest = Sha256::digest(fs::read(release.join(&name)).expect("packed"));
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let sum = |digest: &str| {
        let sum = release.join(format!("{name}.sha256"));
        fs::write(sum, format!("{digest}  {name}\n")).expect("written");
    };
    let run = || {
        let mut runner = Runner::new(false);
        let address = format!("file://{}", server.path().display());
        runner.environment.push(("GITHUB_SERVER_URL", address));
        (runner.repository, runner.revision) = ("someone/storydiff", "v1");
        runner.run(&folder, &[])
    };
    sum(&digest);
    let done = run();
    assert_eq!(outputs(&done), ["1", "2", "1"], "{done:?}");
    assert!(
        done.log
            .contains(&format!("took file://{}", server.path().display())),
        "{done:?}"
    );
    sum(&"0".repeat(64));
    let done = run();
    assert_eq!((done.code, outputs(&done)), (1, ["", "", ""]), "{done:?}");
    assert!(
        done.log.contains("FAILED") && !done.log.contains("took"),
        "{done:?}"
    );
}

#[test]
fn without_a_release_it_is_built() {
    let folder = checkout();
    let programs = tempfile::tempdir().expect("a folder");
    stand_in(&programs.path().join("built"));
    let script = format!(
        "#!/bin/sh\necho \"cargo $*\"\nfor root; do :; done\ncp '{}' \"$root/bin/storydiff\"\n",
        programs.path().join("built").display()
    );
    stand_in(&programs.path().join("cargo"));
    fs::write(programs.path().join("cargo"), script).expect("written");
    let mut runner = Runner::new(false);
    runner.path.push(programs.path().to_path_buf());
    let done = runner.run(&folder, &[]);
    assert_eq!(outputs(&done), ["1", "2", "1"], "{done:?}");
    let from = format!(
        "cargo install --locked --path {} --root ",
        env!("CARGO_MANIFEST_DIR")
    );
    assert!(done.log.contains(&from), "{done:?}");
}
