//! Region after region of a letter → drafts, with what one question hands on to the next.

use std::collections::HashSet;

use super::draft::{Draft, Key};
use super::figure::whole_cell;
use super::opening::{is_bare, tells_what_became};
use super::prose::Paragraph;
use super::question::{self, Asked, When, lettered, lettered_from_b, names_period};
use super::regions::Region;
use super::table::{Block, Table};
use super::tabulate::{Sides, tabulate};
use super::{Letter, apart, blocks, series, totals};
use crate::diagnostic::Diagnostic;
use crate::record::Certainty;
use crate::text::Span;

/// The figures of a letter as far as it is read, and what the next question may mean by "the same".
pub struct Reading<'l> {
    letter: Letter<'l>,
    /// The counts, region by region.
    pub drafts: Vec<Draft>,
    /// What is odd about them.
    pub diagnostics: Vec<Diagnostic>,
    /// The period of an earlier question of the same series.
    carried: Option<When>,
    /// The period that was set for all questions.
    announced: Option<When>,
    /// The several periods of the last question that had such, or of the figures that answered it.
    periods: Vec<When>,
    /// What the question before asked for: "of these" means it.
    thing: String,
    /// The last question that asked for numbers was answered for one period.
    single: bool,
    /// Years are academic ones.
    academic: bool,
}

/// One region while it is read.
struct Passage<'a> {
    region: &'a Region,
    asked: &'a Asked,
    /// The period of figures that name none.
    context: Option<When>,
    /// What a question within the region asks, for what stands below.
    lead: Option<Asked>,
    /// Its drafts begin here.
    from: usize,
    /// A table of it has figures.
    tabled: bool,
    /// What is printed already …
    keys: HashSet<Key>,
    /// … by drafts before this one.
    entered: usize,
}

impl<'l> Reading<'l> {
    /// Nothing is read yet.
    pub fn new(letter: Letter<'l>) -> Self {
        Reading {
            letter,
            drafts: Vec::new(),
            diagnostics: Vec::new(),
            carried: None,
            announced: None,
            periods: Vec::new(),
            thing: String::new(),
            single: false,
            academic: question::speaks_of_academic_years(letter.folded.text()),
        }
    }

    /// Reads one region.
    pub fn region(&mut self, region: &Region) {
        if self.by_letter(region) {
            return;
        }
        let mut asked = self.asked_by(region);
        let heads = if region.answers { series::only_heads(&self.letter, region.span) } else { Vec::new() };
        if !heads.is_empty() {
            self.periods = heads;
            return;
        }
        asked.above.clone_from(&self.periods);
        if region.answers && asked.how_many {
            if !asked.among {
                self.thing.clone_from(&asked.thing);
            }
            self.academic = (self.academic || asked.academic) && !asked.financial;
        }
        let open = asked.period.is_none() && asked.periods.is_empty() && region.answers && !asked.now;
        let carried = self.carried.filter(|_| open);
        let context = asked.period.or(carried).or(self.announced.filter(|_| open));
        let from = self.drafts.len();
        let context = self.passage(region, &asked, context);
        let mut found = self.drafts.split_off(from);
        self.settle(&asked, &mut found);
        // That a question means the time of the one before it is nowhere printed.
        for draft in found.iter_mut().filter(|draft| carried.is_some() && draft.when == carried) {
            draft.certainty = Certainty::Inferred;
        }
        self.remember(&asked, &found, context);
        self.drafts.extend(found);
        if region.answers && (self.drafts.len() > from || (asked.how_many && asked.period.is_some())) {
            let lasts = |when: &When| when.start != when.end; // a single day is that of its own question
            self.carried = context.filter(lasts).or(self.carried);
        }
    }

