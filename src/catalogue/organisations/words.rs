//! Names reduced to their words, so that "Tees, Esk & Wear Valleys" and "tees esk and wear valleys" are one.

/// A text as words: letters and digits with one space between, `|` where a sentence, bracket or cell ends.
#[derive(Clone, Debug, Default)]
pub struct Words {
    text: String,
    from: Vec<u32>,
}

impl Words {
    /// The words of `range` of a folded text.
    pub fn new(folded: &str, range: std::ops::Range<usize>) -> Self {
        let mut words = Words::default();
        words.add(folded, range);
        words
    }

    /// Adds another stretch of the same text, apart from what went before.
    pub fn add(&mut self, folded: &str, range: std::ops::Range<usize>) {
        self.gap('|', range.start);
        for (i, letter) in folded[range.clone()].char_indices() {
            let at = range.start + i;
            match letter {
                'a'..='z' | '0'..='9' => self.put(letter, at),
                '\'' => {}
                '&' => {
                    self.gap(' ', at);
                    "and".chars().for_each(|letter| {
                        self.text.push(letter);
                        self.from.push(at as u32);
                    });
                    self.gap(' ', at);
                }
                ' ' | '\n' | ',' | '-' | '"' => self.gap(' ', at),
                '.' if self.abbreviates() => self.gap(' ', at),
                _ if letter.is_alphabetic() => self.put(letter, at),
                _ => self.gap('|', at),
            }
        }
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the folded text that `start..end` of the words came from.
    pub fn back(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        self.from[start] as usize..self.from[end - 1] as usize + 1
    }

    fn put(&mut self, letter: char, at: usize) {
        self.text.push(letter);
        self.from.extend((at..at + letter.len_utf8()).map(|at| at as u32));
    }

    fn gap(&mut self, mark: char, at: usize) {
        match self.text.as_bytes().last() {
            None | Some(b'|') => {}
            Some(b' ') => {
                if mark == '|' {
                    self.text.pop();
                    self.text.push('|');
                }
            }
            Some(_) => {
                self.from.push(at as u32);
                self.text.push(mark);
            }
        }
    }

    /// True after "st" and single letters: the full stop belongs to the word.
    fn abbreviates(&self) -> bool {
        let word = self.text.rsplit([' ', '|']).next().unwrap_or("");
        word == "st" || word.len() == 1
    }
}

/// The words of a name from the catalogue.
pub fn words_of(name: &str) -> String {
    let lower = name.to_lowercase();
    Words::new(&lower, 0..lower.len()).text().trim_end_matches([' ', '|']).to_owned()
}

/// True where `start..end` of `words` begins and ends with whole words.
pub fn whole(words: &str, start: usize, end: usize) -> bool {
    let edge = |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b' ' | b'|'));
    let bytes = words.as_bytes();
    edge(start.checked_sub(1).and_then(|before| bytes.get(before))) && edge(bytes.get(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one() {
        assert_eq!(words_of("Tees, Esk & Wear Valleys"), words_of("Tees Esk and Wear Valleys"));
        assert_eq!(words_of("St. George's"), "st georges");
        assert_eq!(words_of("Stoke-on-Trent"), "stoke on trent");
    }

    #[test]
    fn sentences_keep_names_apart_and_places_point_back() {
        let text = "we asked leeds. nhs trust (the trust)";
        let words = Words::new(text, 0..text.len());
        assert_eq!(words.text(), "we asked leeds|nhs trust|the trust|");
        let at = words.text().find("nhs trust").unwrap();
        assert_eq!(&text[words.back(at, at + 9)], "nhs trust");
    }
}
