//! The whole way from a letter's text to its record: a stage to a line.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Result, anyhow};

use crate::align::{Alignment, align};
use crate::catalogue::{Catalogue, Question};
use crate::coding::attachments::find_attachments;
use crate::coding::counts::find_counts;
use crate::coding::exemptions::{Relied, find_exemptions};
use crate::coding::links::find_links;
use crate::coding::{CodedField, CodedPair, code_fields, code_pairs, lacks_period};
use crate::letter::{Answered, Letter, Zone, find_authority, find_kind, find_letter_dates, find_reference, find_zones};
use crate::record::{
    Answer, Attachment, Certainty, Code, Count, Evidence, Exchange, Exemption, Kind, Link, MadeBy, Record, SCHEMA,
};
use crate::segment::{Pair, Reading, segment};
use crate::source::Source;
use crate::text::{Folded, Lines, Span};

/// Reads one letter into its record. Pure: the same source and catalogue give the same record, and nothing can fail.
pub fn extract(source: &Source, catalogue: &Catalogue) -> Record {
    let text = source.text.as_str();
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let frame = find_zones(text, &lines, &folded);
    let reading = Reading::new(text, &lines, &folded, &frame, catalogue);
    let segmented = segment(&reading);
    let mut pairs = segmented.pairs;
    let zones = frame.with_requests(&segmented.requests);
    let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: &source.file };
    let answered = pairs.iter().any(|pair| !pair.answer.is_empty());
    let seen = what_is_answered(&pairs);
    let (kind, _) = find_kind(&letter, seen);
    if let Some(whole) = segmented.whole.filter(|_| kind.answers() && !answered) {
        pairs = vec![whole];
    }
    if !kind.answers() {
        // Whatever stands where answers would stand answers nothing.
        pairs.iter_mut().for_each(|pair| pair.answer.clear());
    }
    // Whoever answers a coroner answers no questionnaire.
    let alignment = align(&pairs, &folded, &catalogue.questionnaires, &catalogue.wordings)
        .filter(|_| kind != Kind::CoronerResponse);
    let dates = find_letter_dates(&letter);
    let replied = dates.responded_on.as_ref().and_then(|found| found.value.parse().ok());
    let (authority, authority_remarks) = find_authority(&letter, replied, &catalogue.organisations);
    let scottish = authority.as_ref().is_some_and(|found| catalogue.organisations.is_scottish(&found.name));
    let relied = if kind.answers() { find_exemptions(&letter, &pairs, scottish) } else { Vec::new() };
    let places: Vec<Span> =
        relied.iter().filter(|relied| relied.refuses()).flat_map(|relied| relied.spans.clone()).collect();
    let coded = code_pairs(text, &folded, catalogue, &pairs, alignment.as_ref(), &places);
    let signed = zones.parts().iter().any(|(_, zone)| *zone == Zone::SignOff);
    let (counts, count_remarks) =
        if kind.answers() { find_counts(text, &lines, &folded, &pairs) } else { Default::default() };
    let print = Print {
        text,
        lines: &lines,
        catalogue,
        alignment: alignment.as_ref(),
        places: pairs.iter().map(|pair| sorted(&pair.answer)).collect(),
        pairs: &pairs,
        reviews: segmented.reviews || kind == Kind::FoiInternalReview,
    };
    let beside = Beside {
        relied,
        links: if kind.answers() { find_links(&letter, &pairs) } else { Vec::new() },
        attachments: if kind.answers() { find_attachments(&letter, &pairs) } else { Vec::new() },
    };
    let answered = pairs.iter().any(|pair| !pair.answer.is_empty());
    let listed = kind.answers() && !segmented.breaks_off && (answered || segmented.closes);
    let (requested_on, responded_on) = match kind {
        // A page that is no correspondence has no dates of request and reply; a request's own date is the request's.
        Kind::Other => (None, None),
        Kind::FoiRequest => (dates.requested_on.or(dates.responded_on), None),
        Kind::FoiAcknowledgement => (dates.requested_on, None),
        _ => (dates.requested_on, dates.responded_on),
    };
    let mut diagnostics = source.diagnostics.clone();
    diagnostics.extend([dates.diagnostics, authority_remarks, count_remarks].into_iter().flatten());
    Record {
        schema: SCHEMA.to_owned(),
        file: source.file.clone(),
        sha256: source.sha256.clone(),
        bytes: source.bytes,
        encoding: source.encoding.clone(),
        made_by: made_by(catalogue),
        kind,
        // Whoever signs a request answers nothing; a page that is no correspondence has an author where its head names one.
        authority: authority.filter(|found| match kind {
            Kind::Other => found.rule == "name-in-letterhead",
            Kind::FoiRequest => !signed,
            _ => true,
        }),
        reference: find_reference(&letter).filter(|_| kind != Kind::Other),
        requested_on,
        responded_on,
        questionnaire: alignment.as_ref().map(|alignment| catalogue.questionnaires[alignment.questionnaire].id.clone()),
        answers: print.answers(&coded, &beside, &counts),
        exchanges: if listed { print.exchanges(&coded) } else { Vec::new() },
        counts,
        exemptions: beside.relied.iter().map(|relied| print.exemption(relied)).collect(),
        links: beside.links.iter().map(|(span, url, _)| print.link(*span, url)).collect(),
        attachments: beside.attachments.iter().map(|(span, _)| print.attachment(*span)).collect(),
        diagnostics,
    }
}

