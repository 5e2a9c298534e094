//! Short names for questions, from their wordings: a label for headings, a field for columns.

use crate::catalogue::stems::telling_words;
use crate::text::Folded;

/// The longest label, in characters.
const LABEL: usize = 48;

/// A label for headings: the wording without the phrases of asking, cut after a word.
pub fn label_of(wording: &str) -> String {
    let bare = wording.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = bare.trim_end_matches(['?', '.', ':', ';', ',']);
    if bare.chars().count() <= LABEL {
        return bare.to_owned();
    }
    let mut label = String::new();
    for word in bare.split(' ') {
        if label.chars().count() + word.chars().count() + 2 > LABEL {
            break;
        }
        label.push_str(word);
        label.push(' ');
    }
    match label.trim_end_matches([' ', ',', '(', ';', ':']) {
        "" => bare.chars().take(LABEL - 1).chain(['…']).collect(),
        label => format!("{label} …"),
    }
}

/// A field for columns: the first words that tell what is asked, `tariff_came_force`; empty where there are none.
pub fn field_of(wording: &str, usual: &dyn Fn(&str) -> bool) -> String {
    let folded = Folded::new(wording);
    let words: Vec<&str> = telling_words(folded.text()).filter(|word| word.is_ascii()).collect();
    let rare: Vec<&str> = words.iter().copied().filter(|word| !usual(word)).collect();
    let chosen = if rare.len() > 1 { rare } else { words };
    let mut name = String::new();
    for word in chosen.into_iter().take(3) {
        if name.len() + word.len() > 28 && !name.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.push_str(word);
    }
    name.trim_start_matches(|c: char| !c.is_ascii_lowercase()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short_and_end_after_a_word() {
        assert_eq!(label_of("From what date?"), "From what date");
        let long = label_of("How many penalty charge notices (PCNs) did the council issue in each of those years?");
        assert_eq!(long, "How many penalty charge notices (PCNs) did the …");
        assert!(label_of(&"x".repeat(80)).ends_with('…'));
    }

    #[test]
    fn fields_name_what_is_asked() {
        assert_eq!(field_of("On what date did the current tariff come into force?", &|_| false), "current_tariff_come");
        assert_eq!(field_of("Please provide it.", &|_| false), "");
    }
}