    /// What a region is asked, with what its question takes from the one before.
    fn asked_by(&self, region: &Region) -> Asked {
        let mut asked = region.asked.clone();
        if region.answers && is_bare(self.letter.folded.of(region.span)) {
            asked = asked.answered_by_a_figure();
        }
        if region.answers && !asked.how_many && asked.same_periods && tells_what_became(&self.letter, region.span) {
            asked = asked.about(&self.thing);
        }
        asked = asked.of(&self.thing);
        let dated = asked.period.is_some() || !asked.periods.is_empty();
        asked.how_many |= asked.things && dated && self.is_figure(region.span);
        let of_the_things = self.single && !asked.names_the_same; // "How many of these", counted over one period
        // "In each quarter" means no years of a question before.
        let longer = asked.each_part && self.periods.iter().all(When::is_a_year);
        if asked.same_periods && !of_the_things && !longer && asked.period.is_none() && asked.periods.is_empty() {
            asked.periods.clone_from(&self.periods);
        }
        asked
    }

    /// Reads the tables and the prose of a region, one after the other; the period that holds at its end.
    fn passage(&mut self, region: &Region, asked: &Asked, context: Option<When>) -> Option<When> {
        let from = self.drafts.len();
        let (lead, tabled, keys) = (None, false, HashSet::new());
        let mut passage = Passage { region, asked, context, lead, from, tabled, keys, entered: from };
        for block in blocks::read(&self.letter, region.span, asked) {
            match block {
                Block::Table(table) => {
                    self.table(&passage, &table);
                    passage.tabled |= self.drafts.len() > from;
                }
                Block::Prose(span) if region.answers => self.answer(&mut passage, span),
                Block::Prose(span) => self.untold(&mut passage, span),
            }
        }
        passage.context
    }

    /// Reads sentences that answer.
    fn answer(&mut self, passage: &mut Passage, span: Span) {
        // Beside a table that answers, sentences without a period say what it shows.
        let besides = passage.tabled && !names_period(&self.letter, span);
        let besides = besides.then(|| passage.asked.clone().besides());
        let asked = besides.as_ref().unwrap_or(passage.asked);
        let read = Paragraph::new(&self.letter, span, asked, passage.context).read();
        self.enter(passage, read);
        let lead = series::asked_above(&self.letter, span).filter(|_| !asked.how_many);
        passage.lead = lead.or(passage.lead.take());
        let parts = ["of these:", "of those:", "of which:", "of whom:"];
        if parts.iter().any(|of| self.letter.folded.of(span).ends_with(of)) {
            passage.context = self.drafts[passage.from..].last().and_then(|draft| draft.when).or(passage.context);
        }
        passage.context = series::announced(&self.letter, span).or(passage.context);
    }

    /// Reads sentences among what nobody told apart: what follows a question answers it.
    fn untold(&mut self, passage: &mut Passage, span: Span) {
        let above = passage.lead.take();
        let within = series::asked_within(&self.letter, span);
        let (asked, rest) = within.map_or((above, span), |(asked, rest)| (Some(asked), rest));
        if let Some(asked) = asked.as_ref().filter(|_| series::may_answer(&self.letter, rest)) {
            let mut read = Paragraph::new(&self.letter, rest, asked, asked.period.or(passage.context)).read();
            read.iter_mut().for_each(|draft| draft.certainty = Certainty::Inferred);
            self.enter(passage, read);
        }
        passage.lead = asked.filter(|_| rest.is_empty()).or_else(|| series::asked_above(&self.letter, span));
        let announced = series::announced(&self.letter, span);
        passage.context = announced.or(passage.context);
        self.announced = announced.or(self.announced);
        self.carried = passage.context.or(self.carried);
    }

    /// Tells the figures of a region apart and gives each the period that the others or the question leave to it.
    fn settle(&self, asked: &Asked, found: &mut Vec<Draft>) {
        let named = if asked.periods.is_empty() { &self.periods } else { &asked.periods };
        if named.len() > 1 {
            series::over_them_all(&self.letter, found, named);
        }
        apart::tell(&self.letter, found);
        series::share_out(found, &asked.periods);
        series::each_time(&self.letter, found, named);
        for draft in found.iter_mut().skip(1).filter(|draft| draft.when.is_none()) {
            draft.when = asked.later;
        }
        if let Some(when) = self.drafts.last().and_then(|draft| draft.when) {
            series::over_the_same(&self.letter, found, when);
        }
        if self.academic {
            series::make_academic(&self.letter, found);
        }
        if let Some(day) = asked.each_day {
            series::on_the_day(found, day);
        }
    }

