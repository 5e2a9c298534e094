//! Text boxes drawn with signs: what stands between `+----+` and `+----+`, each line between two bars, is plain text.

use super::line::Line;
use crate::text::Span;

/// Takes the frames of boxes off `lines`. A box with columns is a table and keeps its bars.
pub(super) fn take_off(text: &str, lines: &mut [Line]) {
    let rules: Vec<usize> = (0..lines.len()).filter(|&at| is_rule(lines[at].words.of(text))).collect();
    for pair in rules.windows(2) {
        let (first, last) = (pair[0], pair[1]);
        let boxed = |line: &Line| line.is_blank() || inside(text, line).is_some();
        if last == first + 1 || !lines[first + 1..last].iter().all(boxed) {
            continue;
        }
        for line in &mut lines[first..=last] {
            let end = line.words.end;
            match inside(text, line) {
                Some(words) if !words.is_empty() => {
                    line.indent = text[line.words.start + 1..words.start].chars().count();
                    line.words = words;
                }
                _ => line.words = Span::new(end, end),
            }
        }
    }
}

/// `+------+`, `+======+`: nothing between its corners.
fn is_rule(words: &str) -> bool {
    let rule = words.strip_prefix('+').and_then(|rest| rest.strip_suffix('+'));
    rule.is_some_and(|rule| rule.len() > 2 && rule.bytes().all(|byte| byte == b'-' || byte == b'='))
}

/// What stands between the only two bars of a line.
fn inside(text: &str, line: &Line) -> Option<Span> {
    let words = line.words.of(text).strip_prefix('|')?.strip_suffix('|')?;
    let inner = Span::new(line.words.start + 1, line.words.end - 1);
    (!words.contains('|')).then(|| inner.trim(text))
}

#[cfg(test)]
mod tests {
    use crate::document::line::read_lines;
    use crate::text::Lines;

    fn words(text: &str) -> Vec<&str> {
        read_lines(text, &Lines::new(text)).iter().map(|line| line.words.of(text)).collect()
    }

    #[test]
    fn a_box_of_one_column_is_plain_text() {
        let text = "Asked:\n+------+\n| 1. Why?  |\n|  |\n| 2. When? |\n+------+\nYes.";
        assert_eq!(words(text), ["Asked:", "", "1. Why?", "", "2. When?", "", "Yes."]);
    }

    #[test]
    fn tables_keep_their_bars() {
        let table = "+----+----+\n| a | b |\n+----+----+";
        assert_eq!(words(table), table.lines().collect::<Vec<_>>());
        let open = "+------+\n| a |\nno bar\n+------+";
        assert_eq!(words(open), open.lines().collect::<Vec<_>>());
    }
}
