//! What is kept of a page and what is left out.

use proptest::prelude::*;

use super::*;

/// A news page with everything around the article that news pages have.
const PAGE: &str = r#"<!doctype html><html><head><title>Fire at Dunmore mill | The Wire</title>
<meta property="og:site_name" content="The Wire"><meta property="og:title" content="Fire at Dunmore mill">
<script>var x = "six hundred hurt";</script><style>p { color: red }</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies to improve your visit. <button>Accept</button></div>
<main><article><h1>Fire at Dunmore mill</h1>
<p class="article__standfirst">Six guards hurt and a road closed as the roof of an old mill falls in</p>
<div class="byline">By Jane Doe, Staff Writer</div><time datetime="2021-11-07T08:00:00Z">7 November 2021</time>
<figure><img src="x.jpg"><figcaption>Smoke over the mill. Photo: A. Nother/The Wire</figcaption></figure>
<p>Six guards were hurt in the fire at the mill in <a href="/dunmore">Dunmore</a> on Monday, the police said, and
the road past the mill was closed for two&nbsp;hours.</p>
<div class="newsletter-signup"><p>Sign up for our morning letter and never miss a story again, it is free.</p></div>
<p>The roof, which was finished in 1911, fell in at about four in the morning.<br>Nobody was in the hall.</p>
<p><a href="/flood">Read more: Two roads closed by flood</a></p>
<h2>What comes next</h2>
<p>The owners said that repairs would cost about five million pounds and that all 240 workers would be paid meanwhile.</p>
<ul><li>The fire service was called at a quarter past three.</li><li>It had the fire under control by six.</li></ul>
<table><tr><th>Year</th><th>Fires</th></tr><tr><td>2020</td><td>3</td></tr></table>
<p>The mill is the largest employer of the town, which has lost two others in the last ten years.</p>
<h3>More from The Wire</h3></article>
<aside class="related-stories"><h3>Related</h3><ul><li><a href="/a">Mill to close for the summer, say owners</a></li></ul></aside>
<div id="comments">12 comments <p hidden>not to be seen</p></div></main>
<footer>&copy; 2021 The Wire. All rights reserved.</footer></body></html>"#;

#[test]
fn the_text_is_kept_and_the_rest_is_named() {
    let found = page(PAGE, false);
    assert_eq!(found.about.title.as_deref(), Some("Fire at Dunmore mill"));
    assert_eq!(
        found.about.published.map(|day| day.to_string()).as_deref(),
        Some("2021-11-07")
    );
    assert_eq!(
        found.standfirst.as_deref(),
        Some("Six guards hurt and a road closed as the roof of an old mill falls in")
    );
    assert_eq!(
        found.paragraphs,
        [
            "Six guards were hurt in the fire at the mill in Dunmore on Monday, the police said, and the road past the mill \
             was closed for two hours.",
            "The roof, which was finished in 1911, fell in at about four in the morning.",
            "Nobody was in the hall.",
            "What comes next",
            "The owners said that repairs would cost about five million pounds and that all 240 workers would be paid meanwhile.",
            "The fire service was called at a quarter past three.",
            "It had the fire under control by six.",
            "Year; Fires",
            "2020; 3",
            "The mill is the largest employer of the town, which has lost two others in the last ten years.",
        ]
    );
    let reason = |words: &str| {
        found
            .dropped
            .iter()
            .find(|line| line.text.contains(words))
            .map(|line| line.reason)
    };
    for (words, expected) in [
        ("We use cookies", DropReason::Cookies),
        ("By Jane Doe", DropReason::Byline),
        ("Smoke over the mill", DropReason::Caption),
        ("Sign up for our", DropReason::Invitation),
        ("Read more: Two roads", DropReason::Related),
        ("Mill to close for the summer", DropReason::Related),
        ("More from The Wire", DropReason::Related),
        ("12 comments", DropReason::Sharing),
        ("not to be seen", DropReason::Sharing),
        ("All rights reserved", DropReason::Navigation),
    ] {
        assert_eq!(
            reason(words),
            Some(expected),
            "{words}: {:?}",
            found.dropped
        );
    }
    assert_eq!(reason("six hundred"), None);
}

#[test]
fn sentences_of_news_are_text_however_they_begin() {
    let sentences = [
        "Terms of the deal were not disclosed.",
        "Popular support for the bill has grown, a poll found.",
        "Copyright law was changed in March.",
        "One of the dead is a journalist from Kabul, the police said.",
        "Related parties were told to sell their shares by Friday.",
        "Support our troops, the governor told the crowd in Dunmore.",
        "Follow the money, he said, and you will find who did it.",
        "By then the fire had reached the roof of the mill.",
        "Watch towers were put up along the border in May.",
        "Thank you for nothing, the mayor wrote to the company.",
        "Published accounts put the loss at 5 million dollars.",
        "More from the fund is to be paid out in the spring.",
    ];
    let html = format!(
        "<h1>News</h1>{}",
        sentences.map(|text| format!("<p>{text}</p>")).concat()
    );
    assert_eq!(page(&html, false).paragraphs, sentences);
}

#[test]
fn all_of_a_page_on_request() {
    let found = page(PAGE, true);
    assert!(found.dropped.is_empty());
    for words in [
        "We use cookies",
        "By Jane Doe, Staff Writer",
        "Smoke over the mill",
        "Mill to close for the summer",
    ] {
        assert!(
            found.paragraphs.iter().any(|line| line.contains(words)),
            "{words}"
        );
    }
}

#[test]
fn pages_without_an_article_give_next_to_nothing() {
    for html in [
        "",
        "<",
        "<html>",
        "<script>var six = 6;</script>",
        "<nav><a href=x>Home</a></nav>",
        "<p></p><!-- six guards -->",
        "<div id=root></div><noscript>You need to enable JavaScript.</noscript>",
    ] {
        let words: usize = page(html, false)
            .paragraphs
            .iter()
            .map(|line| line.split_whitespace().count())
            .sum();
        assert!(words < FEWEST_WORDS, "{html}");
    }
}

#[test]
fn deep_and_wide_pages_end() {
    for html in [
        "<div>".repeat(5_000) + "Six guards were hurt.",
        "<b>".repeat(1_000) + "Six guards were hurt.",
        "<table><tr><td>".repeat(500) + "Six.",
        "<p>Six guards were hurt.".repeat(5_000),
    ] {
        page(&html, false);
        assert!(!page(&html, true).paragraphs.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_markup_is_read(
        html in "(<p>|</p>|<div class=\"(related|x)\">|</div>|<a href=x>|</a>|<h1>|<br>|<td>|<!--|-->|<script>|</script>|&amp;|&#0;|<|[a-zé .]{0,8}){0,40}"
    ) {
        let found = page(&html, false);
        for line in &found.paragraphs {
            prop_assert!(!line.trim().is_empty() && !line.contains('\n'));
        }
        page(&html, true);
    }
}
