//! The labels of list items and questions: `1.`, `a)`, `(ii)`, `1b(i).`, `Q3`, `1.4`, bullets.

mod forms;
#[cfg(test)]
mod tests;
mod words;

use forms::{Form, Printed};
pub(super) use words::begins_with_month;
use words::begins_with_word;
pub use words::hint_len;

use super::number::{Number, Step};

/// What marks an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A printed number or letter.
    Number(Number),
    /// A dash, dot, `o` or star, or a dot whose bytes were read as another encoding's letters.
    Bullet,
}

/// At most this many bullets stand before a number.
const BULLETS: usize = 3;

/// The label that `text` begins with, and the bytes it takes with the white space after it.
pub fn parse_label(text: &str) -> Option<(Label, usize)> {
    parse_behind(text, BULLETS)
}

/// The label, where at most `bullets` may stand before its number.
fn parse_behind(text: &str, bullets: usize) -> Option<(Label, usize)> {
    if begins_with_word(text) {
        return None;
    }
    let printed = Printed::at(text)?;
    if printed.form == Form::Bullet {
        // A bullet may stand before a number: "- 1. NHS Charter", "o 1.1 Has your".
        let number = bullets.checked_sub(1).and_then(|bullets| parse_behind(printed.rest, bullets));
        return match number {
            Some((Label::Number(number), more)) => Some((Label::Number(number), printed.len + more)),
            _ => Some((Label::Bullet, printed.len)),
        };
    }
    let (number, len) = number_of(&printed)?;
    Some((Label::Number(number), len))
}

/// The number that is printed, the first where there are several, and the bytes that it takes.
fn number_of(printed: &Printed<'_>) -> Option<(Number, usize)> {
    let whole = |number: Number| (number, printed.len);
    match printed.form {
        Form::Nth => Some(whole(Number(vec![Step::Roman(words::ordinal(printed.number)?)]))),
        Form::PartByPlace => printed.part_by_place().map(whole),
        _ => {
            if let Some((digits, len)) = printed.before_article() {
                return Number::parse(digits).map(|number| (number, len));
            }
            let number = Number::parse(printed.number)?;
            match printed.before_inner_list() {
                Some(len) => Some((number, len)),
                None => printed.is_label().then(|| whole(number)),
            }
        }
    }
}
