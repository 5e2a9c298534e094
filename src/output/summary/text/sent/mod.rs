//! The bodies asked: how many have done what, each of them, each question, and what does not fit.

mod bodies;
mod misfits;
mod overview;
mod questions;

use crate::analysis::sent::SentReport;

/// The sections, in order; empty ones are left out by the caller.
pub fn sections(report: &SentReport) -> Vec<Vec<String>> {
    let mut sections = vec![overview::lines(report), bodies::lines(report)];
    sections.extend(report.questionnaires.iter().map(questions::lines));
    sections.extend([misfits::contradictions(report), misfits::unmatched(report), misfits::unknown(report)]);
    sections
}
