//! Any input is cut into lines, and each is a letter or refused with a reason.
#![no_main]

use std::io::BufReader;

use foi_rj::source::{read_line, read_lines, read_records};
use libfuzzer_sys::fuzz_target;
use limit::within;

fuzz_target!(|bytes: &[u8]| {
    within(bytes.len(), || {
        let mut input = BufReader::with_capacity(64, bytes);
        let mut all = Vec::new();
        loop {
            let lines = read_lines(&mut input).unwrap();
            if lines.is_empty() {
                break;
            }
            all.extend(lines);
        }
        let cut: Vec<&[u8]> = bytes.strip_suffix(b"\n").unwrap_or(bytes).split(|byte| *byte == b'\n').collect();
        assert!(all == cut || bytes.is_empty());
        for line in all {
            if let Ok(source) = read_line(&line) {
                assert!(source.bytes as usize >= source.text.len());
            }
        }
        let _ = read_records(bytes, "input", &mut |_| Ok(()));
    });
});
