//! A list held against its letters, as plain data: part of `foi-rj/summary/1`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::matching::{Sent, day, is_file};
use super::questions::questionnaires;
use super::request::counting;
use super::{AskedQuestionnaire, NotMatched, Status, Timing};
use crate::catalogue::Questionnaire;
use crate::record::Record;
use crate::when::Law;

/// A list held against the letters that came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentReport {
    /// The list, as it was named.
    pub list: String,
    /// Bodies asked.
    pub asked: usize,
    /// The day to which what is overdue is counted, `YYYY-MM-DD`; `None` where nothing is dated.
    pub counted_to: Option<String>,
    /// Where that day comes from: `--on`, the list, or a letter's path.
    pub counted_by: Option<String>,
    /// How many bodies have each status, every status in its order.
    pub statuses: Vec<StatusCount>,
    /// How many replies have each timing, every timing in its order.
    pub timings: Vec<TimingCount>,
    /// Each questionnaire that some body answers.
    pub questionnaires: Vec<AskedQuestionnaire>,
    /// Every body, in the order of the list.
    pub bodies: Vec<BodyReport>,
    /// Letters that are nobody's on the list, in reading order.
    pub unmatched: Vec<Unmatched>,
    /// Files that the list names and that were not read.
    pub files_not_read: Vec<String>,
}

/// How many bodies have one status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// Bodies.
    pub n: usize,
}

/// How many bodies have one timing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimingCount {
    /// The timing.
    pub timing: Timing,
    /// Bodies.
    pub n: usize,
}

/// One body that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyReport {
    /// 1-based line of the list.
    pub line: usize,
    /// Its official name, or the name in the list.
    pub body: String,
    /// ODS code.
    pub code: Option<String>,
    /// False where neither name nor code is known: then only letters that print the very name are its own.
    pub known: bool,
    /// The Act by which its time is counted.
    pub law: Law,
    /// When the request was sent, by the list, `YYYY-MM-DD`.
    pub sent_on: Option<String>,
    /// The day from which its time is counted: that of the explanation it asked for, else `sent_on`, else the date of
    /// request or receipt that its letter prints.
    pub received_on: Option<String>,
    /// Its reference, by the list or its letters.
    pub reference: Option<String>,
    /// What it has done so far.
    pub status: Status,
    /// Whether it was in time.
    pub timing: Timing,
    /// The last day for a reply, `YYYY-MM-DD`.
    pub due_on: Option<String>,
    /// The date of its first reply, `YYYY-MM-DD`; no review is a first reply.
    pub replied_on: Option<String>,
    /// Working days from receipt to the first reply; where there is none, to the day counted to.
    pub working_days: Option<u32>,
    /// The questionnaire that the letter that counts answers; `None` where it is off target.
    pub questionnaire: Option<String>,
    /// The letter that counts; of a body that has not replied, the last that it sent.
    pub file: Option<String>,
    /// Its other letters, in reading order.
    pub earlier: Vec<String>,
    /// What does not fit together.
    pub contradictions: Vec<Contradiction>,
}

/// Dates, or bodies, that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// One of [`CONTRADICTIONS`](super::CONTRADICTIONS).
    pub code: String,
    /// One sentence for a person.
    pub message: String,
    /// The letter; empty where it is about the list alone.
    pub file: String,
    /// True where it is about dates, so that no time is counted.
    pub dates: bool,
}

/// A letter that is nobody's on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// The letter.
    pub file: String,
    /// Who it says it is from.
    pub authority: Option<String>,
    /// Why it is nobody's.
    pub why: NotMatched,
}

impl Sent<'_> {
    /// What is known of every body, counted to `on`; without it, to the latest date of list and letters.
    pub fn report(&self, on: Option<NaiveDate>, known: &[Questionnaire]) -> SentReport {
        let latest = on.map(|on| (on, "--on".to_owned())).or_else(|| self.latest_date());
        let counted_to = latest.as_ref().map(|(day, _)| *day);
        let bodies: Vec<BodyReport> = (0..self.list.asked.len()).map(|at| self.body(at, counted_to)).collect();
        let count = |test: &dyn Fn(&BodyReport) -> bool| bodies.iter().filter(|body| test(body)).count();
        let named = self.list.asked.iter().flat_map(|asked| &asked.files);
        let read = |file: &str| self.letters.iter().flatten().any(|letter| is_file(&letter.file, file));
        SentReport {
            list: self.list.name.clone(),
            asked: bodies.len(),
            counted_to: counted_to.map(|day| day.to_string()),
            counted_by: latest.map(|(_, by)| by),
            statuses: Status::ALL.map(|status| StatusCount { status, n: count(&|body| body.status == status) }).into(),
            timings: Timing::ALL.map(|timing| TimingCount { timing, n: count(&|body| body.timing == timing) }).into(),
            questionnaires: questionnaires(self, &bodies, known),
            unmatched: self.unmatched.clone(),
            files_not_read: named.filter(|file| !read(file)).cloned().collect(),
            bodies,
        }
    }

    /// The reply that counts of the body at `at`.
    pub fn reply(&self, at: usize) -> Option<&Record> {
        counting(&self.letters[at]).map(|place| &self.letters[at][place])
    }

    /// The latest date, and where it stands: the same every time, whatever the day is.
    fn latest_date(&self) -> Option<(NaiveDate, String)> {
        let listed = self.list.asked.iter().filter_map(|asked| asked.sent_on).map(|day| (day, self.list.name.clone()));
        let letters = self.letters.iter().flatten();
        let replied = letters.filter_map(|letter| Some((day(&letter.responded_on)?, letter.file.clone())));
        listed.chain(replied).reduce(|kept, next| if next.0 > kept.0 { next } else { kept })
    }
}
