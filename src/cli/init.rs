//! `storydiff init A B C`.

use std::io;
use std::path::Path;

use storydiff::read::{Input, Place, read_articles, write_manifest};

use super::args::InitArgs;
use super::inputs::Inputs;
use super::trouble::Trouble;
use super::{exit_codes, output};

/// Reads the articles and writes what is known of them into a manifest.
pub(crate) fn run(args: &InitArgs) -> Result<u8, Trouble> {
    let inputs = Inputs::of(&args.articles)?.inputs;
    if inputs
        .iter()
        .any(|input| input.place == Place::StandardInput)
    {
        return Err(Trouble::ManifestOfStandardInput);
    }
    if args.output.exists() && !args.force {
        return Err(Trouble::ManifestThere {
            path: args.output.clone(),
        });
    }
    let reading = read_articles(&inputs, &args.reading.options(), io::empty())?;
    let several = |index: usize| reading.input_of.iter().filter(|&&of| of == index).count() > 1;
    let mut listed: Vec<Input> = Vec::new();
    for (at, &index) in reading.input_of.iter().enumerate() {
        let mut input = inputs[index].clone();
        if let Place::File(path) = &mut input.place {
            *path = from_folder_of(&args.output, path).map_err(Trouble::Output)?;
        }
        if several(index) {
            let before = reading.input_of[..at]
                .iter()
                .filter(|&&of| of == index)
                .count();
            input.entry = Some(before + 1);
        }
        listed.push(input);
    }
    output::write_file(&args.output, &write_manifest(&listed, &reading.articles))?;
    let name = args.output.display();
    let count = listed.len();
    let articles = if count == 1 { "article" } else { "articles" };
    output::print(&format!(
        "{name}: {count} {articles}; compare them with `storydiff {name}`\n"
    ))?;
    Ok(exit_codes::NOTHING)
}

/// A path as a manifest elsewhere must name it: paths in it count from its own folder.
fn from_folder_of(manifest: &Path, path: &Path) -> io::Result<std::path::PathBuf> {
    match manifest.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::path::absolute(path),
        _ => Ok(path.to_path_buf()),
    }
}
