//! Opening what the applicant told, for a purpose that is recorded.

use super::{
    acts::case_of,
    answer::Answer,
    caller::{Caller, permit},
    input,
    named::{Keep, Posted},
    problem::Problem,
    words::Word,
};
use axum::{body::Body, extract::Path, http::request::Parts};
use muster_vocab::Section;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What to open, and what for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reveal {
    /// The sections.
    sections: Vec<Told>,
    /// What for, as a word of the programme, such as `decide`.
    purpose: Word,
}

/// A section of what the applicant told.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Told {
    /// Names, birth, nationalities, document.
    Identity,
    /// How the person is reached.
    Contact,
    /// Service, skills, languages.
    Service,
    /// Health and criminal record.
    Disclosure,
}

/// What was opened. Personal from end to end; it is not kept, and each time it is asked for is recorded.
#[derive(Serialize, ToSchema)]
pub(super) struct Revealed {
    /// The sections by name; one that was never told or was erased is missing.
    #[schema(value_type = BTreeMap<String, Value>)]
    sections: BTreeMap<&'static str, Value>,
}

impl From<Told> for Section {
    fn from(told: Told) -> Self {
        match told {
            Told::Identity => Self::Identity,
            Told::Contact => Self::Contact,
            Told::Service => Self::Service,
            Told::Disclosure => Self::Disclosure,
        }
    }
}

/// `POST /api/v1/cases/{case}/reveal`
pub(super) async fn open(
    caller: Caller,
    Path(case): Path<String>,
    parts: Parts,
    body: Body,
) -> Result<Answer, Problem> {
    let (case, posted) = (case_of(&case)?, Posted::read(parts, body).await?);
    let Reveal { sections, purpose } = input::body(&posted.bytes)?;
    let may = permit(&caller.officer)?;
    let work = move |app: &muster_app::App, at, _| {
        let sections: Vec<Section> = sections.into_iter().map(Section::from).collect();
        let sections = app.reveal(may, case, &sections, &purpose.0, at)?;
        Ok(Answer::of(&Revealed { sections }))
    };
    posted.once(&caller, Keep::Nothing, work).await
}
