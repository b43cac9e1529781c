//! A comparison is well formed: spans, scores, every claim in a finding, every pair told once.

use std::collections::{BTreeMap, BTreeSet};

use storydiff::{Article, Claim, Comparison, Conflict, Finding, Side, Span, Verdict};

/// Fails with the first thing that is wrong in `comparison`.
pub(crate) fn check(comparison: &Comparison) {
    let articles: BTreeMap<&str, &Article> = comparison
        .articles
        .iter()
        .map(|article| (article.id.as_str(), article))
        .collect();
    assert_eq!(
        articles.len(),
        comparison.articles.len(),
        "article ids differ"
    );
    let claims: BTreeMap<&str, &Claim> = comparison
        .claims
        .iter()
        .map(|claim| (claim.id.as_str(), claim))
        .collect();
    assert_eq!(claims.len(), comparison.claims.len(), "claim ids differ");
    for article in &comparison.articles {
        for part in &article.metadata {
            slice(article, part.span);
        }
    }
    for claim in &comparison.claims {
        check_claim(articles[claim.article.as_str()], claim);
        assert_eq!(comparison.articles[claim.article_index].id, claim.article);
    }
    assert!(
        comparison.claims.windows(2).all(|pair| {
            (pair[0].article_index, pair[0].sentence_index)
                <= (pair[1].article_index, pair[1].sentence_index)
        }),
        "claims stand article by article, sentence by sentence"
    );
    let mut places: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    let mut linked = BTreeSet::new();
    for finding in &comparison.findings {
        assert!(
            ids.insert(&finding.id),
            "finding ids differ: {}",
            finding.id
        );
        for claim in &finding.claims {
            places.entry(claim).or_default().push(finding);
        }
        for link in &finding.links {
            assert!(
                linked.insert((&link.a, &link.b)),
                "a pair is told once: {link:?}"
            );
        }
        check_finding(&articles, &claims, finding);
    }
    for claim in claims.keys() {
        let findings = places.get(claim).map_or(&[][..], Vec::as_slice);
        assert!(!findings.is_empty(), "{claim} stands in a finding");
        let unique = |finding: &&Finding| finding.verdict == Verdict::Unique;
        assert!(
            findings.len() == 1 || !findings.iter().any(unique),
            "{claim} is unique and is not"
        );
        for (at, one) in findings.iter().enumerate() {
            for other in &findings[at + 1..] {
                assert!(
                    !one.claims.iter().all(|claim| other.claims.contains(claim))
                        && !other.claims.iter().all(|claim| one.claims.contains(claim)),
                    "{} lies within {}",
                    one.id,
                    other.id
                );
            }
        }
    }
    for conflict in &comparison.internal {
        check_conflict(&articles, &claims, conflict);
        let sides = [&conflict.a, &conflict.b].map(|side| &claims[side.claim.as_str()].article);
        assert_eq!(sides[0], sides[1], "internal conflicts stay in one article");
    }
}

fn slice(article: &Article, span: Span) -> &str {
    assert!(span.start <= span.end, "{span:?}");
    article
        .text
        .get(span.start..span.end)
        .unwrap_or_else(|| panic!("{span:?} is no range of characters in {:?}", article.text))
}

fn check_claim(article: &Article, claim: &Claim) {
    assert_eq!(slice(article, claim.span), claim.text);
    assert!(!claim.text.trim().is_empty(), "{} says something", claim.id);
    if let Some(speaker) = &claim.speaker {
        slice(article, speaker.span);
        assert!(
            !speaker.name.trim().is_empty(),
            "{} has a nameless speaker",
            claim.id
        );
        if let Some(cue) = speaker.cue {
            slice(article, cue);
        }
    }
    for fact in &claim.facts {
        assert_eq!(slice(article, fact.span), fact.text, "{}", claim.id);
        assert!(!fact.span.is_empty(), "{} has an empty fact", claim.id);
        assert!(
            claim.span.contains(fact.span),
            "{} has a fact of another claim: {fact:?}",
            claim.id
        );
    }
    assert!(!claim.parts.is_empty(), "{} has words", claim.id);
    for part in &claim.parts {
        slice(article, *part);
        assert!(
            claim.span.contains(*part),
            "{}: {part:?} lies inside {:?}",
            claim.id,
            claim.span
        );
    }
    assert!(
        claim
            .parts
            .windows(2)
            .all(|pair| pair[0].end <= pair[1].start),
        "{}: parts in text order, without overlap: {:?}",
        claim.id,
        claim.parts
    );
    if let Some(subject) = claim.borrowed_subject {
        slice(article, subject);
    }
    for scope in claim.negations.iter().chain(&claim.modals) {
        slice(article, scope.cue);
        slice(article, scope.scope);
    }
}

fn check_finding(
    articles: &BTreeMap<&str, &Article>,
    claims: &BTreeMap<&str, &Claim>,
    finding: &Finding,
) {
    let of = |id: &str| claims[id].article.as_str();
    let covered: BTreeSet<&str> = finding.claims.iter().map(|claim| of(claim)).collect();
    match finding.verdict {
        Verdict::Unique => assert_eq!(covered.len(), 1, "{finding:?}"),
        Verdict::Agree | Verdict::Conflict => assert!(covered.len() > 1, "{finding:?}"),
    }
    assert_eq!(
        finding.verdict == Verdict::Conflict,
        !finding.conflicts.is_empty(),
        "{finding:?}"
    );
    for conflict in &finding.conflicts {
        check_conflict(articles, claims, conflict);
        for side in [&conflict.a, &conflict.b] {
            assert!(
                finding.claims.contains(&side.claim),
                "{conflict:?} outside {}",
                finding.id
            );
        }
        assert_ne!(of(&conflict.a.claim), of(&conflict.b.claim), "{conflict:?}");
    }
    for link in &finding.links {
        assert!((0.0..=1.0).contains(&link.score), "{link:?}");
        assert!(
            finding.claims.contains(&link.a) && finding.claims.contains(&link.b),
            "{link:?}"
        );
        assert_ne!(of(&link.a), of(&link.b), "{link:?}");
        assert!(!link.evidence.is_empty(), "every link tells why: {link:?}");
        for evidence in &link.evidence {
            assert!(
                evidence.value.is_finite() && evidence.weight.is_finite(),
                "{evidence:?}"
            );
        }
    }
    if let Some(nearest) = &finding.nearest {
        assert!((0.0..=1.0).contains(&nearest.score), "{nearest:?}");
        assert!(!covered.contains(of(&nearest.claim)), "{nearest:?}");
    }
}

fn check_conflict(
    articles: &BTreeMap<&str, &Article>,
    claims: &BTreeMap<&str, &Claim>,
    conflict: &Conflict,
) {
    assert!(!conflict.why.trim().is_empty(), "{conflict:?}");
    for Side { claim, span, text } in [&conflict.a, &conflict.b] {
        let claim = claims[claim.as_str()];
        assert_eq!(
            slice(articles[claim.article.as_str()], *span),
            text,
            "{conflict:?}"
        );
        assert!(!span.is_empty(), "{conflict:?}");
    }
}
