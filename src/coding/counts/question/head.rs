//! The head of a long subject, as it goes before a label.

/// Most words before a label for each word of that label: what is left of a long subject must not drown the label.
const A_LABEL_WORD: usize = 3;

/// The head of `subject` as it goes before a label of `words` words: cut before a preposition, so that the label is not
/// drowned.
pub fn head(subject: &str, words: usize) -> &str {
    let most = A_LABEL_WORD * words.max(1);
    if subject.split(' ').count() <= most {
        return subject;
    }
    let mut head = "";
    for (at, (start, word)) in word_starts(subject).enumerate() {
        let joint = [
            "of",
            "by",
            "in",
            "at",
            "against",
            "from",
            "to",
            "for",
            "with",
            "on",
            "about",
            "involving",
            "over",
            "under",
            "who",
            "which",
            "that",
            "made",
            "where",
            "relating",
            "and",
            "or",
        ];
        let joint = joint.contains(&word.to_lowercase().trim_end_matches(','))
            || (start > 0 && subject[..start].trim_end().ends_with(','));
        if joint && at > 0 && at <= most {
            head = &subject[..start];
        }
        if at > most {
            break;
        }
    }
    let head = head.trim_end_matches([' ', ',']);
    if !head.is_empty() {
        return head;
    }
    // A noun with many words before it: its last words.
    let first = word_starts(subject)
        .skip(1)
        .find(|(_, word)| ["of", "by", "in", "at", "against", "from", "to", "for", "with", "on"].contains(word));
    let phrase = subject[..first.map_or(subject.len(), |(at, _)| at)].trim_end();
    let skip = phrase.split(' ').count().saturating_sub(most);
    word_starts(phrase).nth(skip).map_or(phrase, |(at, _)| &phrase[at..])
}

fn word_starts(words: &str) -> impl Iterator<Item = (usize, &str)> {
    words.split(' ').map(move |word| (word.as_ptr() as usize - words.as_ptr() as usize, word))
}
