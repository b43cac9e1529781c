//! Packs the tables that `training/lexicon` writes (`word<TAB>number`, sorted) into maps that the library embeds.
//!
//! ```text
//! cargo run --manifest-path training/lexicon/pack/Cargo.toml --target-dir target/pack -- target/lexicon data/lexicon
//! ```

use std::error::Error;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders = std::env::args().skip(1);
    let (from, to) = (folders.next(), folders.next());
    let (Some(from), Some(to)) = (from, to) else {
        return Err("usage: pack_lexicon FROM TO".into());
    };
    let to = Path::new(&to);
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let (Some(name), Some(extension)) = (path.file_name(), path.extension()) else {
            continue;
        };
        if extension == "tsv" {
            pack(&path, &to.join(name).with_extension("fst"))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// Writes a sorted table as an fst map.
fn pack(table: &Path, packed: &Path) -> Result<(), Box<dyn Error>> {
    let out = BufWriter::new(File::create(packed)?);
    let mut map = fst::MapBuilder::new(out)?;
    for line in fs::read_to_string(table)?.lines() {
        let (word, number) = line.split_once('\t').ok_or("no tab")?;
        map.insert(word, number.parse()?)?;
    }
    map.finish()?;
    Ok(())
}
