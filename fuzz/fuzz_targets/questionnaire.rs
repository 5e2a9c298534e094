//! A questionnaire file is read or refused with a reason, and its questions can be looked for.
#![no_main]

use foi_rj::catalogue::{FOUND, Questionnaire, Wordings};
use libfuzzer_sys::fuzz_target;
use limit::within;

fuzz_target!(|toml: &str| {
    within(toml.len(), || {
        let checked = Questionnaire::read(toml);
        let Some(questionnaire) = checked.questionnaire else {
            assert!(!checked.faults.is_empty());
            return;
        };
        assert!(!questionnaire.questions.is_empty());
        let wordings = Wordings::new(std::slice::from_ref(&questionnaire));
        for wording in questionnaire.questions.iter().flat_map(|question| &question.wordings) {
            wordings.find(&wordings.split(&wording.to_lowercase()), FOUND);
        }
    });
});
