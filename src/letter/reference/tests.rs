//! References as letters print them, and what is none.

use super::super::Zones;
use super::*;
use crate::text::{Folded, Lines};

/// The reference of a letter that is all head.
fn reference(text: &str) -> Option<String> {
    let zones = Zones::new(vec![(Span::new(0, text.len()), Zone::Head)]);
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" };
    find_reference(&letter).map(|found| found.value)
}

#[test]
fn references_as_letters_print_them() {
    let cases = [
        ("Our Ref: FOI 25/611\nDate: 1 May 2025", "FOI 25/611"),
        ("FOI Ref: 24872      Received: 16 April 2025", "24872"),
        ("FOI No. 25.318", "25.318"),
        ("Our Ref: FOI DA5604\nDate: 1 May 2025", "FOI DA5604"),
        ("**Ref:** 432- 25", "432- 25"),
        ("Your Ref: RJ/19\nOur ref: HWHCT 23/24-35", "HWHCT 23/24-35"),
        ("Date 1 May 2030 Your Ref Our Ref BRD / AF / FOI /14296 SENT BY EMAIL", "BRD / AF / FOI /14296"),
        ("Reference: \n\n1158", "1158"),
        ("Reference   Date\n0385        1 May 2025", "0385"),
        ("Freedom of Information Request: 0385", "0385"),
        ("Review reference: IR-2025-0071\nRequest reference: FOI_8911", "IR-2025-0071"),
        ("Our reference: FOI/2025/1130 (linked: FOI/2025/0902)", "FOI/2025/1130"),
        ("Case Reference CAS-70721-Z7P3Y9", "CAS-70721-Z7P3Y9"),
        ("Ref: 101004567890.", "101004567890"),
        ("Your request has been given the number 9417.", "9417"),
        ("I write further to your request FOI ID 50785 under the Act", "50785"),
        ("Freedom of Information request - ref: FOI/25/092", "FOI/25/092"),
        ("Subject: RE: Data [ref 2025-0684]\nSent: 1 May 2025", "2025-0684"),
        ("Subject: RE: FOI-2025-133 - Wards\nSent: 1 May 2025", "FOI-2025-133"),
        ("Subject: RE: Request [F-2026-00044]\nSent: 1 May 2025", "F-2026-00044"),
        ("Request reference\n01.FOI.31.020915\n\nDrones", "01.FOI.31.020915"),
        ("Home > Log > Crime > 01.FOI.31.051336", "01.FOI.31.051336"),
        ("FOI 2031-166: Agency midwives", "FOI 2031-166"),
        ("FOI 2031-26 / 271", "FOI 2031-26 / 271"),
        ("Internal review IR 0093 (FOI 2301-77)", "IR 0093"),
        ("Information request 20-3317: allotments", "20-3317"),
        ("Qur Ref: FOl/19/0338", "FOl/19/0338"),
        ("Reference No: 25 0617", "25 0617"),
        ("Freedom of Information 173/2031", "173/2031"),
        ("ABC FOI 22/058          Page 1 of 2", "ABC FOI 22/058"),
        ("NFRS 2024 03 - Staffing", "NFRS 2024 03"),
        ("Sexual Misconduct Cases - 651/20", "651/20"),
        ("FOI 5197", "FOI 5197"),
        ("Our Ref: SYICB 25 0316\nYour Ref: none", "SYICB 25 0316"),
        ("REF:   FOI 1466 / 25      Date:  05/09/2025", "FOI 1466 / 25"),
        ("FOI reference number\nWHT 2025/26 – 0518", "WHT 2025/26 – 0518"),
        ("Re: FOI 24-191 Staffing of wards", "FOI 24-191"),
        ("FOI 7744 / adult ADHD", "FOI 7744"),
        ("FOI/25/26/0240               Thursday, 7 August 2025", "FOI/25/26/0240"),
        ("Subject: FOI 54321 - your questions", "FOI 54321"),
        ("Freedom of Information Request    25/26-0307", "25/26-0307"),
        ("Disclosure: GWH-0907-25", "GWH-0907-25"),
        ("1 October 2031                    FOI-0925-118", "FOI-0925-118"),
        ("QVH.25.177\n\n1 August 2031", "QVH.25.177"),
        ("REQ-0007781 | Received 02-Jul-2031 | Closed 29-Jul-2031", "REQ-0007781"),
        ("FOI-25-0808 (request made on 22 August 2031)", "FOI-25-0808"),
        ("An Agency\n\nF0027183\nDate 9 December 2031", "F0027183"),
        ("Your request SC-FOI-1031: submitted 16 May 2031, answered 12 June 2031", "SC-FOI-1031"),
        ("Case: UoH/FOI/24/318", "UoH/FOI/24/318"),
        ("FREEDOM OF INFORMATION REQUEST 2025-1147", "2025-1147"),
        ("Internal review IR/25/006 of our response to SCHT/FOI/25/144", "IR/25/006"),
        ("Subject: Re: Your FOI request (our log no. 2526/0633)\nSent: 1 May 2025", "2526/0633"),
    ];
    for (text, value) in cases {
        assert_eq!(reference(text).as_deref(), Some(value), "{text}");
    }
}

#[test]
fn what_is_not_the_authority_s_own_is_left_alone() {
    let cases = [
        "Your ref: RJ/acute/19",
        "This follows your earlier request 24/118.",
        "Ref: 21/07/2025",
        "Ref\tQuestion\tAnswer\nQ1\tHow many?\t450",
        "Reference number\n\nUnder the FoI Act I ask for 2024 data",
        "Freedom of Information Act 2000",
        "FOI Requests received, 2018 - 2022",
        "Sickness absence - 2023/24",
        "COVID-19 - deaths",
        "Ransomware 31/10/19",
        "Signed in the opening weeks of 2031 (12 January, to be exact)",
        "For general enquiries call 01158388100",
        "See FOI 6434 and FOI 6519 on our website.",
    ];
    for text in cases {
        assert_eq!(reference(text), None, "{text}");
    }
}
