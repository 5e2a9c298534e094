//! The provisions that a letter relies on to refuse or withhold.

mod act;
mod limit;
mod mention;
mod provisions;
mod reliance;
#[cfg(test)]
mod tests;

use crate::coding::place::Places;
use crate::coding::sentence::sentence_around;
use crate::letter::{Letter, Zone};
use crate::record::Certainty;
use crate::segment::Pair;
use crate::text::{Span, unquote};

use act::Law;
use reliance::Treatment;

pub use provisions::{Provision, all, find_provision};

/// So many provisions with nothing but their titles make a list.
const LIST: usize = 3;

/// No letter names provisions more often than this.
const MENTIONS: usize = 1000;

/// A provision relied on, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relied {
    /// Act and provision: `FOIA s40(2)`, `FOISA s17`, `EIR r12(5)(b)`, `FOI(Jersey)L art16`.
    pub provision: String,
    /// The words that name it.
    pub spans: Vec<Span>,
    /// The pair whose answer names it; `None` where it stands outside every answer.
    pub pair: Option<usize>,
    /// Inferred where the letter only explains it beside a refusal, or names no section.
    pub certainty: Certainty,
}

impl Relied {
    /// False for section 17 of the Scottish Act, the notice that nothing is held (FOISA 2002 s17).
    pub fn refuses(&self) -> bool {
        self.provision != "FOISA s17"
    }
}

/// A provision and how its sentence treats it.
struct Named {
    provision: String,
    span: Span,
    treatment: Treatment,
}

/// The provisions relied on, in order of first appearance, each once a pair. Only for letters that answer: requests and
/// acknowledgements name provisions too. `scottish` tells whose letter it is where that is known.
pub fn find_exemptions(letter: &Letter, pairs: &[Pair], scottish: bool) -> Vec<Relied> {
    let law = Law::of(letter.folded.text(), scottish);
    let places = Places::new(pairs);
    let mut named = named(letter, &places, law);
    // What a letter relies on after it set it aside it relies on anew, for something else.
    let overturned: Vec<(String, usize)> =
        of(&named, Treatment::Overturned).map(|named| (named.provision.clone(), named.span.start)).collect();
    named.retain(|named| {
        !overturned.iter().any(|(gone, at)| is_within(&named.provision, gone) && named.span.start <= *at)
    });
    let mut relied: Vec<Relied> = Vec::new();
    // Titles of many provisions in one place are a list of what there is; of few, they are grounds.
    let place = |named: &Named| places.answer(named.span).map(|(_, pair)| pair);
    let beside = |found: &Named| of(&named, Treatment::Listed).filter(|other| place(other) == place(found)).count();
    let grounds = of(&named, Treatment::Listed).filter(|found| beside(found) < LIST);
    for found in of(&named, Treatment::Relied).chain(grounds) {
        // "Section 40 … Section 40(2) covers …": what is explained tells which part was meant.
        let finer = of(&named, Treatment::Explained)
            .find(|other| !found.provision.contains('(') && is_finer(&other.provision, &found.provision));
        let provision = &finer.unwrap_or(found).provision;
        add(&mut relied, provision, found.span, &places, Certainty::Stated);
    }
    if relied.is_empty() {
        // "The first answer relied on section 12": where nothing takes its place, it stands.
        of(&named, Treatment::Reported)
            .for_each(|found| add(&mut relied, &found.provision, found.span, &places, Certainty::Inferred));
    }
    for found in of(&named, Treatment::Explained) {
        let known = relied.iter().any(|relied| same_section(&relied.provision, &found.provision));
        if !known && refuses(letter) {
            add(&mut relied, &found.provision, found.span, &places, Certainty::Inferred);
        }
    }
    let limit = limit_of(law, &named);
    if !overturned.iter().any(|(gone, _)| same_section(gone, &limit)) {
        add_limit(letter, &places, &limit, &mut relied);
    }
    sharpen(&mut relied);
    relied
}

fn of(named: &[Named], treatment: Treatment) -> impl Iterator<Item = &Named> {
    named.iter().filter(move |named| named.treatment == treatment)
}

