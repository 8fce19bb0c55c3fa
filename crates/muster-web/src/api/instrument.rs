//! The questions of the interview, with the anchors of their scale.

use super::{answer::Answer, caller::Caller, problem::Problem};
use muster_app::programme::{Anchored, Words};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The questions of the interview. `assess` names their edition.
#[derive(Serialize, ToSchema)]
pub(super) struct Instrument {
    /// Their edition.
    edition: String,
    /// The questions, in the order they are asked.
    questions: Vec<Asked>,
}

/// A question, in each language by its tag.
#[derive(Serialize, ToSchema)]
struct Asked {
    /// Its word.
    question: String,
    /// What is asked.
    ask: BTreeMap<String, String>,
    /// What 1 looks like.
    low: BTreeMap<String, String>,
    /// What 3 looks like.
    middle: BTreeMap<String, String>,
    /// What 5 looks like.
    high: BTreeMap<String, String>,
}

impl From<&Anchored> for Asked {
    fn from(asked: &Anchored) -> Self {
        let words = |words: &Words| words.0.clone();
        Self {
            question: asked.id.clone(),
            ask: words(&asked.ask),
            low: words(&asked.low),
            middle: words(&asked.middle),
            high: words(&asked.high),
        }
    }
}

/// `GET /api/v1/instrument`
pub(super) async fn show(caller: Caller) -> Result<Answer, Problem> {
    let instrument = &caller.web.app.programme.instrument;
    let questions = instrument.questions.iter().map(Asked::from).collect();
    Ok(Answer::of(&Instrument { edition: instrument.edition.clone(), questions }))
}
