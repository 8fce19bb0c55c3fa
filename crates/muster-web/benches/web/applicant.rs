//! Made-up people who apply: every one another, all of them eligible.

use crate::browser::Browser;
use muster_app::App;
use muster_case::intake::RawAnswers;
use std::io;

const AT: &str = "/en/at/us-washington";
/// Where a whole application is sent.
pub(crate) const WHOLE: &str = "/en/at/us-washington/whole";

/// Everything person number `n` types.
pub(crate) fn answers(n: u64) -> Vec<(String, String)> {
    let letters: String = n.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    let fixed = [
        ("help_how", "combat"),
        ("born.day", "27"),
        ("born.month", "3"),
        ("born.year", "1990"),
        ("nationalities.0", "US"),
        ("residence", "US"),
        ("experience", "combat"),
        ("trade", "infantry"),
        ("service_years", "6"),
        ("service.0.country", "US"),
        ("service.0.force", "Army"),
        ("languages", "en"),
        ("serving", "no"),
        ("criminal_record", "no"),
        ("medical_bar", "no"),
        ("kin_choice", "decline"),
        ("words", "I have served before and would like to help where I am needed."),
    ];
    let mut typed: Vec<(String, String)> =
        fixed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    typed.push(("given".to_owned(), format!("Aroha{letters}")));
    typed.push(("family".to_owned(), format!("ONeill{letters}")));
    typed.push(("email".to_owned(), format!("aroha.{n}@example.org")));
    typed
}

/// The same as the domain keeps it.
pub(crate) fn raw(n: u64) -> RawAnswers {
    RawAnswers(answers(n).into_iter().collect())
}

/// The body of a whole application.
pub(crate) fn body(app: &App, n: u64, issued: &str) -> String {
    let mut fields = answers(n);
    fields.extend(app.programme.purposes.iter().map(|word| (format!("consent.{word}"), "yes".to_owned())));
    fields.push(("issued".to_owned(), issued.to_owned()));
    form(fields)
}

/// Fields as browsers send them.
pub(crate) fn form(fields: Vec<(String, String)>) -> String {
    serde_urlencoded::to_string(fields).expect("text is text")
}

/// Goes through pre-check, notice and risks, and gives the time that is sealed in the form.
pub(crate) async fn ready(browser: &mut Browser, app: &App) -> io::Result<String> {
    let portal = &app.programme.portal;
    for question in portal.pre_check() {
        let names = question.names(0);
        let own = answers(0).into_iter().filter(|(name, _)| names.contains(name)).collect();
        expect(303, browser.post(&format!("{AT}/pre-check/{}", question.id), &form(own)).await?.status)?;
    }
    let right = format!("understood={}", portal.notices.general.comprehension.right);
    expect(303, browser.post(&format!("{AT}/notice"), &right).await?.status)?;
    expect(303, browser.post(&format!("{AT}/risks"), "").await?.status)?;
    let form = browser.get(WHOLE).await?;
    expect(200, form.status)?;
    Ok(form.hidden("issued"))
}

/// An answer that is not the one that was meant is a failed visit.
pub(crate) fn expect(status: u16, got: u16) -> io::Result<()> {
    if status == got { Ok(()) } else { Err(io::Error::other(format!("{got} in place of {status}"))) }
}
