use foi_rj::letter::*;
use foi_rj::text::*;
use foi_rj::*;
fn zones(text: &str, lines: &Lines) -> Zones {
    let mut z = Zone::Answers;
    let mut parts = vec![];
    let mut answered = 0usize;
    for &l in lines.spans() {
        let w = l.of(text).trim().to_lowercase();
        let has = |x: &[&str]| x.iter().any(|k| w.contains(k));
        answered += l.len();
        if has(&[
            "internal review",
            "dissatisfied",
            "unhappy",
            "not happy",
            "asked to look again",
            "request will be",
            "if you would like a review",
            "if this reply falls short",
            "any queries about this",
            "two months to ask",
            "has not been handled well",
            "i confirm that the information above completes",
            "information supplied under",
            "does the answer fail",
            "should this decision disappoint",
            "right to complain",
            "how to complain",
            "a review of the way",
            "appeals about",
            "this ends our answer",
            "think that we have got any",
        ]) && z != Zone::Beyond
            && answered > 600
        {
            z = Zone::Review;
        } else if (w.starts_with("yours ") || w.contains("kind regards") || w.starts_with("regards"))
            && z != Zone::Beyond
            && answered > 300
        {
            z = Zone::SignOff;
        } else if z == Zone::SignOff && w.starts_with("from:") {
            z = Zone::Beyond
        }
        parts.push((l, z));
    }
    Zones::new(parts)
}
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let cat = catalogue::Catalogue::shipped();
    let mode = &args[1];
    for p in &args[2..] {
        let text = String::from_utf8_lossy(&std::fs::read(p).unwrap()).into_owned();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_string();
        let lines = Lines::new(&text);
        let folded = Folded::new(&text);
        let z = zones(&text, &lines);
        let r = segment::Reading {
            text: &text,
            lines: &lines,
            folded: &folded,
            zones: &z,
            phrases: &cat.phrases,
            wordings: &cat.wordings,
        };
        if mode == "explain" {
            println!("{}", segment::explain(&r));
        }
        let s = segment::segment(&r);
        if mode != "json" {
            for p in &s.pairs {
                println!(
                    "[{}] Q {:?}\n     A {:?}",
                    p.number.clone().unwrap_or_default(),
                    p.question.iter().map(|x| x.of(&text)).collect::<Vec<_>>().join(" / "),
                    p.answer.iter().map(|x| x.of(&text)).collect::<Vec<_>>().join(" / ")
                );
            }
        } else {
            let ex:Vec<_>=s.pairs.iter().map(|p| serde_json::json!({"number":p.number,"question":p.question.iter().map(|x|x.of(&text)).collect::<Vec<_>>().join(" "),"answer":p.answer.iter().map(|x|x.of(&text)).collect::<Vec<_>>().join(" "),"code":"given"})).collect();
            println!("{}", serde_json::json!({"file":p,"kind":"foi-response","exchanges":ex}));
        }
    }
}