/// Reads one letter of many, where a fault of the program must not stop the reading of the others.
///
/// # Errors
/// That this letter shows a fault of the program. Where it is has gone to standard error, as the fault of any Rust program.
pub fn try_extract(source: &Source, catalogue: &Catalogue) -> Result<Record> {
    kept_going(|| extract(source, catalogue))
}

fn kept_going(read: impl FnOnce() -> Record) -> Result<Record> {
    // Nothing that reading shares is left half changed: the catalogue is only ever added to.
    catch_unwind(AssertUnwindSafe(read))
        .map_err(|_| anyhow!("the letter shows a fault of foi-rj; please report it, with the letter if you may"))
}

/// Whoever answers so many questions one by one does more than acknowledge them.
const SEVERAL: usize = 6;

/// What of `pairs` looks like answers.
fn what_is_answered(pairs: &[Pair]) -> Answered {
    let some = |test: &dyn Fn(&Pair) -> bool| pairs.iter().any(test);
    if some(&|pair| !pair.answer.is_empty() && !pair.question.is_empty()) {
        let mut own: Vec<&[Span]> =
            pairs.iter().map(|pair| &pair.answer[..]).filter(|answer| !answer.is_empty()).collect();
        own.dedup();
        match pairs.len() {
            1 => Answered::AtOnce,
            _ if own.len() >= SEVERAL => Answered::OneByOne,
            _ => Answered::Questions,
        }
    } else if some(&|pair| !pair.answer.is_empty()) {
        Answered::Items
    } else if some(&|pair| !pair.question.is_empty()) {
        Answered::Asked
    } else {
        Answered::Nothing
    }
}

/// This version of the program, with what `catalogue` knows.
pub fn made_by(catalogue: &Catalogue) -> MadeBy {
    MadeBy { version: env!("CARGO_PKG_VERSION").to_owned(), data: catalogue.digest.clone() }
}

/// What stands in the answers beside their codes.
struct Beside {
    relied: Vec<Relied>,
    links: Vec<(Span, String, Option<usize>)>,
    attachments: Vec<(Span, Option<usize>)>,
}

/// Turns places in the letter into the plain data of a record.
struct Print<'a> {
    text: &'a str,
    lines: &'a Lines,
    catalogue: &'a Catalogue,
    alignment: Option<&'a Alignment>,
    pairs: &'a [Pair],
    /// Where the answer of each pair stands, in order.
    places: Vec<Vec<Span>>,
    /// True of a review: what it prints of the first answers may no longer hold, so that none of it is `stated`.
    reviews: bool,
}

/// The same stretches in the order of their places.
fn sorted(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    sorted
}

