use foi_rj::catalogue::Catalogue;
use foi_rj::letter::find_zones;
use foi_rj::segment::{Reading, explain, segment};
use foi_rj::source::read_file;
use foi_rj::text::{Folded, Lines};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let catalogue = if args.len() > 2 {
        let text = std::fs::read_to_string(&args[2]).unwrap();
        Catalogue::with(if args[2] == "/dev/null" {
            vec![]
        } else {
            vec![foi_rj::catalogue::Questionnaire::read(&text).questionnaire.unwrap()]
        })
    } else {
        Catalogue::with(foi_rj::catalogue::shipped_questionnaires())
    };
    let source = read_file(args[1].as_ref()).unwrap();
    let (lines, folded) = (Lines::new(&source.text), Folded::new(&source.text));
    let frame = find_zones(&source.text, &lines, &folded);
    let reading = Reading::new(&source.text, &lines, &folded, &frame, &catalogue);
    println!("{}", explain(&reading));
    for pair in segment(&reading).pairs {
        println!(
            "{:?} Q {:?} A {:?}",
            pair.number,
            pair.question.iter().map(|s| s.of(&source.text)).collect::<Vec<_>>(),
            pair.answer.iter().map(|s| s.of(&source.text)).collect::<Vec<_>>()
        );
    }
}
