use foi_rj::letter::find_zones;
use foi_rj::letter::*;
use foi_rj::text::*;
use foi_rj::*;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let cat = catalogue::Catalogue::shipped();
    let mode = &args[1];
    for p in &args[2..] {
        let bytes = std::fs::read(p).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_string();
        if mode == "explain" {
            let lines = Lines::new(&text);
            let folded = Folded::new(&text);
            let z = find_zones(&text, &lines, &folded);
            let r = segment::Reading {
                text: &text,
                lines: &lines,
                folded: &folded,
                zones: &z,
                phrases: &cat.phrases,
                wordings: &cat.wordings,
            };
            println!("{}", segment::explain(&r));
        }
        let src = source::Source {
            file: p.clone(),
            sha256: String::new(),
            bytes: bytes.len() as u64,
            encoding: "utf-8".into(),
            text,
            diagnostics: vec![],
        };
        let r = extract(&src, cat);
        if mode == "json" {
            println!("{}", serde_json::to_string(&r).unwrap());
        } else {
            for e in &r.exchanges {
                println!(
                    "[{}] {} ({})\n   Q {}\n   A {}",
                    e.number.clone().unwrap_or_default(),
                    e.code,
                    e.rule,
                    e.question,
                    e.answer
                );
            }
            for a in &r.answers {
                println!("{:24}{:12} {:?} {} {:?} {}", a.field, a.code.name(), a.certainty, a.rule, a.basis, a.words);
            }
        }
    }
}
