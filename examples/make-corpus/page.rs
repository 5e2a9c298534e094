//! A letter's text as it lies on disk: lines broken or not, quotes, line ends, encoding.

use fastrand::Rng;

/// Half of all letters come with lines broken at 100 columns or so, as copied out of a page.
pub fn wrapped(text: &str, rng: &mut Rng) -> String {
    let wide = if rng.bool() { usize::MAX } else { rng.usize(70..120) };
    let mut out = String::with_capacity(text.len() + text.len() / 50);
    for line in text.split_inclusive('\n') {
        let mut column = 0;
        for word in line.split_inclusive(' ') {
            if column + word.len() > wide && column > 0 && !line.starts_with('|') && !line.contains('\t') {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
                column = 0;
            }
            out.push_str(word);
            column += word.len();
        }
    }
    out
}

/// Most letters are UTF-8; some have typewriter quotes, line ends of another system, or an old encoding.
pub fn encode(text: String, rng: &mut Rng) -> Vec<u8> {
    match rng.u8(..20) {
        0..7 => text.replace('\u{2019}', "'").into_bytes(),
        7..9 => text.replace('\n', "\r\n").into_bytes(),
        9 => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        _ => text.into_bytes(),
    }
}
