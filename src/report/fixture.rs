//! One made-up story for the tests of every report: six articles on an explosion in a port.
//!
//! `six` (C, E) stands against `seven` (D, F), and `Several` (A) fits both; a yes against a no, Sunday against Monday,
//! one quotation in two wordings; agreements of two to five articles; lone claims with a nearest one and without.

pub(super) mod values;

use jiff::civil::date;

use crate::{
    Article, Claim, Comparison, Conflict, ConflictKind, Evidence, Fact, FactKind, FactValue,
    Finding, Judge, Link, Modality, Nearest, Polarity, Relation, SCHEMA_VERSION, Side, Span,
    Speaker, Strength, Verdict,
};

/// Id, label, outlet, day of March 2024, text.
type Given = (
    &'static str,
    &'static str,
    Option<&'static str>,
    i8,
    &'static str,
);

const ARTICLES: [Given; 6] = [
    (
        "A",
        "harbour-post",
        Some("Harbour Post"),
        3,
        "Blast shuts grain port\n\n\
         Several dockers were injured when a grain silo exploded at Harlow on Sunday morning, police said. \
         The port was closed to all ships. A spark in the dryer set off the dust. \
         \u{201c}We were lucky,\u{201d} said Ana Ruiz, the mayor.",
    ),
    (
        "B",
        "coast-radio",
        Some("Coast Radio"),
        3,
        "A silo in the port of Harlow blew up on Sunday. The port was shut to shipping. \
         The firm did not have a permit to store fertiliser, the port authority said. \
         Schools nearby stayed open.",
    ),
    (
        "C",
        "morning-line",
        None,
        4,
        "Six dockers were hurt in the explosion of a grain silo at Harlow on Sunday, the hospital said. \
         No ship could enter the port. \u{201c}We knew of the risk,\u{201d} Mayor Ana Ruiz told reporters. \
         Dust may have been lit by a spark.",
    ),
    (
        "D",
        "the-grain-trade-weekly-newsletter",
        None,
        8,
        "An explosion destroyed a silo of Harlow Grain on Sunday and injured seven dockers. \
         The firm had a permit to store fertiliser, its lawyer said. The silo cost \u{20ac}4.2 million. \
         The harbour is shut.",
    ),
    (
        "E",
        "nightly",
        Some("Nightly"),
        4,
        "Harlow silo explodes\n\n\
         Six workers were taken to hospital after a silo exploded on Monday at Harlow. \
         The port is closed. By evening the port had reopened. \
         The silo, at least 40 years old, was built by \u{6771}\u{4eac}\u{6d77}\u{904b}, a firm based in Kobe.",
    ),
    (
        "F",
        "caf\u{65}\u{301}-news",
        None,
        4,
        "Fire crews counted seven injured dockers after Sunday\u{2019}s blast at Harlow. \
         \u{201c}We never knew of the risk,\u{201d} the mayor, Ana Ruiz, said. \
         Sixty firefighters from three towns fought the flames for nine hours before the last of the burning grain was \
         out, and people within two kilometres of the port were told to keep their windows shut until Tuesday.",
    ),
];

/// A claim that is all of `span`, without anything found in it.
pub(super) fn bare_claim(id: &str, text: &str, span: Span) -> Claim {
    Claim {
        id: id.to_owned(),
        article: id.chars().take_while(char::is_ascii_uppercase).collect(),
        span,
        text: span.slice(text).to_owned(),
        speaker: None,
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        facts: Vec::new(),
        article_index: 0,
        sentence_index: 0,
        parts: vec![span],
        borrowed_subject: None,
        negations: Vec::new(),
        modals: Vec::new(),
        headline: false,
    }
}

/// The story.
pub(super) fn story() -> Comparison {
    let mut story = Story::new();
    story.read_claims();
    story.find();
    let mut comparison = story.comparison;
    for (index, finding) in comparison.findings.iter_mut().enumerate() {
        finding.id = format!("F{}", index + 1);
    }
    comparison
}

/// The story cut down to the claims of its first article.
pub(super) fn one_article() -> Comparison {
    let mut comparison = story();
    comparison.articles.truncate(1);
    comparison.claims.retain(|claim| claim.article == "A");
    comparison.findings.clear();
    comparison.internal.clear();
    comparison
}

struct Story {
    comparison: Comparison,
}

