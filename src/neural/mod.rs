//! A small cross-encoder that reads two sentences together: do they state a common fact, can both be so, and which words
//! clash?
//!
//! ```text
//! "Six guards were hurt." + "Seven of his guards were wounded."
//!   pieces     [CLS] seven of his guards were wounded . [SEP] six guards were hurt . [SEP]
//!   rows       one of the table for each piece
//!   encoder    six layers of 384 numbers, eight bits a weight
//!   reading    same +2.1, conflict +0.4 (log odds), words: seven, six
//! ```
//!
//! A second question is whether two values are of the same thing. Both are hidden, so that the encoder says what they are of and
//! the program compares what they are:
//!
//! ```text
//! "[MASK] guards were hurt." + "[MASK] of his guards were wounded."       same slot +3.0
//! "[MASK] guards were hurt." + "[MASK] drones were fired at his house."   same slot -4.1
//! ```
//!
//! It knows nothing of articles, claims or findings: later stages ask and decide. Each pair is read alone, so that what is
//! read of it does not hang on what else is read. `training/judge` trains it; `data/NOTICE.md` tells on what.

mod pieces;

use std::io;
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, op_registry};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use pieces::{Piece, Vocabulary};

/// What the encoder made of two sentences.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Log odds that the two state a common fact.
    pub same: f32,
    /// Log odds that the two cannot both be so.
    pub conflict: f32,
    /// Log odds that a conflict, if there is one, is hard rather than soft.
    pub hard: f32,
    /// What sort a conflict would be: log odds up to a common constant, in the order of
    /// [`ConflictKind`](crate::ConflictKind).
    pub kinds: [f32; KINDS],
    /// For each sentence its words, each with the byte where it starts and the log odds that it clashes with the other
    /// sentence. Of sentences too long to read, the end is missing.
    pub words: [Vec<(usize, f32)>; 2],
}

/// Sorts of conflict.
const KINDS: usize = 11;

/// Most pieces of two sentences that are read, the marks between them included; what training used.
const LONGEST: usize = 128;

/// Reads pairs of sentences, on all cores; one reading for each, in order. What is read of a pair does not depend on which
/// sentence is named first, nor on the other pairs.
///
/// ```
/// let readings = storydiff::neural::read(&[
///     ("Six guards were hurt.", "Six of the guards were injured."),
///     ("Six guards were hurt.", "Oil prices rose on Monday."),
/// ]);
/// assert!(readings[0].same > readings[1].same);
/// ```
#[must_use]
pub fn read(pairs: &[(&str, &str)]) -> Vec<Reading> {
    on_all_cores(pairs, |encoder, (a, b), alone| {
        encoder.read_either_way(a, b, alone)
    })
}

/// A sentence with some of its words hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Masked<'a> {
    /// The whole sentence.
    pub text: &'a str,
    /// Byte where what is hidden starts.
    pub start: usize,
    /// Byte behind it.
    pub end: usize,
}

/// Log odds, for each two sentences, that what is hidden in one is of the same thing as what is hidden in the other: the same
/// number, day, name or place if both are right. `None` where a sentence is too long to be read as far as that. On all cores,
/// and whichever is named first.
///
/// # Panics
/// When `start` and `end` are no places between letters of the text, or the wrong way round.
///
/// ```
/// use storydiff::neural::{Masked, read_slots};
///
/// let hide = |text: &'static str, value: &str| {
///     let start = text.find(value).unwrap();
///     Masked { text, start, end: start + value.len() }
/// };
/// let hurt = hide("Six guards were hurt by two drones.", "Six");
/// let slots = read_slots(&[
///     [hurt, hide("Seven of the guards were injured.", "Seven")],
///     [hurt, hide("The talks began at nine on Monday.", "nine")],
/// ]);
/// assert!(slots[0] > slots[1]);
/// ```
#[must_use]
pub fn read_slots(pairs: &[[Masked<'_>; 2]]) -> Vec<Option<f32>> {
    on_all_cores(pairs, |encoder, [a, b], alone| {
        encoder.read_slot(a.min(b), a.max(b), alone)
    })
}

/// Reads each of some questions, in order.
fn on_all_cores<Q: Copy + Sync, R: Send>(
    questions: &[Q],
    read: impl Fn(&Encoder, Q, &Arc<ThreadPool>) -> R + Sync,
) -> Vec<R> {
    let Some(cores) = NonZero::new(questions.len()) else {
        return Vec::new();
    };
    let encoder = ENCODER.get_or_init(embedded);
    let cores = thread::available_parallelism().map_or(1, |most| most.min(cores).get());
    let next = AtomicUsize::new(0);
    let work = || {
        let alone = alone();
        let indexes = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)));
        let own = indexes.take_while(|at| *at < questions.len());
        own.map(|at| (at, read(encoder, questions[at], &alone)))
            .collect::<Vec<_>>()
    };
    let mut answers: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let done = workers.into_iter().map(|worker| worker.join());
        done.flat_map(|read| read.expect("reading does not fail"))
            .collect()
    });
    answers.sort_unstable_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

