//! Loads and checks `data/`: what we know about the world, compiled in.

mod data;
pub mod families;
pub mod lexicon;
pub mod organisations;
pub mod patterns;
mod phrases;
pub mod questionnaire;
pub mod second_coder;
pub mod stems;
pub mod topics;
mod wordings;

use std::sync::LazyLock;
use std::thread;

pub use organisations::Organisations;
pub use phrases::{Cue, Phrase, Phrases};
pub use questionnaire::{Choice, Question, Questionnaire};
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
        Catalogue::with(shipped_questionnaires())
    }

    /// The catalogue that knows `questionnaires` and no others.
    pub fn with(questionnaires: Vec<Questionnaire>) -> Catalogue {
        // The names of all bodies take as long as the rest, so that a second core has something to do.
        thread::scope(|scope| {
            let organisations = scope.spawn(|| {
                Organisations::parse(
                    include_str!("../../data/organisations.csv"),
                    include_str!("../../data/authority-cues.toml"),
                )
                .expect("data/organisations.csv and data/authority-cues.toml are checked by tests")
            });
            Catalogue {
                phrases: Phrases::parse(PHRASES).expect("data/phrases is checked by tests"),
                wordings: Wordings::new(&questionnaires),
                digest: data::digest(&questionnaires),
                organisations: organisations.join().expect("reading what is checked by tests does not panic"),
                questionnaires,
            }
        })
    }
}

/// The turns of phrase that are compiled into the program, one file a concern.
const PHRASES: &str = concat!(
    include_str!("../../data/phrases/answering.toml"),
    "\n",
    include_str!("../../data/phrases/asking.toml"),
    "\n",
    include_str!("../../data/phrases/doubt.toml"),
    "\n",
    include_str!("../../data/phrases/headings.toml"),
    "\n",
    include_str!("../../data/phrases/marks.toml"),
    "\n",
    include_str!("../../data/phrases/no.toml"),
    "\n",
    include_str!("../../data/phrases/states.toml"),
    "\n",
    include_str!("../../data/phrases/yes.toml"),
    "\n",
);

/// The files of the questionnaires that are compiled into the program.
pub const SHIPPED_QUESTIONNAIRES: [&str; 2] = [
    include_str!("../../data/questionnaires/restorative-justice.toml"),
    include_str!("../../data/questionnaires/sexual-safety-incidents.toml"),
];

/// The questionnaires that are compiled into the program.
pub fn shipped_questionnaires() -> Vec<Questionnaire> {
    let read = |file: &&str| Questionnaire::read(file).questionnaire.expect("data/questionnaires is checked by tests");
    SHIPPED_QUESTIONNAIRES.iter().map(read).collect()
}
