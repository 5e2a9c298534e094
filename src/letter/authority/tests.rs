//! The cases of the notes on authorities, and the letters with gold labels where they are at hand.

use super::*;
use crate::catalogue::Catalogue;
use crate::labelled::{Labelled, letters};
use crate::letter::find_zones;
use crate::record::Certainty;
use crate::text::{Folded, Lines};

fn read(file: &str, text: &str, date: Option<&str>) -> (Option<Authority>, Vec<Diagnostic>) {
    let lines = Lines::new(text);
    let folded = Folded::new(text);
    let zones = find_zones(text, &lines, &folded);
    let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file };
    let date = date.map(|date| date.parse().expect("a date in a test"));
    let (found, remarks) = find_authority(&letter, date, &Catalogue::shipped().organisations);
    for evidence in found.iter().flat_map(|found| &found.evidence) {
        assert_eq!(evidence.span().of(text), evidence.words);
    }
    (found, remarks)
}

/// The code, or the name where there is none; `-` for nobody.
fn named(file: &str, text: &str, date: Option<&str>) -> String {
    let found = read(file, text, date).0;
    found.map_or("-".to_owned(), |found| found.code.unwrap_or(found.name))
}

const SEED: &str = "NHS and Social Care Partnership Trust\n\nFarm Villa Hermitage Lane Maidstone Kent ME16 9PH\n\n\
    Website: www.kmpt.nhs.uk\n\nRequest for Information\n\nKMPT regularly use restorative practices.\n";
const ICO: &str = "1. Do you?\nYes\n\nYou may apply to the Information Commissioner's Office\nWycliffe House, Wilmslow, SK9 5AF\nwww.ico.org.uk\n";

