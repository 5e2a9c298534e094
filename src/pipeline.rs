//! The whole way from a letter's text to its record.

use crate::align::{Alignment, align};
use crate::catalogue::Catalogue;
use crate::coding::counts::find_counts;
use crate::coding::{CodedField, CodedPair, code_fields, code_pairs};
use crate::letter::{Letter, find_authority, find_letter_dates, find_reference, find_zones};
use crate::record::{Answer, Evidence, Exchange, Kind, Record, SCHEMA};
use crate::segment::{Pair, Reading, segment};
use crate::source::Source;
use crate::text::{Folded, Lines, Span};

/// Reads one letter into its record. Pure: the same source and catalogue give the same record, and nothing can fail.
pub fn extract(source: &Source, catalogue: &Catalogue) -> Record {
    let text = source.text.as_str();
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let zones = find_zones(text, &lines, &folded);
    let reading = Reading {
        text,
        lines: &lines,
        folded: &folded,
        zones: &zones,
        phrases: &catalogue.phrases,
        wordings: &catalogue.wordings,
    };
    let segmented = segment(&reading);
    let pairs = segmented.pairs;
    let alignment = align(&pairs, &folded, &catalogue.questionnaires, &catalogue.wordings);
    let coded = code_pairs(text, &folded, catalogue, &pairs, alignment.as_ref());
    let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: &source.file };
    let dates = find_letter_dates(&letter);
    let (authority, authority_remarks) = find_authority(&letter, None, &catalogue.organisations);
    let (counts, count_remarks) = find_counts(text, &lines, &folded, &pairs);
    let print = Print { text, lines: &lines };
    let mut diagnostics = source.diagnostics.clone();
    diagnostics.extend(dates.diagnostics);
    diagnostics.extend(authority_remarks);
    diagnostics.extend(count_remarks);
    Record {
        schema: SCHEMA.to_owned(),
        file: source.file.clone(),
        sha256: source.sha256.clone(),
        bytes: source.bytes,
        encoding: source.encoding.clone(),
        kind: Kind::FoiResponse,
        authority,
        reference: find_reference(&letter),
        requested_on: dates.requested_on,
        responded_on: dates.responded_on,
        questionnaire: alignment.as_ref().map(|alignment| catalogue.questionnaires[alignment.questionnaire].id.clone()),
        answers: alignment.map_or_else(Vec::new, |alignment| print.answers(catalogue, &folded, &alignment, &coded)),
        exchanges: pairs.iter().zip(&coded).map(|(pair, coded)| print.exchange(pair, coded)).collect(),
        counts,
        exemptions: Vec::new(),
        links: Vec::new(),
        attachments: Vec::new(),
        diagnostics,
    }
}

/// Turns places in the letter into the plain data of a record.
struct Print<'a> {
    text: &'a str,
    lines: &'a Lines,
}

impl Print<'_> {
    fn evidence(&self, spans: &[Span]) -> Vec<Evidence> {
        spans.iter().map(|&span| Evidence::new(self.text, self.lines, span)).collect()
    }

    fn words(&self, spans: &[Span]) -> String {
        let words: Vec<&str> = spans.iter().flat_map(|span| span.of(self.text).split_whitespace()).collect();
        words.join(" ")
    }

    fn exchange(&self, pair: &Pair, coded: &CodedPair<'_>) -> Exchange {
        Exchange {
            number: pair.number.clone(),
            question: self.words(&pair.question),
            answer: self.words(&pair.answer),
            code: coded.coded.code.clone(),
            certainty: coded.coded.certainty,
            rule: coded.coded.rule.to_owned(),
            question_spans: self.evidence(&pair.question),
            answer_spans: self.evidence(&pair.answer),
        }
    }

    fn answers(
        &self,
        catalogue: &Catalogue,
        folded: &Folded,
        alignment: &Alignment,
        coded: &[CodedPair<'_>],
    ) -> Vec<Answer> {
        let questionnaire = &catalogue.questionnaires[alignment.questionnaire];
        let fields = code_fields(folded, questionnaire, alignment, coded);
        questionnaire
            .questions
            .iter()
            .zip(fields)
            .map(|(question, field)| self.answer(question, field, coded))
            .collect()
    }

    fn answer(&self, question: &crate::catalogue::Question, field: CodedField, coded: &[CodedPair<'_>]) -> Answer {
        let whole = field.tie.as_ref().map_or(&[][..], |tie| &coded[tie.pair].words.spans);
        let words: Vec<String> = field.coded.evidence.iter().map(|span| self.words(&[*span])).collect();
        Answer {
            question: question.number.clone(),
            field: question.field.clone(),
            kind: question.kind,
            code: field.coded.code,
            certainty: field.coded.certainty,
            basis: field.tie.as_ref().map(|tie| tie.basis),
            rule: field.coded.rule.to_owned(),
            words: words.join(" \u{2026} "),
            evidence: self.evidence(&field.coded.evidence),
            answer: self.evidence(whole),
            exemptions: Vec::new(),
            links: Vec::new(),
            attachments: Vec::new(),
            review: field.review.map(str::to_owned),
        }
    }
}