impl Story {
    fn new() -> Self {
        let article = |(id, label, outlet, day, text): Given| {
            let title = text.split_once("\n\n").map(|(title, _)| title.to_owned());
            Article {
                file: Some(format!("{label}.txt")),
                title,
                outlet: outlet.map(str::to_owned),
                published: Some(date(2024, 3, day)),
                ..Article::new(id, label, text)
            }
        };
        Self {
            comparison: Comparison {
                schema_version: SCHEMA_VERSION,
                judge: Judge::Neural,
                articles: ARTICLES.into_iter().map(article).collect(),
                claims: Vec::new(),
                findings: Vec::new(),
                internal: Vec::new(),
                copies: Vec::new(),
            },
        }
    }

    /// The place of `words` in the article that `id` begins with.
    fn place(&self, id: &str, words: &str) -> (usize, Span) {
        let index = usize::from(id.as_bytes()[0] - b'A');
        let text = &self.comparison.articles[index].text;
        let start = text
            .find(words)
            .unwrap_or_else(|| panic!("{id} lacks {words}"));
        (index, Span::new(start, start + words.len()))
    }

    /// Adds a claim and lends it for more.
    fn claim(&mut self, id: &str, words: &str, speaker: Option<&str>) -> &mut Claim {
        let (index, span) = self.place(id, words);
        let mut claim = bare_claim(id, &self.comparison.articles[index].text, span);
        claim.article_index = index;
        claim.headline = id.ends_with("1.1") && self.comparison.articles[index].title.is_some();
        claim.speaker = speaker.map(|name| Speaker {
            name: name.to_owned(),
            span: self.place(id, name).1,
            cue: None,
            entity: None,
            resolved: false,
        });
        self.comparison.claims.push(claim);
        self.comparison.claims.last_mut().expect("just added")
    }

    fn fact(&mut self, words: &str, kind: FactKind, value: FactValue) {
        let id = self.comparison.claims.last().expect("a claim").id.clone();
        let (_, span) = self.place(&id, words);
        let fact = Fact {
            kind,
            span,
            text: words.to_owned(),
            value,
        };
        self.comparison
            .claims
            .last_mut()
            .expect("a claim")
            .facts
            .push(fact);
    }

    fn side(&self, claim: &str, words: &str) -> Side {
        Side {
            claim: claim.to_owned(),
            span: self.place(claim, words).1,
            text: words.to_owned(),
        }
    }

    fn conflict(
        &self,
        kind: ConflictKind,
        strength: Strength,
        why: &str,
        a: (&str, &str),
        b: (&str, &str),
    ) -> Conflict {
        Conflict {
            kind,
            strength,
            why: why.to_owned(),
            a: self.side(a.0, a.1),
            b: self.side(b.0, b.1),
        }
    }

    /// Adds a finding; its links are those of neighbours, and of the sides of its conflicts.
    fn finding(
        &mut self,
        verdict: Verdict,
        subject: &str,
        claims: &[&str],
        conflicts: Vec<Conflict>,
    ) {
        let mut links: Vec<Link> = Vec::new();
        for (number, conflict) in conflicts.iter().enumerate() {
            let score = 0.93 - 0.04 * number as f64;
            links.push(link(
                &conflict.a.claim,
                &conflict.b.claim,
                score,
                Relation::Conflict,
            ));
        }
        for (number, pair) in claims.windows(2).enumerate() {
            let known = |link: &Link| link.a == pair[0] && link.b == pair[1];
            if !links.iter().any(known) {
                let relation = if number == 0 {
                    Relation::Same
                } else {
                    Relation::Refines
                };
                links.push(link(
                    pair[0],
                    pair[1],
                    0.71 - 0.05 * number as f64,
                    relation,
                ));
            }
        }
        self.comparison.findings.push(Finding {
            id: String::new(),
            verdict,
            subject: subject.to_owned(),
            claims: claims.iter().map(|&id| id.to_owned()).collect(),
            origins: claims
                .iter()
                .map(|id| &id[..1])
                .collect::<std::collections::BTreeSet<_>>()
                .len(),
            links,
            conflicts,
            nearest: None,
        });
    }

    fn unique(&mut self, claim: &str, nearest: Option<(&str, f64)>) {
        self.finding(Verdict::Unique, "", &[claim], Vec::new());
        let finding = self.comparison.findings.last_mut().expect("just added");
        finding.nearest = nearest.map(|(claim, score)| Nearest {
            claim: claim.to_owned(),
            score,
        });
    }

