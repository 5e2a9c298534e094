//! What people and programs read: one format a file. Reads no meaning out of text.

pub mod csv;
pub mod evaluation;
pub mod faults;
pub mod file;
pub mod grid;
pub mod json;
pub mod markdown;
pub mod questionnaire;
pub mod screen;
pub mod show;
pub mod summary;
pub mod tables;
