//! Every share of the mission statement, over ten seeds: 60,000 people.

use super::{TEN, firsts, near, percent};
use crate::scenario::{
    ARRIVALS, Calendar, Caught, Channel, Kind,
    people::{age, citizenship},
};
use crate::screening::subject_of;
use muster_case::intake::{Experience, Serving, Sex};
use muster_vocab::Digest;
use muster_watchlist::{Edition, Snapshot};
use std::collections::HashMap;

#[test]
fn people_write_on_the_days_of_the_founding_case() {
    let calendar = Calendar::new();
    let total: f64 = ARRIVALS.iter().sum();
    for (day, arrivals) in (1_u32..).zip(ARRIVALS) {
        // The outage moves some of D5 into D6.
        let slack = if day == 5 || day == 6 { 1.3 } else { 0.0 };
        let found = percent(|_, inquiry| calendar.day(inquiry.arrives) == day);
        near(&format!("D{day}"), found, 100.0 * arrivals / total, 0.4 + slack);
    }
}

#[test]
fn most_write_after_noon_and_fifteen_in_a_hundred_at_night() {
    let calendar = Calendar::new();
    let hour = |at| calendar.local(at).hour();
    near("afternoon", percent(|_, inquiry| hour(inquiry.arrives) >= 12), 65.0, 1.5);
    near("night", percent(|_, inquiry| hour(inquiry.arrives) < 6), 15.0, 1.5);
}

#[test]
fn the_site_is_silent_for_five_hours_and_busy_after() {
    let calendar = Calendar::new();
    let hours =
        |inquiry: &crate::scenario::Inquiry| inquiry.arrives.duration_since(calendar.start(5)).as_hours();
    let web = |from, upto| {
        firsts().filter(|(_, i)| i.channel == Channel::Web && (from..upto).contains(&hours(i))).count()
    };
    assert_eq!(web(21, 26), 0);
    assert!(web(26, 28) > 2 * web(28, 30), "retries are bunched: {} then {}", web(26, 28), web(28, 30));
}

#[test]
fn channels_ages_sexes_and_citizenships_have_their_shares() {
    for (channel, share) in
        [(Channel::Web, 58.0), (Channel::Mail, 27.0), (Channel::Phone, 11.0), (Channel::WalkIn, 4.0)]
    {
        near(channel.word(), percent(|_, inquiry| inquiry.channel == channel), share, 0.8);
    }
    let calendar = Calendar::new();
    for ((first, last), share) in age::BANDS {
        let found = percent(|_, inquiry| {
            let (low, _) = inquiry.dossier.identity.born.age_on(calendar.local(inquiry.arrives).date());
            (first..=last).contains(&i64::from(low))
        });
        near(&format!("{first} to {last}"), found, 100.0 * share, 0.7);
    }
    near("men", percent(|_, i| i.dossier.identity.sex == Some(Sex::Male)), 95.0, 0.4);
    for (code, share) in citizenship::FIRST.into_iter().filter(|(code, _)| *code != "--") {
        let found = percent(|_, i| i.dossier.identity.nationalities[0].code() == code);
        near(code, found, share, 0.12 + 0.005 * share);
    }
    near("dual", percent(|_, i| i.dossier.identity.nationalities.len() == 2), 6.0, 0.4);
    let moved = percent(|_, i| i.dossier.identity.residence != i.dossier.identity.nationalities[0]);
    near("residence differs", moved, 5.0, 0.5);
    near("document", percent(|_, i| i.dossier.identity.document.is_some()), 88.0, 0.5);
}

#[test]
fn true_experience_goes_by_age() {
    let calendar = Calendar::new();
    for ((first, last), shares) in [
        ((18, 24), [52.0, 6.0, 31.0, 11.0]),
        ((25, 34), [34.0, 7.0, 30.0, 29.0]),
        ((35, 44), [31.0, 8.0, 28.0, 33.0]),
        ((45, 54), [34.0, 9.0, 34.0, 23.0]),
        ((55, 60), [36.0, 8.0, 40.0, 16.0]),
    ] {
        let mut found: HashMap<&str, f64> = HashMap::new();
        let mut all = 0.0;
        for (population, inquiry) in firsts() {
            let (low, _) = inquiry.dossier.identity.born.age_on(calendar.local(inquiry.arrives).date());
            if (first..=last).contains(&low) {
                *found.entry(population.truth(inquiry.sender).experience.word()).or_default() += 1.0;
                all += 1.0;
            }
        }
        // Whoever serves now counts as having served: up to 1.3 move from none to military.
        for (word, share) in ["none", "police_medic", "military", "combat"].into_iter().zip(shares) {
            near(&format!("{word} at {first}"), 100.0 * found[word] / all, share, 3.2);
        }
    }
}

