//! An officer's answer: done, and on to the next pair.

use super::{
    super::{
        Caller,
        act::{self, Acting, NotDone},
        words,
    },
    address,
    show::{ANSWERS, Typed, named, page},
};
use crate::{Failing, form::Posted, respond::see_other};
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    desk::Basis,
    duplicates::{PairRuling, SameMeans},
};
use muster_vocab::PersonalText;

/// `POST /{lang}/desk/pairs/{case}/{other}/rule`
pub(crate) async fn rule(
    caller: Caller,
    Path((_, case, other)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, other) = named(&case, &other)?;
    let acting = Acting::read(&posted)?;
    let mut typed = Typed {
        answer: posted.get("answer").to_owned(),
        own: posted.get("own").to_owned(),
        acting: Some(acting),
        ..Typed::default()
    };
    let chosen = answer(&typed.answer);
    let own = typed.own.trim().to_owned();
    typed.no_answer = chosen.is_none();
    // What no reason of the list says, only the officer can say.
    typed.no_words = own.is_empty() && chosen.is_some_and(|(_, reason)| reason.is_none());
    let (Some((word, reason)), false) = (chosen, typed.no_words) else {
        return page(caller, case, other, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let reason = reason.map_or("", |reason| caller.layout.say(reason));
    let rationale = PersonalText([reason, &own].join(" ").trim().to_owned());
    let ruling = match word {
        "same" => PairRuling::SamePerson(rationale),
        "different" => PairRuling::Different(rationale),
        _ => PairRuling::Unsure(rationale),
    };
    let (officer, permit, at) = (caller.officer.clone(), caller.permit()?, caller.web.now());
    let layout = caller.layout.clone();
    let ruled = caller
        .web
        .run(move |app| {
            let means = app.open_pair(&officer, permit, case, other, at)?.same_means;
            let basis = Basis { version: acting.version, once: acting.once };
            let acted = app.rule_pair(&officer, case, other, basis, ruling, at);
            if let Err(not_done) = act::answered(&layout, app, acted) {
                return Ok(Err(not_done));
            }
            let pairs = app.duplicate_pairs(&officer, at)?;
            let next = pairs.into_iter().find(|pair| (pair.case, pair.other) != (case, other));
            Ok(Ok((means, next.map(|pair| address(pair.case, pair.other)))))
        })
        .await?;
    let (means, next) = match ruled {
        Ok(done) => done,
        Err(NotDone::Refused(refusal)) => {
            typed.refused = Some(words::refusal(&caller.layout, &refusal));
            // What is sent again is decided on what is so now.
            typed.acting = None;
            return page(caller, case, other, typed, StatusCode::CONFLICT).await;
        }
        Err(not_done) => return act::not_done(caller, case, &posted, not_done),
    };
    let done = match (word, means) {
        ("same", SameMeans::MergesInto(_)) => format!("merged&of={case}"),
        ("same", _) => "beside".to_owned(),
        (word, _) => word.to_owned(),
    };
    let onward = next.unwrap_or_else(|| "/desk/pairs/".to_owned());
    Ok(see_other(&caller.href(&format!("{onward}?done={done}"))))
}

/// The word of an answer, and the key of its reason; no key if the officer says it alone.
fn answer(sent: &str) -> Option<(&'static str, Option<&'static str>)> {
    let (word, reason) = sent.split_once('/')?;
    let (word, _, reasons) = ANSWERS.into_iter().find(|(known, _, _)| *known == word)?;
    if reason == "other" {
        return Some((word, None));
    }
    reasons.iter().find(|(known, _)| *known == reason).map(|(_, key)| (word, Some(*key)))
}
