//! Answers typed in capitals behind what was asked: "Has it been signed? SIGNED IN MAY".

/// So many lines that end so make a habit of it.
pub const HABIT: usize = 4;

/// Where the capitals begin in which `words` end, behind words in small letters.
pub fn capitals_at_end(words: &str) -> Option<usize> {
    /// One word alone is no shorter than this: "the NHS" ends in capitals, too.
    const LONG: usize = 5;
    let capital = |word: &&str| !word.contains(char::is_lowercase);
    let told: Vec<&str> = words.split_whitespace().rev().take_while(capital).collect();
    let first = told.last()?;
    let start = first.as_ptr() as usize - words.as_ptr() as usize;
    let lettered = told.iter().filter(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1).count();
    let long = told.iter().any(|word| word.chars().filter(|c| c.is_uppercase()).count() >= LONG);
    let asked = words[..start].split_whitespace().filter(|word| word.contains(char::is_lowercase)).count();
    (asked > 1 && (lettered > 1 || long)).then_some(start)
}

/// True where many of `lines` end so: whoever answers a mail may type into it.
pub fn ends_in_capitals<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    lines.filter(|line| capitals_at_end(line.trim()).is_some()).take(HABIT).count() == HABIT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_behind_small_letters_answer() {
        let told = |words: &'static str| capitals_at_end(words).map(|at| &words[at..]);
        assert_eq!(told("a. Has it been signed? SIGNED IN MAY 24"), Some("SIGNED IN MAY 24"));
        assert_eq!(told("i. Confirm the date of adoption APRIL 24"), Some("APRIL 24"));
        assert_eq!(told("Is it used by the NHS"), None);
        assert_eq!(told("THE WHOLE LINE IS LOUD"), None);
        assert_eq!(told("Nothing here is loud"), None);
        assert!(ends_in_capitals("So is it? IT IS\n".repeat(4).lines()));
        assert!(!ends_in_capitals("So is it? IT IS\n".repeat(3).lines()));
    }
}