impl Print<'_> {
    fn evidence(&self, spans: &[Span]) -> Vec<Evidence> {
        spans.iter().map(|&span| Evidence::new(self.text, self.lines, span)).collect()
    }

    fn words(&self, spans: &[Span]) -> String {
        let words: Vec<&str> = spans.iter().flat_map(|span| span.of(self.text).split_whitespace()).collect();
        words.join(" ")
    }

    fn certainty(&self, of_words: Certainty) -> Certainty {
        if self.reviews { Certainty::Inferred } else { of_words }
    }

    /// True where the answer of the exchange at `pair` holds `span`; a joint answer is that of several exchanges.
    fn holds(&self, pair: usize, span: Span) -> bool {
        let places = &self.places[pair];
        let near = places.partition_point(|place| place.start < span.end);
        places[..near].last().is_some_and(|place| place.overlaps(span))
    }

    /// The questionnaire's field whose answer holds `span`.
    fn field(&self, span: Span) -> Option<String> {
        let alignment = self.alignment?;
        let tied = alignment.ties.iter().position(|tie| tie.as_ref().is_some_and(|tie| self.holds(tie.pair, span)))?;
        Some(self.catalogue.questionnaires[alignment.questionnaire].questions[tied].field.clone())
    }

    fn exchanges(&self, coded: &[CodedPair<'_>]) -> Vec<Exchange> {
        let exchange = |(pair, coded): (&Pair, &CodedPair<'_>)| Exchange {
            number: pair.number.clone(),
            question: self.words(&pair.question),
            answer: self.words(&pair.answer),
            code: coded.coded.code.clone(),
            certainty: self.certainty(coded.coded.certainty),
            rule: coded.coded.rule.to_owned(),
            question_spans: self.evidence(&pair.question),
            answer_spans: self.evidence(&pair.answer),
        };
        self.pairs.iter().zip(coded).map(exchange).collect()
    }

    fn answers(&self, coded: &[CodedPair<'_>], beside: &Beside, counts: &[Count]) -> Vec<Answer> {
        let Some(alignment) = self.alignment else { return Vec::new() };
        let questionnaire = &self.catalogue.questionnaires[alignment.questionnaire];
        let fields = code_fields(questionnaire, alignment, coded);
        questionnaire
            .questions
            .iter()
            .zip(fields)
            .map(|(question, field)| {
                let mut answer = self.answer(question, field, coded, beside);
                if answer.code == Code::Given && lacks_period(question, &answer.answer, counts) {
                    answer.review = Some("period-missing".to_owned());
                }
                answer
            })
            .collect()
    }

    fn answer(&self, question: &Question, field: CodedField, coded: &[CodedPair<'_>], beside: &Beside) -> Answer {
        let pair = field.tie.as_ref().map(|tie| tie.pair);
        let whole = pair.map_or(&[][..], |pair| &coded[pair].words.spans);
        let words: Vec<String> = field.coded.evidence.iter().map(|span| self.words(&[*span])).collect();
        let here = |span: Span| pair.is_some_and(|pair| self.holds(pair, span));
        let relied = beside.relied.iter().filter(|relied| relied.spans.iter().any(|span| here(*span)));
        let links = beside.links.iter().filter(|(span, ..)| here(*span));
        let attachments = beside.attachments.iter().filter(|(span, _)| here(*span));
        Answer {
            question: question.number.clone(),
            field: question.field.clone(),
            kind: question.kind,
            code: field.coded.code,
            certainty: self.certainty(field.coded.certainty),
            basis: field.tie.as_ref().map(|tie| tie.basis),
            rule: field.coded.rule.to_owned(),
            words: words.join(" \u{2026} "),
            evidence: self.evidence(&field.coded.evidence),
            answer: self.evidence(whole),
            exemptions: relied.map(|relied| relied.provision.clone()).collect(),
            links: links.map(|(_, url, _)| url.clone()).collect(),
            attachments: attachments.map(|(span, _)| self.words(&[*span])).collect(),
            review: field.review.or_else(|| self.reviews.then_some("inferred")).map(str::to_owned),
        }
    }

    fn exemption(&self, relied: &Relied) -> Exemption {
        Exemption {
            provision: relied.provision.clone(),
            field: relied.spans.first().and_then(|span| self.field(*span)),
            certainty: self.certainty(relied.certainty),
            evidence: self.evidence(&relied.spans),
        }
    }

    fn link(&self, span: Span, url: &str) -> Link {
        Link { url: url.to_owned(), field: self.field(span), evidence: self.evidence(&[span]) }
    }

    fn attachment(&self, span: Span) -> Attachment {
        Attachment { words: self.words(&[span]), field: self.field(span), evidence: self.evidence(&[span]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::read_text;

    #[test]
    fn nothing_in_a_review_is_stated() {
        let read = |head: &str| {
            let letter = format!(
                "{head}\n\nDear requester\n\n1. How many lifts have you?\nWithheld under section 43(2).\n\nYours sincerely\n"
            );
            extract(&read_text("a.txt", letter), Catalogue::shipped()).exchanges[0].certainty
        };
        assert_eq!(read("Our reference: FOI 12"), Certainty::Stated);
        assert_eq!(read("Internal review under the Act\n\nOur reference: FOI 12"), Certainty::Inferred);
    }

    #[test]
    fn a_fault_is_the_error_of_its_letter() {
        let source = read_text("a.txt", "Dear requester\n\nYes.\n".to_owned());
        let read = || extract(&source, Catalogue::shipped());
        assert_eq!(kept_going(read).unwrap().file, "a.txt");
        let fault = kept_going(|| [read()].into_iter().nth(1).expect("a fault")).unwrap_err();
        assert!(fault.to_string().contains("fault of foi-rj"), "{fault}");
    }
}
