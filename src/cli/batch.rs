//! `storydiff batch`: all cores, answers in the order of the stories, a bounded number of stories in hand.
//!
//! A thread reads lines and hands each to rayon together with a slot for its answer; the slots go through a bounded
//! queue in order, so a slow story holds back the writing but not the other cores, and when the queue is full the
//! reading waits.

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvError, SyncSender, TryRecvError, sync_channel};

use storydiff::Options;
use storydiff::batch::{Answer, Outcome, answer, answer_to_fault};

use super::args::BatchArgs;
use super::exit_codes;
use super::trouble::Trouble;

/// Stories in hand for each core: enough that one slow story does not idle the rest.
const STORIES_PER_CORE: usize = 16;

/// Where the answer to one line will come in.
type Slot = Receiver<Answer>;

/// How the writing ended, with the exit code of what was written.
enum Written {
    /// Every answer was written.
    All(u8),
    /// Who reads has seen enough.
    Unwanted(u8),
}

/// Answers standard input on standard output.
pub(crate) fn run(args: &BatchArgs) -> Result<u8, Trouble> {
    let window = rayon::current_num_threads() * STORIES_PER_CORE;
    let (queue, slots) = sync_channel(window);
    let include_text = args.include_text;
    let options = args.judging.options();
    // Not joined: when the reader of our output goes away, this thread may still wait for a line.
    let (failed, failure) = sync_channel(1);
    std::thread::spawn(move || {
        if let Err(error) = hand_out(BufReader::new(io::stdin()), &queue, &options, include_text) {
            let _ = failed.send(error);
        }
    });
    let written = write_in_order(&slots, BufWriter::new(io::stdout().lock()));
    match written.map_err(Trouble::Output)? {
        // The other thread may wait for a line, or for room in the queue, for ever.
        Written::Unwanted(code) => Ok(code),
        Written::All(code) => match failure.recv() {
            Ok(error) => Err(Trouble::Stdin(error)),
            Err(RecvError) => Ok(code),
        },
    }
}

/// Reads lines and starts their comparisons until the input ends or nobody wants the answers.
fn hand_out(
    mut lines: impl BufRead,
    queue: &SyncSender<Slot>,
    options: &Options,
    include_text: bool,
) -> io::Result<()> {
    for number in 1.. {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (put, slot) = sync_channel(1);
        if queue.send(slot).is_err() {
            break;
        }
        let options = options.clone();
        rayon::spawn(move || {
            let compared = catch_unwind(AssertUnwindSafe(|| {
                answer(&line, number, &options, include_text)
            }));
            let _ = put.send(compared.unwrap_or_else(|_| answer_to_fault(&line, number)));
        });
    }
    Ok(())
}

/// Writes the answers as they come in, in the order of the slots; a closed pipe ends it quietly.
fn write_in_order(slots: &Receiver<Slot>, mut out: impl Write) -> io::Result<Written> {
    let mut code = exit_codes::NOTHING;
    loop {
        let written = match next(slots, &mut out) {
            Ok(Some(answer)) => {
                code = code.max(match answer.outcome {
                    Outcome::NoConflict => exit_codes::NOTHING,
                    Outcome::Conflict => exit_codes::CONFLICTS,
                    Outcome::BadLine => exit_codes::TROUBLE,
                });
                out.write_all(answer.json.as_bytes())
                    .and_then(|()| out.write_all(b"\n"))
            }
            Ok(None) => return Ok(Written::All(code)),
            Err(error) => Err(error),
        };
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                return Ok(Written::Unwanted(code));
            }
            other => other?,
        }
    }
}

/// The next answer, `None` at the end. Flushes before it waits, so that a caller who feeds one story at a time is
/// answered at once.
fn next(slots: &Receiver<Slot>, out: &mut impl Write) -> io::Result<Option<Answer>> {
    let slot = match slots.try_recv() {
        Ok(slot) => slot,
        Err(TryRecvError::Disconnected) => return out.flush().map(|()| None),
        Err(TryRecvError::Empty) => {
            out.flush()?;
            match slots.recv() {
                Ok(slot) => slot,
                Err(RecvError) => return Ok(None),
            }
        }
    };
    if let Ok(answer) = slot.try_recv() {
        return Ok(Some(answer));
    }
    out.flush()?;
    Ok(Some(slot.recv().expect("every job answers")))
}
