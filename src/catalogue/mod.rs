//! Loads and checks `data/`: what we know about the world, compiled in.

mod data;
pub mod organisations;
mod phrases;
mod questionnaire;
mod wordings;

use std::sync::LazyLock;

pub use organisations::Organisations;
pub use phrases::{Cue, Phrase, Phrases};
pub use questionnaire::{Question, Questionnaire};
pub use wordings::{FOUND, Hit, Word, Wordings};

/// Everything the pipeline knows about the world.
#[derive(Debug)]
pub struct Catalogue {
    /// The bodies that answer requests, and those named beside them.
    pub organisations: Organisations,
    /// Turns of phrase with a meaning of their own.
    pub phrases: Phrases,
    /// The questionnaires that letters may answer.
    pub questionnaires: Vec<Questionnaire>,
    /// Their wordings, ready to be found.
    pub wordings: Wordings,
    /// SHA-256 of all this as files, in hexadecimal.
    pub digest: String,
}

impl Catalogue {
    /// The catalogue compiled into the program.
    pub fn shipped() -> &'static Catalogue {
        static SHIPPED: LazyLock<Catalogue> = LazyLock::new(Catalogue::load_shipped);
        &SHIPPED
    }

    fn load_shipped() -> Catalogue {
        let restorative_justice = include_str!("../../data/questionnaires/restorative-justice.toml");
        let questionnaires = vec![
            Questionnaire::parse(restorative_justice)
                .expect("data/questionnaires/restorative-justice.toml is checked by tests"),
        ];
        Catalogue {
            organisations: Organisations::parse(
                include_str!("../../data/organisations.csv"),
                include_str!("../../data/authority-cues.toml"),
            )
            .expect("data/organisations.csv and data/authority-cues.toml are checked by tests"),
            phrases: Phrases::parse(include_str!("../../data/phrases.toml"))
                .expect("data/phrases.toml is checked by tests"),
            wordings: Wordings::new(&questionnaires),
            digest: data::digest(&[restorative_justice]),
            questionnaires,
        }
    }
}
