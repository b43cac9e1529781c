//! The `storydiff` command.

use std::process::ExitCode;

use storydiff::{Options, compare, read, report};

fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|a| a == "compare") {
        args.remove(0);
    }
    args.retain(|a| a != "--format" && a != "json");
    let articles = args
        .iter()
        .enumerate()
        .map(|(i, path)| {
            read::article_from_text(
                &read::article_id(i),
                path,
                &std::fs::read_to_string(path).expect("readable"),
            )
        })
        .collect();
    print!(
        "{}",
        report::json::render(&compare(articles, &Options::default()))
    );
    ExitCode::SUCCESS
}
