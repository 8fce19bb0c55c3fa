//! What is asked of the list: it stands in the address, so that a view can be kept, and "Back" loses nothing.

use super::row;
use crate::{Layout, desk::words};
use muster_app::{
    desk::{AGES, Counts, Filter, Order, Queue, QueuePage as Page, QueueRow},
    programme::Portal,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The fields of the address. Nothing in them is about a person.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) queue: String,
    pub(super) stage: String,
    pub(super) mission: String,
    pub(super) finding: String,
    pub(super) hold: String,
    pub(super) age: String,
    pub(super) late: String,
    pub(super) sort: String,
    pub(super) after: String,
}

/// A view that is always there.
pub(super) struct View {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) current: bool,
}

/// A filter with its choices.
pub(super) struct FilterBox {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) choices: Vec<FilterChoice>,
}

/// A choice with how many there are.
pub(super) struct FilterChoice {
    pub(super) value: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

/// A column that can be sorted by.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) href: Option<String>,
    /// As `aria-sort` wants it.
    pub(super) sorted: Option<&'static str>,
}

impl Asked {
    pub(super) fn filter(&self) -> Filter {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Filter {
            queue: Queue::of(&self.queue),
            stage: some(&self.stage),
            mission: some(&self.mission),
            finding: some(&self.finding),
            hold: some(&self.hold),
            days: self.age.parse().ok().filter(|days| AGES.contains(days)),
            late: self.is_late(),
        }
    }

    pub(super) fn order(&self) -> Order {
        match self.sort.as_str() {
            "age" => Order::Oldest,
            "due" => Order::Due,
            _ => Order::Urgent,
        }
    }

    pub(super) fn is_late(&self) -> bool {
        !self.late.is_empty()
    }

    pub(super) fn is_narrowed(&self) -> bool {
        self.filter() != Filter::default()
    }

