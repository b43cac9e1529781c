//! How long each stage takes: two articles -> time a stage, and articles of one story -> time a comparison.
//!
//! The texts are the first example's, repeated with other figures in each round, so that sentences
//! resemble each other as they do in a long story without being the same.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use storydiff::align::align;
use storydiff::extract::extract;
use storydiff::judge::judge;
use storydiff::read::{article_from_text, article_id};
use storydiff::report::json;
use storydiff::segment::segment;
use storydiff::{Article, Options, compare};

const SOURCES: [&str; 2] = [
    include_str!("../examples/kadhimi/capital-wire.txt"),
    include_str!("../examples/kadhimi/gulf-desk.txt"),
];

/// Times each source is repeated for the stages: articles of the length of a long report.
const ROUNDS: usize = 4;

/// Articles in one story, to see how the time grows with them.
const STORY_SIZES: [usize; 3] = [2, 10, 100];

/// The source as often as `rounds` says, its digits turned on by the round's number.
fn text(index: usize, rounds: usize) -> String {
    let source = SOURCES[index % SOURCES.len()];
    let turned = |round: usize| {
        source.chars().map(move |letter| match letter.to_digit(10) {
            Some(digit) => char::from(b'0' + ((digit as usize + round + index) % 10) as u8),
            None => letter,
        })
    };
    (0..rounds).flat_map(turned).collect()
}

fn articles(count: usize, rounds: usize) -> Vec<Article> {
    (0..count)
        .map(|index| article_from_text(&article_id(index), "", &text(index, rounds)))
        .collect()
}

fn stages(criterion: &mut Criterion) {
    let options = Options::default();
    let texts: Vec<_> = (0..2).map(|index| text(index, ROUNDS)).collect();
    let articles = articles(2, ROUNDS);
    let documents: Vec<_> = articles.iter().map(segment).collect();
    let claims = extract(&articles, &documents, &[]);
    let alignment = align(&articles, &documents, &claims, &options);
    let comparison = compare(articles.clone(), &options);

    let mut group = criterion.benchmark_group("stages");
    let bytes: usize = texts.iter().map(String::len).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("read", |bench| {
        bench.iter(|| {
            for text in &texts {
                black_box(article_from_text("A", "", black_box(text)));
            }
        });
    });
    group.bench_function("segment", |bench| {
        bench.iter(|| articles.iter().map(segment).collect::<Vec<_>>());
    });
    group.bench_function("extract", |bench| {
        bench.iter(|| extract(&articles, &documents, &[]));
    });
    group.bench_function("align", |bench| {
        bench.iter(|| align(&articles, &documents, &claims, &options));
    });
    group.bench_function("judge", |bench| {
        bench.iter_batched(
            || (articles.clone(), claims.clone()),
            |(articles, claims)| judge(articles, &documents, claims, &alignment, &options),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("report", |bench| {
        bench.iter(|| json::render(&comparison));
    });
    group.finish();
}

fn story(criterion: &mut Criterion) {
    let options = Options::default();
    let mut group = criterion.benchmark_group("story");
    group.sample_size(10);
    for count in STORY_SIZES {
        let articles = articles(count, 1);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::from_parameter(count), |bench| {
            bench.iter_batched(
                || articles.clone(),
                |articles| compare(articles, &options),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(2));
    targets = stages, story
}
criterion_main!(benches);
