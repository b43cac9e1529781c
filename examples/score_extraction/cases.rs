//! The labelled cases of Recognizers-Text, and the count of what was found of them.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;
use storydiff::{Article, Fact, FactKind, Span, extract, segment};

/// One text and what is labelled in it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Case {
    pub(crate) input: String,
    #[serde(default)]
    context: Context,
    #[serde(default)]
    not_supported_by_design: Option<String>,
    results: Vec<Label>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase")]
struct Context {
    reference_date_time: Option<String>,
}

/// A labelled phrase.
#[derive(Deserialize, Clone)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Label {
    #[serde(default)]
    text: String,
    #[serde(default)]
    pub(crate) type_name: String,
    #[serde(default)]
    pub(crate) resolution: serde_json::Value,
    start: Option<usize>,
    end: Option<usize>,
}

impl Label {
    /// A string of the resolution.
    pub(crate) fn resolved(&self, key: &str) -> Option<&str> {
        self.resolution.get(key)?.as_str()
    }

    /// Bytes of the phrase; the data counts UTF-16 units, the last included.
    fn span(&self, input: &str) -> Option<Span> {
        let (start, end) = (self.start?, self.end?);
        let byte = |units: usize| {
            let mut seen = 0;
            for (at, c) in input.char_indices() {
                if seen >= units {
                    return at;
                }
                seen += c.len_utf16();
            }
            input.len()
        };
        Some(Span::new(byte(start), byte(end + 1)))
    }
}

/// What one file measures.
pub(crate) struct Measured<'a> {
    pub(crate) file: &'a str,
    pub(crate) kind: FactKind,
    /// Whether a fact is of the sort that the file labels.
    pub(crate) counts: &'a dyn Fn(&Fact) -> bool,
    /// Why a label is left aside.
    pub(crate) aside: &'a dyn Fn(&Label) -> Option<&'static str>,
    /// Whether the value of a fact is that of the label.
    pub(crate) right: &'a dyn Fn(&Label, &Fact) -> bool,
}

#[derive(Default)]
struct Counts {
    wanted: usize,
    exact: usize,
    overlap: usize,
    right: usize,
}

/// Prints precision and recall of spans, and the share of right values among spans that overlap.
///
/// `STORYDIFF_SHOW_FAILURES=1` prints what was missed, read wrongly or found where nothing is labelled.
pub(crate) fn score(folder: &Path, measured: &Measured<'_>) {
    let show = std::env::var_os("STORYDIFF_SHOW_FAILURES").is_some();
    let cases = match cases(&folder.join(measured.file)) {
        Ok(cases) => cases,
        Err(error) => return println!("{}: {error}", measured.file),
    };
    let mut asides: BTreeMap<&str, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<String, Counts> = BTreeMap::new();
    let (mut found_exact, mut found_overlap, mut found) = (0, 0, 0);
    for case in &cases {
        if case.not_supported_by_design.is_some() {
            *asides
                .entry("case that the recognizers refuse by design")
                .or_default() += 1;
            continue;
        }
        let facts: Vec<Fact> = facts(case)
            .into_iter()
            .filter(|fact| fact.kind == measured.kind)
            .collect();
        let mut labels = Vec::new();
        let mut ignored = Vec::new();
        let mut unplaced = false;
        for label in &case.results {
            let reason = (measured.aside)(label);
            match (label.span(&case.input), reason) {
                (None, _) => {
                    *asides.entry("label without a place").or_default() += 1;
                    unplaced = true;
                }
                (Some(span), Some(reason)) => {
                    *asides.entry(reason).or_default() += 1;
                    ignored.push(span);
                }
                (Some(span), None) => labels.push((span, label)),
            }
        }
        for (span, label) in &labels {
            let counts = kinds.entry(label.type_name.clone()).or_default();
            counts.wanted += 1;
            counts.exact += usize::from(facts.iter().any(|fact| fact.span == *span));
            let meeting: Vec<&Fact> = facts.iter().filter(|f| f.span.overlaps(*span)).collect();
            counts.overlap += usize::from(!meeting.is_empty());
            let right = meeting.iter().any(|fact| (measured.right)(label, fact));
            counts.right += usize::from(right);
            if show && !right {
                let sort = if meeting.is_empty() {
                    "missed"
                } else {
                    "value"
                };
                println!(
                    "  {sort}\t{:?}\t{}\t{:?}\tin {:?}",
                    label.text,
                    label.resolution,
                    meeting
                        .iter()
                        .map(|f| (&f.text, &f.value))
                        .collect::<Vec<_>>(),
                    case.input
                );
            }
        }
        for fact in facts.iter().filter(|fact| (measured.counts)(fact)) {
            let meets = labels.iter().any(|(span, _)| span.overlaps(fact.span));
            if unplaced || !meets && ignored.iter().any(|span| span.overlaps(fact.span)) {
                continue;
            }
            found += 1;
            found_exact += usize::from(labels.iter().any(|(span, _)| *span == fact.span));
            found_overlap += usize::from(meets);
            if show && !meets {
                println!("  extra\t{:?}\tin {:?}", fact.text, case.input);
            }
        }
    }
    let sum = |of: fn(&Counts) -> usize| kinds.values().map(of).sum::<usize>();
    let wanted = sum(|c| c.wanted);
    println!("{}: {} cases, {wanted} labels", measured.file, cases.len());
    told(
        "  exact spans  ",
        found_exact,
        found,
        sum(|c| c.exact),
        wanted,
    );
    told(
        "  overlap      ",
        found_overlap,
        found,
        sum(|c| c.overlap),
        wanted,
    );
    for (kind, counts) in &kinds {
        println!(
            "  {kind}: {} wanted, {} met, value right {} ({:.1}% of those met)",
            counts.wanted,
            counts.overlap,
            counts.right,
            percent(counts.right, counts.overlap)
        );
    }
    for (reason, count) in asides {
        println!("  left aside: {count} ({reason})");
    }
}

fn told(name: &str, found_right: usize, found: usize, right: usize, wanted: usize) {
    let (precision, recall) = (percent(found_right, found), percent(right, wanted));
    let f1 = if precision + recall > 0.0 {
        2.0 * precision * recall / (precision + recall)
    } else {
        0.0
    };
    println!("{name} P {precision:.1}  R {recall:.1}  F1 {f1:.1}");
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

fn cases(path: &Path) -> Result<Vec<Case>, Box<dyn std::error::Error>> {
    let json = std::fs::read_to_string(path)?;
    Ok(serde_json::from_str(json.trim_start_matches('\u{FEFF}'))?)
}

/// Facts of a text, each once; nothing in it is taken for a headline or a dateline.
fn facts(case: &Case) -> Vec<Fact> {
    let published = case
        .context
        .reference_date_time
        .as_deref()
        .and_then(|moment| moment.get(..10)?.parse::<Date>().ok());
    let article = Article {
        published,
        ..Article::new("A", "case", &case.input)
    };
    let document = segment::segment(&article);
    let claims = extract::extract(std::slice::from_ref(&article), &[document], &[]);
    let mut facts: Vec<Fact> = claims.into_iter().flat_map(|claim| claim.facts).collect();
    facts.sort_by_key(|fact| (fact.span, fact.kind));
    facts.dedup_by_key(|fact| (fact.span, fact.kind));
    facts
}
