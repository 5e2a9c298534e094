//! How far a long run has come: a line on the terminal after a second, nothing on a pipe.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::output::screen::visible;
use crate::source::{Found, Skipped, find_letters};

/// Runs that end sooner show nothing.
const LONG: Duration = Duration::from_secs(1);

/// Like colour, this belongs to the terminal of the whole process.
static WANTED: AtomicBool = AtomicBool::new(false);

/// Says whether long runs may show themselves.
pub fn allow(wanted: bool) {
    WANTED.store(wanted, Ordering::Relaxed);
}

/// The progress of one run; gone from the terminal when it is dropped.
#[derive(Debug)]
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins a run over `paths`, whose letters are counted meanwhile, so that the time left can be told.
    pub fn begin(paths: &[PathBuf]) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if WANTED.load(Ordering::Relaxed) {
            let (bar, paths, begun) = (bar.clone(), paths.to_vec(), Instant::now());
            thread::spawn(move || {
                let letters = count(&paths);
                thread::sleep(LONG.saturating_sub(begun.elapsed()));
                show(&bar, letters);
            });
        }
        Progress(bar)
    }

    /// One letter more has been read.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// Says on standard error what went wrong with one letter.
    pub fn error(&self, message: &str) {
        self.0.suspend(|| anstream::eprintln!("error: {}", visible(message)));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// How many letters `paths` stand for; `None` where that cannot be known beforehand.
fn count(paths: &[PathBuf]) -> Option<u64> {
    let (mut letters, mut known) = (0, !paths.is_empty());
    for path in paths {
        // What cannot be read is reported by the run itself.
        let _ = find_letters(path, &mut Skipped::default(), &mut |found| {
            letters += 1;
            known &= matches!(found, Found::Letter(_) | Found::Unreadable(..));
            Ok(())
        });
    }
    known.then_some(letters)
}

fn show(bar: &ProgressBar, letters: Option<u64>) {
    if bar.is_finished() {
        return;
    }
    let template = match letters {
        Some(_) => "{bar:24} {human_pos} of {human_len} letters, {rate} a second, {eta} left",
        None => "{spinner} {human_pos} letters, {rate} a second",
    };
    let rate = |state: &ProgressState, out: &mut dyn Write| {
        // A terminal that cannot be written to shows nothing.
        let _ = write!(out, "{:.0}", state.per_sec());
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.with_key("rate", rate).progress_chars("━╸ "));
    }
    if let Some(letters) = letters {
        bar.set_length(letters);
    }
    bar.set_draw_target(ProgressDrawTarget::stderr());
    bar.enable_steady_tick(Duration::from_millis(200));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_where_they_can_be() {
        let paths = |paths: &[&str]| count(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert!(paths(&["fixtures/letters", "fixtures/letters/a01.txt"]).is_some_and(|letters| letters > 30));
        assert_eq!(paths(&["fixtures/letters", "-"]), None);
        assert_eq!(paths(&[]), None);
    }

    #[test]
    fn nothing_is_shown_unasked() {
        let progress = Progress::begin(&["fixtures/letters".into()]);
        progress.step();
        assert!(progress.0.is_hidden());
    }
}
