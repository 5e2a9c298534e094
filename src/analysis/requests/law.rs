//! Under which Act a body answers.

use super::Body;
use crate::catalogue::Organisations;
use crate::record::Record;
use crate::when::Law;

/// The Act by which `body` answers: the Scottish one for Scottish bodies, and for bodies that are not known where one of
/// their `letters` relies on it; otherwise that of the United Kingdom.
///
/// FOISA Sch. 1 lists Scottish public authorities; United Kingdom bodies answer under FOIA in Scotland, too (FOISA s.3).
pub fn law_of<'r>(
    body: Option<&Body>,
    letters: impl IntoIterator<Item = &'r Record>,
    organisations: &Organisations,
) -> Law {
    let scottish = match body {
        Some(Body::Known(body)) => organisations.all()[*body].country == "Scotland",
        _ => letters.into_iter().any(relies_on_scottish_act),
    };
    if scottish { Law::Foisa } else { Law::Foia }
}

fn relies_on_scottish_act(record: &Record) -> bool {
    record.exemptions.iter().any(|exemption| exemption.provision.starts_with("FOISA"))
}
