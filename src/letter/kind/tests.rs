//! Kinds of invented documents, and those of the labelled letters against their labels.

use super::weights::PHRASES;
use super::*;
use crate::labelled::letters;
use crate::letter::find_zones;
use crate::text::{Folded, Lines};

fn kind(text: &str, answered: Answered) -> (Kind, &'static str) {
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let zones = find_zones(text, &lines, &folded);
    find_kind(&Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" }, answered)
}

#[test]
fn every_phrase_accepts_and_rejects_its_examples() {
    for phrase in PHRASES.all() {
        assert!(!phrase.accept.is_empty() && !phrase.reject.is_empty(), "{} needs examples both ways", phrase.id);
        for example in &phrase.accept {
            assert!(phrase.pattern.is_match(Folded::new(example).text()), "{} must accept: {example}", phrase.id);
        }
        for example in &phrase.reject {
            assert!(!phrase.pattern.is_match(Folded::new(example).text()), "{} must reject: {example}", phrase.id);
        }
    }
}

#[test]
fn invented_documents() {
    for (text, answered, wanted) in [
        (
            "Thank you for your FOI request. It has been logged as FOI 12. You should receive a reply by 1 May 2030.",
            Answered::Nothing,
            Kind::FoiAcknowledgement,
        ),
        (
            "Automatic reply: FOI\n\nYour message has been received. We aim to respond within 20 working days.",
            Answered::Nothing,
            Kind::FoiAcknowledgement,
        ),
        (
            "Freedom of Information\n\nBefore we can go any further please clarify which wards you mean.",
            Answered::Nothing,
            Kind::FoiClarification,
        ),
        (
            "Under the Freedom of Information Act 2000 I would like to request:\n1. How many wards have you?",
            Answered::Nothing,
            Kind::FoiRequest,
        ),
        ("FOI 12\nDate response sent: 1 May 2030\nHow many wards have", Answered::Nothing, Kind::FoiResponse),
        (
            "FOI 12\nHow many deaths led to a Regulation 28 report?\nNone. Freedom of Information Team",
            Answered::Questions,
            Kind::FoiResponse,
        ),
        (
            "Dear Coroner\n\nRegulation 28 report\n\nYour report raised concerns about notes. We changed them.",
            Answered::Nothing,
            Kind::CoronerResponse,
        ),
        ("Visitors Policy\n\nVersion control\nThis policy applies to all staff.", Answered::Nothing, Kind::Other),
        (
            "FREEDOM OF INFORMATION - INTERNAL REVIEW\n\nI have carried out an internal review. I uphold the original decision.",
            Answered::Questions,
            Kind::FoiInternalReview,
        ),
        (
            "1. How many wards?\nNine.\nIf you are unhappy you may ask for an internal review.\nFOI Team",
            Answered::Questions,
            Kind::FoiResponse,
        ),
        (
            "To ask the Secretary of State for Health, how many wards were shut. Tabled 1 May 2030.",
            Answered::Questions,
            Kind::Other,
        ),
        (
            "This is an automated response. Your FOI request has arrived. Requests are answered within 20 working days.",
            Answered::Questions,
            Kind::FoiAcknowledgement,
        ),
        (
            "Date: 1 May 2030\n\nFREEDOM OF INFORMATION ACT - REVIEW OF DECISION\n\nI have been asked to review how your request was dealt with. I took no part in the first decision. It is upheld.",
            Answered::Nothing,
            Kind::FoiInternalReview,
        ),
        (
            "18 May 2030 | Estates\n\nRef. 18/0219\n\nWe would like to see the spaces.\n\nSpaces (Excel, 22KB)",
            Answered::Nothing,
            Kind::FoiResponse,
        ),
        (
            "FOI 12\n\nDear Sir\n\nYou asked how many fines were issued. There were 2,118.",
            Answered::Nothing,
            Kind::FoiResponse,
        ),
        (
            "FOI 12\n\nWe would be grateful for some clarification. In line with section 1(3) the time starts after that.",
            Answered::AtOnce,
            Kind::FoiClarification,
        ),
        (
            "FOI 12\n\nThank you for your request. It has been logged as FOI 12. You asked:\n1. How many?\n\nYou should hear from us within 20 working days. We may have to rely on section 12.",
            Answered::Questions,
            Kind::FoiAcknowledgement,
        ),
        (
            "FOI 12\n\nI am writing to acknowledge receipt of your e-mail. The information you requested is contained in the grid.\n1. How many?\nSix.",
            Answered::Questions,
            Kind::FoiResponse,
        ),
        (
            "FOI\n\nOutcome of internal review\n\nI chaired the review. You asked for that answer to be reviewed.\n\nQuestion 1. How many?\nReview: Six.",
            Answered::Questions,
            Kind::FoiInternalReview,
        ),
        (
            "From: J Person\n6 March 2031\n\nDear Cleveland Police,\n\nPlease could you tell me how many FOI requests came?\n\nFrom: Disclosure\nCleveland Police\n5 April 2031\n\nDear Person\n\nI write in connection with your request.",
            Answered::Asked,
            Kind::FoiResponse,
        ),
        ("The hospital opened a garden on Monday.", Answered::Nothing, Kind::Other),
        ("", Answered::Nothing, Kind::Other),
    ] {
        assert_eq!(kind(text, answered).0, wanted, "{text}: {:?}", kind(text, answered));
    }
}

#[test]
fn the_labelled_letters() {
    let (mut right, mut all) = (0, 0);
    for letter in letters() {
        let gold = letter.gold["kind"].as_str().unwrap_or_default();
        let any = letter.gold["exchanges"].as_array().is_some_and(|exchanges| !exchanges.is_empty());
        let answered = if any { Answered::Questions } else { Answered::Nothing };
        let (kind, rule) = kind(&letter.text, answered);
        all += 1;
        if gold.split('|').any(|gold| gold == kind.name()) {
            right += 1;
        } else {
            println!("{}: {gold} read as {kind} ({rule})", letter.file);
        }
    }
    println!("kinds: {right} right of {all}");
    assert!(f64::from(right) >= 0.97 * f64::from(all));
}
