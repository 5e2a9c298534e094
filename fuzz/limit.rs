//! The time within which an input must have been dealt with: what is slow is a finding, not only what panics.

use std::time::{Duration, Instant};

/// For starting and for small inputs; the sanitiser makes everything several times slower.
const START: Duration = Duration::from_millis(500);
/// For each byte: fifty times what letters take, so that only growth faster than the input is caught.
const BYTE: Duration = Duration::from_micros(100);

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
