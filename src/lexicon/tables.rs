//! The embedded maps: opened in constant time, nothing is parsed.

use std::sync::LazyLock;

use fst::Map;

/// A map from words to numbers that lies in the program itself.
pub(super) type Table = LazyLock<Option<Map<&'static [u8]>>>;

/// Opens a table; `None` if its bytes were no map, so that look-ups stay total (a test opens them all).
pub(super) fn open(bytes: &'static [u8]) -> Option<Map<&'static [u8]>> {
    Map::new(bytes).ok()
}

/// The number under a word.
pub(super) fn get(table: &'static Table, word: &str) -> Option<u64> {
    table.as_ref()?.get(word)
}

/// Lists of numbers: the map holds where each word's list starts and how long it is.
pub(super) fn list(table: &'static Table, lists: &'static [u8], word: &str, into: &mut Vec<u32>) {
    let Some(entry) = get(table, word) else {
        return;
    };
    let (start, length) = ((entry >> 8) as usize * 2, (entry & 0xff) as usize * 2);
    let numbers = lists.get(start..start + length).unwrap_or_default();
    into.extend(
        numbers
            .chunks_exact(2)
            .map(|pair| u32::from(u16::from_le_bytes([pair[0], pair[1]]))),
    );
}
