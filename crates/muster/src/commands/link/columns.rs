//! What a column of a table means, by its name or as it is told.

use crate::frame::Fault;

/// What of a person a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Id,
    Given,
    Middle,
    Family,
    Name,
    Born,
    Sex,
    Passport,
    IdentityCard,
    Document,
    Phone,
    Email,
    Nationality,
    Birthplace,
    Residence,
    Town,
    Address,
}

/// The names a column may have. The first is the field's own, and the one to use in `--columns FIELD=HEADER`.
const NAMES: [(Field, &[&str]); 17] = [
    (Field::Id, &["id", "rec_id", "record_id", "unique_id"]),
    (Field::Given, &["given", "given_name", "given_names", "first_name", "forename"]),
    (Field::Middle, &["middle", "middle_name", "middle_names", "patronymic"]),
    (Field::Family, &["family", "family_name", "surname", "last_name"]),
    (Field::Name, &["name", "full_name"]),
    (Field::Born, &["born", "dob", "date_of_birth", "birth_date"]),
    (Field::Sex, &["sex", "gender"]),
    (Field::Passport, &["passport", "passport_no", "passport_number"]),
    (Field::IdentityCard, &["identity_card", "national_id", "soc_sec_id", "ssn"]),
    (Field::Document, &["document", "document_no", "document_number"]),
    (Field::Phone, &["phone", "phone_number", "telephone", "mobile"]),
    (Field::Email, &["email", "email_address", "mail"]),
    (Field::Nationality, &["nationality", "citizenship"]),
    (Field::Birthplace, &["birthplace", "birth_place", "place_of_birth"]),
    (Field::Residence, &["residence", "country", "country_of_residence"]),
    (Field::Town, &["town", "city", "suburb"]),
    (
        Field::Address,
        &["address", "street", "street_number", "address_1", "address_2", "postcode", "postcode_fake", "zip"],
    ),
];

impl Field {
    /// The field a header names.
    pub(super) fn of(header: &str) -> Option<Self> {
        let header = plain(header);
        NAMES.iter().find(|(_, names)| names.contains(&header.as_str())).map(|(field, _)| *field)
    }

    fn by_own_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, names)| names[0] == plain(name)).map(|(field, _)| *field)
    }

    /// Whether it tells who somebody is; an identifier of the row does not.
    pub(super) const fn tells_who(self) -> bool {
        matches!(
            self,
            Self::Given
                | Self::Family
                | Self::Name
                | Self::Passport
                | Self::IdentityCard
                | Self::Document
                | Self::Phone
                | Self::Email
        )
    }
}

fn plain(header: &str) -> String {
    header.trim_start_matches('\u{feff}').trim().to_lowercase().replace([' ', '-'], "_")
}

/// The fields and the names of their columns, for the help.
pub(super) fn described() -> String {
    NAMES.map(|(_, names)| format!("  {}", names.join(", "))).join("\n")
}

/// What each column of a table holds.
///
/// # Errors
/// If a column that is told of is not there or not understood, or nothing tells who somebody is.
pub(super) fn of_header<'a>(
    header: impl Iterator<Item = &'a str>,
    told: Option<&[String]>,
) -> Result<Vec<Option<Field>>, Fault> {
    let header: Vec<String> = header.map(plain).collect();
    let columns = match told {
        None => header.iter().map(|name| Field::of(name)).collect(),
        Some(told) => as_told(&header, told)?,
    };
    if columns.iter().flatten().any(|field: &Field| field.tells_who()) {
        return Ok(columns);
    }
    Err(Fault::usage("no column of the table tells who somebody is")
        .next("name one with `--columns family=HEADER`; `muster help link dedupe` lists the fields"))
}

fn as_told(header: &[String], told: &[String]) -> Result<Vec<Option<Field>>, Fault> {
    let mut columns = vec![None; header.len()];
    for column in told {
        let (field, name) = match column.split_once('=') {
            Some((field, name)) => (Field::by_own_name(field), name),
            None => (Field::of(column), column.as_str()),
        };
        let field = field.ok_or_else(|| {
            Fault::usage(format!("`{column}` does not tell what the column holds"))
                .next("write FIELD=HEADER; `muster help link dedupe` lists the fields")
        })?;
        let place = header.iter().position(|header| *header == plain(name)).ok_or_else(|| {
            Fault::usage(format!("the table has no column `{}`", name.trim())).next("see its first line")
        })?;
        columns[place] = Some(field);
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &[&str], told: Option<&[&str]>) -> Result<Vec<Option<Field>>, Fault> {
        let told = told.map(|told| told.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        of_header(header.iter().copied(), told.as_deref())
    }

    #[test]
    fn columns_are_known_by_their_names_in_any_case() {
        assert_eq!(
            check(&["\u{feff}REC_ID", "First name", "surname", "notes"], None).unwrap(),
            [Some(Field::Id), Some(Field::Given), Some(Field::Family), None]
        );
    }

    #[test]
    fn told_columns_alone_are_read() {
        assert_eq!(
            check(&["x", "surname", "dob"], Some(&["given=x", "dob"])).unwrap(),
            [Some(Field::Given), None, Some(Field::Born)]
        );
    }

    #[test]
    fn a_column_that_is_not_there_or_means_nothing_is_refused() {
        for told in ["family=nowhere", "horoscope=x", "x"] {
            assert!(check(&["x", "surname"], Some(&[told])).is_err(), "{told}");
        }
        assert!(check(&["dob", "city"], None).is_err(), "nobody is named");
    }
}
