//! What openings that name questions look like.

use std::sync::LazyLock;

use crate::text::Regex;

const NUMBER: &str = r"(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})?(?:(?:\)? ?|\.)\(?[a-h]\)?(?-u:\b|\)))?(?:\)?[ .-]?\(?[ivx]{1,4}(?:\)|(?-u:\b)))?|\([a-h]\)|(?-u:\b)[a-h]\)|(?:\(|(?-u:\b))[ivx]{1,4}\)|(?-u:\b)[a-h](?-u:\b))";

/// A letter alone, as [`NUMBER`] has it.
const LETTER: &str = r"(?-u:\b)[a-h](?-u:\b)";
/// A Roman numeral alone, behind another number: "3b i to iii". One letter may be a word.
const BARE: &str = r"(?-u:\b)(?:i{2,3}|i?v|vi{1,3}|ix)(?-u:\b)";
const LEAD: &str = r"(?:(?:(?:(?:moving|turning|coming|returning|going back)(?: on| next| now| finally| lastly| then)? to|that brings me(?: on)? to|i (?:now |then |next |finally |lastly )?(?:come|turn|pass|move(?: on)?) (?:now |next |then |finally |lastly )?to|so far as|as far as)|(?:in |the |our )?(?:answer|response|reply) to) |(?:with|in|having) (?:regards?|relation|respect|reference|answer|response|reply|terms)(?: to| of) |in the (?:case|matter) of |as (?:regards|to|for) |(?:i|we)(?: will| would| shall| can| have|'ll)? (?:(?:first|next|then|now|last) )?(?:deal|dealt|take|taken|answer|answered|address|addressed) (?:(?:first|next|then|now|last) )?(?:with )?|you (?:also |then |next )?(?:ask|asked|want|wanted)(?: us)? (?:at|in|under) |(?:regarding|concerning|dealing (?:(?:first|next|then|now|last|finally) )?with|taking|re:?|for|on|to|under|answering|response to|answer to|reply to|respecting|for the purposes of) )";
const NOUN: &str = r"(?:questions?|queries|query|bullets?(?: points?)?|points?|parts?|limbs?|elements?|requests?|items?|numbers?|no\.?|qs?\.?|enquir(?:y|ies)|sections?)";
/// What a letter has of its own; "both limbs" are those of one question.
const WHOLE: &str =
    r"(?:questions?|queries|query|points?|parts?|requests?|items?|numbers?|no\.?|qs?\.?|enquir(?:y|ies)|sections?)";
pub(super) const ORDINALS: [&str; 12] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "final"];

/// What a question may have several of.
const PART: &str = r"(?:part|half|limb|element|bullet|point)(?: point)?";

/// What also counts questions that are answered together.
pub(super) const PAIRED: [&str; 2] = ["former", "latter"];

pub(super) const COUNTS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// The patterns, each for one way to name questions.
pub(super) struct Patterns {
    pub(super) numbered: Regex,
    pub(super) every: Regex,
    pub(super) rest: Regex,
    pub(super) ordinal: Regex,
    pub(super) first_few: Regex,
    pub(super) nth: Regex,
    pub(super) told: Regex,
    pub(super) bullets: Regex,
    pub(super) parts: Regex,
    pub(super) numerals: Regex,
    pub(super) aside: Regex,
    pub(super) department: Regex,
    pub(super) leading: Regex,
    pub(super) inside: Regex,
    pub(super) inside_nth: Regex,
    pub(super) bracketed: Regex,
    pub(super) passing: Regex,
    pub(super) number: Regex,
    pub(super) led: Regex,
}

