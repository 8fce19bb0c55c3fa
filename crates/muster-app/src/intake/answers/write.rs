//! The answers that a dossier came from: so that it can be put right on the same pages.

use super::{background::is_known, scripts::has_mixed_word};
use muster_case::intake::{Background, Disclosures, Dossier, Identity, RawAnswers, ServiceRecord, Sex};
use muster_vocab::{Document, DocumentKind, PartialDate};
use std::collections::BTreeMap;

/// The answers that say what `dossier` says; reading them gives it again.
#[must_use]
pub fn from_dossier(dossier: &Dossier) -> RawAnswers {
    let mut answers = Answers::default();
    answers.identity(&dossier.identity);
    let contact = &dossier.contact;
    answers.put("email", contact.email.as_ref().map(ToString::to_string));
    answers.put("phone", contact.phone.as_ref().map(ToString::to_string));
    answers.background(&dossier.background);
    answers.disclosures(&dossier.disclosures);
    RawAnswers(answers.0)
}

#[derive(Default)]
struct Answers(BTreeMap<String, String>);

impl Answers {
    fn put(&mut self, field: &str, text: Option<impl ToString>) {
        let text = text.map(|text| text.to_string()).filter(|text| !text.is_empty());
        self.0.extend(text.map(|text| (field.to_owned(), text)));
    }

    fn identity(&mut self, identity: &Identity) {
        self.put("given", Some(&identity.name.given));
        self.put("family", Some(&identity.name.family));
        let original = identity.name_original.as_ref();
        self.put("given_original", original.map(|name| &name.given));
        self.put("family_original", original.map(|name| &name.family));
        // A word of two scripts that was kept was confirmed.
        let names = [Some(&identity.name), original].into_iter().flatten();
        let mixed = names.flat_map(|name| [&name.given, &name.family]).any(|part| has_mixed_word(part));
        self.put("names_as_typed", mixed.then_some("yes"));
        self.date("born", identity.born);
        self.put("sex", identity.sex.map(sex));
        for (place, country) in identity.nationalities.iter().enumerate() {
            self.put(&format!("nationalities.{place}"), Some(country));
        }
        self.put("residence", Some(identity.residence));
        if let Some(document) = &identity.document {
            self.document(document);
        }
    }

    fn document(&mut self, document: &Document) {
        let kind = match document.kind {
            DocumentKind::Passport => None,
            DocumentKind::IdentityCard => Some("identity_card"),
            DocumentKind::Other => Some("other"),
        };
        self.put("document_kind", kind);
        self.put("document_issuer", Some(document.issuer));
        self.put("document_number", Some(&document.number));
        if let Some(expires) = document.expires {
            self.date("document_expires", expires);
        }
    }

    fn date(&mut self, field: &str, date: PartialDate) {
        // Written from the year down, as far as it is known.
        let written = date.to_string();
        for (part, text) in ["year", "month", "day"].iter().zip(written.split('-')) {
            self.put(&format!("{field}.{part}"), Some(text.trim_start_matches('0')));
        }
    }

    fn background(&mut self, background: &Background) {
        self.put("help_how", Some(if background.wants_non_combat { "other" } else { "combat" }));
        self.put("experience", Some(background.experience.word()));
        for (turn, record) in background.service.iter().enumerate() {
            self.service(turn, record);
        }
        self.put("service_years", Some(background.service_years));
        self.put("trade", background.trade.as_ref());
        self.put("skills", Some(background.skills.join(" ")));
        let languages: Vec<String> = background.languages.iter().map(ToString::to_string).collect();
        self.put("languages", Some(languages.join(" ")));
        self.put("serving", Some(background.serving.word()));
        self.put("ties", Some(yes_no(background.ties)));
        let own = background.own.iter().filter(|(field, _)| !is_known(field));
        self.0.extend(own.map(|(field, text)| (field.clone(), text.clone())));
    }

    fn service(&mut self, turn: usize, record: &ServiceRecord) {
        let field = |name: &str| format!("service.{turn}.{name}");
        self.put(&field("country"), record.country);
        self.put(&field("force"), Some(&record.force));
        self.put(&field("role"), Some(&record.role));
        self.put(&field("from"), record.from);
        self.put(&field("to"), record.to);
        self.put(&field("combat"), Some(yes_no(record.combat)));
    }

    fn disclosures(&mut self, disclosures: &Disclosures) {
        self.put("criminal_record", disclosures.criminal_record.map(yes_no));
        self.put("medical_bar", disclosures.medical_bar.map(yes_no));
        self.put("health_words", Some(&disclosures.health_words));
        self.put("words", Some(&disclosures.words));
    }
}

const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

const fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Unspecified => "unspecified",
    }
}
