//! Provisions of invented letters, and those of the labelled letters against their labels.

use std::collections::BTreeSet;

use super::*;
use crate::labelled::letters;
use crate::letter::find_zones;
use crate::text::{Folded, Lines};

fn relied(text: &str, pairs: &[Pair]) -> Vec<Relied> {
    relied_by(text, pairs, false)
}

fn relied_by(text: &str, pairs: &[Pair], scottish: bool) -> Vec<Relied> {
    let (lines, folded) = (Lines::new(text), Folded::new(text));
    let zones = find_zones(text, &lines, &folded);
    find_exemptions(&Letter { text, lines: &lines, folded: &folded, zones: &zones, file: "" }, pairs, scottish)
}

#[test]
fn provisions_relied_on() {
    for (text, wanted) in [
        ("It is withheld under sections 21 and 40(2).", "FOIA s21, FOIA s40(2)"),
        ("Withheld under Section 31(1)(a), (b) and (g).", "FOIA s31(1)(a), FOIA s31(1)(b), FOIA s31(1)(g)"),
        ("It is exempt under section 43. Section 43(2) is engaged.", "FOIA s43(2)"),
        ("Under FOISA section 17 I give notice that it is not held.", "FOISA s17"),
        ("This is a refusal notice under section 17. We have a duty under section 16.", ""),
        ("Reading the files would take more than 18 hours.", "FOIA s12"),
        ("Section 12(2) would apply, since it would take more than 18 hours.", "FOIA s12(2)"),
        ("Section 12 could be relied on. Section 40(2) does not apply.", ""),
        ("Regulation 28 asks for a reply to the coroner.", ""),
        ("Under the Environmental Information Regulations 2004 regulation 12(5)(b) applies.", "EIR r12(5)(b)"),
        ("It would break s.35 of the Data Protection Act 2018.", ""),
        ("It is exempt under section 40. Section 40(2) covers the data of others.", "FOIA s40(2)"),
        ("I refuse. Section 14 of the Act allows us to refuse vexatious requests.", "FOIA s14"),
        ("It is exempt by virtue of Section 40(2) (Personal Information) of the FOIA.", "FOIA s40(2)"),
        ("We rely on section 40(2) and section 40(3A)(a) of the Act.", "FOIA s40(2)"),
        ("Exempt under section 38(1)(b) of FOISA.", "FOISA s38(1)(b)"),
        (
            "We neither confirm nor deny, by virtue of sections 30(3) and 40(5B)(a)(i).",
            "FOIA s30(3), FOIA s40(5B)(a)(i)",
        ),
        ("A breach of section 36 of the Police Act 1996 was found.", ""),
        ("The EIR apply: regulation 12(4)(a), as it is not held.", "EIR r12(4)(a)"),
        ("It is refused under section 12. If you narrow it, section 40(2) may apply.", "FOIA s12"),
        ("The Trust is relying on s.43 (2) Commercial Interests.", "FOIA s43(2)"),
        ("We withheld it under section 43(2). I now set aside section 43(2).", ""),
        (
            "The total is given: section 31 is withdrawn. The plan is exempt by virtue of section 31(1)(a).",
            "FOIA s31(1)(a)",
        ),
        ("It would take more than 18 hours, and section 12(1) of the Act means that we need not do so.", "FOIA s12(1)"),
        ("The original response withheld it under section 22. I see no reason to continue to withhold it.", ""),
        (
            "It gave the total and withheld the rest under section 43(2). Section 21 applies to the plan.",
            "FOIA s43(2), FOIA s21",
        ),
        (
            "Outcome of review. It gave the total and withheld the rest under section 43(2). I uphold section 21.",
            "FOIA s21",
        ),
        ("The first refusal spoke of more than 18 hours. Section 12 falls away.", ""),
        (
            "The EIR apply: we rely on regulation 12(4)(d). Withheld. Regulation 12(5)(f) protects those who volunteer.",
            "EIR r12(4)(d), EIR r12(5)(f)",
        ),
        ("The EIR apply. Withheld, with the presumption in regulation 12(2) in mind.", ""),
        (
            "Names are exempt under section 23(1) and, in so far as that does not apply, section 24(1).",
            "FOIA s23(1), FOIA s24(1)",
        ),
    ] {
        let found = relied(text, &[]).into_iter().map(|relied| relied.provision).collect::<Vec<_>>().join(", ");
        assert_eq!(found, wanted, "{text}");
    }
}

#[test]
fn a_scottish_body_answers_under_its_own_act() {
    let first = |text: &str| relied_by(text, &[], true)[0].provision.clone();
    assert_eq!(first("It is otherwise accessible and section 25(1) applies."), "FOISA s25(1)");
    assert_eq!(first("Under the Freedom of Information Act 2000 section 21 applies."), "FOIA s21");
}

#[test]
fn a_provision_in_the_question_is_not_relied_on() {
    let text = "1. Which files did you withhold under section 40(2)?\nNone.\n2. Why?\nSection 31(1)(a) applies.\n";
    let find = |words: &str| {
        let start = text.find(words).unwrap();
        vec![Span::new(start, start + words.len())]
    };
    let pairs = [
        Pair {
            number: None,
            question: find("Which files did you withhold under section 40(2)?"),
            answer: find("None."),
        },
        Pair { number: None, question: find("Why?"), answer: find("Section 31(1)(a) applies.") },
    ];
    let found = relied(text, &pairs);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].provision.as_str(), found[0].pair), ("FOIA s31(1)(a)", Some(1)));
    assert_eq!(found[0].spans[0].of(text), "Section 31(1)(a)");
}

#[test]
fn the_labelled_letters() {
    let (mut hits, mut found, mut due) = (0, 0, 0);
    for letter in letters() {
        let gold: BTreeSet<&str> =
            letter.gold["exemptions"].as_array().into_iter().flatten().filter_map(|code| code.as_str()).collect();
        let answers =
            letter.gold["kind"].as_str().is_some_and(|kind| kind.contains("response") || kind.contains("review"));
        let relied = if answers { relied(&letter.text, &letter.pairs()) } else { Vec::new() };
        let codes: BTreeSet<&str> = relied.iter().map(|relied| relied.provision.as_str()).collect();
        let both = gold.intersection(&codes).count();
        (hits, found, due) = (hits + both, found + codes.len(), due + gold.len());
        if gold != codes {
            println!("{}: {gold:?} read as {codes:?}", letter.file);
        }
    }
    if due == 0 {
        return;
    }
    let f1 = 2.0 * f64::from(hits as u32) / f64::from((found + due) as u32);
    println!("exemptions: {hits} right of {found} found and {due} due, F1 {f1:.3}");
    assert!(f1 >= 0.95);
}
