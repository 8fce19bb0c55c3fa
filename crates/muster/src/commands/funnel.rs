//! `muster funnel`: how many people stand at each stage, and why others do not.

use crate::frame::{Exit, Fault, Frame, Paint, Table, grouped};
use clap::Args;
use muster_app::{case::access::ReadCases, statistics::Funnel as Numbers, statistics::Wait};
use muster_vocab::MissionCode;

/// How many people stand at each stage, who was turned away and why, and how long it takes
#[derive(Args)]
#[command(after_help = "Examples:
  muster funnel
  muster funnel --mission us-washington --json")]
pub(crate) struct Funnel {
    /// One mission's only
    #[arg(long)]
    mission: Option<MissionCode>,
}

impl Funnel {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let numbers = app.funnel(frame.reading::<ReadCases>(&app)?, self.mission.as_ref())?;
        frame.show(&numbers, text)?;
        Ok(if numbers.cases == 0 { Exit::Nothing } else { Exit::Done })
    }
}

fn text(numbers: &Numbers, paint: Paint) -> String {
    if numbers.cases == 0 {
        return "No cases yet. `muster import --help` says how to bring in the first ones.".to_owned();
    }
    [
        stages(numbers, paint),
        reasons(numbers, paint),
        waiting(numbers, paint),
        arrivals(numbers, paint),
        quality(numbers, paint),
    ]
    .join("\n")
}

fn stages(numbers: &Numbers, paint: Paint) -> String {
    let mut table = Table::new(["", ">", ""]);
    let most = numbers.stages.iter().map(|count| count.cases).max().unwrap_or(0);
    for count in &numbers.stages {
        table.row([count.stage.clone(), grouped(count.cases), paint.bar(count.cases, most, 36)]);
    }
    let away = &numbers.turned_away;
    format!(
        "{}\n{}\n{} submissions of {} people, {} cases ({} merged away)\n\
         {} turned away before an interview: {} refused, {} sent elsewhere\n\
         {} interviewed ({} no-shows) · {} accepted · {} await the second signature\n",
        paint.head("Where everybody stands"),
        table.text(paint),
        grouped(numbers.submissions),
        grouped(numbers.people),
        grouped(numbers.cases),
        grouped(numbers.merged),
        grouped(away.all()),
        grouped(away.refused_early),
        grouped(away.referred),
        grouped(numbers.interviewed),
        grouped(numbers.no_shows),
        grouped(numbers.accepted),
        grouped(numbers.awaiting_second_signature),
    )
}

fn reasons(numbers: &Numbers, paint: Paint) -> String {
    let mut table = Table::new(["", "", ">", ""]);
    let most = numbers.reasons.first().map_or(0, |reason| reason.cases);
    for reason in &numbers.reasons {
        let bar = paint.bar(reason.cases, most, 24);
        table.row([reason.code.clone(), reason.meaning.clone(), grouped(reason.cases), bar]);
    }
    format!("{}\n{}", paint.head("Why, by primary code"), table.text(paint))
}

fn waiting(numbers: &Numbers, paint: Paint) -> String {
    let mut times = Table::new(["", ">Median", ">9 of 10", ">Cases"]);
    for (what, wait) in [
        ("submission to answer", &numbers.to_answer),
        ("submission to interview", &numbers.to_interview),
        ("interview to acceptance", &numbers.to_acceptance),
    ] {
        let Wait { cases, median_hours, p90_hours } = wait;
        times.row([what.into(), duration(*median_hours), duration(*p90_hours), grouped(*cases)]);
    }
    let mut queues = Table::new(["Waits for us", ">Cases", ">Median", ">Longest"]);
    for queue in &numbers.queues {
        queues.row([
            queue.stage.clone(),
            grouped(queue.cases),
            duration(queue.median_hours),
            duration(Some(queue.oldest_hours)),
        ]);
    }
    format!("{}\n{}\n{}", paint.head("How long it takes"), times.text(paint), queues.text(paint))
}

fn arrivals(numbers: &Numbers, paint: Paint) -> String {
    let found = &numbers.arrivals;
    format!(
        "{}\n{} expected · {} claimed · {} observed · {} confirmed\n",
        paint.head("Arrivals, by the strongest evidence"),
        grouped(found.expected),
        grouped(found.claimed),
        grouped(found.observed),
        grouped(found.confirmed),
    )
}

fn quality(numbers: &Numbers, paint: Paint) -> String {
    let found = &numbers.quality;
    let open = format!(
        "{} checks without an outcome, in {} cases; {} hits without a ruling",
        grouped(found.open_checks),
        grouped(found.cases_with_open_checks),
        grouped(found.open_hits),
    );
    let wrong = match found.interviewed_unchecked {
        0 => paint.good("nobody was interviewed with a check open"),
        some => paint.bad(&format!("{} were interviewed with a check open", grouped(some))),
    };
    format!("{}\n{open}\n{wrong}\n", paint.head("Quality of the record"))
}

/// Hours as people say them.
pub(crate) fn duration(hours: Option<f64>) -> String {
    match hours {
        None => "–".to_owned(),
        Some(hours) if hours < 1.0 => format!("{:.0} min", hours * 60.0),
        Some(hours) if hours < 48.0 => format!("{hours:.1} h"),
        Some(hours) => format!("{:.1} days", hours / 24.0),
    }
}
