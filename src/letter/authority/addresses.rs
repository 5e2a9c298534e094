//! Clues from mail and web addresses: published mailboxes, domains, tokens of shared addresses, links of one's own.

use crate::catalogue::Organisations;
use crate::catalogue::organisations::{Owners, Standing};
use crate::letter::{Letter, Zone};
use crate::text::Span;

use super::clue::{Clue, Kind, speaks};
use super::context;
use super::foot::is_address;
use super::line;

/// Domains of addresses that the whole NHS, or many bodies, share.
const SHARED_MAIL: [&str; 4] = ["nhs.net", "infreemation.co.uk", "nhs.scot", "wales.nhs.uk"];
/// No more addresses than this are looked at in one letter.
const LOOKED_AT: usize = 400;

/// Every clue that an address gives.
pub fn clues(letter: &Letter<'_>, organisations: &Organisations) -> Vec<Clue> {
    let mut clues = Vec::new();
    let mut paths: Vec<(usize, String)> = Vec::new();
    for address in addresses(letter.folded.text()).take(LOOKED_AT) {
        let span = letter.folded.back(address.start, address.end);
        let zone = letter.zones.at(span.start);
        let here = Here { letter, organisations, zone, span };
        if !(speaks(zone) || here.is_copyright()) || line::is_addressee(letter, span) {
            continue;
        }
        let words = address.of(letter.folded.text());
        match words.split_once('@') {
            Some((local, domain)) => clues.extend(here.mail(words, local, domain)),
            None => clues.extend(here.host(words, address.end, &mut paths)),
        }
    }
    clues.retain(|clue| organisations.all()[clue.body].standing() != Standing::Never);
    clues
}

/// Runs of address characters that hold a full stop between letters, in order.
fn addresses(folded: &str) -> impl Iterator<Item = Span> {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'@' | b'+');
    let bytes = folded.as_bytes();
    let mut from = 0;
    folded.match_indices('.').filter_map(move |(dot, _)| {
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        if dot < from || dot == 0 || !letter(dot - 1) || !letter(dot + 1) {
            return None;
        }
        let mut start = dot;
        while start > from && inside(bytes[start - 1]) {
            start -= 1;
        }
        let mut end = dot + 1;
        while end < bytes.len() && inside(bytes[end]) {
            end += 1;
        }
        while matches!(bytes[end - 1], b'.' | b'-' | b'_' | b'@' | b'+') {
            end -= 1;
        }
        from = end;
        Some(Span::new(start, end))
    })
}

/// An address in its place.
struct Here<'a> {
    letter: &'a Letter<'a>,
    organisations: &'a Organisations,
    zone: Zone,
    span: Span,
}

