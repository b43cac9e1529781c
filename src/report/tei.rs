//! TEI P5: an apparatus of facts, for people who collate. A finding is an `app`, each claim in it a `rdg` of its witness.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::lookup::Lookup;
use super::rules::{one_line, rule};
use crate::{Comparison, Finding, Verdict};

/// The comparison as TEI.
///
/// # Panics
/// Never: it is written to memory, and what is written is UTF-8.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 2));
    xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    xml.within("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0")], |xml| {
        head(xml, comparison);
        xml.within("text", &[], |xml| {
            xml.within("body", &[], |xml| {
                xml.within("listApp", &[], |xml| {
                    for finding in &comparison.findings {
                        apparatus(xml, &story, finding);
                    }
                });
            });
        });
    });
    let mut text = String::from_utf8(xml.0.into_inner()).expect("UTF-8");
    text.push('\n');
    text
}

fn head(xml: &mut Xml, comparison: &Comparison) {
    xml.within("teiHeader", &[], |xml| {
        xml.within("fileDesc", &[], |xml| {
            xml.within("titleStmt", &[], |xml| {
                xml.leaf("title", &[], "Facts of several reports of one story");
            });
            xml.within("publicationStmt", &[], |xml| {
                xml.leaf("p", &[], "Made by storydiff; unpublished.");
            });
            xml.within("sourceDesc", &[], |xml| {
                xml.within("listWit", &[], |xml| {
                    for article in &comparison.articles {
                        let mut words = article.label.clone();
                        for known in [
                            &article.outlet,
                            &article.title,
                            &article.published.map(|day| day.to_string()),
                            &article.url,
                        ]
                        .into_iter()
                        .flatten()
                        {
                            words.push_str("; ");
                            words.push_str(known);
                        }
                        xml.leaf("witness", &[("xml:id", &article.id)], &words);
                    }
                });
            });
        });
    });
}

fn apparatus(xml: &mut Xml, story: &Lookup<'_>, finding: &Finding) {
    let kind = match finding.verdict {
        Verdict::Conflict => "conflict",
        Verdict::Agree => "agree",
        Verdict::Unique => "unique",
    };
    xml.within("app", &[("xml:id", &finding.id), ("type", kind)], |xml| {
        for claim in story.claims_of(finding) {
            let witness = format!("#{}", claim.article);
            xml.leaf(
                "rdg",
                &[("wit", &witness), ("n", &claim.id)],
                &one_line(&claim.text),
            );
        }
        for conflict in &finding.conflicts {
            xml.leaf("note", &[("type", rule(conflict.kind).id)], &conflict.why);
        }
    });
}

/// Writes to memory.
struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn write(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("written to memory");
    }

    fn within(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.write(Event::Start(start(name, attributes)));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        // what XML has no way to write
        let legal = |c: &char| matches!(c, '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        let words: String = words.chars().filter(legal).collect();
        self.write(Event::Start(start(name, attributes)));
        self.write(Event::Text(BytesText::new(&words)));
        self.write(Event::End(BytesEnd::new(name)));
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