#[test]
fn disqualifiers_have_their_shares() {
    near("disclosed", percent(|_, i| i.dossier.disclosures.criminal_record == Some(true)), 6.0, 0.4);
    near("hidden", percent(|p, i| p.truth(i.sender).hidden_record.is_some()), 2.5, 0.3);
    near("medical", percent(|_, i| i.dossier.disclosures.medical_bar == Some(true)), 1.8, 0.3);
    near("serving", percent(|_, i| i.dossier.background.serving == Serving::Serving), 2.2, 0.3);
    near("reservist", percent(|_, i| i.dossier.background.serving == Serving::Reservist), 3.0, 0.4);
    near("unvettable", percent(|p, i| p.truth(i.sender).unvettable.is_some()), 3.5, 0.3);
    near("hoax", percent(|p, i| p.truth(i.sender).hoax), 1.8, 0.3);
    near("withdraws", percent(|p, i| p.truth(i.sender).withdraws_after.is_some()), 1.2, 0.25);
    near("non-combat", percent(|_, i| i.dossier.background.wants_non_combat), 3.5, 0.3);
    near("household", percent(|p, i| p.truth(i.sender).household.is_some()), 1.2, 0.25);
    near("listed", percent(|p, i| p.truth(i.sender).listed.is_some()), 0.4, 0.12);
    near("first appointment missed", percent(|p, i| !p.truth(i.sender).comes[0]), 21.0, 0.8);
    let combat = percent(|_, i| i.dossier.background.experience == Experience::Combat);
    let lies = percent(|p, i| p.truth(i.sender).false_claim.is_some());
    near("false claims", 100.0 * lies / combat, 4.0, 0.6);
    for (caught, share) in [(Caught::Documents, 35.0), (Caught::Interview, 40.0), (Caught::Reception, 15.0)] {
        let found = percent(|p, i| p.truth(i.sender).false_claim == Some(caught));
        near("caught", 100.0 * found / lies, share, 8.0);
    }
    let unskilled = |i: &crate::scenario::Inquiry| i.dossier.background.experience == Experience::None;
    let skilled = percent(|_, i| unskilled(i) && !i.dossier.background.skills.is_empty());
    near("needed skill", 100.0 * skilled / percent(|_, i| unskilled(i)), 5.5, 0.6);
}

#[test]
fn nine_in_a_hundred_write_again() {
    let again: Vec<_> = TEN.iter().flat_map(|p| &p.inquiries).filter(|i| i.kind != Kind::First).collect();
    near("again", again.len() as f64 / 600.0, 9.0, 0.5);
    for (kind, share) in [
        (Kind::SameMailResent, 60.0),
        (Kind::NewMailSamePhone, 25.0),
        (Kind::SecondMission, 10.0),
        (Kind::Transliteration, 5.0),
    ] {
        let found = again.iter().filter(|inquiry| inquiry.kind == kind).count() as f64;
        near("kind of repetition", 100.0 * found / again.len() as f64, share, 2.5);
    }
}

#[test]
fn about_six_in_a_hundred_are_hit_by_an_entry_that_does_not_mean_them() {
    let (mut people, mut hit) = (0.0, 0.0);
    for population in &TEN[..2] {
        let entries = population.watchlist.published(false);
        let (list, dated) = ("consolidated".to_owned(), "2022-02-15".to_owned());
        let snapshot = Snapshot::compile(&[Edition { list, dated, digest: Digest::ZERO, entries }]);
        for inquiry in population.inquiries.iter().filter(|inquiry| inquiry.kind == Kind::First) {
            let own = population.truth(inquiry.sender).listed.map(|no| no.to_string());
            let hits = snapshot.screen(&subject_of([&inquiry.dossier.identity])).hits;
            people += 1.0;
            hit += f64::from(u8::from(hits.iter().any(|hit| Some(&hit.entry) != own.as_ref())));
        }
    }
    near("hit by another's entry", 100.0 * hit / people, 5.6, 1.2);
}