static ENCODER: OnceLock<Encoder> = OnceLock::new();

/// Makes this process read with other weights than the embedded ones: those of a folder that `training/judge` wrote. For
/// training, which must read stories with weights that have not seen them.
///
/// # Errors
/// When a file cannot be read, the files do not fit each other, or something has been read already.
pub fn load(folder: &Path) -> io::Result<()> {
    let file = |name| std::fs::read(folder.join(name)).map(Vec::leak);
    let refused = |why| io::Error::new(io::ErrorKind::InvalidData, why);
    let vocabulary = std::str::from_utf8(file("vocabulary.txt")?)
        .map_err(|_| refused("vocabulary.txt is not UTF-8"))?;
    let encoder = Encoder::parse(file("encoder.onnx")?, file("words.bin")?, vocabulary)
        .ok_or_else(|| {
            refused("encoder.onnx, words.bin and vocabulary.txt do not fit each other")
        })?;
    ENCODER
        .set(encoder)
        .map_err(|_| refused("something has been read already"))
}

/// Graph, table of words, vocabulary. A static, for bytes in the middle of a function can end up in the program twice.
static EMBEDDED: (&[u8], &[u8], &str) = (
    include_bytes!("../../data/judge/encoder.onnx"),
    include_bytes!("../../data/judge/words.bin"),
    include_str!("../../data/judge/vocabulary.txt"),
);

/// The encoder of the embedded files.
fn embedded() -> Encoder {
    let parse = || Encoder::parse(EMBEDDED.0, EMBEDDED.1, EMBEDDED.2);
    let parsed = thread::scope(|scope| scope.spawn(|| alone().run(parse)).join());
    let parsed = parsed.ok().flatten();
    parsed.expect("the embedded files fit each other, which tests make sure of")
}

/// A pool of one thread for the encoder's own sums: pairs on several cores are faster than pairs split between cores.
///
/// Only plain threads may use it. A thread of rayon that waits for another pool takes up other work meanwhile: in a batch
/// another story, whose reading would wait for the first.
fn alone() -> Arc<ThreadPool> {
    Arc::new(ThreadPool::with_num_threads(1))
}

/// Numbers of a row of the table.
const WIDTH: usize = 384;

struct Encoder {
    model: Model,
    rows: NodeId,
    sides: NodeId,
    heads: NodeId,
    clashes: NodeId,
    vocabulary: Vocabulary,
    /// For each piece: a scale (f32, little endian) and a row of [`WIDTH`] signed bytes.
    table: &'static [u8],
}

impl Encoder {
    fn parse(graph: &'static [u8], table: &'static [u8], vocabulary: &'static str) -> Option<Self> {
        // with all operators that there are the program would be two megabytes larger
        let operators = op_registry!(
            Add,
            Concat,
            DequantizeLinear,
            Div,
            Erf,
            Gather,
            Gemm,
            LayerNormalization,
            MatMul,
            Mul,
            Reshape,
            Shape,
            Slice,
            Softmax,
            Transpose,
            Unsqueeze
        );
        let mut options = ModelOptions::with_ops(operators);
        // three milliseconds once, a third of the time of each pair
        options.prepack_weights(true);
        let model = options.load_static_slice(graph).ok()?;
        let vocabulary = Vocabulary::parse(vocabulary)?;
        let node = |name| model.node_id(name).ok();
        let fits = table.len() == vocabulary.len() * (WIDTH + 4);
        Some(Self {
            rows: node("rows")?,
            sides: node("sides")?,
            heads: node("heads")?,
            clashes: node("words")?,
            model,
            vocabulary,
            table,
        })
        .filter(|_| fits)
    }