    /// True where the stretch is a figure and nothing else.
    fn is_figure(&self, span: Span) -> bool {
        let view = self.letter.folded.forth(span);
        view.len() < 30 && whole_cell(view.of(self.letter.folded.text())).is_some_and(|figure| !figure.is_hidden())
    }

    /// What the next question may mean by "the same years".
    fn remember(&mut self, asked: &Asked, found: &[Draft], context: Option<When>) {
        let periods = if asked.periods.is_empty() { series::periods_of(found) } else { asked.periods.clone() };
        if asked.how_many && !found.is_empty() {
            self.single =
                asked.periods.is_empty() && found.iter().all(|draft| draft.when.is_some()) && periods.len() == 1;
        }
        let days = asked.period.is_some() && periods.iter().all(|when| when.start == when.end);
        // "62, and 71 in the year before": one of them was asked for.
        let beside =
            context.is_some_and(|asked| periods.iter().any(|when| (when.start, when.end) == (asked.start, asked.end)));
        if (asked.how_many || found.len() > 2) && periods.len() > 1 && !days && !beside {
            self.periods = periods;
            self.carried = None;
        }
    }

    fn table(&mut self, passage: &Passage, table: &Table) {
        let asked = passage.lead.as_ref().unwrap_or(passage.asked);
        let sides = Sides::read(&self.letter, table, asked);
        let mut drafts = tabulate(&self.letter, table, &sides, asked, passage.context);
        if drafts.iter().all(|draft| draft.figure.is_hidden()) {
            return;
        }
        if !passage.region.answers {
            drafts.iter_mut().for_each(|draft| draft.certainty = Certainty::Inferred);
            if drafts.len() < 2 || drafts.iter().any(|draft| draft.when.is_none() || draft.measure.is_empty()) {
                return;
            }
        }
        self.diagnostics.extend(totals::check(&self.letter, table, &sides));
        let unclear = |row: &Span| {
            Diagnostic::note("table-unclear", "the columns of this row cannot be told apart", *row, self.letter.lines)
        };
        self.diagnostics.extend(table.unclear.iter().map(unclear));
        self.drafts.extend(drafts);
    }

    /// Keeps what sentences add to the tables of the same answer: a figure printed twice is one count.
    fn enter(&mut self, passage: &mut Passage, drafts: Vec<Draft>) {
        passage.keys.extend(self.drafts[passage.entered..].iter().filter_map(Draft::key));
        passage.entered = self.drafts.len();
        let anew = |draft: &Draft| draft.key().is_none_or(|key| !passage.keys.contains(&key));
        self.drafts.extend(drafts.into_iter().filter(anew));
    }

    /// "(a) Six (b) None" to "how many led to (a) … and (b) …": each part answers its own.
    fn by_letter(&mut self, region: &Region) -> bool {
        if !region.asked.how_many || region.asked.parts.is_empty() {
            return false;
        }
        let view = self.letter.folded.forth(region.span);
        let words = view.of(self.letter.folded.text());
        let parts = Some(lettered(words)).filter(|parts| !parts.is_empty()).unwrap_or_else(|| lettered_from_b(words));
        if parts.iter().any(|(_, part)| !part.of(words).contains(char::is_alphanumeric)) {
            return false; // heads of columns
        }
        for (letter, part) in &parts {
            let Some((_, words)) = region.asked.parts.iter().find(|(asked, _)| asked == letter) else { continue };
            let mut asked = region.asked.clone();
            let stem = asked.subject.split("(a)").next().unwrap_or_default().trim_end(); // the parts may be the subject
            asked.subject = if stem.is_empty() { words.clone() } else { format!("{stem} / {words}") };
            asked.parts.clear();
            let span = self.letter.folded.back(view.start + part.start, view.start + part.end);
            self.region(&Region { span, asked, answers: region.answers });
        }
        !parts.is_empty()
    }
}
