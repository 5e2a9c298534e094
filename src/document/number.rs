//! Numbers of questions with their parents, as printed and nested: `1`, `1b`, `3a-ii`, `1.4`.

use std::fmt;

/// One step of a number, as deep as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// `1`, `12`, and each half of `1.4`.
    Number(u32),
    /// `a`, `b`.
    Letter(char),
    /// `i`, `iv`: small Roman numerals, kept by value.
    Roman(u32),
}

/// A number with its parents, outermost first: `1b-i` is Number 1, Letter b, Roman 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub Vec<Step>);

const ROMANS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// True for a number with its letter and nothing else, as a column of numbers leaves them: "1b", and not "5th".
pub(super) fn is_lettered(words: &str) -> bool {
    let digits = words.strip_suffix(|c: char| ('a'..='h').contains(&c)).unwrap_or("");
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

impl Step {
    fn parse(token: &str) -> Option<Step> {
        let token = token.to_ascii_lowercase();
        if let Ok(number) = token.parse() {
            return Some(Step::Number(number));
        }
        if let Some(value) = ROMANS.iter().position(|roman| *roman == token) {
            return Some(Step::Roman(value as u32 + 1));
        }
        let mut letters = token.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_ascii_lowercase() => Some(Step::Letter(letter)),
            _ => None,
        }
    }

    /// The step that follows in a list: `b` after `a`.
    pub fn next(&self) -> Option<Step> {
        Some(match self {
            Step::Number(number) => Step::Number(number.checked_add(1)?),
            Step::Letter(letter) => Step::Letter(char::from_u32(*letter as u32 + 1)?),
            Step::Roman(value) => Step::Roman(value + 1),
        })
    }

    /// True for `1`, `a` and `i`.
    pub fn is_first(&self) -> bool {
        matches!(self, Step::Number(1) | Step::Letter('a') | Step::Roman(1))
    }

    /// Its place in its list, counted from 1.
    fn ordinal(&self) -> u32 {
        match self {
            Step::Number(number) | Step::Roman(number) => *number,
            Step::Letter(letter) => (*letter as u32).saturating_sub('a' as u32) + 1,
        }
    }

    /// The letter that a Roman numeral could also be: `i`, `v`, `x`.
    fn as_letter(&self) -> Option<char> {
        match self {
            Step::Letter(letter) => Some(*letter),
            Step::Roman(1) => Some('i'),
            Step::Roman(5) => Some('v'),
            Step::Roman(10) => Some('x'),
            _ => None,
        }
    }
}

impl Number {
    /// Reads the parts of a number such as `1b)(ii)`, `3a-i`, `1.4`, `Q2`; `None` where a part is no number.
    pub fn parse(printed: &str) -> Option<Number> {
        let alike = |a: &u8, b: &u8| a.is_ascii_digit() == b.is_ascii_digit();
        let runs = printed.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(|run| run.as_bytes().chunk_by(alike));
        let mut steps = Vec::new();
        for (i, part) in runs.enumerate() {
            if i == 0 && part.eq_ignore_ascii_case(b"q") {
                continue;
            }
            let part = std::str::from_utf8(part).ok()?;
            match part.split_at_checked(1) {
                // "1bii"
                Some((letter, roman)) if i > 0 && !roman.is_empty() && Step::parse(part).is_none() => {
                    steps.extend([Step::parse(letter)?, Step::parse(roman)?]);
                }
                _ => steps.push(Step::parse(part)?),
            }
        }
        (!steps.is_empty()).then_some(Number(steps))
    }

    /// The number of its n-th part, counted from 0: `1b-ii` is the second bullet under 1b.
    pub fn with_part(&self, nth: usize) -> Number {
        Number(self.0.iter().cloned().chain([Step::Roman(nth as u32 + 1)]).collect())
    }

    /// True where this number is `other`'s parent, or its parent's parent.
    pub fn is_above(&self, other: &Number) -> bool {
        self.0.len() < other.0.len() && other.0.starts_with(&self.0)
    }

