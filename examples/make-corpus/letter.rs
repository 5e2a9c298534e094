//! One letter, put together from the blocks.

use fastrand::Rng;

use crate::blocks::Blocks;
use crate::page::{encode, wrapped};
use crate::setting::{Item, Setting, figures, number};
use crate::words::{Letter, pick};

/// Makes letters; the same number and seed give the same letter.
pub struct Maker {
    blocks: Blocks,
    seed: u64,
}

impl Maker {
    pub fn new(blocks: Blocks, seed: u64) -> Self {
        Maker { blocks, seed }
    }

    /// The letter with this number, in the bytes of its file.
    pub fn letter(&self, number: u64) -> Vec<u8> {
        let rng = Rng::with_seed(self.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number);
        Letter::begin(&self.blocks, number, rng).write()
    }
}

impl Letter<'_> {
    fn write(mut self) -> Vec<u8> {
        let text = match self.rng.u32(..100) {
            0..4 => self.acknowledgement(),
            4..8 => self.refusal(),
            _ => self.reply(),
        };
        encode(wrapped(&text, &mut self.rng), &mut self.rng)
    }

    fn reply(&mut self) -> String {
        let size = self.size();
        let mut items = if self.rng.u8(..10) < 8 { self.known() } else { Vec::new() };
        let style = self.rng.usize(..6);
        let mut length: usize = items.iter().map(|item| item.question.len() + item.answer.len()).sum();
        while items.len() < 3 || length + 900 < size.min(12_000) {
            let item = self.other();
            length += item.question.len() + item.answer.len() + 8;
            items.push(item);
        }
        items.iter_mut().enumerate().for_each(|(i, item)| item.number = number(i, style));
        let setting = Setting::ALL[self.rng.usize(..Setting::ALL.len())];
        let mark = self.some(|b| &b.marks);
        let mut text = format!("{}{}\n\n{}\n\n", self.head(), self.some(|b| &b.openings), setting.write(&items, &mark));
        while text.len() < size && size > 12_000 {
            text.push_str(&self.annex());
        }
        text + &self.tail()
    }

    /// Size in bytes: mostly 0.5 to 12 kB, the median at 2.5; one in two thousand about 200 kB.
    fn size(&mut self) -> usize {
        if self.rng.u32(..2000) == 0 {
            self.rng.usize(180_000..220_000)
        } else {
            (500.0 * 24f64.powf(self.rng.f64())) as usize
        }
    }

    fn known(&mut self) -> Vec<Item> {
        let questions = &self.blocks.questionnaire().questions;
        let kept = if self.rng.u8(..3) == 0 { self.rng.usize(3..questions.len()) } else { questions.len() };
        let item = |question: &foi_rj::catalogue::Question| {
            let kind = serde_json::to_value(question.kind).unwrap_or_default();
            let answers = kind.as_str().and_then(|kind| self.blocks.known.get(kind));
            let answer = pick(answers.unwrap_or(&self.blocks.filler), &mut self.rng);
            let asked = self.rng.usize(..question.wordings.len());
            Item { number: String::new(), question: question.wordings[asked].clone(), answer: self.explained(answer) }
        };
        questions[..kept].iter().map(item).collect()
    }

    fn other(&mut self) -> Item {
        let other = &self.blocks.questions[self.rng.usize(..self.blocks.questions.len())];
        let (answer, asks) = (pick(&other.answers, &mut self.rng), self.filled(&other.asks));
        let answer = if answer == "TABLE" {
            let (rows, from) = (self.rng.usize(2..14), self.rng.u32(2018..2024));
            format!("The figures are these.\n\n{}", figures(rows, from, &mut self.rng))
        } else {
            self.explained(answer)
        };
        Item { number: String::new(), question: asks, answer }
    }

    /// The answer, and one time in four a sentence that explains it.
    fn explained(&mut self, answer: &str) -> String {
        let answer = self.filled(answer);
        if self.rng.u8(..4) > 0 { answer } else { format!("{answer} {}", self.some(|b| &b.filler)) }
    }

    fn annex(&mut self) -> String {
        match self.rng.u8(..4) {
            0 => {
                let rows = self.rng.usize(10..60);
                format!("{}\n\n", figures(rows, 2019, &mut self.rng))
            }
            1 => format!("{}\n\n", self.some(|b| &b.filler)),
            2 => self.some(|b| &b.furniture) + "\n",
            _ => pick(&self.blocks.paragraphs, &mut self.rng).to_owned() + "\n\n",
        }
    }

    fn refusal(&mut self) -> String {
        let (head, question, hours) = (self.head(), self.other().question, self.rng.u32(19..400));
        format!(
            "{head}You asked:\n\n{question}\n\nTo find this would take about {hours} hours, and section 12(1) of the \
             Freedom of Information Act 2000 applies. {}\n\n{}",
            self.some(|b| &b.filler),
            self.tail()
        )
    }

    fn acknowledgement(&mut self) -> String {
        let (head, sign) = (self.head(), self.some(|b| &b.signoffs));
        let (subject, received) = (self.subject, &self.received);
        format!(
            "{head}Thank you for your request about {subject}, which we received on {received}. You can expect a \
             reply within twenty working days.\n\n{sign}\n"
        )
    }

    fn head(&mut self) -> String {
        let (body, department) = (self.body, pick(&self.blocks.departments, &mut self.rng));
        let (reference, replied, subject) = (&self.reference, &self.replied, self.subject);
        match self.rng.u8(..3) {
            0 => format!("{body}\n{department}\n\nOur ref: {reference}\nDate: {replied}\n\nDear Requester\n\n"),
            1 => format!(
                "From: {department}\nSent: {replied} 09:14\nTo: [requester]\nSubject: RE: {subject} - {reference}\n\n\
                 Good morning\n\n"
            ),
            _ => format!(
                "{department}\n{body}\n{replied}\n\nFREEDOM OF INFORMATION REQUEST\nReference: {reference}\n\
                 Date received: {}\n\n",
                self.received
            ),
        }
    }

    fn tail(&mut self) -> String {
        let (review, sign) = (self.some(|b| &b.reviews), self.some(|b| &b.signoffs));
        format!("{review}\n\n{sign}\n\n{}\n", self.some(|b| &b.closings))
    }
}
