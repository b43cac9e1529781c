//! Behaviours as folders: `tests/cases/working/NAME` must hold; `tests/cases/failing/NAME` is known not to, and this
//! test complains when it does. A folder holds the articles (`a.txt`, `b.txt`, ... or `.md`) and `expect.toml`:
//!
//! ```toml
//! about = "Six guards or seven."
//! [[conflict]]      # must be found; words of both clashing sides, in the articles of the keys
//! kind = "number"   # any kind without it
//! a = "six"
//! b = "seven"
//! [[may]]           # a conflict that may be found or not; every conflict listed nowhere fails the case
//! [[internal]]      # a conflict inside an article: `one`, `other`
//! [[agree]]         # one finding with the verdict agree holds claims with these words
//! [[aligned]]       # one finding, whatever its verdict
//! [[apart]]         # no finding holds both
//! [[unique]]        # the claim with these words stands in a unique finding
//! ```
//!
//! `UPDATE_CASES=1 cargo test --test cases` moves what works now.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use storydiff::read::{Input, Place, ReadOptions, read_articles};
use storydiff::{Claim, Comparison, Conflict, Finding, Options, Side, Verdict, compare};

/// Words to look for, by the article in which they stand (`a`, `b`, `c`).
type Words = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    about: String,
    #[serde(default)]
    conflict: Vec<Clash>,
    #[serde(default)]
    may: Vec<Clash>,
    #[serde(default)]
    internal: Vec<InternalClash>,
    #[serde(default)]
    agree: Vec<Words>,
    #[serde(default)]
    aligned: Vec<Words>,
    #[serde(default)]
    apart: Vec<Words>,
    #[serde(default)]
    unique: Vec<Words>,
}

#[derive(Deserialize)]
struct Clash {
    kind: Option<String>,
    strength: Option<String>,
    #[serde(flatten)]
    words: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InternalClash {
    kind: Option<String>,
    one: String,
    other: String,
}

#[test]

fn working_cases_hold() {
    let broken: Vec<String> = cases("working")
        .iter()
        .filter_map(|folder| {
            let faults = faults(folder);
            (!faults.is_empty()).then(|| format!("{}\n  {}", name(folder), faults.join("\n  ")))
        })
        .collect();
    assert!(
        broken.is_empty(),
        "{} cases broke\n{}",
        broken.len(),
        broken.join("\n")
    );
}

#[test]

fn failing_cases_still_fail() {
    let mended: Vec<PathBuf> = cases("failing")
        .into_iter()
        .filter(|folder| faults(folder).is_empty())
        .collect();
    if std::env::var_os("UPDATE_CASES").is_some() {
        fs::create_dir_all(root().join("working")).expect("made");
        for folder in &mended {
            fs::rename(folder, root().join("working").join(name(folder))).expect("moved");
        }
        return;
    }
    let names: Vec<String> = mended.iter().map(|folder| name(folder)).collect();
    assert!(
        names.is_empty(),
        "works now: move it to working: {}",
        names.join(", ")
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn name(folder: &Path) -> String {
    folder
        .file_name()
        .expect("a folder")
        .to_string_lossy()
        .into_owned()
}

fn cases(state: &str) -> Vec<PathBuf> {
    let mut folders = files(&root().join(state));
    folders.retain(|path| path.is_dir());
    folders
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("listed").path()).collect();
    paths.sort();
    paths
}

/// What the comparison has that the case does not want, and the other way round.
fn faults(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join("expect.toml")).expect("every case has expect.toml");
    let expect: Expect =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", name(folder)));
    assert!(
        !expect.about.is_empty(),
        "{} says what it is about",
        name(folder)
    );
    let inputs: Vec<Input> = files(folder)
        .into_iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension != "toml")
        })
        .map(|path| Place::File(path).into())
        .collect();
    let read = read_articles(&inputs, &ReadOptions::default(), std::io::empty());
    let articles = read.expect("readable").articles;
    let comparison = compare(articles, &Options::default());
    let seen = Seen {
        comparison: &comparison,
    };
    let mut faults = seen.conflict_faults(&expect);
    let mut want = |holds: bool, what: &str, words: &Words| {
        if !holds {
            faults.push(format!("{what}: {words:?}"));
        }
    };
    for words in &expect.agree {
        let holds = |f: &&Finding| f.verdict == Verdict::Agree && seen.holds_all(f, words);
        want(
            comparison.findings.iter().any(|f| holds(&f)),
            "should agree",
            words,
        );
    }
    for words in &expect.aligned {
        let holds = comparison.findings.iter().any(|f| seen.holds_all(f, words));
        want(holds, "should be aligned", words);
    }
    for words in &expect.apart {
        let holds = comparison.findings.iter().any(|f| seen.holds_all(f, words));
        want(!holds, "should be apart", words);
    }
    for words in &expect.unique {
        let holds = |f: &&Finding| f.verdict == Verdict::Unique && seen.holds_all(f, words);
        want(
            comparison.findings.iter().any(|f| holds(&f)),
            "should be unique",
            words,
        );
    }
    faults
}

