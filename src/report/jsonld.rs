//! schema.org claims: what is said, where, by whom and when; no rating, for storydiff never says who is right.

use serde_json::{Value, json};

use super::lookup::Lookup;
use super::rules::one_line;
use super::text::agreements::best_wording;
use crate::{Article, Claim, Comparison, Finding};

/// A `Claim` for each finding of two or more articles, and for each wording of one that conflicts.
///
/// # Panics
/// Never: a comparison holds nothing that JSON cannot.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let story = Lookup::new(comparison);
    let claims: Vec<Value> = comparison
        .findings
        .iter()
        .map(|finding| claim(&story, finding))
        .collect();
    let document = json!({ "@context": "https://schema.org", "@graph": claims });
    let mut text = serde_json::to_string_pretty(&document).expect("plain data");
    text.push('\n');
    text
}

fn claim(story: &Lookup<'_>, finding: &Finding) -> Value {
    let members = story.claims_of(finding);
    let wording = best_wording(story, finding).or(members.first().copied());
    let mut speakers: Vec<&str> = Vec::new();
    for speaker in members.iter().filter_map(|claim| claim.speaker.as_ref()) {
        if !speakers.contains(&speaker.name.as_str()) {
            speakers.push(&speaker.name);
        }
    }
    let mut value = json!({
        "@type": "Claim",
        "@id": format!("#{}", finding.id),
        "name": finding.subject,
        "text": wording.map(|claim| one_line(&claim.text)),
        "appearance": members.iter().filter_map(|claim| Some(appearance(story.article_of(claim)?, claim))).collect::<Vec<_>>(),
    });
    let dated = members.iter().filter_map(|claim| {
        let article = story.article_of(claim)?;
        Some((article.published?, article, *claim))
    });
    if let Some((_, article, claim)) =
        dated.min_by_key(|(day, article, _)| (*day, article.id.clone()))
    {
        value["firstAppearance"] = appearance(article, claim);
    }
    if !speakers.is_empty() {
        value["author"] = speakers
            .iter()
            .map(|name| json!({ "@type": "Thing", "name": name }))
            .collect();
    }
    value
}

/// An article, and the words of the claim in it.
fn appearance(article: &Article, claim: &Claim) -> Value {
    let mut value = json!({
        "@type": "NewsArticle",
        "identifier": claim.id,
        "name": article.label,
        "text": one_line(&claim.text),
    });
    let known = [
        ("headline", article.title.clone()),
        (
            "datePublished",
            article.published.map(|day| day.to_string()),
        ),
        ("dateModified", article.modified.map(|day| day.to_string())),
        ("url", article.url.clone()),
    ];
    for (name, known) in known {
        if let Some(known) = known {
            value[name] = known.into();
        }
    }
    if let Some(outlet) = &article.outlet {
        value["publisher"] = json!({ "@type": "Organization", "name": outlet });
    }
    value
}
