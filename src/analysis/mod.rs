//! Many records taken together: no text, no files, no printing.

pub mod query;
pub mod sql;
pub mod summary;
