//! Page 11: the receipt: what opens the application again, what happens now, and by when.

use super::come_back;
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use muster_app::portal::PublicStep;
use muster_case::intake::RawAnswers;

#[derive(Template)]
#[template(path = "portal/receipt.html")]
struct ReceiptPage {
    layout: Layout,
    facts: Facts,
}

/// What the page tells.
#[derive(Clone)]
struct Facts {
    receipt: String,
    reference: String,
    /// Whether the application was sent.
    sent: bool,
    /// The day by which the applicant will know.
    know_by: Option<Date>,
    /// Where messages go, hidden but for a few letters: the page is printed and lies about.
    reached: Vec<String>,
}

impl ReceiptPage {
    fn new(layout: Layout, facts: Facts) -> Self {
        let title = if facts.sent { "receipt-title" } else { "receipt-draft-title" };
        Self { layout: layout.titled(title), facts }
    }

    fn know_by(&self) -> Option<String> {
        let day = muster_i18n::long_date(self.layout.locale(), self.facts.know_by?);
        Some(self.layout.say_with("receipt-know-by", &[("day", day.as_str().into())]))
    }

    fn reached(&self) -> Vec<String> {
        let say = |address: &String| self.layout.say_with("receipt-reached", &[("address", address.into())]);
        self.facts.reached.iter().map(say).collect()
    }
}

/// An address with most of it hidden: enough to see that it is the right one.
fn hidden(address: &str) -> String {
    if let Some((name, place)) = address.split_once('@') {
        return format!("{}…@{place}", name.chars().next().unwrap_or('…'));
    }
    let digits: Vec<char> = address.chars().filter(char::is_ascii_digit).collect();
    format!("…{}", digits[digits.len().saturating_sub(3)..].iter().collect::<String>())
}

/// Where messages go.
fn reached(answers: &RawAnswers) -> Vec<String> {
    let given = ["email", "phone"].into_iter().filter_map(|name| answers.0.get(name));
    given.filter(|value| !value.trim().is_empty()).map(|value| hidden(value)).collect()
}

/// `GET /{lang}/receipt`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    let now = visitor.web.now();
    let facts = visitor.web.run(move |app| {
        let status = app.status(visit, now)?;
        Ok(Facts {
            receipt: app.receipt(visit)?.as_str().to_owned(),
            reference: status.reference,
            sent: status.step != PublicStep::Draft,
            know_by: status.know_by,
            reached: reached(&app.answers(visit)?),
        })
    });
    let facts = facts.await?;
    respond::page(&ReceiptPage::new(visitor.layout, facts))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout("/receipt");
    layout.signed_in = true;
    let facts = Facts {
        receipt: "7Q4K-22XY-0A1B-9C8D-EFGH".to_owned(),
        reference: "MU-7Q4K-22XY".to_owned(),
        sent: true,
        know_by: Some(super::SAMPLE_DAY),
        reached: vec![hidden("aroha@example.org"), hidden("+1 202 555 0143")],
    };
    let draft = Facts { sent: false, know_by: None, reached: Vec::new(), ..facts.clone() };
    gallery.add("receipt", "sent", &ReceiptPage::new(layout.clone(), facts));
    gallery.add("receipt", "draft", &ReceiptPage::new(layout, draft));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_shows_just_enough_to_be_known_again() {
        assert_eq!(hidden("aroha@example.org"), "a…@example.org");
        assert_eq!(hidden("+1 202 555 0143"), "…143");
        assert_eq!(hidden("@"), "……@");
        assert_eq!(hidden("7"), "…7");
    }
}
