//! Patterns as bytes of text that is known to be UTF-8.

use regex_syntax::hir::{Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, Hir, HirKind, Repetition};

/// `pattern` with every class that holds all of Unicode beyond ASCII (`.`, `[^.]`) in four states, where spelling out
/// what UTF-8 allows takes three times as many: a first byte, and whatever bytes continue it.
///
/// It matches the same. A `str` holds nothing but whole characters, no pattern can begin in the middle of one, and the
/// greedy loop ends there only where nothing else matches. (`\B` could tell the two apart; no pattern has it.)
pub(super) fn lean(pattern: Hir) -> Hir {
    match pattern.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Class(Class::Unicode(class)) if holds_all_beyond_ascii(&class) => character(&class),
        HirKind::Class(class) => Hir::class(class),
        HirKind::Repetition(repeated) => Hir::repetition(Repetition { sub: Box::new(lean(*repeated.sub)), ..repeated }),
        HirKind::Capture(group) => Hir::capture(Capture { sub: Box::new(lean(*group.sub)), ..group }),
        HirKind::Concat(parts) => Hir::concat(parts.into_iter().map(lean).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.into_iter().map(lean).collect()),
    }
}

fn holds_all_beyond_ascii(class: &ClassUnicode) -> bool {
    class.ranges().last().is_some_and(|last| last.start() <= '\u{80}' && last.end() == char::MAX)
}

fn character(class: &ClassUnicode) -> Hir {
    let bytes = |first, last| ClassBytesRange::new(first, last);
    let ascii = class.ranges().iter().filter(|range| range.start().is_ascii());
    let ascii = ascii.map(|range| bytes(range.start() as u8, range.end().min('\u{7f}') as u8));
    let first = ClassBytes::new(ascii.chain([bytes(0xC0, 0xFF)]));
    let next = Hir::class(Class::Bytes(ClassBytes::new([bytes(0x80, 0xBF)])));
    let next = Repetition { min: 0, max: None, greedy: true, sub: Box::new(next) };
    Hir::concat(vec![Hir::class(Class::Bytes(first)), Hir::repetition(next)])
}

#[cfg(test)]
mod tests {
    use crate::text::Regex;

    #[test]
    fn characters_beyond_ascii_are_matched_whole() {
        let text = "a£b€€c\n𝛼. d–";
        for pattern in
            [r".", r".{2}", r".{1,3}", r".*", r".+?", r"[^a]*?", r"[^.b]{2,}", r"a.", r".?b|€", r"(?-u:\b).", r".$", ""]
        {
            let ours = Regex::new(pattern).unwrap();
            let known = regex::Regex::new(pattern).unwrap();
            let ours: Vec<_> = ours.find_iter(text).map(|found| found.range()).collect();
            assert_eq!(ours, known.find_iter(text).map(|found| found.range()).collect::<Vec<_>>(), "{pattern}");
        }
    }
}
