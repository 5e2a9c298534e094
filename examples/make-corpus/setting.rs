//! Questions and answers on paper: the ways in which letters set them out.

use fastrand::Rng;

/// A question of a letter, its number and its answer.
pub struct Item {
    pub number: String,
    pub question: String,
    pub answer: String,
}

/// How a letter sets out its questions and answers.
#[derive(Clone, Copy)]
pub enum Setting {
    /// Question, mark, answer.
    Marked,
    /// Question, then the answer in a paragraph of its own.
    Bare,
    /// Question and answer on one line.
    OneLine,
    /// All questions, then all answers by number.
    TwoBlocks,
    /// The request quoted with `>`, answers between.
    Quoted,
    /// Two columns.
    Table,
    /// Markdown: bold questions.
    Bold,
}

impl Setting {
    pub const ALL: [Setting; 7] = [
        Setting::Marked,
        Setting::Bare,
        Setting::OneLine,
        Setting::TwoBlocks,
        Setting::Quoted,
        Setting::Table,
        Setting::Bold,
    ];

    /// `items` set out, each answer after `mark` where the setting has one.
    pub fn write(self, items: &[Item], mark: &str) -> String {
        match self {
            Setting::Marked => each(items, |i| format!("{} {}\n\n{mark} {}", i.number, i.question, i.answer)),
            Setting::Bare => each(items, |i| format!("{} {}\n\n{}", i.number, i.question, i.answer)),
            Setting::OneLine => each(items, |i| format!("{} {} {}", i.number, i.question, i.answer)),
            Setting::Quoted => each(items, |i| format!("> {} {}\n\n{}", i.number, i.question, i.answer)),
            Setting::Bold => each(items, |i| format!("**{} {}**\n\n{}", i.number, i.question, i.answer)),
            Setting::TwoBlocks => {
                let (asked, told): (Vec<_>, Vec<_>) = items
                    .iter()
                    .map(|i| (format!("{} {}", i.number, i.question), format!("{} {}", i.number, i.answer)))
                    .unzip();
                format!("You asked:\n\n{}\n\nOur response:\n\n{}", asked.join("\n"), told.join("\n\n"))
            }
            Setting::Table => {
                let rows = items.iter().map(|i| {
                    let cell = |text: &str| text.replace('\n', " ");
                    format!("| {} | {} | {} |\n", i.number, cell(&i.question), cell(&i.answer))
                });
                format!("| No. | Question | Answer |\n|---|---|---|\n{}", rows.collect::<String>())
            }
        }
    }
}

fn each(items: &[Item], write: impl Fn(&Item) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join("\n\n")
}

/// The number of question `i` (from 0) in the way of numbering `style`.
pub fn number(i: usize, style: usize) -> String {
    match style {
        0 => format!("{}.", i + 1),
        1 => format!("{})", char::from(b'a' + (i % 26) as u8)),
        2 => format!("Q{}.", i + 1),
        3 => format!("{}.{}", 1 + i / 4, 1 + i % 4),
        4 => format!("Question {}:", i + 1),
        _ => "\u{2022}".to_owned(),
    }
}

/// A table of figures by year: bars, tabs or columns of spaces.
pub fn figures(rows: usize, from: u32, rng: &mut Rng) -> String {
    let years: Vec<String> = (from..from + 3).map(|year| format!("{year}/{:02}", (year + 1) % 100)).collect();
    let style = rng.u8(..3);
    let line = |head: &str, cells: &[String]| match style {
        0 => format!("| {head} | {} |\n", cells.join(" | ")),
        1 => format!("{head}\t{}\n", cells.join("\t")),
        _ => format!("{head:<28}{}\n", cells.iter().map(|cell| format!("{cell:>12}")).collect::<String>()),
    };
    let mut table = line("Category", &years);
    if style == 0 {
        table.push_str("|---|---|---|---|\n");
    }
    for row in 0..rows {
        let cells: Vec<String> = (0..3).map(|_| small(rng)).collect();
        table.push_str(&line(&format!("Group {}", row + 1), &cells));
    }
    table
}

/// A figure that may be suppressed.
pub fn small(rng: &mut Rng) -> String {
    match rng.u8(..10) {
        0 => "<5".to_owned(),
        1 => "*".to_owned(),
        2..=5 => rng.u32(5..60).to_string(),
        _ => rng.u32(60..3000).to_string(),
    }
}
