//! What is different in each letter, and the blocks filled in with it.

use fastrand::Rng;

use crate::blocks::Blocks;
use crate::setting::small;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A letter being written: what stays the same from its head to its end.
pub struct Letter<'b> {
    pub blocks: &'b Blocks,
    pub rng: Rng,
    pub body: &'b str,
    pub subject: &'b str,
    pub reference: String,
    pub received: String,
    pub replied: String,
    pages: u32,
}

impl<'b> Letter<'b> {
    /// Decides what stays the same.
    pub fn begin(blocks: &'b Blocks, number: u64, mut rng: Rng) -> Self {
        let (body, subject) = (pick(&blocks.bodies, &mut rng), pick(&blocks.subjects, &mut rng));
        let year = rng.u32(2023..2027);
        let reference = match rng.u8(..4) {
            0 => format!("FOI-{year}-{number:06}"),
            1 => format!("FOI {number:06}/{}", year % 100),
            2 => format!("RFI.{}.{number:06}", year % 100),
            _ => format!("{number:07}"),
        };
        let (received, replied) = (day(year, &mut rng), day(year, &mut rng));
        Letter { blocks, rng, body, subject, reference, received, replied, pages: 0 }
    }

    /// One of the blocks that `of` gives, filled in.
    pub fn some(&mut self, of: impl Fn(&'b Blocks) -> &'b [String]) -> String {
        let block = pick(of(self.blocks), &mut self.rng);
        self.filled(block)
    }

    /// `block` with everything in braces written out.
    pub fn filled(&mut self, block: &str) -> String {
        let mut text = String::with_capacity(block.len() + 32);
        let mut rest = block;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            text.push_str(before);
            text.push_str(&self.value(name));
            rest = after;
        }
        text + rest
    }

    fn value(&mut self, name: &str) -> String {
        match name {
            "body" => self.body.to_owned(),
            "town" => self.body.split(' ').next().unwrap_or_default().to_owned(),
            "subject" => self.subject.to_owned(),
            "ref" => self.reference.clone(),
            "received" => self.received.clone(),
            "replied" => self.replied.clone(),
            "month" => MONTHS[self.rng.usize(..12)].to_owned(),
            "year" => self.rng.u32(2019..2027).to_string(),
            "nnn" => format!("{:03}", self.rng.u32(..1000)),
            "small" => small(&mut self.rng),
            "page" => {
                self.pages += 1;
                self.pages.to_string()
            }
            "pages" => (self.pages + 2).to_string(),
            _ => self.rng.u32(2..900).to_string(),
        }
    }
}

/// One of `from`.
pub fn pick<'a>(from: &'a [String], rng: &mut Rng) -> &'a str {
    &from[rng.usize(..from.len())]
}

fn day(year: u32, rng: &mut Rng) -> String {
    let (day, month) = (rng.usize(1..29), rng.usize(..12));
    match rng.u8(..3) {
        0 => format!("{day} {} {year}", MONTHS[month]),
        1 => format!("{day:02}/{:02}/{year}", month + 1),
        _ => format!("{day:02}-{:02}-{year}", month + 1),
    }
}
