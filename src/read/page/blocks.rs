//! A page's elements -> blocks of text.

use dom_query::{NodeId, NodeRef};

use super::super::comments;
use super::boilerplate::{self, Says};
use crate::DropReason;

/// A paragraph, heading, item or row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its words, spaces put together.
    pub(super) text: String,
    /// Bytes of it that are links.
    pub(super) linked: usize,
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// Whether its element is named as a standfirst.
    pub(super) standfirst: bool,
    /// Why it is no text of the article, when an element around it says so.
    pub(super) dropped: Option<DropReason>,
}

/// Elements whose text nobody sees as text.
const UNSEEN: [&str; 17] = [
    "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "canvas",
    "audio", "video", "select", "textarea", "option", "datalist", "title",
];

/// Elements that stand in a line.
const INLINE: [&str; 36] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "u", "var",
];

/// What an element is made of.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// In the order of the page.
    pub(super) blocks: Vec<Block>,
    /// Comments that are meant for this program, each with the number of the block that it stands in or before.
    pub(super) comments: Vec<(usize, String)>,
    /// Elements that are named as something that is no text of an article, without those inside them.
    pub(super) unwanted: Vec<NodeId>,
    /// How deep the elements nest.
    pub(super) deepest: usize,
}

/// Cuts an element into blocks. With `judged`, blocks inside what is no text of an article are marked.
pub(super) fn blocks(root: &NodeRef<'_>, judged: bool) -> Blocks {
    let mut writer = Writer {
        blocks: Vec::new(),
        text: String::new(),
        linked: 0,
        links: 0,
        headings: 0,
        standfirsts: 0,
        dropped: Vec::new(),
    };
    // on a list of its own, not the call stack: pages nest as deep as they like
    let mut steps = vec![Step::Enter(*root)];
    let mut unwanted = Vec::new();
    let mut comments = Vec::new();
    let (mut depth, mut deepest) = (0_usize, 0);
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => writer.push(&node.text()),
            Step::Enter(node) if node.is_comment() => {
                let words = comments::directive(&node.html()).map(str::to_owned);
                comments.extend(words.map(|words| (writer.blocks.len(), words)));
            }
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                if UNSEEN.contains(&&*name) {
                    continue;
                }
                if &*name == "br" {
                    writer.end_block();
                    continue;
                }
                let says = if judged && node.is_element() {
                    boilerplate::of_element(&node, &name)
                } else {
                    Says::default()
                };
                if says.dropped.is_some() && writer.dropped.is_empty() {
                    unwanted.push(node.id);
                }
                let marks = Marks {
                    block: node.is_element() && !INLINE.contains(&&*name),
                    cell: matches!(&*name, "td" | "th"),
                    link: &*name == "a",
                    heading: matches!(&*name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"),
                    says,
                };
                writer.enter(&marks);
                depth += 1;
                deepest = deepest.max(depth);
                steps.push(Step::Leave(marks));
                steps.extend(node.children_it(true).map(Step::Enter));
            }
            Step::Leave(marks) => {
                writer.leave(&marks);
                depth -= 1;
            }
        }
    }
    writer.end_block();
    Blocks {
        blocks: writer.blocks,
        comments,
        unwanted,
        deepest,
    }
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Marks),
}

/// What an element makes of the text in it.
struct Marks {
    block: bool,
    cell: bool,
    link: bool,
    heading: bool,
    says: Says,
}

struct Writer {
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    /// Links, headings, standfirsts and dropped elements that are open.
    links: usize,
    headings: usize,
    standfirsts: usize,
    dropped: Vec<DropReason>,
}

impl Writer {
    fn push(&mut self, text: &str) {
        let before = self.text.len();
        for word in text.split_inclusive(|c: char| c.is_whitespace() || c == '\u{a0}') {
            let trimmed = word.trim_matches(|c: char| {
                c.is_whitespace() || c == '\u{a0}' || c == '\u{200b}' || c == '\u{feff}'
            });
            self.text.push_str(trimmed);
            if word.len() != trimmed.len() && word.ends_with(|c: char| c.is_whitespace()) {
                self.space();
            }
        }
        if self.links > 0 {
            self.linked += self.text.len() - before;
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    fn enter(&mut self, marks: &Marks) {
        if marks.cell {
            // the cells of a row stand in one line
            let length = self.text.trim_end().len();
            self.text.truncate(length);
            if !self.text.is_empty() {
                self.text.push_str("; ");
            }
        } else if marks.block {
            self.end_block();
        }
        self.links += usize::from(marks.link);
        self.headings += usize::from(marks.heading);
        self.standfirsts += usize::from(marks.says.standfirst);
        self.dropped.extend(marks.says.dropped);
    }

    fn leave(&mut self, marks: &Marks) {
        if marks.block && !marks.cell {
            self.end_block();
        }
        self.links -= usize::from(marks.link);
        self.headings -= usize::from(marks.heading);
        self.standfirsts -= usize::from(marks.says.standfirst);
        if marks.says.dropped.is_some() {
            self.dropped.pop();
        }
    }

    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let text = text.trim();
        if text.chars().any(char::is_alphanumeric) {
            self.blocks.push(Block {
                text: text.to_owned(),
                linked: linked.min(text.len()),
                heading: self.headings > 0,
                standfirst: self.standfirsts > 0,
                dropped: self.dropped.first().copied(),
            });
        }
    }
}
