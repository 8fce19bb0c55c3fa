//! The texts of letters, made when a letter is sent.

use super::{LetterKind, Letterhead};
use crate::portal::Address;
use muster_i18n::{Arg, Catalog, Source};
use std::sync::OnceLock;

const ENGLISH: &str = include_str!("../../locales/en/letters.ftl");
const UKRAINIAN: &str = include_str!("../../locales/uk/letters.ftl");

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let file = |language, text| Source { language, file: "letters.ftl", text };
        let sources = [file("en", ENGLISH), file("uk", UKRAINIAN)];
        Catalog::read("en", &sources).expect("a test reads the texts of letters")
    })
}

/// The language a letter is written in for somebody who reads `tag`: that one, or English.
pub(crate) fn language(tag: &str) -> &'static str {
    let catalog = catalog();
    catalog.locale(tag).unwrap_or_else(|| catalog.default_locale()).tag()
}

/// What a text is made of.
pub(super) struct Parts<'a> {
    pub(super) kind: LetterKind,
    pub(super) language: &'a str,
    pub(super) to: &'a Address,
    pub(super) reference: &'a str,
    pub(super) number: &'a str,
    pub(super) mission: &'a str,
    pub(super) code: &'a str,
    pub(super) link: &'a str,
}

/// Subject and body. A text message has no subject and is one short line.
pub(super) fn write(parts: &Parts<'_>, head: &Letterhead) -> (String, String) {
    let catalog = catalog();
    let locale = catalog.locale(parts.language).unwrap_or_else(|| catalog.default_locale());
    let portal = format!("{}/{}", head.public_url, locale.tag());
    let (link, check) = match parts.kind {
        LetterKind::Return => (format!("{portal}/return/link/{}", parts.link), format!("{portal}/verify")),
        LetterKind::Code => (portal.clone(), format!("{portal}/verify")),
        _ => (format!("{portal}/status"), format!("{portal}/verify")),
    };
    let args = [
        ("reference", Arg::Text(parts.reference)),
        ("number", Arg::Text(parts.number)),
        ("mission", Arg::Text(parts.mission)),
        ("code", Arg::Text(parts.code)),
        ("link", Arg::Text(&link)),
        ("check", Arg::Text(&check)),
    ];
    let say = |id: &str| catalog.say_plain(locale, id, &args);
    let subject = say("letters-subject");
    let body = match parts.to {
        Address::Phone(_) => match parts.kind {
            LetterKind::Code => say("letters-code-sms"),
            LetterKind::Return => say("letters-return-sms"),
            _ => say("letters-news-sms"),
        },
        Address::Email(_) => {
            let text = match parts.kind {
                LetterKind::Code => say("letters-code"),
                LetterKind::Return => say("letters-return"),
                LetterKind::Received => say("letters-received"),
                LetterKind::Question => say("letters-question"),
                LetterKind::Interview => say("letters-interview"),
                LetterKind::Decision => say("letters-decision"),
                LetterKind::Pass => say("letters-pass"),
                LetterKind::Correction => say("letters-correction"),
            };
            format!(
                "{}\n\n{text}\n\n{}\n\n{}\n",
                say("letters-greeting"),
                say("letters-closing"),
                say("letters-genuine")
            )
        }
    };
    (subject, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(kind: LetterKind, language: &str, to: &str) -> (String, String) {
        let to = match to.parse() {
            Ok(email) => Address::Email(email),
            Err(_) => Address::Phone(to.parse().unwrap()),
        };
        let parts = Parts {
            kind,
            language,
            to: &to,
            reference: "MU-7Q4K-22XY",
            number: "ML-3F9M-0ABC",
            mission: "Embassy of Ukraine in Washington",
            code: "123456",
            link: "TOKEN",
        };
        let from = "Muster <post@example.org>".to_owned();
        write(&parts, &Letterhead { public_url: "https://join.example.org".into(), from })
    }

    #[test]
    fn the_letter_that_leads_back_reads_so() {
        let (subject, body) = letter(LetterKind::Return, "en", "ann@example.org");
        insta::assert_snapshot!(format!("{subject}\n---\n{body}"), @r"
        Your request MU-7Q4K-22XY
        ---
        Hello,

        you asked to go on with your request. Open this link and press the button:
        https://join.example.org/en/return/link/TOKEN

        The link works once, for 30 minutes. Or type this code on the page you have open: 123456. It works for 15 minutes.

        If you asked more than once, use the newest letter.

        Did you not ask for this? Then you need not do anything. Nobody else can open your request.

        With kind regards
        Embassy of Ukraine in Washington

        Is this letter really from us? Type its number ML-3F9M-0ABC here:
        https://join.example.org/en/verify
        Everything here is free. We never ask for money. We never ask for a code by telephone or by mail.
        ");
        let (subject, body) = letter(LetterKind::Return, "uk", "ann@example.org");
        insta::assert_snapshot!(format!("{subject}\n---\n{body}"), @r"
        Ваше звернення MU-7Q4K-22XY
        ---
        Добрий день!

        Ви хотіли повернутися до свого звернення. Відкрийте це посилання й натисніть кнопку:
        https://join.example.org/uk/return/link/TOKEN

        Посилання спрацює один раз, протягом 30 хвилин. Або введіть на відкритій сторінці код: 123456. Він діє 15 хвилин.

        Якщо листів кілька, скористайтеся останнім.

        Ви цього не просили? Тоді нічого робити не треба. Ніхто інший не відкриє ваше звернення.

        З повагою
        Embassy of Ukraine in Washington

        Цей лист справді від нас? Перевірте його номер ML-3F9M-0ABC тут:
        https://join.example.org/uk/verify
        Усе в нас безкоштовно. Ми ніколи не просимо грошей. Ми ніколи не питаємо код телефоном чи в листі.
        ");
    }

    #[test]
    fn every_letter_says_how_to_check_it_and_names_nobody() {
        for kind in LetterKind::ALL {
            for language in ["en", "uk"] {
                let (subject, body) = letter(*kind, language, "ann@example.org");
                assert!(subject.contains("MU-7Q4K-22XY") && body.contains("ML-3F9M-0ABC"));
                assert!(body.contains(&format!("https://join.example.org/{language}/verify")));
                assert!(!body.contains("ann@example.org") && !body.contains('\u{2068}'));
                let (_, short) = letter(*kind, language, "+12025550143");
                assert!(short.chars().count() <= 160, "{kind:?} in {language}: {}", short.chars().count());
            }
        }
    }

    #[test]
    fn a_language_nobody_wrote_is_answered_in_english() {
        assert_eq!((language("uk"), language("fr"), language("../..")), ("uk", "en", "en"));
    }
}
