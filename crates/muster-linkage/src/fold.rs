//! Numbers, addresses and places in the form they are compared in.

/// A document's number: capital letters and digits; what machines and people mistake for each other is one.
pub(crate) fn number(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .map(|c| match c {
            'O' | 'Q' | 'D' => '0',
            'I' | 'L' => '1',
            'Z' => '2',
            'S' => '5',
            'B' => '8',
            'G' => '6',
            other => other,
        })
        .collect()
}

/// The fewest digits of a telephone number that name a line.
const PHONE_LEAST: usize = 6;
/// So many digits at the end are the number itself; before them are the codes of country and network, which people write
/// in many ways or leave out.
const PHONE_DIGITS: usize = 9;

/// A telephone number: its last digits.
pub(crate) fn phone(text: &str) -> Option<String> {
    let digits: String =
        text.chars().filter_map(|c| c.to_digit(10)).map(|d| char::from(b'0' + d as u8)).collect();
    (digits.len() >= PHONE_LEAST).then(|| digits[digits.len().saturating_sub(PHONE_DIGITS)..].to_owned())
}

/// An e-mail address: small letters, without what stands behind `+`; dots mean nothing to Google's mail.
pub(crate) fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (local, domain) = text.rsplit_once('@')?;
    let local = local.split('+').next().unwrap_or(local);
    if local.is_empty() || domain.is_empty() {
        return None;
    }
    match domain {
        "gmail.com" | "googlemail.com" => Some(format!("{}@gmail.com", local.replace('.', ""))),
        _ => Some(format!("{local}@{domain}")),
    }
}

/// The letters of an address before `@`, without digits and dots: what often is made of the name and stays.
pub(crate) fn email_letters(email: &str) -> String {
    let local = email.split('@').next().unwrap_or(email);
    local.chars().filter(|c| c.is_alphabetic()).collect()
}

/// A place in small Latin letters, its words together.
pub(crate) fn place(text: &str) -> String {
    muster_names::plain_words(text).join("")
}

/// A text as a number (FNV-1a): the same on every machine.
pub(crate) fn hash(text: impl AsRef<[u8]>) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    text.as_ref().iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_read_by_a_machine_is_the_number_read_by_a_person() {
        assert_eq!(number("ZM47 S27IO"), number("2m475-2710"));
        assert_ne!(number("ZM475271"), number("ZM475272"));
    }

    #[test]
    fn a_number_written_at_home_and_abroad_is_one() {
        for text in ["+380 81 679 24 63", "00380 81 679 24 63", "0816792463"] {
            assert_eq!(phone(text).as_deref(), Some("816792463"), "{text}");
        }
        assert_eq!(phone("12 34"), None);
    }

    #[test]
    fn an_address_with_a_tag_is_the_address_without() {
        assert_eq!(email("U.Nesso+legion@Gmail.com"), email("unesso@googlemail.com"));
        assert_ne!(email("u.nesso@proton.me"), email("unesso@proton.me"));
        assert_eq!(email("nobody"), None);
    }

    #[test]
    fn a_place_is_the_same_with_and_without_marks_and_in_two_scripts() {
        assert_eq!(place("Prudentópolis"), place("PRUDENTOPOLIS"));
        assert_eq!(place("São Paulo"), "saopaulo");
        assert_eq!(place("Одеса"), place("Odesa"));
    }
}