    /// Reads two sentences, whichever is named first, in one order.
    fn read_either_way(&self, a: &str, b: &str, alone: &Arc<ThreadPool>) -> Reading {
        if a <= b {
            return self.read(a, b, alone);
        }
        let mut reading = self.read(b, a, alone);
        reading.words.swap(0, 1);
        reading
    }

    fn read(&self, a: &str, b: &str, alone: &Arc<ThreadPool>) -> Reading {
        let (first, second) = cut(self.vocabulary.pieces(a), self.vocabulary.pieces(b));
        let (heads, clashes) = self.run(&first, &second, alone);
        let of = |pieces: &[Piece], from: usize| {
            let mut words: Vec<(usize, f32)> = Vec::with_capacity(pieces.len());
            for (at, piece) in pieces.iter().enumerate() {
                let belief = clashes[[0, from + at]];
                match words.last_mut() {
                    Some((start, most)) if *start == piece.word => *most = most.max(belief),
                    _ => words.push((piece.word, belief)),
                }
            }
            words
        };
        Reading {
            same: heads[[0, 0]],
            conflict: heads[[0, 1]],
            hard: heads[[0, 2]],
            kinds: std::array::from_fn(|kind| heads[[0, 4 + kind]]),
            words: [of(&first, 1), of(&second, first.len() + 2)],
        }
    }

    fn read_slot(&self, a: Masked<'_>, b: Masked<'_>, alone: &Arc<ThreadPool>) -> Option<f32> {
        let pieces = |masked: Masked<'_>| {
            self.vocabulary
                .masked_pieces(masked.text, masked.start..masked.end)
        };
        let (first, second) = cut(pieces(a), pieces(b));
        let is_read = |pieces: &[Piece]| {
            pieces
                .iter()
                .any(|piece| piece.number == self.vocabulary.mask)
        };
        if !is_read(&first) || !is_read(&second) {
            return None;
        }
        let (heads, _) = self.run(&first, &second, alone);
        Some(heads[[0, 3]])
    }

    /// The heads of a pair, and of each piece how much it clashes.
    fn run(
        &self,
        first: &[Piece],
        second: &[Piece],
        alone: &Arc<ThreadPool>,
    ) -> (NdTensor<f32, 2>, NdTensor<f32, 2>) {
        let numbers: Vec<usize> = std::iter::once(self.vocabulary.start)
            .chain(first.iter().map(|piece| piece.number))
            .chain([self.vocabulary.end])
            .chain(second.iter().map(|piece| piece.number))
            .chain([self.vocabulary.end])
            .collect();
        let mut rows = Vec::with_capacity(numbers.len() * WIDTH);
        for &number in &numbers {
            self.push_row(number, &mut rows);
        }
        let length = numbers.len();
        let sides: Vec<i32> = (0..length)
            .map(|at| i32::from(at >= first.len() + 2))
            .collect();
        let rows = NdTensor::from_data([1, length, WIDTH], rows);
        let sides = NdTensor::from_data([1, length], sides);
        let [heads, clashes] = self
            .model
            .run_n(
                vec![
                    (self.rows, rows.view().into()),
                    (self.sides, sides.view().into()),
                ],
                [self.heads, self.clashes],
                Some(RunOptions::default().with_thread_pool(Some(Arc::clone(alone)))),
            )
            .expect("the graph takes rows of any number of pieces");
        (
            heads.try_into().expect("one row of heads"),
            clashes.try_into().expect("one number a piece"),
        )
    }

    fn push_row(&self, number: usize, rows: &mut Vec<f32>) {
        let row = &self.table[number * (WIDTH + 4)..(number + 1) * (WIDTH + 4)];
        let (scale, row) = row.split_at(4);
        let scale = f32::from_le_bytes(scale.try_into().expect("four bytes"));
        rows.extend(
            row.iter()
                .map(|&byte| f32::from(byte.cast_signed()) * scale),
        );
    }
}

/// Cuts the longer of two sentences, then both, until they can be read with the three marks.
fn cut(mut first: Vec<Piece>, mut second: Vec<Piece>) -> (Vec<Piece>, Vec<Piece>) {
    const ROOM: usize = LONGEST - 3;
    if first.len() + second.len() > ROOM {
        let (half, rest) = (ROOM / 2, ROOM.div_ceil(2));
        if first.len() <= half {
            second.truncate(ROOM - first.len());
        } else if second.len() <= half {
            first.truncate(ROOM - second.len());
        } else {
            first.truncate(rest);
            second.truncate(half);
        }
    }
    (first, second)
}

#[cfg(test)]
mod tests;
