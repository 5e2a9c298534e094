//! Provisions in the many ways that letters print them.

use super::*;

fn read(words: &str) -> String {
    let named = find_mentions(words, 9).into_iter().flat_map(|mention| mention.named);
    let shown =
        named.map(|(number, parts, _)| number + &parts.iter().map(|part| format!("({part})")).collect::<String>());
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn provisions_as_letters_print_them() {
    for (words, wanted) in [
        ("section 12", "12"),
        ("s40(2)", "40(2)"),
        ("s. 40 (2)", "40(2)"),
        ("sections 21 and 40(2).", "21 40(2)"),
        ("sections 31, 33 and 43 of the act", "31 33 43"),
        ("section 31(1)(a), (b) and (g)", "31(1)(a) 31(1)(b) 31(1)(g)"),
        ("s.40 (2) & (3a)(a)", "40(2) 40(3a)(a)"),
        ("section 40(5b)(a)(i) is", "40(5b)(a)(i)"),
        ("section 40, subsection 2", "40(2)"),
        ("section 40 subsection (2)(a)", "40(2)(a)"),
        ("section 38 1(b)", "38(1)(b)"),
        ("section 17 (1b)", "17(1)(b)"),
        ("section 17[5]", "17(5)"),
        ("sections 21 (reasonably accessible) and 22 (meant for publication)", "21 22"),
        ("regulation 12(4)(b) and 12(5)(e)", "12(4)(b) 12(5)(e)"),
        ("section 22a", "22a"),
        ("section 40(2)(a)(b)", "40(2)(a) 40(2)(b)"),
        ("sections 12 and 2000 more", "12"),
        ("section 1.1 and section 123", ""),
        ("cross section of 40 people", ""),
        ("the trust's 40 wards", ""),
        ("calow, s44 5bl", ""),
    ] {
        assert_eq!(read(words), wanted, "{words}");
    }
}
