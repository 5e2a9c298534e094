//! Any text is read as pairs whose questions and answers stand in it.
#![no_main]

use foi_rj::catalogue::Catalogue;
use foi_rj::letter::find_zones;
use foi_rj::segment::{Reading, segment};
use foi_rj::text::{Folded, Lines};
use libfuzzer_sys::fuzz_target;
use limit::{warm, within};

fuzz_target!(
    init: warm(),
    |text: &str| {
        let segmented = within(text.len(), || {
            let (lines, folded) = (Lines::new(text), Folded::new(text));
            let zones = find_zones(text, &lines, &folded);
            segment(&Reading::new(text, &lines, &folded, &zones, Catalogue::shipped()))
        });
        for span in segmented.pairs.iter().flat_map(|pair| pair.question.iter().chain(&pair.answer)) {
            assert!(text.get(span.start..span.end).is_some());
        }
    }
);
