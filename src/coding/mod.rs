//! The words of one answer → a code, with its rule. Knows no layout and no questionnaire's wording.

pub mod attachments;
pub mod counts;
pub mod exemptions;
#[cfg(test)]
mod hostile;
pub mod links;
mod place;
mod sentence;
