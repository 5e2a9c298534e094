//! What the second coder sees of an answer: its words one by one and in pairs, and with which it opens.

/// Where in an answer words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Anywhere in its first sentences.
    Anywhere,
    /// In its first sentence.
    First,
    /// At its very beginning.
    Opens,
}

impl Place {
    /// Every place, in the order in which files list them.
    pub const ALL: [Place; 3] = [Place::Anywhere, Place::First, Place::Opens];

    /// The name used in files.
    pub fn name(self) -> &'static str {
        match self {
            Place::Anywhere => "anywhere",
            Place::First => "first",
            Place::Opens => "opens",
        }
    }
}

/// Later sentences than this are not looked at: what they tell is beside the point.
const SENTENCES: usize = 4;

/// An answer opens with as many words.
const OPENING: usize = 3;

/// Calls `see` with each feature of an answer's folded sentences and the sentence that has it, some several times.
pub fn each_feature(sentences: &[&str], mut see: impl FnMut(usize, Place, &str)) {
    for (at, sentence) in sentences.iter().take(SENTENCES).enumerate() {
        let (words, ends) = plain(sentence);
        let mut start = 0;
        for (i, &end) in ends.iter().enumerate() {
            for end in [Some(&end), ends.get(i + 1)].into_iter().flatten() {
                see(at, Place::Anywhere, &words[start..*end]);
                if at == 0 {
                    see(at, Place::First, &words[start..*end]);
                }
            }
            start = end + 1;
        }
        if at == 0 {
            ends.iter().take(OPENING).for_each(|&end| see(at, Place::Opens, &words[..end]));
        }
    }
}

/// The words and the marks between clauses, one space apart, with the end of each; every number is `0`.
fn plain(sentence: &str) -> (String, Vec<usize>) {
    let mut words = String::with_capacity(sentence.len());
    let mut ends = Vec::new();
    let mut last = ' ';
    for c in sentence.chars() {
        let within = c.is_alphanumeric() || c == '\'';
        let c = if c.is_ascii_digit() { '0' } else { c };
        if within && !(c == '0' && last == '0') || matches!(c, ',' | ';' | ':' | '?') {
            let joined = within && (last.is_alphanumeric() || last == '\'');
            if !joined && !words.is_empty() {
                ends.push(words.len());
                words.push(' ');
            }
            words.push(c);
        }
        last = c;
    }
    if !words.is_empty() {
        ends.push(words.len());
    }
    (words, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_alone_and_in_pairs() {
        let mut seen = Vec::new();
        each_feature(&["no, it isn't.", "12,345 did"], |at, place, words| seen.push((at, place, words.to_owned())));
        let of = |at, place| -> Vec<&str> {
            seen.iter().filter(|(a, p, _)| (*a, *p) == (at, place)).map(|(.., words)| words.as_str()).collect()
        };
        assert_eq!(of(0, Place::Anywhere), ["no", "no ,", ",", ", it", "it", "it isn't", "isn't"]);
        assert_eq!(of(0, Place::First), of(0, Place::Anywhere));
        assert_eq!(of(0, Place::Opens), ["no", "no ,", "no , it"]);
        assert_eq!(of(1, Place::Anywhere), ["0", "0 ,", ",", ", 0", "0", "0 did", "did"]);
        assert!(of(1, Place::First).is_empty());
    }

    #[test]
    fn nothing_is_seen_where_nothing_is_said() {
        each_feature(&["", "–"], |_, _, words| panic!("{words}"));
    }
}
