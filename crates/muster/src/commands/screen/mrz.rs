//! The machine-readable zone of a passport or an identity card (ICAO 9303), as its lines were typed or read.

use jiff::civil::Date;
use muster_app::watchlist::{Born, GivenName, ListedDocument, Sex, Subject};

/// What a zone's lines say of a person. One line may be the name alone.
///
/// # Errors
/// In words, without what was typed: which line or figure cannot be right.
pub(super) fn read(lines: &[String], today: Date) -> Result<Subject, String> {
    let lines: Vec<String> = lines.iter().map(|line| line.trim().to_uppercase()).collect();
    if !lines.iter().all(|line| line.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'<')) {
        return Err("a line of the machine-readable zone has only A to Z, 0 to 9 and `<`".into());
    }
    let lengths: Vec<usize> = lines.iter().map(String::len).collect();
    match (lines.as_slice(), lengths.as_slice()) {
        // A passport or a visa, and the smaller card that is laid out alike.
        ([first, second], [44, 44] | [36, 36]) => {
            let mut subject = named(&first[5..]);
            details(&mut subject, second, &Places::PASSPORT, today)?;
            issued(&mut subject, &first[2..5]);
            Ok(subject)
        }
        ([first, second, third], [30, 30, 30]) => {
            let mut subject = named(third);
            details(&mut subject, &format!("{}{second}", &first[5..15]), &Places::CARD, today)?;
            issued(&mut subject, &first[2..5]);
            Ok(subject)
        }
        ([line], _) => Ok(named(name(line))),
        _ => Err("a machine-readable zone has two lines of 44 or 36 characters, or three of 30".into()),
    }
}

/// Where a line has what. A card's first and second line are read as one: number and check digit, then the second line.
struct Places {
    nationality: usize,
    born: usize,
    sex: usize,
}

impl Places {
    const PASSPORT: Self = Self { nationality: 10, born: 13, sex: 20 };
    const CARD: Self = Self { nationality: 25, born: 10, sex: 17 };
}

/// The name in one line: what stands after the document's kind and state in a line of full length, or all of it.
pub(super) fn name(line: &str) -> &str {
    let headed = matches!(line.len(), 44 | 36) && line.starts_with(['P', 'V', 'I', 'A', 'C']);
    line.get(5..).filter(|_| headed && !line[..5].contains("<<")).unwrap_or(line)
}

fn named(field: &str) -> Subject {
    Subject { names: vec![GivenName::MachineReadable(field.to_owned())], ..Subject::default() }
}

fn details(subject: &mut Subject, line: &str, at: &Places, today: Date) -> Result<(), String> {
    let number = checked(&line[..10], "the document's number")?;
    // Without a check digit the number is longer than its place: half a number would only mislead.
    if !number.is_empty() && !line[..10].ends_with('<') {
        let number = number.to_owned();
        subject.documents.push(ListedDocument { kind: String::new(), number, country: String::new() });
    }
    subject.born = born(checked(&line[at.born..at.born + 7], "the date of birth")?, today)?;
    subject.sex = match line.as_bytes()[at.sex] {
        b'F' => Some(Sex::Female),
        b'M' => Some(Sex::Male),
        _ => None,
    };
    let nationality = line[at.nationality..at.nationality + 3].trim_end_matches('<');
    subject.nationalities.extend((!nationality.is_empty()).then(|| nationality.to_owned()));
    Ok(())
}

fn issued(subject: &mut Subject, state: &str) {
    for document in &mut subject.documents {
        state.trim_end_matches('<').clone_into(&mut document.country);
    }
}

/// A value whose last character is its check digit; without its fillers.
fn checked<'a>(field: &'a str, what: &str) -> Result<&'a str, String> {
    let (value, digit) = field.split_at(field.len() - 1);
    let sum: u32 =
        value.bytes().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| worth(c) * weight).sum();
    if digit != "<" && worth(digit.as_bytes()[0]) != sum % 10 {
        return Err(format!("the check digit of {what} is wrong"));
    }
    Ok(value.trim_end_matches('<'))
}

