//! What came of the play, as sections of rows: the terminal and the page show the same ones.

use crate::frame::grouped;
use muster_app::scenario::play::{Played, Spread, Tally};

/// A section: a heading, a sentence, a table.
pub(super) struct Section {
    /// Its name in links.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) heading: &'static str,
    /// What it says, in a sentence.
    pub(super) says: String,
    /// The columns; one that begins with `>` holds numbers.
    pub(super) heads: Vec<&'static str>,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

/// A row, and how long its bar is, if it has one.
pub(super) struct Row {
    /// The cells; the first names the row.
    pub(super) cells: Vec<String>,
    /// What the bar stands for.
    pub(super) part: Option<u64>,
}

impl Section {
    /// The longest bar; none if the section has no bars.
    pub(super) fn most(&self) -> Option<u64> {
        self.rows.iter().filter_map(|row| row.part).max().filter(|&most| most > 0)
    }
}

pub(super) fn number(n: u32) -> String {
    grouped(u64::from(n))
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

fn share(part: u32, whole: u32) -> String {
    if whole == 0 { "–".to_owned() } else { percent(f64::from(part) / f64::from(whole)) }
}

fn bar(name: &str, count: u32, rest: &[String]) -> Row {
    let cells = [name.to_owned(), number(count)].into_iter().chain(rest.iter().cloned()).collect();
    Row { cells, part: Some(u64::from(count)) }
}

fn plain(cells: Vec<String>) -> Row {
    Row { cells, part: None }
}

/// Every section, in the order of the way.
pub(super) fn sections(played: &Played) -> Vec<Section> {
    vec![
        funnel(played),
        reasons(played),
        waits(played),
        accepted(played),
        travel(played),
        arrivals(played),
        flips(played),
        looks(played),
        truth(played),
    ]
}

fn funnel(played: &Played) -> Section {
    let found = &played.funnel;
    let row = |name, count| bar(name, count, &[share(count, found.cases)]);
    Section {
        id: "funnel",
        heading: "What became of them",
        says: format!(
            "{} people wrote {} times. {} of {} cases were turned away before an interview ({}); {} were accepted, {} of \
             them combat veterans.",
            number(found.people),
            number(found.inquiries),
            number(found.turned_away),
            number(found.cases),
            share(found.turned_away, found.cases),
            number(found.accepted),
            number(found.accepted_combat),
        ),
        heads: vec!["Cases", ">Number", ">Share"],
        rows: vec![
            row("all", found.cases),
            row("refused before an interview", found.refused_early),
            row("sent to another route", found.referred),
            row("withdrew before an interview", found.withdrawn_before),
            row("fell silent", found.lapsed),
            row("wait for an interview", found.waiting),
            row("interviewed", found.interviewed),
            row("await the second signature", found.awaiting_second_signature),
            row("put off", found.deferred),
            row("refused after an interview", found.refused),
            row("accepted by two people", found.accepted),
        ],
    }
}

fn reasons(played: &Played) -> Section {
    let row = |reason: &muster_app::scenario::play::Reason| {
        bar(&format!("{} {}", reason.code, reason.meaning), reason.count, &[percent(reason.share)])
    };
    Section {
        id: "reasons",
        heading: "Why they were turned away",
        says: format!(
            "By primary code. No machine refused anybody: clerks signed {} times for {} refusals confirmed in bulk, the \
             others singly.",
            number(played.bulk.signatures),
            number(played.bulk.refusals),
        ),
        heads: vec!["Reason", ">Cases", ">Of all"],
        rows: played.reasons.iter().map(row).collect(),
    }
}

fn waits(played: &Played) -> Section {
    let days = |days: f64| format!("{days:.1} days");
    let row = |name: &str, spread: &Spread| {
        let within = |value| if spread.of == 0 { "–".to_owned() } else { days(value) };
        plain(vec![name.to_owned(), within(spread.median), within(spread.p90), number(spread.of)])
    };
    Section {
        id: "waits",
        heading: "How long it took",
        says: "Half waited no longer than the first figure, nine of ten no longer than the second.".into(),
        heads: vec!["From, to", ">Half", ">Nine of ten", ">Cases"],
        rows: vec![
            row("submission to first answer", &played.waits.to_answer),
            row("submission to interview", &played.waits.to_interview),
            row("interview to decision", &played.waits.to_decision),
        ],
    }
}

fn accepted(played: &Played) -> Section {
    let found = &played.funnel;
    Section {
        id: "accepted",
        heading: "Who was accepted",
        says: format!(
            "{} accepted: {} combat veterans, {} helicopter pilots, {} with a skill that is needed. {} of all cases are \
             citizens of the host country.",
            number(found.accepted),
            number(found.accepted_combat),
            number(found.accepted_helicopter_pilots),
            number(played.accepted_with_needed_skill),
            percent(played.us_share),
        ),
        heads: vec!["Trade", ">Accepted"],
        rows: played.accepted_by_trade.iter().map(|tally| bar(&tally.name, tally.count, &[])).collect(),
    }
}

fn travel(played: &Played) -> Section {
    let found = &played.travel;
    let row = |name, count| bar(name, count, &[share(count, found.accepted)]);
    Section {
        id: "travel",
        heading: "From acceptance to a unit",
        says: format!(
            "At the reception desk {} people came without having written; {} of them were turned back. They are not \
             counted here.",
            number(played.walk_ins.registered),
            number(played.walk_ins.turned_back),
        ),
        heads: vec!["Step", ">People", ">Of the accepted"],
        rows: vec![
            row("accepted", found.accepted),
            row("held a pass", found.passes),
            row("said they set out", found.departed),
            row("seen at the border", found.observed),
            row("signed the contract", found.contracted),
            row("declined the contract", found.contract_declined),
            row("assigned to a unit", found.assigned),
            row("turned back", found.turned_back),
            row("overdue at some time", found.overdue),
            row("withdrew", found.withdrew),
        ],
    }
}

fn arrivals(played: &Played) -> Section {
    let row = |found: &muster_app::scenario::play::Arrivals| {
        let claim = match (found.claimed_elsewhere, &found.source) {
            (Some(claim), Some(source)) => format!("{} by {source}", number(claim)),
            _ => "–".to_owned(),
        };
        let counts = [found.expected, found.claimed, found.observed, found.confirmed].map(number);
        plain([found.mission.clone()].into_iter().chain(counts).chain([claim]).collect())
    };
    Section {
        id: "arrivals",
        heading: "Arrivals, by evidence",
        says: "A pass is not an arrival, and neither is a headline: each grade counts those who reached it."
            .into(),
        heads: vec!["Mission", ">Expected", ">Claimed", ">Observed", ">Confirmed", "Claimed elsewhere"],
        rows: played.arrivals.iter().map(row).collect(),
    }
}

fn flips(played: &Played) -> Section {
    let list = |tallies: &[Tally]| {
        let texts: Vec<String> =
            tallies.iter().map(|tally| format!("{} {}", tally.name, number(tally.count))).collect();
        if texts.is_empty() { "–".to_owned() } else { texts.join(", ") }
    };
    let row = |found: &muster_app::scenario::play::Flips| {
        plain(vec![found.edition.clone(), list(&found.in_queue), list(&found.further_on)])
    };
    Section {
        id: "flips",
        heading: "When the rules changed",
        says: "A new edition moves nobody: who waited is looked at anew, for who was further on it is noted."
            .into(),
        heads: vec!["Edition", "Still with the clerks", "Further on"],
        rows: played.flips.iter().map(row).collect(),
    }
}

fn looks(played: &Played) -> Section {
    let (twice, hits) = (&played.duplicates, &played.hits);
    let row = |name: &str, count| plain(vec![name.to_owned(), number(count)]);
    let mut rows = vec![
        row("inquiries sent again from the same address", twice.repeated),
        row("cases merged by a clerk", twice.merged),
        row("suspicions that a clerk dismissed: two people", twice.dismissed),
        row("watchlist hits raised", hits.raised),
        row("of these somebody else", hits.false_match),
        row("of these the same person", hits.true_match),
        row("of these raised by a new edition of the list", hits.by_list_update),
        row("records that nobody had disclosed", hits.undisclosed_records),
    ];
    if let Some(against) = &played.against {
        let lists = against.lists.iter().map(|list| list.list.as_str()).collect::<Vec<_>>().join(", ");
        rows.push(row(&format!("people put against the lists given ({lists})"), against.screened));
        rows.push(row("of these with an alert", against.people));
        rows.push(row("alerts of the lists given", against.alerts));
        rows.push(row("of these such that two people must clear them", against.strong));
    }
    let tried = |tally: &Tally| row(&tried(&tally.name), tally.count);
    rows.extend(played.refused_attempts.iter().map(tried));
    Section {
        id: "looks",
        heading: "Second looks",
        says: format!(
            "{} commands gave {} entries in the log.",
            grouped(played.commands),
            grouped(played.events)
        ),
        heads: vec!["What", ">Number"],
        rows,
    }
}

fn truth(played: &Played) -> Section {
    let found = &played.truth_check;
    let total = |tallies: &[Tally]| -> u32 { tallies.iter().map(|tally| tally.count).sum() };
    let planted = total(&found.duplicates_planted);
    let of = |name: &str, part, whole| plain(vec![name.to_owned(), number(part), number(whole)]);
    let alone = |name: &str, count| plain(vec![name.to_owned(), number(count), "–".to_owned()]);
    Section {
        id: "truth",
        heading: "What only the play can know",
        says: "Counted by the truth about invented people, which no part of the program sees.".into(),
        heads: vec!["What", ">Number", ">Of"],
        rows: vec![
            of("second writings that stand as cases of their own", found.duplicates_missed, planted),
            of(
                "second cases of one person suspected at once",
                total(&found.duplicates_found),
                total(&found.duplicates_apart),
            ),
            of("suspected pairs that are one person", found.pairs_right, found.pairs),
            of(
                "households with one telephone taken for one person",
                found.households_suspected,
                found.households,
            ),
            alone("merges of two different people", found.merged_wrongly),
            of("listed people the engine alerted on", found.listed_hit, found.listed_screened),
            of("alerts of the engine that mean the right person", found.alerts_right, found.alerts),
            of("listed people confirmed by adjudicators", found.listed_found, found.listed_screened),
            alone("people taken for a listed person", found.matched_wrongly),
            alone("false veterans found out", found.false_veterans_found),
            alone("false veterans accepted", found.false_veterans_accepted),
            of("agents with clean papers accepted", found.agents_accepted, found.agents),
        ],
    }
}

/// A refusal's key in words.
fn tried(key: &str) -> String {
    match key {
        "refusal.same_human" => "second signatures of the same human, tried and refused".to_owned(),
        "refusal.sole_interviewer" => {
            "second signatures of the only interviewer, tried and refused".to_owned()
        }
        other => {
            format!("tried and refused: {}", other.trim_start_matches("refusal.").replace(['.', '_'], " "))
        }
    }
}
