//! Every figure under one name, and the floors that a check sets for them.

use anyhow::{Context, Result, bail};

use crate::analysis::gold::Labels;
use crate::analysis::query::unknown;

use super::answers::Answers;
use super::bootstrap::Interval;
use super::figures::Figures;
use super::report::Report;

/// One figure, between 0 and 1 (alpha: also below).
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// `authority`, `authority.recall`, `answers`, a field of the questionnaire with `.alpha` …
    pub name: String,
    /// The figure; `None` where there is nothing to measure.
    pub value: Option<f64>,
    /// Its interval, where it has one.
    pub interval: Option<Interval>,
    /// `n` of `of`, where it is a plain share.
    pub of: Option<(usize, usize)>,
}

/// A figure that must be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    name: String,
    least: f64,
}

impl Floor {
    /// Reads `answers=0.95`; a number alone is the floor of `answers`.
    ///
    /// # Errors
    /// No number between 0 and 1; a name that no figure of these labels has.
    pub fn parse(written: &str, labels: &Labels) -> Result<Self> {
        let (name, least) = written.rsplit_once('=').unwrap_or(("answers", written));
        let Some(least) = least.trim().parse().ok().filter(|least| (0.0..=1.0).contains(least)) else {
            bail!("`{written}` is no floor (--fail-under); write FIGURE=SHARE, such as answers=0.95");
        };
        let names = names(labels);
        if !names.iter().any(|known| known == name.trim()) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            return Err(unknown("figure", name.trim(), &names));
        }
        Ok(Floor { name: name.trim().to_owned(), least })
    }

    /// What is said where the figure is not reached; `None` where it is.
    ///
    /// # Errors
    /// There is no such figure, since the labels do not speak of it.
    pub fn missed(&self, report: &Report) -> Result<Option<String>> {
        let figures = report.named();
        let own = figures.iter().filter(|figure| figure.name == self.name);
        let values: Vec<f64> = own.filter_map(|figure| figure.value).collect();
        let lowest = values.into_iter().min_by(f64::total_cmp);
        let lowest = lowest.with_context(|| {
            format!("the labels say nothing of `{}` (--fail-under): there is no such figure", self.name)
        })?;
        Ok((lowest < self.least).then(|| format!("{} is {lowest:.4}, under {}", self.name, self.least)))
    }
}

impl Report {
    /// Every figure of all letters, then those of each field.
    pub fn named(&self) -> Vec<Figure> {
        let mut figures = self.figures.named();
        for field in &self.fields {
            figures.extend(answers(&field.field, &field.answers));
        }
        figures
    }
}

impl Figures {
    /// Every figure of these letters.
    pub fn named(&self) -> Vec<Figure> {
        let share = |name: &str, share: super::Share| Figure {
            of: Some((share.n, share.of)),
            ..figure(name.to_owned(), share.value())
        };
        let mut figures = vec![share("letters", self.letters)];
        for measure in &self.measures {
            let (name, tally) = (&measure.name, measure.tally);
            figures.push(figure(name.clone(), Some(if name == "kind" { tally.recall() } else { tally.f1() })));
            figures.push(Figure {
                of: Some((tally.right, tally.read)),
                ..figure(format!("{name}.precision"), Some(tally.precision()))
            });
            figures.push(Figure {
                of: Some((tally.right, tally.due)),
                ..figure(format!("{name}.recall"), Some(tally.recall()))
            });
        }
        figures.push(share("exchange-codes", self.exchange_codes));
        figures.push(share("evidence", self.evidence));
        figures.extend(self.answers.iter().flat_map(|all| answers("answers", all)));
        figures
    }
}

/// The figures of some fields: right where asked, and the others under longer names.
fn answers(name: &str, answers: &Answers) -> Vec<Figure> {
    let share = |end: &str, share: super::Share| Figure {
        of: Some((share.n, share.of)),
        ..figure(format!("{name}.{end}"), share.value())
    };
    let asked = answers.right_where_asked;
    let stated = answers.stated_wrong;
    vec![
        Figure {
            of: Some((asked.n, asked.of)),
            interval: answers.asked.interval,
            ..figure(name.to_owned(), asked.value())
        },
        share("all", answers.right),
        Figure { interval: answers.alpha.interval, ..figure(format!("{name}.alpha"), answers.alpha.value) },
        figure(format!("{name}.precision"), Some(answers.values.precision())),
        figure(format!("{name}.recall"), Some(answers.values.recall())),
        share("stated", super::Share { n: stated.of - stated.n, of: stated.of }),
        share("review", answers.review),
        share("wrong-in-review", answers.wrong_in_review),
    ]
}

fn figure(name: String, value: Option<f64>) -> Figure {
    Figure { name, value, interval: None, of: None }
}

/// The names of all figures that labels can have.
fn names(labels: &Labels) -> Vec<String> {
    let ends = ["", ".all", ".alpha", ".precision", ".recall", ".stated", ".review", ".wrong-in-review"];
    let fields = ["answers"].into_iter().chain(labels.fields());
    let fields = fields.flat_map(|field| ends.map(|end| format!("{field}{end}")));
    let measures = super::figures::MEASURES
        .iter()
        .flat_map(|item| ["", ".precision", ".recall"].map(|end| format!("{item}{end}")));
    let plain = ["letters", "exchange-codes", "evidence"].map(str::to_owned);
    plain.into_iter().chain(measures).chain(fields).collect()
}