pub(super) static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    // "Question 2b - a meeting": the article is no letter.
    let next = NUMBER.replace(LETTER, &format!(r"(?-u:\b)[b-h](?-u:\b)|{BARE}"));
    let list = format!(r"{NUMBER}[.:)]*(?: ?(?:,|&|/|\band\b|\bto\b|-|\bor\b|;) ?(?:and )?(?:the whole of )?(?:{NOUN} ?)?{next}[.:)]*)*")
        .replace(r"\b", "(?-u:\\b)");
    let (ordinals, counts) = (ORDINALS.join("|"), COUNTS.join("|"));
    let compile = |pattern: String| Regex::new(&pattern).expect("a fixed pattern");
    Patterns {
        numbered: compile(format!(
            r"^(?P<lead>{LEAD})?(?:(?:your|the) (?:{ordinals}) (?:section|heading|group)(?: of (?:your|the) (?:request|letter|e-?mail))?(?: asks?(?: us)?(?: at| in| under)?|,)? )?(?:the (?P<part>{ordinals}) {PART} of |(?:both|all|each|either)(?: of the)? (?:{PART}|bullet point)s? of )?(?:your |the |both )?(?:(?P<noun>{NOUN}) ?(?:numbered |number |no\.? ?)?)?(?P<list>{list})(?:,? \(?(?:the )?(?P<limb>{ordinals})(?:(?:,| and|,? &) (?:the )?(?P<other>{ordinals}))? (?P<kind>{PART}s?\)?)(?:,? (?:and|&) (?P<beside>[0-9]{{1,2}} ?\(?[a-h]\)?))?)?(?P<together>,? together(?-u:\b))?(?:[ \n,:.)-]|$)"
        )),
        every: compile(format!(
            r"^{LEAD}?(?:(?:all|each){of}{NOUN}|both{of}{WHOLE})(?-u:\b)",
            of = r"(?: of)?(?: the| your| these| those)?(?: [0-9a-z]{1,12})? (?:of )?"
        )),
        rest: compile(format!(
            r"^{LEAD}?(?:all(?: of)?(?: the| your)?|the|your|any) (?:other|remaining|rest of (?:the|your)) (?:(?:{counts}) )?(?:of the )?{NOUN}(?-u:\b)"
        )),
        ordinal: compile(format!(
            r"^(?:and )?{LEAD}?(?:(?:your|the) (?P<nth>{ordinals})(?: and last| and final)? (?:(?:of (?:your|the) )?{NOUN}|(?:of )?(?:these|those|them)|one)|(?:your |the )?{NOUN} (?P<count>{counts}))(?: (?:asked|asks|is|was|concern|concerns|covers|relates|seeks|falls|calls|cannot|has|can|would|,|we|the|there|no|first|next|last|now)|[,:.-])"
        )),
        first_few: compile(format!(
            r"^(?:and )?(?:{LEAD}(?:your|the)|your) first (?P<many>{counts}) (?:of (?:your|the) )?{NOUN}(?-u:\b)"
        )),
        nth: compile(format!(
            r"^(?P<says>(?:yes|no|never|none|nothing|not)[,;:]? )?(?:{LEAD}(?:the )?(?P<nth>{ordinals}|{})|(?P<bullet>{ordinals}) (?P<part>{PART}))(?:[.,:;]| -|$)",
            PAIRED.join("|")
        )),
        // "The second, yes."
        told: compile(format!(
            r"^(?:and )?the (?P<nth>{ordinals}|{}),? (?P<says>(?:yes|no|never|none|not)(?-u:\b))",
            PAIRED.join("|")
        )),
        // "As to bullet three, …", "Bullets one and two are covered by …".
        bullets: compile(format!(
            r"^{LEAD}?(?:the )?(?:bullets?(?: points?)?|limbs?) (?P<list>{count}(?:(?:, | and | & |, and ){count})*)(?-u:\b)",
            count = format_args!("(?:{counts}|[0-9])")
        )),
        // "To i, ii and iv: not applicable."
        parts: compile(format!(
            r"^(?:to|on|for|re|under) (?P<list>{step}(?:(?:, | and | & |, and ){step})*):",
            step = "(?:[a-h]|[ivx]{1,4})"
        )),
        // "On point ii, …", "Points i and iii: none".
        numerals: compile(format!(
            r"^(?:and )?{LEAD}?(?:your |the )?(?:questions?|points?|items?|limbs?) (?P<list>[ivx]{{1,4}}(?:(?:, | and | & |, and )[ivx]{{1,4}})*)(?:[,:. ]|$)"
        )),
        aside: compile(format!(
            r"^[a-z][a-z' -]{{2,40}}(?:, {NOUN} ?(?P<noun>{list})|\((?:{NOUN} ?)?(?P<bare>{list})\)),"
        )),
        // "Patient Experience (your 2a, 2b)" above what that department says.
        department: compile(format!(
            r"^[a-z][a-z&' -]{{2,50}} \((?:(?:your|our answers? to|re:?|for|on) )?(?:{NOUN} ?)?(?P<list>{list})\)(?:$|[:\n]| )"
        )),
        // "The Highways team has this to say on points 1 and 2:"
        leading: compile(format!(
            r"^[^.?:]{{3,90}} (?:to|on|for|of|in|at|under) (?:your |the )?{NOUN} ?(?P<list>{list}):$"
        )),
        // "The policy, which is the document sought by question 3b(ii), is attached.", "Lastly, the list in point 5 is online."
        inside: compile(format!(
            r"(?:^(?:[a-z]{{2,12}}, )?the (?:[a-z]{{3,20}} ){{0,2}}[a-z]{{3,20}}|(?-u:\b)(?:sought|called for|asked for|requested|described|referred to|mentioned|raised|meant|named|set out)) (?:by|in|at|under) (?:(?:your |the )?(?:questions?|parts?|points?|limbs?|items?) ?(?P<list>{list})|(?P<deep>[0-9]{{1,2}}\(?[a-h]\)?(?:\([ivx]{{1,4}}\))?))(?:[ ,.;)]|$)"
        )),
        // "The names you ask for in your fifth point".
        inside_nth: compile(format!(
            r"(?-u:\b)(?:ask(?:ed)?(?: for)?|sought|seek|requested|request|want(?:ed)?|raised?) (?:in|at|by|under|as) your (?P<nth>{ordinals}) {NOUN}(?-u:\b)"
        )),
        bracketed: compile(
            r"^(?:(?:as (?:for|to|regards)|on|and|lastly|finally),? )?(?:[a-z' -]{2,40} )?\((?P<number>[0-9]{1,2})\)[ ,]".to_owned(),
        ),
        // "Convictions, your point 4, are a matter for the courts", "What you ask for at points 2 and 3 is not recorded".
        passing: compile(format!(
            r"^(?P<lead>[^.?!:;]{{2,80}}?)[ (](?:your |the )?(?:questions?|queries|query|points?|parts?|limbs?|elements?|items?) ?(?P<list>{list})(?:[ ,.;)]|$)"
        )),
        number: compile(format!("{NUMBER}|{BARE}")),
        // "As for the training materials, …", "PLANS: none".
        led: compile(format!(
            r"^(?:{LEAD}(?:the |your |our |any )?(?P<led>[a-z' -]{{3,60}}?),|(?P<head>[a-z'&/ ()-]{{3,50}}?)(?::| - ))"
        )),
    }
});
