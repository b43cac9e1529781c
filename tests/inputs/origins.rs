//! Copies, outlets that belong together, other names, other languages.

use serde_json::Value;

use crate::folder::Folder;

const WIRE: &str = "Six guards were hurt in the fire at the old mill in Dunmore on Monday, the police said. The roof, which was \
    finished in 1911, fell in at about four in the morning. Nobody was in the hall at that time of the night. The owners said \
    that repairs would cost about five million pounds and that all 240 workers would be paid.";
const OWN: &str = "Six guards were hurt on Monday when the old mill in Dunmore burned. Witnesses saw flames from across the river. \
    A guard told us that he had smelled smoke an hour before the roof fell in.";

fn compared(folder: &Folder, arguments: &[&str]) -> Value {
    let mut all = vec!["--format", "json"];
    all.extend(arguments);
    let run = folder.run(&all);
    assert!(matches!(run.code, 0 | 1), "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

/// Articles and origins of the finding that holds a claim.
fn origins(answer: &Value, claim: &str) -> (usize, u64) {
    let findings = answer["findings"].as_array().expect("findings");
    let holds = |finding: &&Value| {
        finding["claims"]
            .as_array()
            .expect("claims")
            .iter()
            .any(|id| id == claim)
    };
    let finding = findings
        .iter()
        .find(holds)
        .expect("the claim is in a finding");
    let letters: std::collections::BTreeSet<&str> = finding["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .map(|id| &id.as_str().expect("an id")[..1])
        .collect();
    (
        letters.len(),
        finding["origins"].as_u64().expect("a number"),
    )
}

#[test]
fn copies_are_named_and_count_once() {
    let folder = Folder::new();
    folder.write("a.txt", WIRE);
    folder.write("b.txt", OWN);
    folder.write("c.txt", WIRE.replace("Six guards", "Seven guards"));
    let answer = compared(&folder, &["a.txt", "b.txt", "c.txt"]);
    assert_eq!(
        answer["copies"][0]["articles"],
        serde_json::json!(["A", "C"])
    );
    assert_eq!(answer["copies"][0]["whole"], true);
    assert_eq!(origins(&answer, "A1.1"), (3, 2));
    // what a copy changed is a conflict all the same
    let sides = answer["findings"][0]["conflicts"].to_string();
    assert!(
        sides.contains("\"Six\"") && sides.contains("\"Seven\""),
        "{sides}"
    );
    let text = folder.run(&["a.txt", "b.txt", "c.txt"]).out;
    assert!(text.contains("A and C carry the same report"), "{text}");
    assert!(text.contains("(2 articles, 1 origin)"), "{text}");
    let order = compared(&folder, &["c.txt", "a.txt", "b.txt"]);
    assert_eq!(
        order["copies"][0]["articles"],
        serde_json::json!(["A", "B"])
    );
    assert_eq!(origins(&order, "A1.1"), (3, 2));
}

#[test]
fn a_manifest_tells_who_belongs_together_and_who_is_who() {
    let folder = Folder::new();
    folder.write(
        "a.txt",
        "The police said that Anna Kelly was unhurt in the fire at the mill in Dunmore on Monday.",
    );
    folder.write("b.txt", "The manager of the mill was unhurt in the fire at the mill in Dunmore on Monday, police said.");
    let manifest = |more: &str| {
        format!(
            "[[article]]\npath = 'a.txt'\noutlet = 'The Wire'\n[[article]]\npath = 'b.txt'\noutlet = 'Evening Wire'\n{more}"
        )
    };
    folder.write("apart.toml", manifest(""));
    assert_eq!(origins(&compared(&folder, &["apart.toml"]), "A1.1"), (2, 2));
    folder.write(
        "together.toml",
        manifest("[names]\n'Anna Kelly' = ['the manager of the mill']\n[together]\n'Group' = ['the wire', 'Evening Wire']\n"),
    );
    let answer = compared(&folder, &["together.toml"]);
    assert_eq!(origins(&answer, "A1.1"), (2, 1));
    let facts = answer["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .flat_map(|claim| claim["facts"].as_array().expect("facts"));
    let names: Vec<&Value> = facts
        .filter(|fact| fact["value"]["canonical"] == "Anna Kelly")
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert_eq!(names[0]["value"]["entity"], names[1]["value"]["entity"]);
}

#[test]
fn another_language_is_said_and_compared_on_values() {
    let folder = Folder::new();
    folder.write("en.txt", "Iraqi Prime Minister Mustafa al-Kadhimi was unhurt after an attack by 3 drones on his home. Seven guards were hurt. He was not angry.");
    folder.write(
        "es.txt",
        "El primer ministro de Irak, Mustafa al-Kadhimi, sali\u{f3} ileso de un ataque con 3 drones contra su residencia en Bagdad, seg\u{fa}n \
         fuentes de seguridad. Al menos 6 guardias no resultaron heridos, dijo la polic\u{ed}a.",
    );
    let answer = compared(&folder, &["en.txt", "es.txt"]);
    assert_eq!(answer["articles"][1]["language"], "spa");
    assert_eq!(answer["articles"][0].get("language"), None);
    assert_eq!(origins(&answer, "B1.1"), (2, 2));
    assert!(
        answer["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .all(|finding| finding["verdict"] != "conflict"),
        "{answer}"
    );
    for claim in answer["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .filter(|claim| claim["article"] == "B")
    {
        assert_eq!(
            (&claim["speaker"], &claim["polarity"], &claim["modality"]),
            (&Value::Null, &"positive".into(), &"asserted".into())
        );
    }
    let text = folder.run(&["en.txt", "es.txt"]).out;
    assert!(
        text.contains("B is in Spanish: compared on numbers, money, dates and names only"),
        "{text}"
    );
}

#[test]
fn the_shipped_story() {
    let folder = Folder::new();
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/dunmore/story.toml");
    let answer = compared(&folder, &[manifest]);
    assert_eq!(
        answer["copies"][0]["articles"],
        serde_json::json!(["A", "C"])
    );
    let first = &answer["findings"][0]["conflicts"][0];
    assert_eq!(
        (first["a"]["text"].as_str(), first["b"]["text"].as_str()),
        (Some("Six"), Some("Seven"))
    );
    assert_eq!(answer["articles"][0]["modified"], "2021-11-08");
    assert_eq!(answer["articles"][1]["author"], "Dunmore Mill Press Office");
}