impl Here<'_> {
    fn mail(&self, address: &str, local: &str, domain: &str) -> Vec<Clue> {
        let Some(own) = self.is_own() else { return vec![] };
        let of = |points: u32| if own { points } else { points / 4 };
        if let Some(owners) = self.organisations.owners_of_mailbox(address) {
            return match owners.sole() {
                Some(body) => vec![self.clue(body, Kind::Mailbox, of(10))],
                None => self.shared(owners, Kind::Mailbox, of(4)),
            };
        }
        if SHARED_MAIL.contains(&domain) {
            let token = local.split(['.', '_']).rev().find_map(|token| self.prefix(token));
            return token.map_or(vec![], |owners| match owners.sole() {
                Some(body) => vec![self.clue(body, Kind::NhsnetPrefix, of(7))],
                None => self.shared(owners, Kind::NhsnetPrefix, of(2)),
            });
        }
        self.organisations.owners_of_host(domain).map_or(vec![], |owners| match owners.sole() {
            Some(body) => vec![self.clue(body, Kind::MailDomain, of(8))],
            None => self.shared(owners, Kind::MailDomain, of(4)),
        })
    }

    /// Whose token it is; a support unit's token says nothing.
    fn prefix(&self, token: &str) -> Option<&Owners> {
        let owners = self.organisations.owners_of_prefix(token)?;
        let says = |&body: &usize| self.organisations.all()[body].standing() != Standing::Never;
        owners.bodies.iter().all(says).then_some(owners)
    }

    fn host(&self, host: &str, end: usize, paths: &mut Vec<(usize, String)>) -> Vec<Clue> {
        let host = host.strip_prefix("www.").unwrap_or(host);
        let Some(owners) = self.organisations.owners_of_host(host) else { return vec![] };
        let rest = &self.letter.folded.text()[end..];
        let path = rest.split([' ', '\n', ')', '>', ']']).next().unwrap_or("").trim_end_matches(['.', ',', '/', ';']);
        let Some(body) = owners.sole() else {
            return if path.is_empty() && self.zone != Zone::Answers {
                self.shared(owners, Kind::Domain, 2)
            } else {
                vec![]
            };
        };
        if path.is_empty() && (matches!(self.zone, Zone::Head | Zone::SignOff) || self.is_copyright()) {
            return if self.elsewhere() { vec![] } else { vec![self.clue(body, Kind::Domain, 7)] };
        }
        self.link(body, path, paths).into_iter().collect()
    }

    /// A link in running text: the writer's own where the words before it or its path say so.
    fn link(&self, body: usize, path: &str, paths: &mut Vec<(usize, String)>) -> Option<Clue> {
        let cues = self.organisations.cues();
        let lead = context::leading(self.letter, self.span, 300);
        let seen: Vec<&String> = paths.iter().filter(|(of, _)| *of == body).map(|(_, path)| path).collect();
        let (first, again) = (seen.is_empty(), seen.iter().all(|earlier| *earlier != path));
        let points = match (cues.own_link(&lead), first) {
            _ if self.elsewhere() || !again => return None,
            (true, true) => 5,
            (true, false) => 3,
            (false, true) if cues.own_path(path) => 4,
            (false, _) => 1,
        };
        paths.push((body, path.to_owned()));
        Some(self.clue(body, Kind::OwnLink, points))
    }

    /// Whether a mail address is the writer's own: `None` where the sentence sends the reader to another body.
    fn is_own(&self) -> Option<bool> {
        let cues = self.organisations.cues();
        match self.zone {
            Zone::Head | Zone::SignOff => (!self.elsewhere()).then_some(true),
            Zone::Review => Some(true),
            _ if cues.own_address(&context::before(self.letter, self.span)) || self.is_contact() => Some(true),
            _ => (!self.elsewhere()).then_some(false),
        }
    }

    /// True for "© 2025 www.example.nhs.uk" at the end of a page: whose page it is.
    fn is_copyright(&self) -> bool {
        let line = self.letter.lines.spans()[self.letter.lines.index_of(self.span.start)];
        let before = &self.letter.text[line.start..self.span.start];
        before.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || c == '-').ends_with('©')
            && is_address(&self.letter.text[line.end..])
    }

    /// True for an address alone below "Contact" at the end of a page.
    fn is_contact(&self) -> bool {
        let (lines, row) = (self.letter.lines.spans(), self.letter.lines.index_of(self.span.start));
        let above = row.checked_sub(1).map_or("", |above| self.letter.folded.of(lines[above]).trim());
        self.organisations.cues().heads_contact(above)
            && context::standing(self.letter, self.span) == context::Standing::Alone
            && is_address(&self.letter.text[lines[row].end..])
    }

    fn elsewhere(&self) -> bool {
        self.organisations.cues().elsewhere(&context::before(self.letter, self.span), "")
    }

    fn shared(&self, owners: &Owners, kind: Kind, points: u32) -> Vec<Clue> {
        owners.bodies.iter().map(|&body| self.clue(body, kind, points)).collect()
    }

    fn clue(&self, body: usize, kind: Kind, points: u32) -> Clue {
        Clue::new(body, kind, points, self.zone, self.span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_cut_out_of_the_text() {
        let text = "mail dgft.dpo@nhs.net, see www.kmpt.nhs.uk. done. a https://x.nhs.uk/a.pdf";
        let found: Vec<&str> = addresses(text).map(|span| span.of(text)).collect();
        assert_eq!(found, ["dgft.dpo@nhs.net", "www.kmpt.nhs.uk", "x.nhs.uk", "a.pdf"]);
    }
}
