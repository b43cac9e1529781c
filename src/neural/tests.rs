//! The embedded encoder against the one that trained it, and what must hold for any text.

use super::*;

/// Two sentences and what Python makes of the shipped files: written by `training/judge/reference.py`.
const REFERENCE: &str = include_str!("reference.tsv");

#[test]
fn the_program_reads_what_python_reads() {
    let mut pairs = Vec::new();
    let mut expected: Vec<Vec<f32>> = Vec::new();
    for line in REFERENCE.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        pairs.push((fields[0], fields[1]));
        let numbers = fields[2..]
            .iter()
            .map(|number| number.parse().expect("a number"));
        expected.push(numbers.collect());
    }
    assert_eq!(pairs.len(), 50);
    for ((reading, expected), pair) in read(&pairs).iter().zip(&expected).zip(&pairs) {
        let ours = [reading.same, reading.conflict, reading.hard];
        let ours = ours.iter().chain(&reading.kinds);
        for (ours, theirs) in ours.zip(expected) {
            assert!(
                (ours - theirs).abs() < 1e-3,
                "{ours} for {theirs}: {pair:?}"
            );
        }
    }
}

#[test]
fn a_pair_is_read_alike_in_any_order_and_company() {
    let (a, b) = ("Six guards were hurt.", "Seven of his guards were wounded.");
    let alone = read(&[(a, b)]).remove(0);
    let among = read(&[("Oil rose.", b), (b, a), (a, a)]).remove(1);
    assert_eq!(alone.same.to_bits(), among.same.to_bits());
    assert_eq!(alone.conflict.to_bits(), among.conflict.to_bits());
    assert_eq!(alone.words[0], among.words[1]);
    assert_eq!(alone.words[1], among.words[0]);
}

#[test]
fn words_stand_where_they_start() {
    let reading = read(&[("Zoë’s 6 guards", "no")]).remove(0);
    let words = |side: usize| reading.words[side].iter().map(|(at, _)| *at);
    assert_eq!(words(0).collect::<Vec<_>>(), [0, 4, 7, 9, 11]);
    assert_eq!(words(1).collect::<Vec<_>>(), [0]);
}

#[test]
fn any_text_is_read() {
    let long = "guards ".repeat(3_000);
    let readings = read(&[
        ("", ""),
        (&long, "short"),
        (&long, &long),
        ("\u{0}\u{fffd}", "🙂 \u{202e}"),
    ]);
    assert!(readings.iter().all(|reading| reading.same.is_finite()));
    assert_eq!(
        readings[2].words[0].len() + readings[2].words[1].len(),
        LONGEST - 3
    );
}

#[test]
fn files_that_do_not_fit_are_refused() {
    let vocabulary = include_str!("../../data/judge/vocabulary.txt");
    let graph = include_bytes!("../../data/judge/encoder.onnx");
    assert!(Encoder::parse(graph, &[], vocabulary).is_none());
    assert!(Encoder::parse(b"not a graph", &[], vocabulary).is_none());
}
