//! How fast each stage reads the fixtures, in MB of letters a second on one thread: `cargo bench`.

use std::hint::black_box;
use std::time::Instant;

use foi_rj::catalogue::Catalogue;
use foi_rj::document::find_units;
use foi_rj::letter::{Answered, Letter, find_authority, find_kind, find_letter_dates, find_reference, find_zones};
use foi_rj::segment::{Reading, segment};
use foi_rj::source::{Source, read_file};
use foi_rj::text::{Folded, Lines};
use foi_rj::{coding, extract};

/// Every stage is run over all fixtures this many times.
const ROUNDS: usize = 20;

fn main() {
    let catalogue = Catalogue::shipped();
    let mut paths: Vec<_> = std::fs::read_dir("fixtures/letters").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let sources: Vec<Source> = paths.iter().map(|path| read_file(path).unwrap()).collect();
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    let time = |name: &str, work: &dyn Fn(&Source)| {
        sources.iter().for_each(work);
        let start = Instant::now();
        for _ in 0..ROUNDS {
            sources.iter().for_each(work);
        }
        let seconds = start.elapsed().as_secs_f64();
        let letters = (ROUNDS * sources.len()) as f64;
        println!(
            "{name:<12} {:>8.1} MB/s {:>8.1} µs a letter",
            (ROUNDS * bytes) as f64 / seconds / 1e6,
            seconds / letters * 1e6
        );
    };
    time("fold", &|source| drop(black_box(Folded::new(&source.text))));
    time("document", &|source| drop(black_box(find_units(&source.text, &Lines::new(&source.text), &[]))));
    let parts: Vec<(Lines, Folded)> = sources.iter().map(|s| (Lines::new(&s.text), Folded::new(&s.text))).collect();
    let index = |source: &Source| sources.iter().position(|other| std::ptr::eq(other, source)).unwrap();
    let frames: Vec<_> =
        sources.iter().zip(&parts).map(|(s, (lines, folded))| find_zones(&s.text, lines, folded)).collect();
    time("zones", &|source| {
        let (lines, folded) = &parts[index(source)];
        black_box(find_zones(&source.text, lines, folded));
    });
    time("segment", &|source| {
        let (i, text) = (index(source), source.text.as_str());
        black_box(segment(&Reading::new(text, &parts[i].0, &parts[i].1, &frames[i], catalogue)));
    });
    let letters: Vec<Letter<'_>> = sources
        .iter()
        .zip(&parts)
        .zip(&frames)
        .map(|((s, (lines, folded)), zones)| Letter { text: &s.text, lines, folded, zones, file: &s.file })
        .collect();
    let letter = |source: &Source| &letters[index(source)];
    time("kind", &|source| {
        black_box(find_kind(letter(source), Answered::Questions));
    });
    time("dates", &|source| drop(black_box(find_letter_dates(letter(source)))));
    time("reference", &|source| drop(black_box(find_reference(letter(source)))));
    time("authority", &|source| drop(black_box(find_authority(letter(source), None, &catalogue.organisations))));
    time("exemptions", &|source| drop(black_box(coding::exemptions::find_exemptions(letter(source), &[], false))));
    time("extract", &|source| drop(black_box(extract(source, catalogue))));
}
