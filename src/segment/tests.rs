//! Short letters, one for each odd layout, and the pairs that are found in them.

use crate::catalogue::Catalogue;
use crate::extract;
use crate::source::read_text;

/// Number and answer of every pair of a letter whose body is `body`.
fn answers(body: &str) -> Vec<String> {
    let letter = format!("Our reference: FOI 1234\n\nDear requester\n\n{body}\n\nYours sincerely\n\nFOI Officer\n");
    let record = extract(&read_text("letter.txt", letter), Catalogue::shipped());
    let number = |number: Option<&String>| number.map_or(String::new(), |number| format!("{number}: "));
    let pairs = record.exchanges.iter();
    pairs.map(|pair| number(pair.number.as_ref()) + &pair.answer.replace('\n', " ")).collect()
}

#[test]
fn a_bare_number_counts_on_from_the_item_above() {
    let read = answers(
        "Your questions:\n\n1 How many lifts have you?\n2 or stairs?\n3 Please list the wards\n\nOur reply:\n\n\
         Question 1\nSix.\n\nQuestions 2 and 3\nThese are enclosed.",
    );
    assert_eq!(read, ["1: Six.", "2: These are enclosed.", "3: These are enclosed."]);
    let items: String = (1..=11).map(|nth| format!("{nth} Please list the wards of block {nth}\n")).collect();
    let read =
        answers(&format!("You asked:\n\n{items}\nOur reply:\n\nQuestions 1 to 10\nAttached.\n\nQuestion 11\nNone."));
    assert_eq!(read.len(), 11);
    assert_eq!(read[9..], ["10: Attached.", "11: None."]);
}

#[test]
fn an_answer_may_be_set_right_behind_a_question() {
    let read = answers(
        "Please respond to the following questions:\n\
         * 1. NHS Sexual Safety in Healthcare Charter\n\
         * a. Has your Trust signed up to the NHS England Sexual Safety in Healthcare Charter (2023)?Yes\n* b. If yes:\n\
         * Please confirm the date of adoptionSometime in 2024\n\
         * Provide any internal implementation plans, policy updates, or cultural change programmes associated with the \
         CharterA PowerPoint is attached",
    );
    assert_eq!(read, ["1a: Yes", "1b: Sometime in 2024", "1b: A PowerPoint is attached"]);
}

#[test]
fn a_letter_may_print_everything_twice() {
    let asked = |what: &str| {
        format!("{what} in the main building\na. How many {what} have you?\nb. Who looks after the {what}?\n\n")
    };
    let told =
        |what: &str, how_many: &str| format!("{what} in the main building\na. {how_many}\nb. The {what} team\n\n");
    let asked = format!("Request\n\n{}{}Response\n\n", asked("Lifts"), asked("Stairs"));
    let told = |lifts, stairs| asked.clone() + &told("Lifts", lifts) + &told("Stairs", stairs);
    let read = answers(&(told("Six", "Nine") + &told("Seven", "Ten")));
    assert_eq!(
        read,
        ["a: Six Seven", "b: The Lifts team The Lifts team", "a: Nine Ten", "b: The Stairs team The Stairs team"]
    );
}

#[test]
fn what_the_requester_looks_forward_to_is_no_question() {
    let read = answers(
        "> 1. How many lifts have you?\n\nSix.\n\n> 2. Where are they?\n\nIn block B.\n\n\
         > I look forward to hearing from you within 20 working days.\n> Regards",
    );
    assert_eq!(read, ["1: Six.", "2: In block B."]);
}

/// A short letter of four questions, each laid out by `layout` with its answer.
fn laid_out(layout: &dyn Fn(&str, &str) -> String) -> Vec<String> {
    let asked = ["How many lifts have you?", "Where are they?", "Who looks after them?", "When were they last mended?"];
    let told = ["There are six", "In block B", "The estates team", "In the spring"];
    let pairs: Vec<String> = asked.iter().zip(told).map(|(asked, told)| layout(asked, told)).collect();
    answers(&pairs.join("\n\n"))
}

