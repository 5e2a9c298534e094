//! What belongs to one request: who is meant, under which Act, and which of several letters counts.

mod body;
mod law;
mod links;
mod reference;

pub use body::{Body, Sought, body_of, find_body, nearest_body, successors};
pub use law::law_of;
pub use links::{Linked, Reply, latest, link};
pub use reference::Reference;
