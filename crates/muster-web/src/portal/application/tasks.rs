//! Page 7: the task list: what is done, what is left, and how long it takes.

use super::{Draft, asked, contact, draft, sample_answers};
use crate::{
    Failing, Layout,
    portal::{questions, today},
    respond,
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use muster_app::programme::Portal;
use muster_case::intake::RawAnswers;

#[derive(Template)]
#[template(path = "portal/tasks.html")]
struct TasksPage {
    layout: Layout,
    reference: String,
    tasks: Vec<TaskLine>,
    /// What the office asked for, if it sent the application back.
    pub(super) asked_for: Option<String>,
}

/// A task in a line.
struct TaskLine {
    href: String,
    name: String,
    minutes: String,
    state: State,
}

/// How far a task is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    ToDo,
    Begun,
    Done,
    /// Cannot begin before the others are done.
    Waits,
}

impl TaskLine {
    const fn mark(&self) -> &'static str {
        match self.state {
            State::ToDo => "todo",
            State::Begun => "part",
            State::Done => "done",
            State::Waits => "wait",
        }
    }

    fn says<'l>(&self, layout: &'l Layout) -> &'l str {
        match self.state {
            State::ToDo => layout.say("tasks-to-do"),
            State::Begun => layout.say("tasks-begun"),
            State::Done => layout.say("tasks-done"),
            State::Waits => layout.say("tasks-waits"),
        }
    }

    /// Only what can be opened is a link, and what is done is plain.
    fn is_link(&self) -> bool {
        self.state != State::Waits
    }
}

impl TasksPage {
    fn new(
        layout: Layout,
        portal: &Portal,
        answers: &RawAnswers,
        confirmed: bool,
        reference: String,
        today: Date,
    ) -> Self {
        let layout = layout.titled("tasks-title");
        let minutes =
            |minutes: u8| layout.say_with("tasks-minutes", &[("minutes", i64::from(minutes).into())]);
        let reached = match (confirmed, contact::address(answers)) {
            (true, Some(_)) => State::Done,
            (false, Some(_)) => State::Begun,
            (_, None) => State::ToDo,
        };
        let mut tasks = vec![TaskLine {
            href: layout.href("/application/contact"),
            name: layout.say("contact-title").to_owned(),
            minutes: minutes(1),
            state: reached,
        }];
        let questions = asked(portal, answers);
        for task in portal.tasks() {
            let own: Vec<_> =
                questions.iter().filter(|(of, _)| of.id == task.id).map(|(_, own)| *own).collect();
            let open = own.iter().find(|own| !is_complete(own, answers, today));
            let begun = own.iter().any(|own| questions::is_begun(own, answers));
            let state = match (open, begun) {
                (None, true) => State::Done,
                (Some(_), true) => State::Begun,
                _ => State::ToDo,
            };
            let Some(first) = open.or(own.first()) else { continue };
            tasks.push(TaskLine {
                href: layout.href(&format!("/application/questions/{}", first.id)),
                name: layout.say(&format!("task-{}", task.id)).to_owned(),
                minutes: minutes(task.minutes),
                state,
            });
        }
        // An address that waits for its code, or a task without a duty, stops nobody from sending.
        let left = questions.iter().filter(|(_, own)| !questions::is_done(own, answers, today)).count()
            + usize::from(reached == State::ToDo);
        tasks.push(TaskLine {
            href: layout.href("/application/check"),
            name: layout.say("tasks-check").to_owned(),
            minutes: minutes(2),
            state: if left == 0 { State::ToDo } else { State::Waits },
        });
        Self { layout, reference, tasks, asked_for: None }
    }

    fn progress(&self) -> String {
        let done = self.tasks.iter().filter(|task| task.state == State::Done).count() as i64;
        let all = self.tasks.len() as i64 - 1;
        self.layout.say_with("tasks-progress", &[("done", done.into()), ("all", all.into())])
    }

    /// The first task that is not done.
    fn next(&self) -> Option<&TaskLine> {
        self.tasks.iter().find(|task| matches!(task.state, State::ToDo | State::Begun))
    }
}

/// Whether a question was answered and nothing is wrong: one that nobody must answer is complete once it was looked at.
fn is_complete(question: &muster_app::programme::Question, answers: &RawAnswers, today: Date) -> bool {
    questions::is_done(question, answers, today)
        && (questions::is_begun(question, answers) || !question.fields.iter().any(|field| field.required))
}

/// `GET /{lang}/application/`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let Draft { visit, answers } = match draft(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (web, address, now) = (visitor.web.clone(), contact::address(&answers), visitor.web.now());
    let known = web.run(move |app| {
        let confirmed = address.map(|address| app.is_confirmed(visit, &address)).transpose()?;
        Ok((confirmed.unwrap_or(false), app.reference(visit.case), app.asked_for(visit)?))
    });
    let (confirmed, reference, asked_for) = known.await?;
    let portal = &web.app.programme.portal;
    let mut page = TasksPage::new(visitor.layout, portal, &answers, confirmed, reference, today(now));
    page.asked_for = asked_for;
    respond::page(&page)
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let (layout, day) = (gallery.layout("/application/"), crate::portal::SAMPLE_DAY);
    let page = |answers: &RawAnswers| {
        TasksPage::new(
            layout.clone(),
            &gallery.programme.portal,
            answers,
            false,
            "MU-7Q4K-22XY".to_owned(),
            day,
        )
    };
    let (empty, begun) = (page(&RawAnswers::default()), page(&sample_answers()));
    let asked = TasksPage {
        asked_for: Some("Please tell us the years you served.".to_owned()),
        ..page(&sample_answers())
    };
    gallery.add("tasks", "empty", &empty);
    gallery.add("tasks", "begun", &begun);
    gallery.add("tasks", "sent-back", &asked);
}