#[test]
fn an_opening_that_comes_back_marks_answers_whatever_its_words() {
    let expected = ["There are six", "In block B", "The estates team", "In the spring"];
    for mark in ["Lifts team:", "[Trust]", "\u{25ba}", "\u{2192}", "***", "Position -", "=>"] {
        assert_eq!(laid_out(&|asked, told| format!("{asked}\n{mark} {told}")), expected, "{mark}");
    }
    for mark in ["Our response", "Reply", "WE REPLY"] {
        assert_eq!(laid_out(&|asked, told| format!("{asked}\n{mark}\n{told}")), expected, "{mark}");
    }
    assert_eq!(laid_out(&|asked, told| format!("Q. {asked}\n{told}")), expected);
    assert_eq!(laid_out(&|asked, told| format!("Query: {asked}\n{told}")), expected);
}

#[test]
fn what_comes_back_as_the_answer_is_no_mark() {
    let read = answers(
        "1. Have you lifts?\nNot held\n\n2. Have you stairs?\nNot held\n\n3. Have you wards?\nNot held\n\n\
         4. Have you beds?\nNot held",
    );
    assert_eq!(read, ["1: Not held", "2: Not held", "3: Not held", "4: Not held"]);
}

#[test]
fn a_letter_parts_question_and_answer_on_one_line_by_one_sign_throughout() {
    let expected = ["There are six", "In block B", "The estates team", "In the spring"];
    assert_eq!(laid_out(&|asked, told| format!("**{}** {told}", asked.trim_end_matches('?'))), expected);
    assert_eq!(laid_out(&|asked, told| format!("{} -> {told}", asked.trim_end_matches('?'))), expected);
    assert_eq!(laid_out(&|asked, told| format!("{asked} \u{e2}\u{20ac}\u{201c} {told}")), expected);
    let read = laid_out(&|asked, told| format!("- {}: {told}", asked.trim_end_matches('?')));
    assert_eq!(read, expected);
}

#[test]
fn lines_that_name_a_thing_before_a_colon_answer_behind_it() {
    let read = answers(
        "LIFTS\nHow many there are: six.\nWhere they are: in block B.\nWho looks after them: the estates team.\n\n\
         STAIRS\nHow many there are in all: nine.\nWhere they are to be found: in block A.\nWho cleans them each day: nobody.\n\
         When they were built: in 1961.\nWhat they are made of: concrete.",
    );
    assert_eq!(
        read,
        ["six.", "in block B.", "the estates team.", "nine.", "in block A.", "nobody.", "in 1961.", "concrete."]
    );
}

#[test]
fn a_line_that_only_looks_as_if_it_asked_takes_no_numbered_answer() {
    let read = answers(
        "What you asked for is printed at the end, and the numbers are your own.\n\n1(a) We have signed it.\n\n\
         1(b) In May 2024.\n\n1(c) It does not.\n\n2(a) We do, on both sites.",
    );
    assert_eq!(read, ["1a: We have signed it.", "1b: In May 2024.", "1c: It does not.", "2a: We do, on both sites."]);
}

#[test]
fn sentences_name_their_questions_wherever_they_stand() {
    let asked = "1(a) Have you any lifts?\n1(b) How many are there?\n2(a) Are there stairs?\n2(b) Who cleans them?\n\n";
    let read = answers(&format!(
        "{asked}Response\n\nThe answer to question 1(a) is that we have. I have asked the estates team about question 1(b), and there are \
         six. It is yes to 2(a).\n\nIt follows that 2(b) is for the contractor."
    ));
    assert_eq!(read[0], "1a: The answer to question 1(a) is that we have.");
    assert!(read[1].starts_with("1b: I have asked") && read[1].ends_with("six."), "{read:?}");
    assert!(read[2].ends_with("It is yes to 2(a)."), "{read:?}");
    assert!(read[3].ends_with("2(b) is for the contractor."), "{read:?}");
}

