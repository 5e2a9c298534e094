//! Any text is cut into units that stand in it.
#![no_main]

use foi_rj::document::{find_sentences, find_units};
use foi_rj::text::Lines;
use libfuzzer_sys::fuzz_target;
use limit::within;

fuzz_target!(|text: &str| {
    within(text.len(), || {
        for unit in find_units(text, &Lines::new(text), &[]) {
            for piece in unit.pieces {
                assert!(text.get(piece.start..piece.end).is_some());
                find_sentences(text, piece);
            }
        }
    });
});
