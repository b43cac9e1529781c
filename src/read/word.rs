//! Word documents (`.docx`), through `undoc`, which bounds what it unpacks.

use undoc::model::Block;

use super::draft::Draft;
use super::error::Problem;
use super::page::day;
use super::spaced;
use crate::Lines;

/// Whether an archive is a Word document.
pub(super) fn is_word(bytes: &[u8]) -> bool {
    let name = b"word/document.xml";
    bytes.windows(name.len()).any(|window| window == name)
}

/// The text of a document, a paragraph a block; its properties tell who wrote it.
pub(super) fn draft(bytes: &[u8]) -> Result<Draft, Problem> {
    let document = undoc::parse_bytes(bytes).map_err(|error| Problem::Damaged {
        kind: "a Word document",
        reason: error.to_string(),
    })?;
    let mut title = document
        .metadata
        .title
        .clone()
        .filter(|title| !title.trim().is_empty());
    let mut paragraphs = Vec::new();
    for block in document
        .sections
        .iter()
        .flat_map(|section| &section.content)
    {
        match block {
            Block::Paragraph(paragraph) => paragraphs.push(paragraph.plain_text()),
            Block::Table(table) => paragraphs.extend(table.rows.iter().map(|row| {
                let cells: Vec<String> = row.cells.iter().map(|cell| cell.plain_text()).collect();
                cells.join("; ")
            })),
            _ => {}
        }
    }
    let mut paragraphs: Vec<String> = paragraphs
        .iter()
        .map(|text| spaced(text))
        .filter(|text| !text.is_empty())
        .collect();
    // a title that is written above the text as well stands once
    if title
        .as_ref()
        .is_some_and(|title| paragraphs.first().is_some_and(|first| first == title))
    {
        paragraphs.remove(0);
    } else if title.is_some() && !paragraphs.is_empty() {
        // a property that nobody sees is no claim
        title = None;
    }
    let mut draft = match title {
        Some(title) => Draft::titled(Some(title), paragraphs),
        None => Draft::from_text(&paragraphs.join("\n\n")),
    };
    draft.lines = Lines::Unknown;
    draft.author = document
        .metadata
        .author
        .filter(|author| !author.trim().is_empty());
    draft.modified = document.metadata.modified.as_deref().and_then(day);
    Ok(draft)
}
