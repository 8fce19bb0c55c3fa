//! The types of single values, as they stand in a body: each says what it takes.

use muster_vocab::ReasonCode;
use serde::{Deserialize, Deserializer, de::Error as _};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// Free text of an officer: personal, whatever it says.
pub(super) struct Words(pub(super) String);

/// The longest text anybody writes here.
const WORDS_MAX: usize = 8_000;

/// A word of the programme, of a list or of a set of questions.
pub(super) struct Word(pub(super) String);

/// The longest of them.
const WORD_MAX: usize = 64;

/// A reason code.
pub(super) struct Code(pub(super) ReasonCode);

/// An identifier.
#[derive(Clone, Copy)]
pub(super) struct Id(pub(super) [u8; 16]);

/// The pattern of an identifier, for whoever writes one.
pub(super) const ID_PATTERN: &str = "^[0-9a-f]{32}$";

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        match text.chars().count() {
            0..=WORDS_MAX => Ok(Self(text)),
            _ => Err(D::Error::custom(format!("a text has {WORDS_MAX} characters at most"))),
        }
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let fits = (1..=WORD_MAX).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b));
        let wrong = || D::Error::custom("a word has 1 to 64 letters, digits and _.:-");
        if fits { Ok(Self(text)) } else { Err(wrong()) }
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        ReasonCode::deserialize(from).map(Self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        // Every identifier is written alike.
        muster_vocab::CaseId::deserialize(from).map(|id| Self(*id.bytes()))
    }
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

macro_rules! value {
    ($($type:ident $name:literal |$text:ident| $schema:expr;)+) => {$(
        impl PartialSchema for $type {
            fn schema() -> RefOr<Schema> {
                let $text = text();
                Schema::from($schema.build()).into()
            }
        }
        impl ToSchema for $type {
            fn name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
        }
    )+};
}

value! {
    Words "Words" |text| text.max_length(Some(WORDS_MAX)).description(Some("Words of an officer about a person."));
    Word "Word" |text| text.pattern(Some("^[A-Za-z0-9_.:-]{1,64}$")).description(Some("A word of the programme, of a list or of a set of questions."));
    Code "ReasonCode" |text| text.enum_values(Some(ReasonCode::ALL.iter().map(|code| code.code()))).description(Some("A reason code."));
    Id "Id" |text| text.pattern(Some(ID_PATTERN)).description(Some("An identifier."));
}
