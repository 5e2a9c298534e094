//! Bodies outside the NHS in letters of their own, and in letters of others.

use crate::catalogue::Catalogue;
use crate::letter::{Letter, find_authority, find_zones};
use crate::text::{Folded, Lines};

/// The name of the body; `-` for nobody.
fn named(text: &str) -> String {
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let zones = find_zones(text, &lines, &folded);
    let letter = Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "letter.txt" };
    let (found, _) = find_authority(&letter, None, &Catalogue::shipped().organisations);
    found.map_or("-".to_owned(), |found| found.name)
}

fn check(cases: &[(&str, &str)]) {
    for (text, wanted) in cases {
        assert_eq!(named(text), *wanted, "{text}");
    }
}

#[test]
fn a_body_names_itself() {
    check(&[
        ("Mole Valley District Council\nPippbrook\n\nDear Sir\n\nThere were six.\n", "Mole Valley District Council"),
        ("From: FOI Team – Rother District Council\nSent: 4 May 2031\n\nDear Sir\n\nSix.\n", "Rother District Council"),
        ("From: Requests <foi@hart.gov.uk>\nSent: 4 May 2031\n\nDear Sir\n\nSix.\n", "Hart District Council"),
        ("1. How many?\nSix.\n\nRegards\nJo\nFOI Officer | Hart District Council | Fleet\n", "Hart District Council"),
        ("1. How many?\nSix.\n\nData Protection, Bath Spa University, Newton Park, Bath\n", "Bath Spa University"),
        ("1. How many?\nNatural England relies on regulation 12(5)(a) for the maps.\n", "Natural England"),
        ("Dear Sir\n\nI confirm that the Department for Transport holds the plan.\n", "Department for Transport"),
        (
            "1. How many?\nSix.\n\nKent Fire & Rescue Service\nHeadquarters, Tovil, Maidstone\n",
            "Kent Fire and Rescue Service",
        ),
        ("Cyngor Sir Powys / Powys County Council\n\n1. How many?\nSix.\n", "Powys County Council"),
        ("Heddlu De Cymru          South Wales Police\n\n1. How many?\nSix.\n", "South Wales Police"),
        (
            "Log\n\nResponse\n\nNorfolk County Council has looked up the records of its depot. Six.\n",
            "Norfolk County Council",
        ),
        (
            "Dear Sir\n\nThank you for your request. Six.\n\nKind regards\nAccess to Information\nAnyplace Borough Council\n",
            "Anyplace Borough Council",
        ),
        (
            "Authored by Government of Jersey and published on 4 May 2031.\n\n1. How many?\nSix.\n",
            "Government of Jersey",
        ),
        ("Bins\n\nDear Angus Council,\n\nHow many?\n\nThank you for your request. Six.\n", "Angus Council"),
        ("TORRlDGE DISTRICT COUNCIL\nBideford\n\n1. How many?\nSix.\n", "Torridge District Council"),
        (
            "FOI\n\nMoreover Kent Police can neither confirm nor deny that it holds more. Kent Police does not hold it.\n",
            "Kent Police",
        ),
    ]);
}

#[test]
fn a_body_unknown_is_named_where_it_heads_and_signs() {
    check(&[
        (
            "PORT OF THE ISLES AUTHORITY\n\nDear Sir\n\nSix.\n\nYours faithfully\nSecretary\nPort of the Isles Authority\n",
            "Port of the Isles Authority",
        ),
        ("Port of the Isles\n\nDear Sir\n\nSix.\n\nYours faithfully\nSecretary\n", "-"),
        ("Information Governance\n\nDear Sir\n\nSix.\n\nYours faithfully\nInformation Governance\n", "-"),
    ]);
}

#[test]
fn a_body_spoken_of_is_not_the_author() {
    check(&[
        (
            "FOI response\n\n1. How many?\nSix. Those of the north are held by Suffolk Constabulary, who may be asked.\n",
            "-",
        ),
        ("FOI\n\n1. Do you share data?\nYes, with Norfolk County Council and with Norfolk Constabulary.\n", "-"),
        (
            "Dear Sir\n\nRoads there are looked after by Derbyshire County Council, who can be reached at foi@derbyshire.gov.uk.\n",
            "-",
        ),
        ("FOI\n\n1. How many?\nSix.\n\n2. Who runs the other?\n\nKent County Council\n", "-"),
        ("Minutes          South Wales Police\n\n1. How many?\nSix.\n", "-"),
        ("FOI\n\n1. Who runs the others?\n- Maidstone Borough Council\n- Kent County Council\n", "-"),
        ("To: foi@highpeak.gov.uk\n\n1. How many?\nSix.\n", "-"),
        (
            "Barts Health NHS Trust\n\n1. Who was told?\nKent Police.\n\nYours sincerely\nFOI Officer\n",
            "Barts Health NHS Trust",
        ),
        (
            "Decision 12/2031\n\nPublic authority: Scottish Ambulance Service Board\n\nThe Commissioner finds that it holds none.\n",
            "-",
        ),
    ]);
}

#[test]
fn an_island_s_department_is_the_island_s() {
    let text =
        "Dear Sir\n\nThe Isle of Man Government does not hold the figure.\n\nYours sincerely\n\nCabinet Office\n";
    assert_eq!(named(text), "Isle of Man Government");
}