fn worth(c: u8) -> u32 {
    match c {
        b'0'..=b'9' => u32::from(c - b'0'),
        b'A'..=b'Z' => u32::from(c - b'A') + 10,
        _ => 0,
    }
}

/// Two digits of a year may mean two centuries: where both are possible, both are asked about.
fn born(field: &str, today: Date) -> Result<Vec<Born>, String> {
    let part = |from: usize| field.get(from..from + 2).and_then(|two| two.parse::<u8>().ok());
    if field.is_empty() {
        return Ok(Vec::new());
    }
    let year = part(0).ok_or("the year of birth has two digits")?;
    let (month, day) = (part(2).unwrap_or(0), part(4).unwrap_or(0));
    let centuries = [1900, 2000].into_iter().filter(|century| century + i16::from(year) <= today.year());
    Ok(centuries.map(|century| Born::day((century + i16::from(year)) as u16, month, day)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 3, 1);

    fn asked(lines: &[&str]) -> Result<Subject, String> {
        read(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>(), TODAY)
    }

    fn told(subject: &Subject) -> String {
        let born: Vec<String> = subject.born.iter().map(ToString::to_string).collect();
        let documents: Vec<String> = subject
            .documents
            .iter()
            .map(|document| format!("{}:{}", document.number, document.country))
            .collect();
        format!(
            "{} · {} · {} · {:?} · {}",
            subject.names[0].text(),
            born.join(" or "),
            subject.nationalities.join(" "),
            subject.sex,
            documents.join(" "),
        )
    }

    // The specimens of ICAO 9303, parts 4 and 5.
    #[test]
    fn a_passport_tells_name_number_nationality_birth_and_sex() {
        let read = asked(&[
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ]);
        insta::assert_snapshot!(told(&read.unwrap()), @"ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< · 1974-08-12 · UTO · Some(Female) · L898902C3:UTO");
    }

    #[test]
    fn a_card_tells_the_same_from_three_lines() {
        let read = asked(&[
            "I<UTOD231458907<<<<<<<<<<<<<<<",
            "7408122F1204159UTO<<<<<<<<<<<6",
            "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        ]);
        insta::assert_snapshot!(told(&read.unwrap()), @"ERIKSSON<<ANNA<MARIA<<<<<<<<<< · 1974-08-12 · UTO · Some(Female) · D23145890:UTO");
    }

    #[test]
    fn the_line_of_the_name_is_enough() {
        for line in ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "ERIKSSON<<ANNA<MARIA"] {
            assert!(asked(&[line]).unwrap().names[0].text().starts_with("ERIKSSON<<ANNA<MARIA"));
        }
    }

    #[test]
    fn a_wrong_check_digit_is_told_and_not_what_was_typed() {
        let wrong = asked(&[
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            "L898902C36UTO7408132F1204159ZE184226B<<<<<10",
        ]);
        assert_eq!(wrong.unwrap_err(), "the check digit of the date of birth is wrong");
    }

    #[test]
    fn two_digits_of_a_year_are_asked_in_every_century_they_may_mean() {
        let years = |two: &str| born(two, TODAY).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(years("740812"), ["1974-08-12"]);
        assert_eq!(years("250101"), ["1925-01-01", "2025-01-01"]);
        assert_eq!(years("60<<<<"), ["1960"]);
    }

    proptest! {
        #[test]
        fn no_line_whatever_is_in_it_stops_the_reader(lines in prop::collection::vec("[A-Z0-9<ü ]{0,46}", 0..4)) {
            let _read = read(&lines, TODAY);
        }

        #[test]
        fn no_line_of_the_right_length_stops_the_reader(lines in prop::collection::vec("[A-Z0-9<]{44}", 1..3)) {
            let _read = read(&lines, TODAY);
        }
    }
}
