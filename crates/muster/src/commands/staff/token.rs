//! Tokens by which programs act for an account.

use crate::frame::{Exit, Fault, Frame, Table};
use clap::Args;
use jiff::Timestamp;
use muster_app::desk::{ApiToken, IssueApiToken, NewApiToken};
use muster_vocab::StaffId;
use serde::Serialize;

/// Issues a token by which a program acts for an account through the API
///
/// It is shown this once. It acts within the account's roles and missions, never signs, and ends with the account.
#[derive(Args)]
#[command(after_help = "Example:
  muster staff token --as ADMINISTRATOR_ID STAFF_ID --label 'export of the evening' --days 30

While the service runs with SQLite, officers make their own in the desk, under My account.")]
pub(super) struct Token {
    /// For which account; `muster staff list` names them
    staff: StaffId,
    /// What it is for, in your own words
    #[arg(long)]
    label: String,
    /// For how many days it is good
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=365))]
    days: u32,
}

/// The tokens of an account: what they are for, not what they are
#[derive(Args)]
#[command(after_help = "Examples:
  muster staff tokens --as ADMINISTRATOR_ID STAFF_ID
  muster staff tokens --as ADMINISTRATOR_ID STAFF_ID --revoke 4f1c09ab")]
pub(super) struct Tokens {
    /// Of which account
    staff: StaffId,
    /// Takes a token away, named by the first digits of its hash
    #[arg(long, value_name = "HASH")]
    revoke: Option<String>,
}

/// A token that was just issued.
#[derive(Serialize)]
struct Issued {
    /// The token.
    token: String,
    /// Until when it is good.
    until: Timestamp,
}

/// A token as it is listed.
#[derive(Serialize)]
struct Listed {
    /// Its hash.
    hash: String,
    /// What it is for.
    label: String,
    /// When it was made.
    made: Timestamp,
    /// Until when it is good.
    until: Timestamp,
    /// When it was last used.
    used: Option<Timestamp>,
}

impl From<ApiToken> for Listed {
    fn from(kept: ApiToken) -> Self {
        let ApiToken { token, label, made_at, until_at, used_at, .. } = kept;
        Self { hash: token.to_string(), label, made: made_at, until: until_at, used: used_at }
    }
}

fn day(at: Timestamp) -> String {
    at.strftime("%-d %B %Y").to_string()
}

impl Token {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<IssueApiToken>(&app)?;
        let new = NewApiToken { staff: self.staff, label: self.label, days: self.days };
        let (token, until) = app.issue_api_token(permit, new, frame.now())?;
        frame.show(&Issued { token, until }, |issued, paint| {
            let head = paint.head("The token is ready. It is not shown again.");
            format!("{head}\n\n  {}\n  good until {}", issued.token, day(issued.until))
        })?;
        Ok(Exit::Done)
    }
}

impl Tokens {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<IssueApiToken>(&app)?;
        let mut tokens = app.api_tokens_of(permit, self.staff)?;
        if let Some(digits) = &self.revoke {
            let named = |kept: &ApiToken| kept.token.to_string().starts_with(digits.as_str());
            let which: Vec<_> = tokens.iter().filter(|kept| named(kept)).map(|kept| kept.token).collect();
            let [token] = which.as_slice() else {
                let found = if which.is_empty() { "no token" } else { "more than one token" };
                return Err(Fault::new(
                    Exit::Refused,
                    format!("{found} of the account begins with {digits}"),
                )
                .next("take the digits from the list, as many as tell it from the others"));
            };
            app.revoke_api_token(permit, self.staff, *token)?;
            tokens.retain(|kept| kept.token != *token);
        }
        let nothing = tokens.is_empty() && self.revoke.is_none();
        let tokens: Vec<Listed> = tokens.into_iter().map(Listed::from).collect();
        frame.show(&tokens, |tokens, paint| {
            let mut table = Table::new(["Hash", "For", "Until", "Used"]);
            for kept in tokens {
                let used = kept.used.map_or_else(|| "never".to_owned(), day);
                table.row([kept.hash[..12].to_owned(), kept.label.clone(), day(kept.until), used]);
            }
            table.text(paint)
        })?;
        Ok(if nothing { Exit::Nothing } else { Exit::Done })
    }
}