    /// True where both count to the same place, whatever they count with: `6.2` and `6b`, `3a-i` and `3.1.1`.
    pub fn is_at_place_of(&self, other: &Number) -> bool {
        self.0.iter().map(Step::ordinal).eq(other.0.iter().map(Step::ordinal))
    }

    /// True where this number is the next after `before` at any level: `1b`, `1a-i`, `2` and `2a` follow `1a`.
    pub fn follows(&self, before: &Number) -> bool {
        let same = self.0.iter().zip(&before.0).take_while(|(own, earlier)| own == earlier).count();
        let stepped = before.0.get(same).is_none_or(|step| step.next().as_ref() == self.0.get(same));
        let opened = self.0.get(same + usize::from(same < before.0.len())..);
        self.0.len() > same && stepped && opened.is_some_and(|steps| steps.iter().all(Step::is_first))
    }

    /// The number that stands here when `self` is printed below or beside `before`: `b` after `1a` is `1b`.
    pub fn below(&self, before: &Number) -> Number {
        let Some(first) = self.0.first() else { return before.clone() };
        let depth = match first {
            Step::Number(_) => 0,
            Step::Letter(_) => before.0.iter().take_while(|step| matches!(step, Step::Number(_))).count(),
            Step::Roman(value) => match before.0.iter().position(|step| matches!(step, Step::Roman(_))) {
                Some(depth) => depth,
                // `i` after `1h` goes on with the letters; else a Roman numeral opens a level of its own.
                None if *value == 1 && before.0.last().and_then(Step::as_letter) == Some('h') => {
                    let mut steps = before.0[..before.0.len() - 1].to_vec();
                    steps.push(Step::Letter('i'));
                    return Number(steps);
                }
                None => before.0.len(),
            },
        };
        let mut steps = before.0[..depth.min(before.0.len())].to_vec();
        steps.extend(self.0.iter().cloned());
        Number(steps)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            let after_number = i > 0 && matches!(self.0[i - 1], Step::Number(_));
            match step {
                // "A1" is printed as one.
                Step::Number(number) if i > 1 || i == 1 && !matches!(self.0[0], Step::Letter(_)) => {
                    write!(f, ".{number}")?;
                }
                Step::Number(number) => write!(f, "{number}")?,
                Step::Letter(letter) if i == 0 || after_number => write!(f, "{letter}")?,
                Step::Letter(letter) => write!(f, "-{letter}")?,
                Step::Roman(value) => {
                    let roman = ROMANS.get(*value as usize - 1).unwrap_or(&"?");
                    write!(f, "{}{roman}", if i > 0 { "-" } else { "" })?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_its_letter_stands_alone() {
        assert!(["1b", "12a"].into_iter().all(is_lettered));
        assert!(!["5th", "2nd", "n/a", "4%", "3", "b", "1b)", "2023a", ""].into_iter().any(is_lettered));
    }

    #[test]
    fn numbers_nest_by_what_stood_before() {
        let number = |text| Number::parse(text).unwrap();
        assert_eq!(number("b").below(&number("1a")).to_string(), "1b");
        assert_eq!(number("i").below(&number("1b")).to_string(), "1b-i");
        assert_eq!(number("ii").below(&number("1b-i")).to_string(), "1b-ii");
        assert_eq!(number("c").below(&number("1b-ii")).to_string(), "1c");
        assert_eq!(number("2").below(&number("1c")).to_string(), "2");
        assert_eq!(number("i").below(&number("1h")).to_string(), "1i");
        for (number, before) in [("1b", "1a"), ("2.1", "1.2"), ("3a-i", "2b"), ("1a-i", "1a"), ("2", "1c")] {
            assert!(Number::parse(number).unwrap().follows(&Number::parse(before).unwrap()), "{number} {before}");
        }
        for (number, before) in [("1a", "1a"), ("3", "1"), ("2.2", "1.2"), ("1", "1a")] {
            assert!(!Number::parse(number).unwrap().follows(&Number::parse(before).unwrap()), "{number} {before}");
        }
        assert!(number("6.2").is_at_place_of(&number("6b")) && !number("6.2").is_at_place_of(&number("6")));
        assert_eq!(number("iv").below(&number("iii")).to_string(), "iv");
    }
}
