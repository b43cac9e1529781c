//! What made a score, for people: parts with the words they come from.

use super::features::FEATURES;
use super::model::Models;
use super::overlap::shared;
use super::profile::Profile;
use super::rows::Row;
use super::vocabulary::Vocabulary;
use crate::{Evidence, trees};

/// Most shared words that a note names.
const MOST_NAMED: usize = 6;

/// The parts of a row's score, the weightiest first.
pub(super) fn evidence(
    models: &Models,
    row: &Row,
    a: &Profile<'_>,
    b: &Profile<'_>,
    vocabulary: &Vocabulary,
) -> Vec<Evidence> {
    let added = models.contributions(&row.figures);
    trees::evidence(&FEATURES, &row.figures, &added, |part| {
        note(part, a, b, vocabulary)
    })
}

fn note(part: &str, a: &Profile<'_>, b: &Profile<'_>, vocabulary: &Vocabulary) -> String {
    match part {
        "words" => "how much of the words, weighed by rarity, the two claims share".to_owned(),
        "rare_words" => {
            let mut words: Vec<_> = shared(&a.terms, &b.terms).collect();
            words.sort_by(|x, y| {
                vocabulary
                    .weight(*y)
                    .total_cmp(&vocabulary.weight(*x))
                    .then(x.cmp(y))
            });
            let names: Vec<&str> = words
                .iter()
                .take(MOST_NAMED)
                .map(|&term| vocabulary.name(term))
                .collect();
            if names.is_empty() {
                "no content word is shared".to_owned()
            } else {
                names.join(", ")
            }
        }
        "spelling" => "likeness of the words letter by letter".to_owned(),
        "phrases" => "pairs of neighbouring words that both have".to_owned(),
        "length" => format!("{} and {} words", a.length, b.length),
        "names" => format!("{} names shared", shared(&a.names, &b.names).count()),
        "numbers" => format!(
            "{} and {} quantities",
            a.quantities.len(),
            b.quantities.len()
        ),
        "times" => "whether the times meet (1) or are apart (-1)".to_owned(),
        "quotation" => "quoted words in a row that both have".to_owned(),
        "verbs" => "verbs that are the same or mean the same".to_owned(),
        "sentence" => "likeness of the whole sentences around the claims".to_owned(),
        "kind" => "polarity, modality, headlines".to_owned(),
        "speakers" => "same speaker (1), other speaker (-1)".to_owned(),
        "position" => "place in the articles".to_owned(),
        "story" => "size of the story".to_owned(),
        "rivals" => "likeness against that of other pairs of these articles".to_owned(),
        "belief" => "belief against that in other pairs of these articles".to_owned(),
        "neighbours" => "whether the sentences around correspond as well".to_owned(),
        "reading" => "what the encoder makes of the two sentences, against other pairs".to_owned(),
        "third_article" => "a claim of a third article is like both".to_owned(),
        _ => String::new(),
    }
}