#[test]
fn answers_by_number_find_their_questions_in_the_mail_below() {
    let mail = "From: foi@example.nhs.uk\nTo: Requester\nSubject: RE: lifts\n\nHello,\n\nNumbered as you did:\n\n1a - yes\n\
         1b - six, see the sheet\n2 - first bullet: block B. Second bullet: the estates team.\n\nThanks\n\nFOI team\n\n\
         -----Original Message-----\nFrom: Requester\nTo: foi@example.nhs.uk\nSubject: lifts\n\n\
         > Please answer the following questions:\n>\n> 1. Lifts\n> a) Have you any lifts?\n> b) If yes:\n\
         > * How many lifts have you?\n> * Which of them have a log?\n>\n> 2. Please tell me:\n> * Where are the lifts?\n\
         > * Who looks after them?\n>\n> Yours faithfully\n";
    let record = extract(&read_text("mail.txt", mail.to_owned()), Catalogue::shipped());
    let read: Vec<(String, &str)> =
        record.exchanges.iter().map(|pair| (pair.question.clone(), pair.answer.as_str())).collect();
    let answer = |asked: &str| read.iter().find(|(question, _)| question == asked).map(|(_, answer)| *answer);
    assert_eq!(answer("Have you any lifts?"), Some("yes"));
    assert_eq!(answer("How many lifts have you?"), Some("six, see the sheet"));
    assert_eq!(answer("Which of them have a log?"), Some("six, see the sheet"));
    assert_eq!(answer("Who looks after them?"), Some("the estates team."));
}

#[test]
fn a_lawyers_paragraphs_name_the_questions_of_the_annex() {
    let read = answers(
        "1.\tWe refer to your request, which is annexed and whose numbers are used below.\n\n\
         2.\tAs to question 1(a), the Trust has six lifts.\n\n\
         3.\tQuestion 1(b) asks for an opinion. None is recorded.\n\n\
         4.\tTurning to question 2(a), they stand in block B.\n\nYours faithfully\n\nLegal Services\n\n\
         ANNEX: TEXT OF REQUEST\n\n1. Lifts\n(a) How many lifts have you?\n(b) Are they good?\n\n2. Place\n(a) Where are they?",
    );
    assert_eq!(
        read,
        [
            "1a: the Trust has six lifts.",
            "1b: Question 1(b) asks for an opinion. None is recorded.",
            "2a: they stand in block B."
        ]
    );
}

#[test]
fn letters_below_a_title_that_is_printed_again_count_on_from_it() {
    let read = answers(
        "Your questions:\n\n1. Lifts in the main building\na. Have you any lifts?\nb. If yes:\ni. How many?\nii. Where are they?\n\
         2. Stairs in the main building\na. Have you any stairs?\nb. If yes:\ni. How many steps have they?\nii. Where do they lead?\n\nIn response:\n\n\
         Lifts in the main building\n\na. Yes\nb. i. Six\nii. In block B\n\nStairs in the main building\n\na. Yes\nb. i. Nine\n\
         ii. To the roof",
    );
    assert_eq!(read, ["1a: Yes", "1b-i: Six", "1b-ii: In block B", "2a: Yes", "2b-i: Nine", "2b-ii: To the roof"]);
}

#[test]
fn a_letter_and_a_dash_label_an_answer() {
    let read = answers(
        "Your questions:\n\nA. Have you lifts?\nB. How many have you?\nC. Where are they?\nD. Who mends them?\n\nOur reply:\n\n\
         A - we have, yes\nB - six\nC to D - not held",
    );
    assert_eq!(read, ["a: we have, yes", "b: six", "c: not held", "d: not held"]);
}

#[test]
fn paragraphs_that_say_what_they_are_about_are_tied_by_it() {
    let asked = "Your questions:\n\n- How many lifts have you in the main building?\n- Which firm has the contract for repairs?\n\
                 - How often is the alarm tested?\n- What training have the porters had?\n\n";
    let told = ["six, all of them old.", "Hoists and Sons of Leeds.", "too seldom.", "an afternoon each."];
    for heads in
        [["LIFTS: ", "CONTRACT: ", "ALARM: ", "TRAINING: "], ["Lifts - ", "Repairs - ", "Alarm - ", "Training - "]]
    {
        let body: Vec<String> = heads.iter().zip(told).map(|(head, told)| format!("{head}{told}")).collect();
        assert_eq!(answers(&format!("{asked}Response\n\n{}", body.join("\n\n"))), told, "{heads:?}");
    }
}

