//! Scores extraction against labelled data: `cargo run --release --example score_extraction -- FOLDER [PART...]`.
//!
//! FOLDER holds `segmentation/`, `recognizers/` and `polnear/`; PART is any of `segmentation`, `quantities`, `times`,
//! `speakers` (all when none is named).

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints its figures"
)]

mod cases;
mod quantities;
mod segmentation;
mod speakers;
mod times;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(folder) = args.next() else {
        eprintln!("usage: score_extraction FOLDER [segmentation|quantities|times|speakers]...");
        return ExitCode::from(2);
    };
    let parts: Vec<String> = args.collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|p| p == part);
    let folder = Path::new(&folder);
    if wanted("segmentation") {
        segmentation::score(&folder.join("segmentation"));
    }
    if wanted("quantities") {
        quantities::score(&folder.join("recognizers"));
    }
    if wanted("times") {
        times::score(&folder.join("recognizers"));
    }
    if wanted("speakers") {
        speakers::score(&folder.join("polnear"));
    }
    ExitCode::SUCCESS
}
