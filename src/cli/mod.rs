//! One subcommand a file: its manual, its arguments, a few lines of work.

pub mod show;
pub mod summarise;
