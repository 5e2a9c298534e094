//! Keeps control characters of letters away from the terminal: they are shown, never obeyed.

use std::borrow::Cow;

/// `text` with every character that could steer a terminal replaced by a picture; line ends and tabs among them.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| picture(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match picture(c) {
            Some(picture) => shown.push_str(&picture),
            None => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// What stands for `c` on a terminal: `␛` for the escape character, `\u{202e}` for what has no picture of its own;
/// `None` where `c` can be shown as it is.
pub fn picture(c: char) -> Option<String> {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).map(String::from),
        '\u{7f}' => Some('\u{2421}'.to_string()),
        // C1 controls, line separators, and marks that turn the direction of writing.
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some(format!("\\u{{{:x}}}", c as u32)),
        // Terminals disagree on the soft hyphen's width.
        '\u{ad}' => Some("¬".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_pictures() {
        assert_eq!(visible("a\u{1b}[31mred\r\n"), "a␛[31mred␍␊");
        assert_eq!(visible("\u{9b}2J \u{202e}txt.exe \u{7f}"), "\\u{9b}2J \\u{202e}txt.exe ␡");
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in ["Trust’s “plan” – £5", "日本語", "e\u{301}", "\u{a0}\u{200b}"] {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