/// Every provision that the authority's own words name.
fn named(letter: &Letter, places: &Places, law: Law) -> Vec<Named> {
    let folded = letter.folded.text();
    let reviews = reliance::reviews(folded);
    let mut all = Vec::new();
    for mention in mention::find_mentions(folded, MENTIONS) {
        let place = letter.folded.back(mention.span.start, mention.span.end);
        let Some(act) = law.of_mention(folded, mention.word, mention.span).filter(|_| speaks(letter, places, place))
        else {
            continue;
        };
        if folded[..mention.span.start].trim_end().ends_with(['\u{2610}', '\u{25a1}'])
            || folded[..mention.span.start].trim_end().ends_with("[ ]")
        {
            // A box that was not ticked.
            continue;
        }
        let codes: Vec<(String, Span)> = mention
            .named
            .iter()
            .filter_map(|(number, parts, span)| Some((provisions::code(act, number, parts)?, *span)))
            .collect();
        if codes.is_empty() {
            continue;
        }
        let treatment = match reliance::treatment(folded, mention.span) {
            Treatment::Past if reviews => Treatment::Reported,
            Treatment::Past => Treatment::Relied,
            treatment => treatment,
        };
        let first = mention.named[0].2.start;
        for (provision, span) in codes {
            let start = if span.start == first { mention.span.start } else { span.start };
            all.push(Named { provision, span: letter.folded.back(start, span.end), treatment });
        }
    }
    all
}

/// True where the authority speaks, and answers: in its own words, or beside a request that is printed with the answers.
fn speaks(letter: &Letter, places: &Places, place: Span) -> bool {
    let line = letter.lines.spans()[letter.lines.index_of(place.start)];
    let own =
        matches!(letter.zones.at(place.start), Zone::Head | Zone::Answers) && unquote(line.of(letter.text)).0 != 1;
    (own || places.answer(place).is_some()) && !places.asks(place)
}

/// True where the letter says that something is refused.
fn refuses(letter: &Letter) -> bool {
    let folded = letter.folded.text();
    ["exempt", "withh", "refus", "exceed", "not obliged", "neither confirm", "cannot provide", "unable to provide"]
        .iter()
        .any(|word| folded.contains(word))
}

fn add(relied: &mut Vec<Relied>, provision: &str, span: Span, places: &Places, certainty: Certainty) {
    let pair = places.answer(span).map(|(_, pair)| pair);
    match relied.iter_mut().find(|known| known.provision == provision && known.pair == pair) {
        Some(known) => known.spans.push(span),
        None => relied.push(Relied { provision: provision.to_owned(), spans: vec![span], pair, certainty }),
    }
}

/// Section 12 (in Jersey Article 16), as precisely as the letter names it to explain it.
fn limit_of(law: Law, named: &[Named]) -> String {
    let section = format!("{} s12", law.act());
    let finer = of(named, Treatment::Explained).find(|other| is_finer(&other.provision, &section));
    finer.map_or(section, |named| named.provision.clone())
}

/// A refusal over the limit is that `provision`, whether or not the letter says so.
fn add_limit(letter: &Letter, places: &Places, provision: &str, relied: &mut Vec<Relied>) {
    if relied.iter().any(|known| same_section(&known.provision, provision) || known.provision.ends_with(" art16")) {
        return;
    }
    let folded = letter.folded;
    let open = |span: Span| speaks(letter, places, folded.back(span.start, span.end));
    if let Some(span) = limit::find_limit(folded.text(), open) {
        let place = sentence_around(folded.text(), span);
        add(relied, provision, folded.back(place.start, place.end), places, Certainty::Inferred);
    }
}

/// Of `s43` and `s43(2)` keeps the more precise, then puts all in order of place.
fn sharpen(relied: &mut Vec<Relied>) {
    let all: Vec<String> = relied.iter().map(|relied| relied.provision.clone()).collect();
    relied.retain(|relied| !all.iter().any(|other| is_finer(other, &relied.provision)));
    relied.sort_by_key(|relied| relied.spans.iter().map(|span| span.start).min());
}

/// True where `finer` is a part of `coarser`.
fn is_finer(finer: &str, coarser: &str) -> bool {
    finer.strip_prefix(coarser).is_some_and(|rest| rest.starts_with('('))
}

fn is_within(provision: &str, other: &str) -> bool {
    provision == other || is_finer(provision, other) || is_finer(other, provision)
}

/// True for parts of one section. The exceptions of the Regulations are the paragraphs of one of them.
fn same_section(one: &str, other: &str) -> bool {
    match one.starts_with("EIR") {
        true => is_within(one, other),
        false => one.split('(').next() == other.split('(').next(),
    }
}
