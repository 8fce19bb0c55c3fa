//! An adjudicator's answer: done, and on to the next hit.

use super::{
    super::{Caller, sign_in::step_up, told, words},
    address,
    show::{Typed, named, page, word},
    waiting,
};
use crate::{Failing, form::Posted, respond::see_other};
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    Failure,
    programme::HitReason,
    screening::{RuleHit, Ruled},
};
use muster_case::screening::Ruling;
use muster_vocab::{HitId, OsDice, PersonalText};

/// `POST /{lang}/desk/cases/{case}/hits/{hit}/rule`
pub(crate) async fn rule(
    caller: Caller,
    Path((_, case, hit)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, hit) = named(&case, &hit)?;
    let mut typed = Typed {
        answer: posted.get("answer").to_owned(),
        own: posted.get("own").to_owned(),
        once: posted.sent("once").map(str::to_owned),
        ..Typed::default()
    };
    let language = caller.layout.lang();
    let chosen = answer(&caller.web.app.programme.hit_reasons, &typed.answer, language);
    typed.no_answer = chosen.is_none();
    let own = typed.own.trim().to_owned();
    // What the list of reasons does not say, and a condition, only the officer can say.
    let needs_words = chosen
        .as_ref()
        .is_some_and(|(ruling, reason)| reason.is_none() || *ruling == Ruling::InconclusiveWithCondition);
    typed.no_words = needs_words && own.is_empty();
    let once = posted.get("once").parse();
    let (Some((ruling, reason)), false, Ok(once)) = (chosen, typed.no_words, once) else {
        return page(caller, case, hit, None, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let rationale = [reason.unwrap_or_default(), own].join(" ").trim().to_owned();
    let send_back = posted.get("do") == "send-back";
    let command = RuleHit { case, hit, ruling, rationale: PersonalText(rationale), send_back, once };
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let ruled = caller
        .web
        .run(move |app| match app.rule_on_hit(&officer, command, &mut OsDice, now) {
            Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
            Err(failure) => Err(failure),
            Ok(ruled) => Ok(Ok((ruled, next(app, &officer, hit)?))),
        })
        .await?;
    let (ruled, next) = match ruled {
        Ok(done) => done,
        Err(refusal) => {
            typed.refused = Some(words::refusal(&caller.layout, &refusal));
            return page(caller, case, hit, None, typed, StatusCode::CONFLICT).await;
        }
    };
    let word = match ruled {
        Ruled::Dismissed => "dismissed",
        Ruled::Confirmed => "confirmed",
        Ruled::FirstSigned => "first-signed",
        Ruled::Cleared => "cleared",
        Ruled::SentBack => "sent-back",
        Ruled::StepUp => return step_up::holding(&caller, &posted).await,
        Ruled::Differs(first) => {
            typed.differs = Some(first);
            return page(caller, case, hit, None, typed, StatusCode::CONFLICT).await;
        }
        Ruled::HeldBy(holder) => {
            typed.refused = Some(told::held(&caller.layout, &holder));
            return page(caller, case, hit, None, typed, StatusCode::CONFLICT).await;
        }
    };
    let onward = next.unwrap_or_else(|| "/desk/hits/".to_owned());
    Ok(see_other(&caller.href(&format!("{onward}?done={word}"))))
}

/// The ruling of an answer, and the sentence of its reason; no sentence if the officer says it alone.
fn answer(reasons: &[HitReason], sent: &str, language: &str) -> Option<(Ruling, Option<String>)> {
    let (ruling, reason) = sent.split_once('/')?;
    let ruling = [Ruling::FalseMatch, Ruling::TrueMatch, Ruling::InconclusiveWithCondition]
        .into_iter()
        .find(|known| word(*known) == ruling)?;
    if reason == "other" {
        return Some((ruling, None));
    }
    let known = reasons.iter().find(|known| known.ruling == ruling && known.word == reason)?;
    Some((ruling, Some(known.text.say(language).to_owned())))
}

/// The strongest hit that waits for this officer.
fn next(
    app: &muster_app::App,
    officer: &muster_app::desk::Officer,
    but: HitId,
) -> Result<Option<String>, Failure> {
    for hit in waiting(app, officer)?.into_iter().filter(|hit| hit.hit != but) {
        // Whoever signed first waits for another, as everybody does where something else is proposed.
        let waits_for_another =
            app.load(hit.case)?.proposal.is_some_and(|open| !hit.first_signed || open.first == officer.human);
        if !waits_for_another {
            return Ok(Some(address(hit.case, hit.hit)));
        }
    }
    Ok(None)
}