    fn fields(&self) -> [(&'static str, &str); 9] {
        [
            ("queue", &self.queue),
            ("stage", &self.stage),
            ("mission", &self.mission),
            ("finding", &self.finding),
            ("hold", &self.hold),
            ("age", &self.age),
            ("late", &self.late),
            ("sort", &self.sort),
            ("after", &self.after),
        ]
    }

    /// The address of this list with one field set otherwise. Another order or filter begins at the first page.
    pub(super) fn address(&self, field: &str, value: &str) -> String {
        let kept = self.fields().into_iter().filter(|(name, _)| *name != field && *name != "after");
        let all = kept.chain([(field, value)]).filter(|(_, value)| !value.is_empty());
        // Words and numbers need no escaping; whatever else somebody types is.
        serde_urlencoded::to_string(all.collect::<Vec<_>>())
            .map_or_else(|_| "/desk/".to_owned(), |query| format!("/desk/?{query}"))
    }

    pub(super) fn views(&self, layout: &Layout) -> Vec<View> {
        let view = |name: &str, query: &str, current: bool| View {
            href: layout.href(&format!("/desk/{query}")),
            name: layout.say(name).to_owned(),
            current,
        };
        let filter = self.filter();
        let is = |wanted: Filter| filter == wanted;
        vec![
            view("desk-queue-view-all", "", is(Filter::default())),
            view(
                "desk-queue-view-late",
                "?late=yes&sort=due",
                is(Filter { late: true, ..Filter::default() }),
            ),
            view(
                "desk-queue-view-week",
                "?age=7&sort=age",
                is(Filter { days: Some(7), ..Filter::default() }),
            ),
            view(
                "desk-queue-view-elsewhere",
                "?queue=elsewhere",
                is(Filter { queue: Some(Queue::Elsewhere), ..Filter::default() }),
            ),
        ]
    }

    pub(super) fn boxes(&self, layout: &Layout, portal: &Portal, counts: &Counts) -> Vec<FilterBox> {
        let queues = counts.queues.iter().map(|(queue, count)| (queue.word().to_owned(), *count)).collect();
        let ages: BTreeMap<String, u64> =
            counts.ages.iter().map(|(days, count)| (days.to_string(), *count)).collect();
        let days = |days: &str| {
            layout
                .say_with("desk-queue-age-days", &[("days", days.parse::<i64>().unwrap_or_default().into())])
        };
        let mut boxes = vec![
            filter(layout, "queue", "desk-queue-filter-queue", &queues, &self.queue, |word| {
                words::queue(layout, word)
            }),
            filter(layout, "stage", "desk-queue-filter-stage", &counts.stages, &self.stage, |word| {
                words::stage(layout, word)
            }),
            filter(layout, "mission", "desk-queue-filter-mission", &counts.missions, &self.mission, |code| {
                words::mission(layout, portal, code)
            }),
            filter(layout, "finding", "desk-queue-filter-finding", &counts.findings, &self.finding, |word| {
                words::finding(layout, word)
            }),
            filter(layout, "hold", "desk-queue-filter-hold", &counts.holds, &self.hold, |word| {
                words::hold(layout, word)
            }),
            filter(layout, "age", "desk-queue-filter-age", &ages, &self.age, days),
        ];
        // What offers no choice is not asked.
        boxes.retain(|shown| shown.choices.len() > 1);
        boxes
    }

    pub(super) fn columns(&self, layout: &Layout) -> Vec<Column> {
        let plain = |id: &str| Column { name: layout.say(id).to_owned(), href: None, sorted: None };
        let by = |id: &str, word: &str, order: Order| Column {
            name: layout.say(id).to_owned(),
            href: Some(layout.href(&self.address("sort", word))),
            sorted: (self.order() == order).then_some("ascending"),
        };
        vec![
            plain("desk-queue-column-reference"),
            plain("desk-queue-column-waits"),
            plain("desk-queue-column-mission"),
            by("desk-queue-column-why", "", Order::Urgent),
            by("desk-queue-column-since", "age", Order::Oldest),
            by("desk-queue-column-due", "due", Order::Due),
            plain("desk-queue-column-holder"),
        ]
    }
}

fn filter(
    layout: &Layout,
    name: &'static str,
    label: &str,
    counts: &BTreeMap<String, u64>,
    chosen: &str,
    words: impl Fn(&str) -> String,
) -> FilterBox {
    let any = FilterChoice {
        value: String::new(),
        text: layout.say("desk-queue-filter-any").to_owned(),
        chosen: chosen.is_empty(),
    };
    let choice = |(value, count): (&String, &u64)| {
        let word = words(value);
        let text =
            layout.say_with("desk-queue-choice", &[("word", (&word).into()), ("count", (*count).into())]);
        FilterChoice { text, chosen: value == chosen, value: value.clone() }
    };
    // What is chosen stays a choice, even where nothing fits it.
    let missing = (!chosen.is_empty() && !counts.contains_key(chosen)).then(|| (chosen.to_owned(), 0));
    let missing: BTreeMap<String, u64> = missing.into_iter().collect();
    let choices = [any].into_iter().chain(counts.iter().chain(&missing).map(choice)).collect();
    FilterBox { name, label: layout.say(label).to_owned(), choices }
}

/// States of the page.
pub(super) fn samples() -> Vec<(&'static str, Asked, Page, Vec<QueueRow>)> {
    let some =
        |words: &[(&str, u64)]| words.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect();
    let counts = Counts {
        shown: 1_284,
        queues: [(Queue::Intake, 1_200), (Queue::Decision, 84), (Queue::Elsewhere, 4_410)].into(),
        stages: some(&[("submitted", 1_200), ("recommended", 84)]),
        missions: some(&[("us-washington", 1_284)]),
        findings: some(&[("eligible", 700), ("refuse_proposed", 584)]),
        holds: some(&[("legal", 1), ("medical", 1)]),
        ages: [(3, 400), (7, 21)].into(),
        late: 12,
    };
    let page = Page { rows: row::samples(), next: Some("-800.1646.1".to_owned()), counts };
    let mine = row::samples().into_iter().skip(1).take(1).collect();
    let narrowed = Asked { queue: "intake".to_owned(), late: "yes".to_owned(), ..Asked::default() };
    vec![
        ("full", Asked::default(), page, mine),
        ("nothing", Asked::default(), Page::default(), Vec::new()),
        ("nothing-fits", narrowed, Page::default(), Vec::new()),
    ]
}
