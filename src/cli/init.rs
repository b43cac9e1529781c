//! `storydiff init A B C`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use storydiff::read::write_manifest;

use super::args::InitArgs;
use super::inputs::Inputs;
use super::trouble::Trouble;
use super::{exit_codes, output};

/// Reads the articles and writes what is known of them into a manifest.
pub(crate) fn run(args: &InitArgs) -> Result<u8, Trouble> {
    let mut inputs = Inputs::of(&args.articles)?;
    let mut articles = Vec::new();
    let mut places = Vec::new();
    let options = args.reading.options();
    // one by one: a file may hold several articles
    for input in std::mem::take(&mut inputs.inputs) {
        let one = Inputs {
            inputs: vec![input.clone()],
            ..Inputs::default()
        };
        let read = one.read(&options)?;
        let several = read.len() > 1;
        for (index, article) in read.into_iter().enumerate() {
            let mut place = input.clone();
            if several {
                place.entry = Some(index + 1);
            }
            places.push(place);
            articles.push(article);
        }
    }
    let text = write_manifest(&places, &articles);
    let path = &args.output;
    let written = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(args.force)
        .create_new(!args.force)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Ok(()) => {
            output::print(&format!(
                "{}: {} articles; compare them with `storydiff {}`\n",
                path.display(),
                articles.len(),
                path.display()
            ))?;
            Ok(exit_codes::NOTHING)
        }
        Err(source) if source.kind() == ErrorKind::AlreadyExists => {
            Err(Trouble::ManifestThere { path: path.clone() })
        }
        Err(source) => Err(Trouble::File {
            path: path.clone(),
            source,
        }),
    }
}
