//! One letter against its label: every measure in its turn.

use crate::analysis::gold::Label;
use crate::record::Record;

use super::tally::Share;
use super::verdict::Judgement;
use super::{counts, evidence, exchanges, exemptions, fields, whole};

/// Judges `record`; without one everything that is due is missed.
///
/// `text` is the decoded letter. Exchanges are found by their words in it and evidence is looked up in it; without it
/// neither is measured.
pub fn judge(label: &Label, record: Option<&Record>, text: Option<&str>) -> Judgement {
    let fields = fields::judge(label, record);
    let mut items = whole::judge(label, record);
    items.extend(fields::items(label, &fields, record));
    // A letter that was not read has no exchanges, whatever its text.
    let readable = text.or(record.is_none().then_some(""));
    if let (Some(gold), Some(text)) = (&label.exchanges, readable) {
        items.extend(exchanges::judge(gold, record, text));
    }
    items.extend(label.exemptions.as_ref().map(|gold| exemptions::judge(gold, record)));
    items.extend(label.counts.as_ref().map(|gold| counts::judge(gold, record)));
    Judgement {
        file: label.file.clone(),
        layout: label.layout.clone(),
        read: record.is_some(),
        items,
        fields,
        evidence: record.zip(text).map_or(Share::default(), |(record, text)| evidence::judge(record, text)),
    }
}
