//! Many records taken together: no text, no files, no printing.

pub mod summary;