#[test]
fn numerals_in_sequence_part_a_line() {
    let read = answers(
        "Using your numbers:\n\nQ1 a) Yes b) i. Some time ago ii. Nothing of the kind c) No\n\nQ2 a) No b) Not held",
    );
    assert_eq!(
        read,
        ["1a: Yes", "1b-i: Some time ago", "1b-ii: Nothing of the kind", "1c: No", "2a: No", "2b: Not held"]
    );
}

#[test]
fn a_retold_request_is_the_question_whatever_known_words_it_holds() {
    let read = answers(
        "Your e-mail of 9 May 2025 asked a number of questions: whether the Trust has signed the Charter and on what day; whether \
         restorative justice has ever been used in the context of sexual harassment, assault or misconduct, or of \
         patient complaints involving interpersonal harm or conflict; and, if so, for a description.\n\n\
         The hospital has been bound by the Charter since 1 March 2024. Nothing else was ever tried.",
    );
    assert_eq!(read, ["The hospital has been bound by the Charter since 1 March 2024. Nothing else was ever tried."]);
}

#[test]
fn bullets_below_a_numbered_title_are_answered_one_by_one() {
    let read = answers(
        "Question 1: Lifts\n\n* How many lifts have you?\n* Please list the makers of all of them.\n\n\
         Response to question 1\n\n* Six in all.\n* Two makers, both in the enclosed list.",
    );
    assert_eq!(read, ["1: Six in all.", "1: Two makers, both in the enclosed list."]);
    // A star alone explains a figure.
    let note = "1. How many lifts have you?\n\n2021 *\n2022 6\n\n* Fewer than five are not told.";
    assert_eq!(answers(note), ["1: 2021 * 2022 6 * Fewer than five are not told."]);
}

#[test]
fn a_label_stands_for_all_that_is_asked_below_it() {
    let asked = "You asked:\n\n3. Lifts\na. How many lifts have you?\nb. If any, please provide:\n\
                 i. the makers of them\nii. the rooms beside them\n\nOur response:\n\n";
    assert_eq!(
        answers(&format!("{asked}a. None.\nb. Not applicable")),
        ["3a: None.", "3b-i: Not applicable", "3b-ii: Not applicable"]
    );
    for shared in ["3b. i) to ii) Not applicable", "3b (both parts): Not applicable", "3. b) i) and ii) Not applicable"]
    {
        assert_eq!(
            answers(&format!("{asked}3a. None.\n\n{shared}"))[1..],
            ["3b-i: Not applicable", "3b-ii: Not applicable"]
        );
    }
}

#[test]
fn items_between_the_breaks_of_a_cell_answer_one_by_one() {
    let read = answers(
        "| Your request | Our response |\n|---|---|\n\
         | 1. Lifts<br>a. How many lifts have you?<br>b. Who looks after them? | a. Six<br>b. The porters |\n\
         | 2. Stairs<br>a. How many stairs have you?<br>b. Who looks after them? | a. Nine<br>b. Nobody |",
    );
    assert_eq!(read, ["1a: Six", "1b: The porters", "2a: Nine", "2b: Nobody"]);
}

#[test]
fn paragraphs_that_open_with_a_few_words_and_a_dash_ask_and_answer_so() {
    let heads = ["Lifts held?", "Lifts mended?", "Date of purchase", "Makers, agents", "Rooms", "Stairs", "Ramps"];
    let body: Vec<String> = heads.iter().map(|head| format!("{head} \u{2013} The Trust has some of these.")).collect();
    let read = answers(&body.join("\n\n"));
    assert_eq!(read.len(), heads.len(), "{read:?}");
    assert!(read.iter().all(|answer| answer == "The Trust has some of these."), "{read:?}");
}

