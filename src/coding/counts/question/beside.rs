//! A question beside others: as one of its parts, after the one before it, next to a table.

use super::{Asked, stem, subject};

impl Asked {
    /// This question for one of its parts, which has a question of its own: "How many staff were" with "dismissed".
    pub fn with_part(mut self, part: Asked) -> Asked {
        if !part.subject.is_empty() {
            self.subject = format!("{} / {}", self.subject, part.subject);
        }
        self.period = part.period.or(self.period);
        self.words.extend(part.words);
        self.parts.clear();
        self
    }

    /// This question where a table has answered it: sentences beside the table need a noun for what they count.
    pub fn besides(mut self) -> Asked {
        self.how_many = false;
        self
    }

    /// This question, which asks what became of the things counted before: its answer counts them.
    pub fn about(mut self, earlier: &str) -> Asked {
        self.how_many = !earlier.is_empty();
        self.thing = earlier.to_owned();
        self.subject = earlier.to_owned();
        self.subjects.clear();
        self.same_periods = false; // the time over which they were counted
        self
    }

    /// This question with the thing that "of these" means in it.
    pub fn of(mut self, earlier: &str) -> Asked {
        if self.thing.is_empty() && self.how_many && !self.how_often && !earlier.is_empty() && !self.subject.is_empty()
        {
            self.subject = format!("{earlier} {}", self.subject); // "How many waited longer?"
            self.thing = earlier.to_owned();
            self.subjects.clear();
            return self;
        }
        let these = ["of these", "of those", "of them", "these", "those", "of which", "them"];
        let folded = self.thing.to_lowercase();
        let begins =
            |these: &&&str| folded.strip_prefix(**these).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        if let Some(these) = these.iter().find(begins).filter(|_| !earlier.is_empty() && folded.is_ascii()) {
            let said: Vec<String> = earlier.to_lowercase().split(' ').map(|word| stem(word).to_owned()).collect();
            let again = |word: &&str| said.iter().any(|said| said == stem(&word.to_lowercase()));
            let part = |subject: &str| {
                let rest = subject.get(these.len()..).unwrap_or_default();
                rest.split(' ').filter(|word| !word.is_empty()).skip_while(again).collect::<Vec<_>>().join(" ")
            };
            let whole = |part: String| format!("{earlier} {part}").trim_end().to_owned();
            let follow = |subject: &String| subject.to_lowercase().starts_with(these);
            if self.subjects.iter().all(follow) {
                self.subjects.iter_mut().for_each(|subject| *subject = whole(part(subject)));
            } else {
                self.subjects.clear();
            }
            let part = part(&self.subject);
            self.thing = if part.is_empty() { earlier.to_owned() } else { subject::outcome(&part).to_owned() };
            self.subject = whole(part);
            self.among = true;
        }
        self
    }
}