#[test]
fn the_cases_of_the_notes() {
    let forty: String =
        Catalogue::shipped().organisations.all()[60..100].iter().map(|body| format!("{}\n", body.name)).collect();
    let forty_signed = format!("1. Who was asked?\n{forty}\nYours sincerely\n\nBarts Health NHS Trust\n");
    let forty = format!("1. Who was asked?\n{forty}\n1 2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n");
    let ask = "1. Do you?\nYes\n\n";
    let cases: &[(&str, String, Option<&str>, &str)] = &[
        ("1 tail only", format!("NHS Foundation Trust\n{ask}"), None, "-"),
        ("1 the one unique tail", format!("NHS and Social Care Partnership Trust\n{ask}"), None, "RXY"),
        ("2 no mailbox", SEED.into(), None, "RXY"),
        ("3 two lines", format!("{ask}Yours sincerely\nThe Dudley Group\nNHS Foundation Trust\n"), None, "RNA"),
        ("3 closed since", format!("Dudley Integrated Health and Care NHS Trust\n{ask}"), Some("2024-05-01"), "RYK"),
        ("4 name inside name", format!("North East London NHS Foundation Trust\n{ask}"), None, "RAT"),
        ("5 Rotherham", format!("The Rotherham NHS Foundation Trust\n{ask}"), None, "RFR"),
        ("5 RDaSH", format!("Rotherham Doncaster and South Humber NHS Foundation Trust\n{ask}"), None, "RXE"),
        ("6 misdirected", format!("wah-tr.foi@nhs.net\n{ask}For these figures please contact Worcestershire Health and Care NHS Trust.\n"), None, "RWP"),
        ("7 press address of the group", format!("Epsom and St Helier University Hospitals NHS Trust\n{ask}Press: gesh.comms@stgeorges.nhs.uk\n"), None, "RVR"),
        ("8 neighbour's prefix", format!("Email: dhc.dch.foi.enquiries@nhs.net\n{ask}"), None, "RBD"),
        ("9 token second", format!("Email: foi.bartshealth@nhs.net\n{ask}"), None, "R1H"),
        ("10 case platform", format!("Email: thh@infreemation.co.uk\n{ask}"), None, "RAS"),
        ("11 shared initials", format!("MFT\n{ask}"), None, "-"),
        ("11 with a postcode", format!("MFT\nGillingham ME7 5NY\n{ask}"), None, "RPA"),
        ("13 open then", format!("North Bristol NHS Trust\n{ask}"), Some("2025-03-01"), "RVJ"),
        ("14 only the regulator", ICO.into(), None, "-"),
        ("15 not a reply", "NHS England has produced a Charter. The framework is for trusts and ICBs.\nThank you for bringing this to my attention.".into(), None, "-"),
        ("16 the requester's address", format!("From: [requester] <me.leedsth-tr@nhs.net>\nDear all, I ask for this\nFrom: FOI\nDear all\n{ask}"), None, "-"),
        ("18 the board", format!("NHS Mid and South Essex Integrated Care Board\n{ask}"), Some("2025-02-01"), "QH8"),
        ("18 the trust", format!("Mid and South Essex NHS Foundation Trust\n{ask}"), Some("2025-02-01"), "RAJ"),
        ("19 bilingual", format!("Bwrdd Iechyd Prifysgol Betsi Cadwaladr\nBetsi Cadwaladr University Health Board\n{ask}"), None, "7A1"),
        ("20 batch", forty, None, "-"),
        ("20 batch, signed", forty_signed, None, "R1H"),
        ("21 shared postcode", format!("Norfolk and Suffolk NHS Foundation Trust\nPE30 4ET\n{ask}"), None, "RMY"),
        ("22 apostrophe", format!("Guy’s & St Thomas’ NHS Foundation Trust\n{ask}"), None, "RJ1"),
        ("23 one letter wrong", format!("Calderdale and Huddersfleld NHS Foundation Trust\n{ask}"), None, "RWY"),
        ("sender in brackets", "From: FOI (MEDWAY NHS FOUNDATION TRUST)\nSent: 4 May 2031\n\nDear Sir\n\nYes\n".into(), None, "RPA"),
        ("foot of the page", format!("{ask}Medway NHS Foundation Trust. Better care together\n"), None, "RPA"),
        ("digits for letters", format!("Wye Va1ley\n\nNHS Trust\n\n{ask}"), None, "RLQ"),
        ("where we are", format!("Hello\n\nThis is where we have got to at Sherwood Forest Hospitals.\n{ask}"), None, "RK5"),
        ("whose page it is", format!("Log\n{ask}\nWas this page useful?\n\n© 2031 www.sfh-tr.nhs.uk    Accessibility | Privacy\n"), None, "RK5"),
        ("whose pictures they are", format!("Log\n\n1. Whose?\n© 2031 www.sfh-tr.nhs.uk\n2. How many are shown?\nSix.\n{ask}{ask}"), None, "-"),
        ("contact of the page", format!("Log\n{ask}2. How many?\nSix.\n\nDate responded\n4 May 2031\nContact\nfoi@sabp.nhs.uk\n"), None, "RXX"),
        ("contact asked elsewhere", format!("Log\n{ask}2. How many?\nSix.\n\nFor others you should contact\nfoi@sabp.nhs.uk\n"), None, "-"),
        ("signed, and attached by us", format!("Good morning\n\nNorthumbria Healthcare signed it in May and we have attached the plan.\n{ask}"), None, "RTF"),
        ("initials of the reference", format!("QVH FOI 22/058      Page 1 of 2\n\n{ask}"), None, "RPC"),
        ("a force", format!("Provision of information held by Northumbria Police made under the Act\n{ask}"), None, "Northumbria Police"),
        ("a force asked elsewhere", format!("FOI\n{ask}West Yorkshire Police may hold something. The Trust does not.\n"), None, "-"),
        ("two bodies", format!("Barts Health NHS Trust\n{ask}Yours sincerely\nMedway NHS Foundation Trust\n"), None, "-"),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|(case, text, date, wanted)| (case, wanted, named("letter.txt", text, *date)))
        .filter(|(_, wanted, got)| *wanted != got)
        .map(|(case, wanted, got)| format!("{case}: {got}, not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_name_is_that_of_the_letters_date() {
    let name = |date| read("a.txt", SEED, date).0.unwrap().name;
    assert_eq!(name(Some("2025-09-01")), "Kent and Medway NHS and Social Care Partnership Trust");
    assert_eq!(name(Some("2025-11-01")), "Kent and Medway Mental Health NHS Trust");
}

#[test]
fn regulators_are_no_authors() {
    let text =
        "1. Do you?\nYes\n\nYou may appeal to the Scottish Information Commissioner, enquiries@foi.scot, KY16 9DS\n";
    assert_eq!(named("a.txt", text, None), "-");
}

#[test]
fn two_strong_bodies_are_a_conflict() {
    let text = "Barts Health NHS Trust\n\n1. Do you?\nYes\n\nYours sincerely\nMedway NHS Foundation Trust\n";
    assert_eq!(read("a.txt", text, None).1[0].code, "authority-conflict");
}

#[test]
fn failing_the_text_the_file_is_asked() {
    for (file, wanted) in [
        ("Royal Surrey FOI reply.txt", "RA2"),
        ("Airedale_FOI_2025.txt", "RCF"),
        ("RUH Bath restorative justice FOI.txt", "RD1"),
        ("Dorset County Hospital FOI response.txt", "RBD"),
        ("Harrogate and District FOI RJ email.txt", "RCD"),
        ("letters/Medway NHS Foundation Trust/reply.txt", "RPA"),
        ("Dorset FOI.txt", "-"),
        ("Bristol.txt", "-"),
        ("MFT reply.txt", "-"),
        ("Rotherham FOI.txt", "-"),
        ("Somerset.txt", "-"),
        ("his reply.txt", "-"),
        ("a01.txt", "-"),
    ] {
        assert_eq!(named(file, "1. Do you?\nYes\n", None), wanted, "{file}");
    }
}

#[test]
fn gold_letters_are_never_named_wrongly() {
    let (mut wrong, mut right, mut silent, mut due) = (vec![], 0, vec![], 0);
    for Labelled { file, text, gold } in letters() {
        let date = gold["responded_on"].as_str();
        let got = read(&file, &text, date).0;
        let gold = gold["authority"].as_str().unwrap_or("-");
        let code = got.as_ref().map_or("-".to_owned(), |found| found.code.clone().unwrap_or(found.name.clone()));
        let accepted: Vec<&str> = gold.split('|').map(|code| if code == "X24" { "X24" } else { code }).collect();
        due += usize::from(!accepted.contains(&"-"));
        match accepted.contains(&code.as_str()) {
            true => right += usize::from(code != "-"),
            false if code == "-" => silent.push(format!("{file} {gold}")),
            false => wrong.push(format!("{file}: {code}, not {gold}: {got:?}")),
        }
        if got.is_some_and(|got| got.certainty == Certainty::Inferred) {
            eprintln!("inferred: {file} {code}");
        }
    }
    eprintln!("authorities: {right} named of {due}, {} wrong; silent: {silent:?}", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_file_may_tell_which_trust_of_a_place_it_is() {
    let said = |whose: &str| format!("1. How many wards has {whose} open?\nSix.\n");
    assert_eq!(named("Stockport FOI reply.txt", &said("the Trust"), None), "RWJ");
    assert_eq!(named("Stockport FOI reply.txt", &said("the Council"), None), "-");
}

#[test]
fn no_body_is_named_against_the_name_of_the_file() {
    let text = "1. Do you?\nYes\n\nIf you are unhappy you may ask for an internal review. Wards in the north belong to \
                Barts Health NHS Trust.\n";
    assert_eq!(named("reply.txt", text, None), "R1H");
    let (found, remarks) = read("Wye Valley NHS Trust reply.txt", text, None);
    assert_eq!(found, None);
    assert_eq!(remarks[0].code, "authority-conflict");
    assert!(remarks[0].message.contains("Wye Valley NHS Trust"), "{}", remarks[0].message);
}
