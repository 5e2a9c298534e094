//! Any bytes give a record that agrees with them and survives being written.
#![no_main]

use foi_rj::analysis::verify::find_faults;
use foi_rj::catalogue::Catalogue;
use foi_rj::extract;
use foi_rj::record::Record;
use foi_rj::source::read_letter;
use libfuzzer_sys::fuzz_target;
use limit::{warm, within};

fuzz_target!(
    init: warm(),
    |bytes: &[u8]| {
        let source = read_letter("letter.txt", bytes);
        let record = within(bytes.len(), || extract(&source, Catalogue::shipped()));
        assert_eq!(find_faults(&record, &source), Vec::<String>::new());
        let written = serde_json::to_vec(&record).unwrap();
        assert_eq!(serde_json::from_slice::<Record>(&written).unwrap(), record);
    }
);
