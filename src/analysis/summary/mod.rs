//! What a person wants to know first about a heap of letters, counted from a stream of records.
//!
//! [`Summary`] takes records one by one and keeps only tallies and a few words a letter; [`Summary::report`] turns
//! them into plain data ([`Report`], `foi-rj/summary/1`), which is all that the output formats see. Answers, figures
//! and exemptions count only where the document answers a request; answers only where no later letter of the same body
//! to the same request took their place.

mod attention;
mod authorities;
mod figures;
mod linked;
mod off_target;
mod replies;
mod report;
#[cfg(test)]
pub mod samples;
mod tally;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use attention::{Attention, Reason, Source};
pub use authorities::Authorities;
pub use figures::{FigureSum, Period};
pub use off_target::{AnsweredElse, OffTarget};
pub use replies::{CodeCount, Dated, QuestionReport, QuestionnaireReport};
pub use report::{ExemptionCount, KindCount, Report, SCHEMA};

use self::attention::AttentionTally;
use self::authorities::AuthorityTally;
use self::figures::FigureTally;
use self::linked::LinkedTally;
use self::off_target::OffTargetTally;
use self::tally::QuestionnaireTally;
use crate::catalogue::Questionnaire;
use crate::record::{Kind, Record};

/// The running tallies; a letter adds a few hundred bytes.
#[derive(Clone, Debug)]
pub struct Summary {
    kinds: BTreeMap<Kind, usize>,
    authorities: AuthorityTally,
    first_reply: Option<String>,
    last_reply: Option<String>,
    questionnaires: Vec<QuestionnaireTally>,
    linked: LinkedTally,
    off_target: OffTargetTally,
    figures: FigureTally,
    exemptions: BTreeMap<String, usize>,
    attention: AttentionTally,
}

impl Summary {
    /// Empty tallies that know the questions of `questionnaires`: their order, labels and kinds.
    pub fn new(questionnaires: &[Questionnaire]) -> Self {
        Summary {
            kinds: BTreeMap::new(),
            authorities: AuthorityTally::default(),
            first_reply: None,
            last_reply: None,
            questionnaires: questionnaires.iter().map(QuestionnaireTally::new).collect(),
            linked: LinkedTally::default(),
            off_target: OffTargetTally::default(),
            figures: FigureTally::default(),
            exemptions: BTreeMap::new(),
            attention: AttentionTally::default(),
        }
    }

    /// Counts one letter.
    pub fn add(&mut self, record: &Record) {
        *self.kinds.entry(record.kind).or_default() += 1;
        self.attention.add(record);
        if !record.kind.answers() {
            return;
        }
        self.authorities.add(record.authority.as_ref());
        self.add_reply_date(record);
        let file: Arc<str> = record.file.as_str().into();
        self.add_answers(record, &file);
        self.off_target.add(record, &file);
        self.figures.add(record);
        let mut provisions: Vec<&str> = record.exemptions.iter().map(|used| used.provision.as_str()).collect();
        provisions.sort_unstable();
        provisions.dedup();
        for provision in provisions {
            *self.exemptions.entry(provision.to_owned()).or_default() += 1;
        }
    }

    /// Everything counted so far, in the order in which it is shown.
    pub fn report(self) -> Report {
        self.report_with(usize::MAX)
    }

    /// The same, with no more figures than the `most` largest.
    pub fn report_with(self, most: usize) -> Report {
        let (figures, all_figures) = self.figures.report(most);
        let mut questionnaires = self.questionnaires;
        let linked = self.linked.settle(&mut questionnaires);
        let count = |kind: &Kind| self.kinds.get(kind).copied().unwrap_or(0);
        let mut exemptions: Vec<ExemptionCount> =
            self.exemptions.into_iter().map(|(provision, letters)| ExemptionCount { provision, letters }).collect();
        exemptions.sort_by(|a, b| b.letters.cmp(&a.letters).then_with(|| a.provision.cmp(&b.provision)));
        Report {
            schema: SCHEMA.to_owned(),
            letters: self.kinds.values().sum(),
            replies: Kind::ALL.iter().filter(|kind| kind.answers()).map(count).sum(),
            kinds: Kind::ALL
                .into_iter()
                .map(|kind| KindCount { kind, letters: count(&kind), answers: kind.answers() })
                .collect(),
            authorities: self.authorities.report(),
            first_reply: self.first_reply,
            last_reply: self.last_reply,
            sent: None,
            questionnaires: questionnaires
                .into_iter()
                .filter(|questionnaire| questionnaire.letters() > 0)
                .map(QuestionnaireTally::report)
                .collect(),
            linked,
            off_target: self.off_target.report(),
            more_figures: all_figures - figures.len(),
            figures,
            exemptions,
            attention: self.attention.report(),
        }
    }

    /// ISO dates sort as text.
    fn add_reply_date(&mut self, record: &Record) {
        let Some(date) = record.responded_on.as_ref().map(|found| &found.value) else { return };
        if self.first_reply.as_ref().is_none_or(|first| date < first) {
            self.first_reply = Some(date.clone());
        }
        if self.last_reply.as_ref().is_none_or(|last| date > last) {
            self.last_reply = Some(date.clone());
        }
    }

    fn add_answers(&mut self, record: &Record, file: &Arc<str>) {
        let Some(id) = &record.questionnaire else { return };
        let known = self.questionnaires.iter().position(|questionnaire| questionnaire.id() == id);
        let at = known.unwrap_or_else(|| {
            // A record may come from another catalogue: its own fields then stand in for the labels.
            self.questionnaires.push(QuestionnaireTally::from_record(id, record));
            self.questionnaires.len() - 1
        });
        let codes = self.questionnaires[at].add(record, file);
        self.linked.add(record, file, codes);
    }
}
