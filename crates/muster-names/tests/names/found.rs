//! Whatever is alike is found by key: without this a list's index would miss people.

use muster_names::{Key, Name, Role, Rule, Word, alike, keys, keys_of_beginnings, keys_of_joined};
use proptest::{collection::vec, prelude::*, sample::select};

/// Words of many kinds: common, rare, of several alphabets, with marks, compounds, syllables.
const WORDS: &[&str] = &[
    "Mohammed",
    "Shevchenko",
    "Karelin",
    "Youssef",
    "Dehghanpour",
    "Müller",
    "Đorđević",
    "Konstantinopolski",
    "Jean",
    "Xavier",
    "Wojciech",
    "Thomas",
    "William",
    "Sasha",
    "Chung",
    "Kim",
    "Li",
    "Hmzt",
    "Qasim",
    "Ernst",
    "Карелин",
    "Щербаченко",
    "Олена",
    "Юсуф",
    "محمد",
    "خالد",
    "يوسف",
    "王",
    "김",
    "Αλέξανδρος",
    "დავით",
    "דוד",
    "Abdulrahman",
    "Saifuddin",
    "Petrovich",
];

/// What may happen to a word on its way into a list.
#[derive(Debug, Clone)]
enum Slip {
    Leave,
    Drop(usize),
    Swap(usize),
    Change(usize, char),
    Add(usize, char),
    LoseVowels,
    CutOff(usize),
    Romanise(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let letter = prop::char::range('a', 'z');
    prop_oneof![
        Just(Slip::Leave),
        any::<usize>().prop_map(Slip::Drop),
        any::<usize>().prop_map(Slip::Swap),
        (any::<usize>(), letter.clone()).prop_map(|(at, letter)| Slip::Change(at, letter)),
        (any::<usize>(), letter).prop_map(|(at, letter)| Slip::Add(at, letter)),
        Just(Slip::LoseVowels),
        any::<usize>().prop_map(Slip::CutOff),
        any::<usize>().prop_map(Slip::Romanise),
    ]
}

fn slipped(text: &str, slip: &Slip) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let count = letters.len();
    if count < 2 {
        return text.to_owned();
    }
    match *slip {
        Slip::Leave => {}
        Slip::Drop(at) => {
            letters.remove(at % count);
        }
        Slip::Swap(at) => letters.swap(at % (count - 1), at % (count - 1) + 1),
        Slip::Change(at, letter) => letters[at % count] = letter,
        Slip::Add(at, letter) => letters.insert(at % (count + 1), letter),
        Slip::LoseVowels => letters.retain(|letter| !"aeiou".contains(*letter)),
        Slip::CutOff(at) => letters.truncate(1 + at % count),
        Slip::Romanise(which) => {
            let words = Name::read(text).words;
            let spellings = words.first().map_or(&[][..], |word| &word.spellings);
            return spellings.get(which % spellings.len().max(1)).map_or(text, String::as_str).to_owned();
        }
    }
    letters.into_iter().collect()
}

fn share(a: &[Key], b: &[Key]) -> bool {
    a.iter().any(|key| b.contains(key))
}

/// What the index relies on.
fn is_found(asked: &Word, listed: &Word, last: bool) -> Result<(), TestCaseError> {
    let Some(found) = alike(asked, listed, last) else { return Ok(()) };
    if asked.role == Role::Initial || listed.role == Role::Initial {
        prop_assert_eq!(found.rule, Rule::Initial);
        return Ok(());
    }
    let asked_keys = keys(asked);
    let by_key = share(&asked_keys, &keys(listed));
    let by_beginning = found.rule == Rule::CutOff && share(&asked_keys, &keys_of_beginnings(listed));
    prop_assert!(
        by_key || by_beginning,
        "{} and {} are {:?} and share no key",
        asked.text,
        listed.text,
        found
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn words_that_are_alike_share_a_key(
        base in prop_oneof![select(WORDS).prop_map(str::to_owned), "[a-z]{2,12}", "[а-яіїє]{2,9}", "[ا-ي]{2,7}"],
        asked_slips in vec(slip(), 0..3),
        listed_slips in vec(slip(), 0..3),
        last in any::<bool>(),
    ) {
        let apply = |slips: &[Slip]| slips.iter().fold(base.clone(), |text, slip| slipped(&text, slip));
        let (asked, listed) = (Name::read(&apply(&asked_slips)), Name::read(&apply(&listed_slips)));
        for a in &asked.words {
            for l in &listed.words {
                is_found(a, l, last)?;
                is_found(l, a, last)?;
            }
        }
    }

    #[test]
    fn a_name_parted_by_a_blank_is_found_under_the_name_as_one_word(
        word in "[b-z][a-z]{5,11}",
        at in 2_usize..5,
        slip in slip(),
    ) {
        // Given a list that has the name in two words, and somebody who writes it as one.
        let (first, second) = word.split_at(at);
        let parts = Name::read(&format!("{first} {second}")).words;
        prop_assume!(parts.len() == 2 && parts.iter().all(|word| word.role == Role::Name));
        let joined = parts[0].joined(&parts[1]);
        for asked in Name::read(&slipped(&word, &slip)).words {
            let compared = |rule| matches!(
                rule,
                Rule::Same | Rule::Romanised | Rule::Sound | Rule::Skeleton | Rule::OneEdit | Rule::VowelsOut
            );
            if let Some(found) = alike(&asked, &joined, false).filter(|found| compared(found.rule)) {
                prop_assert!(
                    share(&keys(&asked), &keys_of_joined(&joined)),
                    "{} and {} are {:?} and share no key", asked.text, joined.text, found
                );
            }
        }
    }
}

#[test]
fn words_of_a_list_are_found_from_each_other_in_all_alphabets() {
    let words: Vec<Word> = WORDS.iter().flat_map(|word| Name::read(word).words).collect();
    let mut alike_pairs = 0;
    for a in &words {
        for b in &words {
            is_found(a, b, false).expect("a key");
            alike_pairs += usize::from(a.text != b.text && alike(a, b, false).is_some());
        }
    }
    assert!(alike_pairs >= 6, "the words test something: {alike_pairs} pairs are alike across spellings");
}

#[test]
fn initials_have_no_key_since_they_are_compared_with_every_name() {
    let initial = Name::read("A. Example").words.swap_remove(0);
    assert!(keys(&initial).is_empty());
}
