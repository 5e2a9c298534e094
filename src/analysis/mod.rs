//! Many records taken together, or one held against its letter: no files, no printing.

pub mod evaluation;
pub mod gold;
pub mod query;
pub mod requests;
pub mod sent;
pub mod sql;
pub mod summary;
pub mod verify;
