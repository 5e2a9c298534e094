//! What people and programs read: one format a file. Reads no meaning out of text.

pub mod screen;
pub mod show;
pub mod summary;
