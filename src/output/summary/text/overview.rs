//! The first lines: how many documents, how many replies, from how many authorities, when.

use crate::analysis::summary::{QuestionnaireReport, Report};
use crate::output::screen::{DIM, HEADING, WIDTH, pack, paint, wrap};
use crate::output::summary::words::{counted, day_in_words, grouped};

pub fn lines(report: &Report) -> Vec<String> {
    if report.letters == 0 {
        return vec![format!("{}: nothing was read", paint(HEADING, "0 letters"))];
    }
    let mut lines = vec![paint(HEADING, &first_line(report))];
    if let Some(dates) = reply_dates(report) {
        lines.push(dates);
    }
    let several = report.authorities.with_several_replies;
    if several > 0 {
        lines.push(format!("{} replied more than once", counted(several, "authority")));
    }
    let kinds: Vec<String> = report
        .kinds
        .iter()
        .filter(|count| count.letters > 0)
        .map(|count| format!("{} {}", grouped(count.letters as u64), count.kind))
        .collect();
    lines.extend(pack(&kinds, ", ", WIDTH).iter().map(|line| paint(DIM, line)));
    lines
}

fn first_line(report: &Report) -> String {
    let letters = counted(report.letters, "letter");
    if report.replies == 0 {
        return format!("{letters}, none of them a reply");
    }
    let without = match report.authorities.replies_without {
        0 => String::new(),
        1 => ", 1 that does not say from whom".to_owned(),
        n => format!(", {} that do not say from whom", grouped(n as u64)),
    };
    let replies = counted(report.replies, "reply");
    format!("{letters}: {replies} from {}{without}", counted(report.authorities.bodies, "authority"))
}

fn reply_dates(report: &Report) -> Option<String> {
    let first = report.first_reply.as_ref()?.parse().ok()?;
    let last = report.last_reply.as_ref()?.parse().ok()?;
    Some(match first == last {
        true => format!("replies dated {}", day_in_words(first)),
        false => format!("replies dated {} to {}", day_in_words(first), day_in_words(last)),
    })
}

pub fn on_target(questionnaire: &QuestionnaireReport, replies: usize) -> Vec<String> {
    let usable: usize = questionnaire.questions.iter().map(|question| question.usable).sum();
    let stated: usize = questionnaire.questions.iter().map(|question| question.stated).sum();
    let said = format!(
        "{} of {} {} this questionnaire, {} with a usable answer; {} of {} {} inferred",
        grouped(questionnaire.on_target as u64),
        counted(replies, "reply"),
        if questionnaire.on_target == 1 { "answers" } else { "answer" },
        grouped(questionnaire.with_usable as u64),
        grouped((usable - stated) as u64),
        counted(usable, "usable answer"),
        if usable - stated == 1 { "is" } else { "are" },
    );
    wrap(&said, WIDTH)
}
