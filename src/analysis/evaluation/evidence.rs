//! Evidence: words that must stand at their place in the letter, wherever the record holds a span.

use serde_json::Value;

use crate::record::Record;

use super::tally::Share;

/// The share of the record's spans whose words are those of `text` at that place.
pub(super) fn judge(record: &Record, text: &str) -> Share {
    let mut share = Share::default();
    // A record is plain data; what cannot be written out holds no spans.
    walk(&serde_json::to_value(record).unwrap_or_default(), text, &mut share);
    share
}

fn walk(value: &Value, text: &str, share: &mut Share) {
    match value {
        Value::Object(object) => {
            let offset = |key: &str| object.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
            let words = object.get("words").and_then(Value::as_str);
            if let (Some(words), Some(start), Some(end)) = (words, offset("start"), offset("end")) {
                *share += Share { n: usize::from(text.get(start..end) == Some(words)), of: 1 };
            }
            object.values().for_each(|value| walk(value, text, share));
        }
        Value::Array(array) => array.iter().for_each(|value| walk(value, text, share)),
        _ => {}
    }
}