/// A comparison with the questions that cases ask.
struct Seen<'a> {
    comparison: &'a Comparison,
}

impl Seen<'_> {
    fn claim(&self, id: &str) -> &Claim {
        let claims = &self.comparison.claims;
        claims.iter().find(|claim| claim.id == id).expect("a claim")
    }

    fn has(&self, text: &str, article: &str, wanted: (&str, &str)) -> bool {
        article.eq_ignore_ascii_case(wanted.0)
            && text.to_lowercase().contains(&wanted.1.to_lowercase())
    }

    /// Whether the finding has a claim with the words wanted, for each article.
    fn holds_all(&self, finding: &Finding, words: &Words) -> bool {
        words.iter().all(|(article, wanted)| {
            finding.claims.iter().any(|id| {
                let claim = self.claim(id);
                self.has(&claim.text, &claim.article, (article, wanted))
            })
        })
    }

    fn is(&self, conflict: &Conflict, clash: &Clash) -> bool {
        let sides: Vec<(&str, &str)> = clash
            .words
            .iter()
            .map(|(article, words)| (article.as_str(), words.as_str()))
            .collect();
        let [one, other] = sides[..] else {
            panic!("a conflict has two sides: {:?}", clash.words);
        };
        let says =
            |side: &Side, wanted| self.has(&side.text, &self.claim(&side.claim).article, wanted);
        same(&conflict.kind, clash.kind.as_ref())
            && same(&conflict.strength, clash.strength.as_ref())
            && (says(&conflict.a, one) && says(&conflict.b, other)
                || says(&conflict.a, other) && says(&conflict.b, one))
    }

    fn conflict_faults(&self, expect: &Expect) -> Vec<String> {
        let found: Vec<&Conflict> = self
            .comparison
            .findings
            .iter()
            .flat_map(|finding| &finding.conflicts)
            .collect();
        let mut faults = Vec::new();
        for clash in &expect.conflict {
            if !found.iter().any(|conflict| self.is(conflict, clash)) {
                faults.push(format!(
                    "should conflict ({:?}): {:?}",
                    clash.kind, clash.words
                ));
            }
        }
        for conflict in found {
            let listed = |clash: &Clash| self.is(conflict, clash);
            if !expect.conflict.iter().chain(&expect.may).any(listed) {
                faults.push(format!("should not conflict: {}", told(conflict)));
            }
        }
        let is = |conflict: &Conflict, clash: &InternalClash| {
            let texts = [&conflict.a, &conflict.b].map(|side| side.text.to_lowercase());
            same(&conflict.kind, clash.kind.as_ref())
                && (texts[0].contains(&clash.one) && texts[1].contains(&clash.other)
                    || texts[0].contains(&clash.other) && texts[1].contains(&clash.one))
        };
        for clash in &expect.internal {
            if !self
                .comparison
                .internal
                .iter()
                .any(|conflict| is(conflict, clash))
            {
                faults.push(format!(
                    "should conflict inside: {} / {}",
                    clash.one, clash.other
                ));
            }
        }
        for conflict in &self.comparison.internal {
            if !expect.internal.iter().any(|clash| is(conflict, clash)) {
                faults.push(format!("should not conflict inside: {}", told(conflict)));
            }
        }
        faults
    }
}

/// Whether the value's name in JSON is the one wanted, if one is.
fn same(value: &impl serde::Serialize, wanted: Option<&String>) -> bool {
    wanted.is_none_or(|wanted| serde_json::json!(value) == *wanted)
}

fn told(conflict: &Conflict) -> String {
    format!(
        "{:?} {:?} / {:?} ({})",
        conflict.kind, conflict.a.text, conflict.b.text, conflict.why
    )
}
