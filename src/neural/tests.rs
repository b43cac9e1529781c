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

/// Two sentences with a value in braces, and what Python makes of them with the values hidden.
const SLOT_REFERENCE: &str = include_str!("slot_reference.tsv");

#[test]
fn the_program_reads_hidden_values_as_python_does() {
    let mut plain: Vec<[(String, usize, usize); 2]> = Vec::new();
    let mut expected: Vec<f32> = Vec::new();
    for line in SLOT_REFERENCE.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let masked = |text: &str| {
            let (start, end) = (text.find('{').unwrap(), text.find('}').unwrap());
            (text.replace(['{', '}'], ""), start, end - 1)
        };
        plain.push([masked(fields[0]), masked(fields[1])]);
        expected.push(fields[2].parse().expect("a number"));
    }
    assert!(expected.len() >= 10);
    let pairs: Vec<[Masked<'_>; 2]> = plain
        .iter()
        .map(|pair| {
            pair.each_ref().map(|(text, start, end)| Masked {
                text,
                start: *start,
                end: *end,
            })
        })
        .collect();
    for ((slot, expected), pair) in read_slots(&pairs).iter().zip(&expected).zip(&pairs) {
        let slot = slot.expect("short sentences are read");
        assert!(
            (slot - expected).abs() < 1e-3,
            "{slot} for {expected}: {pair:?}"
        );
    }
    let swapped: Vec<_> = pairs.iter().map(|[a, b]| [*b, *a]).collect();
    assert_eq!(read_slots(&pairs), read_slots(&swapped));
}

#[test]
fn a_value_behind_what_is_read_is_not_guessed() {
    let long = "guards ".repeat(3_000);
    let short = Masked {
        text: "Six guards",
        start: 0,
        end: 3,
    };
    let behind = Masked {
        text: &long,
        start: long.len() - 7,
        end: long.len() - 1,
    };
    assert_eq!(read_slots(&[[short, behind]]), [None]);
    assert!(read_slots(&[[short, short]])[0].is_some());
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
