//! The time within which an input must have been dealt with: what is slow is a finding, not only what panics.

use std::time::{Duration, Instant};

use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::source::read_letter;

/// For small inputs, on a machine that has other things to do.
const START: Duration = Duration::from_secs(2);
/// For each byte: many times what letters take, though the sanitiser slows everything down, so that only growth faster
/// than the input is caught.
const BYTE: Duration = Duration::from_micros(100);

/// Letters that between them need every pattern of the program.
const LETTERS: [&[u8]; 4] = [
    include_bytes!("../fixtures/letters/a01.txt"),
    include_bytes!("../fixtures/letters/a19.txt"),
    include_bytes!("../fixtures/letters/incidents-by-year.txt"),
    include_bytes!("../fixtures/letters/scottish-two-blocks.txt"),
];

/// Compiles the patterns before any time is taken.
pub fn warm() {
    for letter in LETTERS {
        extract(&read_letter("letter.txt", letter), Catalogue::shipped());
    }
}

/// Does `work` on an input of `bytes` bytes.
///
/// # Panics
/// Where it took too long.
pub fn within<T>(bytes: usize, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    let (taken, allowed) = (begun.elapsed(), START + BYTE * bytes as u32);
    assert!(taken < allowed, "{bytes} bytes took {taken:?}; {allowed:?} are allowed");
    done
}
