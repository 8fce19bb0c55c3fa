//! A letter as a mail message.

use super::{CarryFault, Letterhead, Mail};
use crate::portal::Address;
use lettre::{
    Message,
    message::{
        Mailbox, SinglePart,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};
use std::time::{Duration, SystemTime};

macro_rules! headers {
    ($($type:ident $name:literal;)+) => {$(
        #[derive(Clone)]
        struct $type(String);

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }
            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }
            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    )+};
}

headers! {
    AutoSubmitted "Auto-Submitted";
    ContentLanguage "Content-Language";
}

/// The message of a letter. A telephone number is written to over `gateway`; nothing leaves for it without one.
///
/// The same letter is the same message, with the same identifier: whoever gets it twice can tell.
pub(super) fn message(mail: &Mail, head: &Letterhead, gateway: Option<&str>) -> Result<Message, CarryFault> {
    let never = |what: &str| CarryFault::Never(what.to_owned());
    let from: Mailbox = head.from.parse().map_err(|_| never("the sender's address cannot be read"))?;
    let to = match &mail.to {
        Address::Email(email) => email.to_string(),
        Address::Phone(phone) => {
            let gateway = gateway.ok_or_else(|| never("no gateway for text messages is set"))?;
            format!("{}@{gateway}", phone.normal().trim_start_matches('+'))
        }
    };
    let to = to.parse().map_err(|_| never("the address cannot be written to"))?;
    let made = SystemTime::UNIX_EPOCH + Duration::from_secs(mail.made_at.as_second().max(0) as u64);
    let id = format!("<{}@{}>", mail.number.to_lowercase(), from.email.domain());
    Message::builder()
        .date(made)
        .message_id(Some(id))
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(mail.subject.clone())
        // Nobody's holiday note answers, and no answer loops.
        .header(AutoSubmitted("auto-generated".to_owned()))
        .header(ContentLanguage(mail.language.clone()))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(mail.body.clone()))
        .map_err(|_| never("the message cannot be made"))
}
