//! How wide text is on a terminal, and how to make it fit. Widths are columns: a CJK character takes two.
//!
//! Everything that is fitted, padded or wrapped is made safe to show first; styles are put on afterwards.

use unicode_width::UnicodeWidthChar;

use super::visible;

/// The columns that `text` takes.
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

fn columns(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// `text` cut to `max` columns, an ellipsis for what is lost at the end.
pub fn fit(text: &str, max: usize) -> String {
    let text = visible(text);
    if width(&text) <= max {
        return text.into_owned();
    }
    let mut room = max.saturating_sub(1);
    let kept: String = text.chars().take_while(|&c| take(&mut room, c)).collect();
    if max == 0 { kept } else { format!("{}…", kept.trim_end()) }
}

/// `text` cut to `max` columns, an ellipsis for what is lost at the start: the end of a path says most.
pub fn fit_end(text: &str, max: usize) -> String {
    let text = visible(text);
    if width(&text) <= max {
        return text.into_owned();
    }
    let mut room = max.saturating_sub(1);
    let kept: Vec<char> = text.chars().rev().take_while(|&c| take(&mut room, c)).collect();
    if max == 0 { String::new() } else { std::iter::once('…').chain(kept.into_iter().rev()).collect() }
}

fn take(room: &mut usize, c: char) -> bool {
    let fits = columns(c) <= *room;
    *room = if fits { *room - columns(c) } else { 0 };
    fits
}

/// `text` in exactly `wide` columns, flush left.
pub fn left(text: &str, wide: usize) -> String {
    let text = fit(text, wide);
    let gap = wide - width(&text);
    format!("{text}{}", " ".repeat(gap))
}

/// `text` in at least `wide` columns, flush right; a number is never cut.
pub fn right(text: &str, wide: usize) -> String {
    format!("{}{text}", " ".repeat(wide.saturating_sub(width(text))))
}

/// `text` in lines of at most `wide` columns, broken at spaces where there are any.
pub fn wrap(text: &str, wide: usize) -> Vec<String> {
    let wide = wide.max(2);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().map(visible) {
        if !line.is_empty() && width(&line) + 1 + width(&word) > wide {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for c in word.chars() {
            if width(&line) + columns(c) > wide {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// `items` joined by `separator` in lines of at most `wide` columns; no item is broken that fits a line.
pub fn pack(items: &[String], separator: &str, wide: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let end = if i + 1 < items.len() { separator.trim_end() } else { "" };
        let item = fit(item, wide.saturating_sub(width(end))) + end;
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(&item) <= wide => *line = format!("{line} {item}"),
            _ => lines.push(item),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_says_so() {
        assert_eq!(fit("University Hospitals", 10), "Universit…");
        assert_eq!(fit_end("replies/2025/a.txt", 10), "…025/a.txt");
        assert_eq!(fit("short", 10), "short");
        assert_eq!(width(&fit("日本語日本語", 6)), 5);
        assert_eq!(fit("any", 0), "");
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(left("日本", 6), "日本  ");
        assert_eq!(right("7", 3), "  7");
        assert_eq!(right("12345", 3), "12345");
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_anywhere() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
