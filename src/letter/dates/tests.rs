//! Dates as letters print them, and others.

use super::super::Zones;
use super::*;
use crate::text::{Folded, Lines};

/// The dates of a letter that is all head: request, reply, and the codes of the diagnostics.
fn dates(text: &str) -> (Option<String>, Option<String>, Vec<String>) {
    let zones = Zones::new(vec![(Span::new(0, text.len()), Zone::Head)]);
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let found = find_letter_dates(&Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" });
    let value = |found: Option<Found>| found.map(|found| found.value);
    let codes = found.diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect();
    (value(found.requested_on), value(found.responded_on), codes)
}

#[test]
fn labels_in_their_layouts() {
    let (may, june) = (Some("2025-05-12"), Some("2025-06-10"));
    let cases = [
        ("FOI Ref: 24872      Received: 12 May 2025\n                    Date: 10 June 2025", may, june),
        ("Date received   Date responded\n12/05/2025      10/06/2025", may, june),
        ("| Date received | Date responded |\n|---|---|\n| 12/05/2025 | 10/06/2025 |", may, june),
        ("Request Date\nMay 12, 2025\n\nResponse Date\nJune 10, 2025", may, june),
        ("Received: 12/05/2025 Answered: 10/06/2025 Due: 11/06/2025", may, june),
        ("**Date received:** Monday 12 May 2025\n**Date of reply:** Tuesday 10 June 2025", may, june),
        ("Date 10 June 2025 Your Ref Our Ref AB / FOI /12 SENT BY EMAIL", None, june),
        ("Dear Enquirer\nOn 12 May 2025 you asked about wards.\n\n10 June 2025", may, june),
        ("10 June 2025\n\nDear Enquirer\n\nWe refer to your request of the 12th of May 2025.", may, june),
        ("10 June 2025\n\nThank you for your e-mail of 12 May.", may, june),
        ("10 June 2025\n\nDear Sir\n\nThank you for your request.\n\nMarch 2025    3\nApril 2025    9", None, june),
        ("Date in: 12/05/2025    Date out: 10/06/2025", may, june),
        ("INTERNAL REVIEW\n\nDear Sir\n\nIt is upheld.\n\nReview Officer, 10/06/2025\n", None, june),
        ("Subject: Vacancies\nReceived: 12/05/2025\nResponded: 10/06/2025\n\nYou asked:", may, june),
        ("FOI 25-26/302          10-06-2025", None, june),
        ("Ref 12/118    In: 12/05/2025    Out: 10/06/2025", may, june),
        ("Your request of 12.05.25    Our answer of 10.06.25", may, june),
        (
            "Ref: 12/118\n\n10 June 2025\n\nDear Sir\n\nYour request under the Act of 2000 dated 12 May 2025 is answered.",
            may,
            june,
        ),
        ("Internal review of FOI/25/118\n\n10 June 2025\n\nDear Sir", None, june),
        ("Your request: 12 May 2025\nYour request for review: 20 May 2025\nDate: 10 June 2025", may, june),
        (
            "Thank you for your request about theatre staff of the whole Trust and its\ntemporary staff, which we had on 12 May 2025.",
            may,
            None,
        ),
        ("We thank you.\n\n> On 12 May 2025 at 10:07 you wrote:\n> How many?", may, None),
        ("Thank you for your request.\n\n11 May 2025 - acknowledged\n10 June 2025 - response sent", None, june),
        ("Further to your request for data since 1 April 2020, which was received on 12 May 2025:", may, None),
    ];
    for (text, requested, responded) in cases {
        let (request, response, _) = dates(text);
        assert_eq!((request.as_deref(), response.as_deref()), (requested, responded), "{text}");
    }
}

#[test]
fn other_dates_are_left_alone() {
    let cases = [
        "A reply is due by 25/02/2030.",
        "Published on 9 December 2025\n\nLast reviewed: 9 December 2025",
        "Deadline\n2 June 2025\n\nDear Sir",
        "October 31, 2020 | Organisational Information",
        "18 May 2030 | Estates\n\nRef. 18/0219",
        "> Date: 5 May 2025",
        "Thank you for your earlier request of 3 March 2025.",
        "Date received: 2 May 2025\nDate received: 9 May 2025",
        "1a charter - signed\n1b date - 4 December 2023",
        "The policy was ratified on 12 March 2025.",
        "Dear Sir\n5 May 2025\n\n12 May 2025",
    ];
    for text in cases {
        let (requested, responded, _) = dates(text);
        assert_eq!((requested, responded), (None, None), "{text}");
    }
}

#[test]
fn threads_ask_first_and_answer_last() {
    let asking = "From: A Person\nSent: 12 May 2025 10:00\nTo: FOI\nSubject: Request\n\nHow many wards?\n\n";
    let receipt = "From: FOI\nSent: 13 May 2025 10:00\nTo: A Person\nSubject: RE: Request\n\nWe acknowledge it.\n\n";
    let answer = "From: FOI\nSent: 10 June 2025 10:00\nTo: A Person\nSubject: RE: Request\n\nSix wards.\n\n";
    let letter = format!("The Trust{}\n\nSix wards.\n\n{asking}", " has considered the request".repeat(20));
    let (may, june) = (Some("2025-05-12"), Some("2025-06-10"));
    let quoting = "Dear Sir\n\nSix wards.\n\nOn Mon, 12 May 2025 at 10:00, A Person wrote:\n\nHow many wards?\n";
    let cases = [
        (format!("From: FOI\nSent: 10 June 2025 10:00\nTo: A Person\n\n{quoting}"), may, june),
        (format!("{asking}{receipt}{answer}"), may, june),
        (format!("{answer}{receipt}{asking}"), may, june),
        (format!("{asking}{receipt}"), may, None),
        (answer.to_owned(), None, june),
        (
            "From: A Requester\n\n12 May 2025\n\nDear Force,\n\nHow many?\n\nFrom: FOI Team\nNorthumbria Police\n\n10 June 2025\n\nSix.".to_owned(),
            may,
            june,
        ),
        (letter, may, None),
        (
            format!("From: [requester]\nSent: 11 June 2025 10:00\nTo: B Person\nSubject: Fwd: Answer\n\nSee below.\n\n{answer}"),
            None,
            june,
        ),
        (
            String::from(
                "A Person 12 May 2025\n\nDear Angus Council,\n\nHow many?\n\nFOI, Angus Council 10 June 2025\n\nDear Person\n\nSix.",
            ),
            may,
            june,
        ),
    ];
    for (text, requested, responded) in cases {
        let (request, response, _) = dates(&text);
        assert_eq!((request.as_deref(), response.as_deref()), (requested, responded), "{text}");
    }
}

#[test]
fn odd_dates_are_told() {
    let impossible = dates("Date received: 31 June 2025\nDate of reply: 5 July 2025");
    assert_eq!(impossible, (None, Some("2025-07-05".into()), vec!["date-impossible".into()]));
    let reversed = dates("Date received: 5 July 2025\nDate of reply: 5 June 2025");
    assert_eq!(reversed.2, ["dates-reversed"]);
}
