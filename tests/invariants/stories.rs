//! Small invented news stories: articles that share claims, reword them and change their facts.

use proptest::prelude::*;
use storydiff::read::article_from_text;
use storydiff::{Article, Comparison, Options, compare};

/// Each row is one thing that happened, each column one way to tell it. `{}` takes a number word.
const TELLINGS: &[&[&str]] = &[
    &[
        "{} people were killed when a bridge collapsed in Lorvane on Monday, police said.",
        "At least {} people died in the collapse of a bridge in Lorvane on Monday.",
        "Police denied that {} people had been killed at the bridge.",
        "More than {} people may have died when the bridge fell, officials said.",
    ],
    &[
        "{} others were injured and taken to St. Anne's hospital.",
        "Hospital officials said that {} people were being treated for injuries.",
        "St. Anne's hospital treated {} of the wounded, Dr. Ilse Maron told reporters.",
    ],
    &[
        "Mayor Piet Halvorsen said the city \"will not rest until the cause is known\".",
        "\"We will not rest until we know the cause,\" Halvorsen said.",
        "The mayor, Piet Halvorsen, did not comment.",
    ],
    &[
        "The bridge was built in 1974 and had been inspected last month.",
        "Engineers last inspected the bridge, which opened in 1974, {} weeks ago.",
        "The bridge had never been inspected, according to a union of engineers.",
    ],
    &[
        "Repairs will cost about ${} million, the transport ministry estimated.",
        "The ministry put the cost of a new bridge at {} million euros.",
    ],
    &[
        "The collapse happened at 7:{}0 a.m., during the morning rush.",
        "It happened shortly after seven in the morning, witnesses said.",
        "The bridge fell on Monday evening, a spokesman for the fire brigade said; it had been closed by then.",
    ],
    &[
        "President Ana Reuter plans to visit Lorvane on Tuesday.",
        "Reuter visited the town on Tuesday and spoke with families of the dead.",
        "President Reuter cancelled her visit to Lorvane.",
    ],
    &[
        "Trains between Lorvane and the capital, 120km away, have been suspended until further notice.",
        "There are no trains to the capital, 75 miles to the north.",
    ],
    &[
        "Two engineers were arrested on suspicion of negligence.",
        "Prosecutors released both engineers without charge, their lawyer said.",
        "Nobody has been arrested.",
    ],
];

const NUMBERS: &[&str] = &[
    "three",
    "four",
    "5",
    "six",
    "12",
    "forty-two",
    "several",
    "1,200",
];

const OPENINGS: &[&str] = &[
    "",
    "LORVANE, March 4 (Harbour News) — ",
    "Bridge falls in Lorvane\n\n4 March 2024\n\nLORVANE (HN) - ",
    "---\ntitle: Deadly collapse in Lorvane\ndate: 2024-03-04\n---\n\n",
];

fn sentence() -> impl Strategy<Value = String> {
    (0..TELLINGS.len())
        .prop_flat_map(|row| (Just(row), 0..TELLINGS[row].len(), 0..NUMBERS.len()))
        .prop_map(|(row, column, number)| {
            let told = TELLINGS[row][column].replace("{}", NUMBERS[number]);
            told[..1].to_uppercase() + &told[1..]
        })
}

/// The text of one article.
pub(crate) fn article_text() -> impl Strategy<Value = String> {
    let body = prop::collection::vec((sentence(), prop_oneof![Just(" "), Just("\n\n")]), 1..9);
    (0..OPENINGS.len(), body).prop_map(|(opening, body)| {
        let mut text = OPENINGS[opening].to_owned();
        for (sentence, gap) in body {
            text += &sentence;
            text += gap;
        }
        text
    })
}

/// The texts of the articles of one story.
pub(crate) fn story(articles: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(article_text(), articles)
}

/// Words, signs and scraps that have broken readers of text before.
pub(crate) fn hostile_text() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        4 => "\\PC{0,12}",
        1 => any::<char>().prop_map(String::from),
        4 => prop::sample::select(&[
            "said", "police said", "according to", "not", "denied that", "may", "on Sunday", "early", "Nov 31", "99/99/9999",
            "0000-00-00", "25:61 p.m.", "at least", "dozens of", "half a", "-", "--", "—", "$", "€", "%", "£-3", "1,,2", "1.2.3.4",
            "99999999999999999999999999", "1e400", "twenty-", "hundred thousand million", "first", "3-1", "U.S.", "St.", "Mr.", "'s",
            "\u{2019}s", "\"", "\u{201c}", "\u{201d}", "'", "``", "''", "(", ")", "[", ",", ".", "...", "\u{2026}", "?!", ";", ":",
            "\u{130}stanbul", "\u{1e9e}", "\u{fb01}re", "na\u{308}ive", "\u{200b}", "\u{feff}", "\u{202e}", "\u{1f1ee}\u{1f1f6}",
            "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}", "\u{0660}\u{0661}", "\u{2168}", "\u{00bd}", "10\u{b0}C", "5\u{2032}7\u{2033}",
            "\n", "\n\n", "\r\n", "\t", "\u{0}", "\u{1b}[31m", "\u{a0}", "---", "# ", "* ", "Killed", "President Ana Reuter",
            "<!-- storydiff:ignore number-changed, claim-removed reason: x -->", "<!-- storydiff:ignore-file claim-added",
            "reason: x", "-->", "<!--", "\u{e000}",
        ][..]).prop_map(str::to_owned),
    ];
    let gap = prop_oneof![3 => Just(" "), 1 => Just("")];
    prop::collection::vec((scrap, gap), 0..60).prop_map(|scraps| {
        scraps
            .into_iter()
            .flat_map(|(scrap, gap)| [scrap, gap.to_owned()])
            .collect()
    })
}

/// Articles `A`, `B`, ... labelled by their place in `order`.
pub(crate) fn articles(texts: &[String], order: &[usize]) -> Vec<Article> {
    order
        .iter()
        .enumerate()
        .map(|(place, &which)| {
            let id = storydiff::read::article_id(place);
            article_from_text(&id, &format!("outlet-{which}"), &texts[which])
        })
        .collect()
}

/// The comparison of the texts in the order given.
pub(crate) fn compared(texts: &[String]) -> Comparison {
    let order: Vec<usize> = (0..texts.len()).collect();
    compare(articles(texts, &order), &Options::default())
}

/// The shipped example.
pub(crate) fn example() -> Vec<String> {
    ["capital-wire.txt", "gulf-desk.txt", "weekly-review.md"]
        .iter()
        .map(|name| {
            let path = format!("{}/examples/kadhimi/{name}", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).expect("the example ships")
        })
        .collect()
}
