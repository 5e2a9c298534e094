//! Figures of sentences that would read alike: the same thing in the same period, with nothing to tell them apart.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Letter;
use super::draft::{Draft, Rule};
use super::question::{head, squash};

/// No more words say which of several a figure counts.
const WORDS: usize = 9;
/// As many bytes after a figure are looked at.
const NEAR: usize = 160;

/// "1,477 incidents, 1,290 of them in primary schools and 187 in secondary schools": figures whose measure and period are
/// the same are told apart by the words that follow each.
pub fn tell(letter: &Letter<'_>, drafts: &mut [Draft]) {
    let key = |draft: &Draft| {
        let (start, end) = draft.when.map_or((None, None), |when| (when.start, when.end));
        (draft.measure.clone(), start, end)
    };
    let mut alike: HashMap<_, usize> = HashMap::new();
    for draft in drafts.iter() {
        *alike.entry(key(draft)).or_default() += 1;
    }
    let mut at_one_time: HashMap<_, usize> = HashMap::new();
    for draft in drafts.iter().filter(|draft| draft.rule == Rule::Prose) {
        let first = at_one_time.entry(key_of_time(draft)).or_insert(draft.figure.span.start);
        *first = draft.figure.span.start.min(*first);
    }
    let mut starts: Vec<usize> = drafts.iter().map(|draft| draft.figure.span.start).collect();
    starts.sort_unstable();
    for draft in drafts.iter_mut() {
        let in_prose = matches!(draft.rule, Rule::Prose | Rule::Sole);
        if !in_prose || (alike[&key(draft)] < 2 && !in_part(letter, draft, &at_one_time)) {
            continue;
        }
        let figure = draft.figure.span;
        let next = starts.get(starts.partition_point(|&start| start < figure.end)).copied();
        let near = letter.text.floor_char_boundary((figure.end + NEAR).min(letter.text.len()));
        let own = own_words(&letter.text[figure.end..near.min(next.unwrap_or(near)).max(figure.end)]);
        let said = draft.measure.to_lowercase();
        let says = |word: &str| said.contains(word.to_lowercase().trim_end_matches('s'));
        let again = says(own.split(' ').next().unwrap_or_default()); // "1,477 incidents were logged"
        let tells = |word: &str| word.len() > 3 && word.contains(char::is_alphabetic) && !says(word);
        if !again && own.split(' ').any(tells) {
            draft.measure = format!("{} / {own}", head(&draft.measure, own.split(' ').count().min(2)));
        }
    }
}

fn key_of_time(draft: &Draft) -> (Option<NaiveDate>, Option<NaiveDate>) {
    draft.when.map_or((None, None), |when| (when.start, when.end))
}

/// "There were 65 appeals; 10 were upheld": some of those named just before, to which something was done.
fn in_part(letter: &Letter<'_>, draft: &Draft, named: &HashMap<(Option<NaiveDate>, Option<NaiveDate>), usize>) -> bool {
    let end = draft.figure.span.end;
    let near = letter.text.get(end..).is_some_and(|rest| rest.starts_with(" were ") || rest.starts_with(" was "));
    let before = named.get(&key_of_time(draft)).is_some_and(|&at| at < draft.figure.span.start && end - at < NEAR);
    draft.rule == Rule::Sole && near && before
}

/// The words up to the end of their clause, without those that only lead to them.
fn own_words(after: &str) -> String {
    const LEADS: [&str; 18] = [
        "of", "them", "these", "those", "which", "were", "was", "are", "is", "had", "have", "been", "in", "on", "to",
        "a", "an", "the",
    ];
    // "ii. 104": the next item of a list.
    let marked = |(at, _): &(usize, char)| {
        let word = after[at + 1..].split_whitespace().next().unwrap_or("").trim_start_matches('(');
        word.len() > 1
            && word.len() < 5
            && word.ends_with(['.', ')'])
            && word[..word.len() - 1].bytes().all(|b| b"ivxabcdefgh".contains(&b))
    };
    let item =
        |(at, _): &(usize, char)| !after[at + 1..].trim_start_matches([' ', '\t']).starts_with(char::is_lowercase);
    let line = after
        .char_indices()
        .filter(|(_, c)| *c == '\n')
        .find(|at| item(at) || marked(at))
        .map_or(after, |(end, _)| &after[..end]);
    let after = squash(line);
    let after = after.trim_start_matches(['-', '\u{2013}', ' ']);
    let clause = after.find([',', ';', '.', '(', ')', ':', '\u{2013}']).map_or(after, |end| &after[..end]);
    let clause = clause.split(" and ").next().unwrap_or("").trim();
    let clause = clause.strip_suffix("respectively").unwrap_or(clause).trim_end();
    let words = clause.split(' ').skip_while(|word| LEADS.contains(&word.to_lowercase().as_str()));
    let mut words: Vec<&str> = words.take(WORDS).collect();
    while words.last().is_some_and(|word| ["and", "or", "to", "in", "of", "a", "the", "with", "for"].contains(word)) {
        words.pop();
    }
    words.join(" ")
}