#[test]
fn what_is_put_after_the_following_request_is_no_answer() {
    let read = answers(
        "On 1 May you wrote to us with the following request:\n\nFor my research I would be grateful to know how many lifts the \
         hospital has and who looks after them. I am also interested in the stairs, which many of your visitors seem to use \
         instead of the lifts that are often out of order.\n\n\
         We have six lifts and two stairs. All of them are looked after by the porters.",
    );
    assert_eq!(read, ["We have six lifts and two stairs. All of them are looked after by the porters."]);
}

#[test]
fn points_may_be_counted_in_numerals() {
    let read = answers(
        "You wished to know\n\ni. how many lifts we have;\nii. how old each of them is;\n\n\
         On point i, we have six.\n\nAs for point ii, none is older than ten years.",
    );
    assert_eq!(read, ["i: On point i, we have six.", "ii: As for point ii, none is older than ten years."]);
}

#[test]
fn several_questions_are_answered_together() {
    let read = answers(
        "1. How many lifts have you?\n2. Who looks after them?\n\nNNUH response:\n\nWe do not hold this.\n\n\
         3. How many stairs have you?\n4. Who sweeps them?\n\nNNUH response:\n\nThis is not recorded.",
    );
    assert_eq!(
        read,
        ["1: We do not hold this.", "2: We do not hold this.", "3: This is not recorded.", "4: This is not recorded."]
    );
    let read = answers(
        "You asked:\n\n1. How many lifts have you?\n2. If any, please provide:\n- the makers of them\n\
         - the rooms beside them\n- the years they were bought in\n\nOur response:\n\n1 - Six.\n\n\
         2 - Bullets one and two: these are enclosed.\n\n2 - Bullet three: not held.",
    );
    assert_eq!(read.len(), 4, "{read:?}");
    assert_eq!(read[1].split_once(": ").map(|(number, _)| number), Some("2"));
    assert!(read[1].contains("enclosed") && read[2].contains("enclosed") && read[3].contains("not held"), "{read:?}");
}

#[test]
fn a_section_of_the_request_is_answered_below_its_name() {
    let read = answers(
        "Section 1: Lifts\n(a) How many lifts have you?\n(b) Who looks after them?\n\n\
         Section 2: Stairs\n(a) How many stairs have you?\n(b) Who sweeps them?\n\n\
         Reply to section 1\n\n(a) Six.\n(b) The porters.\n\nReply to section 2\n\n(a) Nine.\n(b) Nobody.",
    );
    assert_eq!(read, ["a: Six.", "b: The porters.", "a: Nine.", "b: Nobody."]);
    let sections = [(1, "lifts"), (2, "stairs"), (3, "ramps")].map(|(nth, what)| {
        format!("Section {nth}: {what}\n\na) How many {what} have you?\nb) How old are the {what}?\n\n")
    });
    let replies = "Reply to section 1\n\na) Six.\nb) Ten years.\n\nReply to section 2\n\nWe do not hold this.\n\n\
                   Reply to section 3\n\nThe cost of this section would exceed the limit. Section 12(1) applies.";
    let read = answers(&(sections.concat() + replies));
    assert_eq!(read[..4], ["a: Six.", "b: Ten years.", "a: We do not hold this.", "b: We do not hold this."]);
    assert!(read.len() == 6 && read[4..].iter().all(|answer| answer.contains("The cost of this")), "{read:?}");
}

#[test]
fn a_day_that_begins_a_line_is_no_number_of_a_question() {
    let asked = "1. Have you adopted the Charter?\n2. When?\n3. How many lifts have you?\n\nOur answers:\n\n";
    let read = answers(&format!("{asked}1 Yes\n2 September 2023\n3 Six lifts"));
    assert_eq!(read[0], "1: Yes");
    assert_eq!(read[2], "3: Six lifts");
    assert!(read[1].ends_with("September 2023"), "{read:?}");
}

#[test]
fn a_row_that_wraps_between_bars_is_one_row() {
    let read = answers(
        "| Question | Answer |\n|---|---|\n| 1. How many lifts have\nyou in all? | Six, of which two\nare out of order. |\n\
         | 2. Who looks after them? | The porters do. |",
    );
    assert_eq!(read, ["1: Six, of which two are out of order.", "2: The porters do."]);
}
