//! A clue: something in the letter that points at one body, and what it is worth.

use crate::letter::Zone;
use crate::text::Span;

/// The kinds of clue, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A published mailbox.
    Mailbox,
    /// A full name in the signature block.
    NameInSignOff,
    /// A full name that stands alone at the head of the letter.
    NameInLetterhead,
    /// A full name in the line that says whom a message is from.
    NameOfSender,
    /// A full name at the foot of the letter's last page.
    NameInFoot,
    /// A full name of which the letter speaks as its author's.
    NameOfItself,
    /// An address at a domain of one body.
    MailDomain,
    /// The body's token in an address that the whole NHS shares.
    NhsnetPrefix,
    /// A web domain in the head or the signature block.
    Domain,
    /// A name without its ending, in the head or the signature block.
    ShortName,
    /// A link introduced as the writer's own.
    OwnLink,
    /// The postcode of a body's headquarters or hospital.
    Postcode,
    /// Initials.
    Acronym,
    /// A hospital.
    Site,
    /// A name with nothing to say whose it is.
    Mention,
}

impl Kind {
    /// The rule's name in records.
    pub fn rule(self) -> &'static str {
        match self {
            Kind::Mailbox => "mailbox",
            Kind::NameInSignOff => "name-in-sign-off",
            Kind::NameInLetterhead => "name-in-letterhead",
            Kind::NameOfSender => "name-of-sender",
            Kind::NameInFoot => "name-in-foot",
            Kind::NameOfItself => "name-of-itself",
            Kind::MailDomain => "mail-domain",
            Kind::NhsnetPrefix => "nhsnet-prefix",
            Kind::Domain => "domain",
            Kind::ShortName => "short-name",
            Kind::OwnLink => "own-link",
            Kind::Postcode => "postcode",
            Kind::Acronym => "acronym",
            Kind::Site => "site",
            Kind::Mention => "mention",
        }
    }

    /// True where the kind names a body that many letters name without being its own.
    pub fn convinces(self) -> bool {
        matches!(
            self,
            Kind::Mailbox
                | Kind::NameInSignOff
                | Kind::NameInLetterhead
                | Kind::NameOfSender
                | Kind::NameInFoot
                | Kind::MailDomain
                | Kind::Domain
        )
    }
}

/// Something that points at one body.
#[derive(Clone, Debug, PartialEq)]
pub struct Clue {
    /// Index of the body in the organisations.
    pub body: usize,
    /// What sort of clue it is.
    pub kind: Kind,
    /// What it is worth, in tenths of a point so that shared clues can be divided.
    pub tenths: u32,
    /// The part of the letter that it stands in.
    pub zone: Zone,
    /// Where it stands.
    pub span: Span,
    /// For a full name, which of the body's names it is.
    pub name: Option<usize>,
}

impl Clue {
    /// A clue worth `points`.
    pub fn new(body: usize, kind: Kind, points: u32, zone: Zone, span: Span) -> Self {
        Clue { body, kind, tenths: points * 10, zone, span, name: None }
    }
}

/// True for the parts of a letter that its author writes about itself in.
pub fn speaks(zone: Zone) -> bool {
    matches!(zone, Zone::Head | Zone::Answers | Zone::Review | Zone::SignOff)
}
