//! The JSON contract: what is written is as its schema says, and the schemas stay.

use serde_json::Value;

use super::super::schema::{Output, schema};
use super::super::{fixture, json, ndjson, revision};
use super::formats::hostile;
use crate::check::Policy;
use crate::{Options, batch, compare_revisions, read};

/// Whoever changes one of these schemas so that what was valid no longer is, or that a reader of it misses something, raises
/// `SCHEMA_VERSION`.
#[test]
fn the_schemas_of_version_1() {
    assert_eq!(crate::SCHEMA_VERSION, 1);
    insta::assert_snapshot!("the_schema_of_compare", schema(Output::Compare));
    // what they share with compare is guarded there
    insta::assert_snapshot!("the_schema_of_check", schema(Output::Check));
    for (output, name) in [
        (Output::CompareLine, "the_schema_of_a_compare_line"),
        (Output::Claims, "the_schema_of_claims"),
        (Output::BatchLine, "the_schema_of_a_batch_line"),
        (Output::CheckLine, "the_schema_of_a_check_line"),
    ] {
        insta::assert_snapshot!(name, without_shared(&schema(output)));
    }
}

/// A schema without the definitions that the schemas of `compare` and `check` hold as well; those must be the same.
fn without_shared(text: &str) -> String {
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let mut own = read(text);
    for shared in [Output::Compare, Output::Check] {
        let shared = read(&schema(shared));
        let known = shared["$defs"].as_object().expect("definitions");
        if let Some(definitions) = own["$defs"].as_object_mut() {
            definitions.retain(|name, definition| known.get(name) != Some(definition));
        }
    }
    serde_json::to_string_pretty(&own).expect("plain data")
}

/// What is wrong with each value.
fn wrong(output: Output, values: &[String]) -> Vec<String> {
    let schema: Value = serde_json::from_str(&schema(output)).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for bad in ["{\"schema_version\":1}", "[]", "7"] {
        let bad: Value = serde_json::from_str(bad).expect("JSON");
        let nothing_to_check = output == Output::Check && bad.is_array();
        assert!(
            nothing_to_check || !validator.is_valid(&bad),
            "{output:?}: {bad}"
        );
    }
    let mut found = Vec::new();
    for value in values {
        let value: Value = serde_json::from_str(value).expect("JSON");
        found.extend(
            validator
                .iter_errors(&value)
                .map(|error| format!("{error} at {}: {value}", error.instance_path)),
        );
    }
    found
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

#[test]
fn json_is_as_its_schema_says() {
    let stories = [fixture::story(), fixture::one_article(), hostile()];
    let all = |render: fn(&crate::Comparison) -> String| stories.iter().map(render).collect();
    let compared: Vec<String> = all(json::render);
    assert_eq!(wrong(Output::Compare, &compared), [""; 0]);
    let claims: Vec<String> = all(json::render_claims);
    assert_eq!(wrong(Output::Claims, &claims), [""; 0]);
    let findings = stories
        .iter()
        .flat_map(|story| lines(&ndjson::render(story)));
    assert_eq!(
        wrong(Output::CompareLine, &findings.collect::<Vec<_>>()),
        [""; 0]
    );
    let answered = [
        r#"{"id":"s","articles":[{"text":"Six were hurt."},{"text":"Seven were hurt.","published":"2021-11-07"}]}"#,
        r#"{"articles":[{"text":"Six were hurt."},{"text":"Seven were hurt."}]}"#,
        r#"{"id":7,"articles":[]}"#,
        "{",
    ];
    let answered =
        answered.map(|line| batch::answer(line.as_bytes(), 1, &Options::default(), true).json);
    assert_eq!(wrong(Output::BatchLine, &answered), [""; 0]);
    let [old, new] = [
        "Six guards were hurt.",
        "Seven guards were hurt. The roof fell in.",
    ]
    .map(|text| read::article_from_text("A", "story", text));
    let check = compare_revisions(old, new, None, &Policy::default(), &Options::default());
    assert!(!check.violations.is_empty());
    let checked = [
        revision::render_json(&check),
        revision::render_json_list(&[check.clone(), check.clone()]),
        "[]".to_owned(),
    ];
    assert_eq!(wrong(Output::Check, &checked), [""; 0]);
    let told = lines(&revision::ndjson::render(&[check]));
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(wrong(Output::CheckLine, &told), [""; 0]);
}
