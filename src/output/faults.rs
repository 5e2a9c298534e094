//! What is wrong with a questionnaire file, with the line underlined.

use std::io::Write;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level as Grade, Renderer, Snippet};
use anyhow::{Context, Result};

use super::screen::{WIDTH, visible};
use crate::catalogue::questionnaire::{Fault, Level};
use crate::text::Span;

/// Writes `faults` of the file `name`, whose text is `toml`, one after the other.
///
/// # Errors
/// Those of `out`.
pub fn write_faults(name: &str, toml: &str, faults: &[Fault], out: &mut impl Write) -> Result<()> {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii).term_width(WIDTH);
    // Control characters keep their length, so that what is underlined stays in its place.
    let shown: String =
        toml.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { safe(c) } else { c }).collect();
    let same = shown.len() == toml.len();
    let (name, source) = (visible(name), if same { shown.as_str() } else { toml });
    for fault in faults {
        let grade = match fault.level {
            Level::Error => Grade::ERROR,
            Level::Warning => Grade::WARNING,
        };
        let mut snippet = Snippet::source(source).path(name.as_ref()).annotation(
            AnnotationKind::Primary.span(range(fault.span, source)).label(visible(&fault.note).into_owned()),
        );
        if let Some((span, note)) = &fault.beside {
            snippet = snippet.annotation(AnnotationKind::Context.span(range(*span, source)).label(note.as_str()));
        }
        let mut group = grade.primary_title(visible(&fault.message).into_owned()).element(snippet);
        if let Some(help) = &fault.help {
            group = group.element(Grade::HELP.message(visible(help).into_owned()));
        }
        writeln!(out, "{}\n", renderer.render(&[group])).context("cannot write what is wrong")?;
    }
    Ok(())
}

fn range(span: Span, source: &str) -> std::ops::Range<usize> {
    span.start.min(source.len())..span.end.min(source.len())
}

/// A character of the same length that a terminal does not obey.
fn safe(c: char) -> char {
    if c.len_utf8() == 1 { '?' } else { '\u{bf}' }
}
