//! Bytes → text: UTF-8, UTF-16 and the old single-byte encodings, with a remark on what had to be replaced.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::diagnostic::Diagnostic;
use crate::text::{Lines, Span};

/// Decodes a letter. Gives the text without a byte-order mark, the encoding's name in lower case, and remarks.
pub fn decode(bytes: &[u8]) -> (String, String, Vec<Diagnostic>) {
    let encoding = find_encoding(bytes);
    let (text, used, _) = encoding.decode(bytes);
    let text = text.into_owned();
    let replaced = if std::str::from_utf8(bytes).is_ok() { 0 } else { text.matches('\u{fffd}').count() };
    let mut remarks = Vec::new();
    if replaced > 0
        && let Some(at) = text.find('\u{fffd}')
    {
        let message = format!(
            "{replaced} {} of this file could not be read as {} and {} replaced by \u{fffd}",
            if replaced == 1 { "place" } else { "places" },
            used.name(),
            if replaced == 1 { "was" } else { "were" },
        );
        remarks.push(Diagnostic::warning("bytes-replaced", message, Span::new(at, at + 3), &Lines::new(&text)));
    }
    (text, used.name().to_ascii_lowercase(), remarks)
}

fn find_encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = looks_wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() || mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"uk"), Utf8Detection::Deny)
}

/// UTF-16 without a mark: in English every second byte is zero.
fn looks_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(512) & !1];
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let half = sample.len() / 2;
    if half < 8 {
        None
    } else if zeros(1) * 10 > half * 8 && zeros(0) * 10 < half {
        Some(UTF_16LE)
    } else if zeros(0) * 10 > half * 8 && zeros(1) * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Damaged UTF-8 is still UTF-8: a few bad bytes among good sequences do not make it another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 2 * bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        for (bytes, text, name) in [
            (b"Yes\xe2\x80\x99s".to_vec(), "Yes\u{2019}s", "utf-8"),
            (b"\xef\xbb\xbfYes".to_vec(), "Yes", "utf-8"),
            (
                b"The Trust\x92s policy \x96 attached, as the Trust\x92s board agreed".to_vec(),
                "The Trust\u{2019}s policy \u{2013} attached, as the Trust\u{2019}s board agreed",
                "windows-1252",
            ),
            ([b"\xff\xfe".to_vec(), wide("Yes, attached")].concat(), "Yes, attached", "utf-16le"),
            (wide("Yes, the policy is attached"), "Yes, the policy is attached", "utf-16le"),
            (Vec::new(), "", "utf-8"),
        ] {
            let (decoded, encoding, remarks) = decode(&bytes);
            assert_eq!((decoded.as_str(), encoding.as_str()), (text, name));
            assert!(remarks.is_empty(), "{remarks:?}");
        }
    }

    #[test]
    fn what_is_replaced_is_said() {
        let (text, encoding, remarks) = decode(
            "Caf\u{e9} \u{2013} caf\u{e9} \u{2019}"
                .as_bytes()
                .iter()
                .copied()
                .chain([0xff])
                .collect::<Vec<u8>>()
                .as_slice(),
        );
        assert_eq!(encoding, "utf-8");
        assert!(text.ends_with('\u{fffd}'));
        assert_eq!(remarks[0].code, "bytes-replaced");
        assert_eq!(&text[remarks[0].start..remarks[0].end], "\u{fffd}");
    }
}
