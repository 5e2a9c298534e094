//! Loads and checks `data/`: what we know about the world, compiled in.

mod phrases;
mod questionnaire;

use std::sync::LazyLock;

pub use phrases::{Cue, Phrase, Phrases};
pub use questionnaire::{Question, Questionnaire};

/// Everything the pipeline knows about the world.
#[derive(Debug)]
pub struct Catalogue {
    /// Turns of phrase with a meaning of their own.
    pub phrases: Phrases,
    /// The questionnaires that letters may answer.
    pub questionnaires: Vec<Questionnaire>,
}

impl Catalogue {
    /// The catalogue compiled into the program.
    pub fn shipped() -> &'static Catalogue {
        static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| Catalogue {
            phrases: Phrases::parse(include_str!("../../data/phrases.toml"))
                .expect("data/phrases.toml is checked by tests"),
            questionnaires: vec![
                Questionnaire::parse(include_str!("../../data/questionnaires/restorative-justice.toml"))
                    .expect("data/questionnaires/restorative-justice.toml is checked by tests"),
            ],
        });
        &SHIPPED
    }
}
