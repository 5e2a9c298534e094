//! Shares: "28%", "62.5 per cent".

use std::sync::LazyLock;

use crate::text::{Captures, Regex};

use super::Figure;
use crate::text::Span;

/// Every share in `folded` ("28%", "62.5 per cent"), with whole numbers where it is one.
pub fn find_shares(folded: &str) -> Vec<Figure> {
    static SHARE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("([0-9]{1,3})(\\.[0-9]+)? ?(?:%|per ?cent(?-u:\\b))").expect("a fixed pattern"));
    let free = |found: &Captures<'_>| {
        let start = found.get(0).map_or(0, |found| found.start());
        !folded[..start].ends_with(|c: char| c.is_alphanumeric() || "./\u{a3},".contains(c))
    };
    let share = |found: Captures<'_>| {
        let whole = found.get(2).is_none().then(|| found[1].parse().ok()).flatten();
        Figure { span: found.get(0).expect("group 0 is the match").range().into(), min: whole, max: whole }
    };
    SHARE.captures_iter(folded).filter(free).map(share).collect()
}

/// The share that a whole cell is.
pub fn whole_share(folded: &str) -> Option<Figure> {
    let span = Span::new(0, folded.len()).trim(folded);
    find_shares(folded).first().copied().filter(|share| share.span == span)
}
