//! Many records taken together: no text, no files, no printing.

pub mod evaluation;
pub mod gold;
pub mod query;
pub mod sql;
pub mod summary;