    fn find(&mut self) {
        use ConflictKind::{DateTime, Modality, Number, Polarity, Quote};
        use Strength::{Hard, Soft};
        let six_and_seven = "six and seven dockers cannot both be right";
        let tolls = [
            (("C1.1", "Six"), ("D1.2", "seven")),
            (("C1.1", "Six"), ("F1.1", "seven")),
            (("D1.2", "seven"), ("E2.1", "Six")),
            (("E2.1", "Six"), ("F1.1", "seven")),
        ];
        let tolls = tolls.map(|(a, b)| self.conflict(Number, Hard, six_and_seven, a, b));
        let mut tolls = tolls.to_vec();
        tolls.sort_by(|x, y| x.a.claim.cmp(&y.a.claim));
        self.finding(
            Verdict::Conflict,
            "injured dockers",
            &["A2.1", "C1.1", "D1.2", "E2.1", "F1.1"],
            tolls,
        );
        let permit = self.conflict(
            Polarity,
            Hard,
            "B says that the firm did not have a permit, D that it had",
            ("B3.1", "did not have a permit"),
            ("D2.1", "had a permit"),
        );
        self.finding(
            Verdict::Conflict,
            "permit to store fertiliser",
            &["B3.1", "D2.1"],
            vec![permit],
        );
        let days = ["A2.2", "B1.1", "D1.1"].map(|claim| {
            let why = "Sunday, 3 March is not Monday, 4 March";
            let words = if claim == "A2.2" {
                "Sunday morning"
            } else {
                "Sunday"
            };
            self.conflict(DateTime, Hard, why, (claim, words), ("E2.2", "Monday"))
        });
        self.finding(
            Verdict::Conflict,
            "explosion of the silo",
            &["A2.2", "B1.1", "D1.1", "E2.2"],
            days.to_vec(),
        );
        let risk = self.conflict(
            Quote,
            Soft,
            "Ana Ruiz is quoted in two wordings, one with \u{201c}never\u{201d}",
            ("C3.1", "knew"),
            ("F2.1", "never knew"),
        );
        self.finding(
            Verdict::Conflict,
            "mayor on the risk",
            &["C3.1", "F2.1"],
            vec![risk],
        );
        let spark = self.conflict(
            Modality,
            Soft,
            "a fact in A, a possibility in C",
            ("A4.1", "set off"),
            ("C4.1", "may have been lit"),
        );
        self.finding(Verdict::Conflict, "spark", &["A4.1", "C4.1"], vec![spark]);
        self.finding(
            Verdict::Agree,
            "port closed",
            &["A1.1", "A3.1", "B2.1", "C2.1", "D4.1", "E3.1"],
            Vec::new(),
        );
        self.finding(Verdict::Agree, "silo", &["A2.3", "E1.1"], Vec::new());
        if let Some(silo) = self.comparison.findings.last_mut() {
            silo.links[0].score = 0.41;
        }
        self.unique("A5.1", Some(("C3.1", 0.18)));
        self.unique("B4.1", None);
        self.unique("D3.1", None);
        self.unique("E4.1", Some(("B2.1", 0.19)));
        self.unique("E5.1", Some(("D3.1", 0.12)));
        self.unique("F3.1", Some(("A2.1", 0.03)));
        self.unique("F3.2", None);
        let reopened = self.conflict(
            ConflictKind::Antonym,
            Soft,
            "closed and reopened are opposites",
            ("E3.1", "closed"),
            ("E4.1", "reopened"),
        );
        self.comparison.internal.push(reopened);
    }
}

fn link(a: &str, b: &str, score: f64, relation: Relation) -> Link {
    let evidence = |part: &str, value: f64, weight: f64, note: &str| Evidence {
        part: part.to_owned(),
        value,
        weight,
        note: note.to_owned(),
    };
    let mut parts = vec![
        evidence("rare_words", 0.62, 1.41, "silo, docker, injure"),
        evidence(
            "third_article",
            0.903,
            0.6,
            "a claim of a third article is like both",
        ),
        evidence("position", 0.25, -0.137, "place in the articles"),
    ];
    if relation == Relation::Refines {
        parts.insert(0, evidence("guard:vague-number", 1.0, 0.0, "several / six"));
    }
    Link {
        a: a.to_owned(),
        b: b.to_owned(),
        score,
        relation,
        evidence: parts,
    }
}
