//! Any bytes are decoded, and what was replaced is where the remark says.
#![no_main]

use foi_rj::source::decode;
use libfuzzer_sys::fuzz_target;
use limit::within;

fuzz_target!(|bytes: &[u8]| {
    let (text, encoding, remarks) = within(bytes.len(), || decode(bytes));
    assert!(!encoding.is_empty());
    for remark in remarks {
        assert_eq!(text.get(remark.start..remark.end), Some("\u{fffd}"));
    }
    if encoding == "utf-8" && std::str::from_utf8(bytes).is_ok() {
        assert_eq!(text.as_bytes(), bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    }
});
