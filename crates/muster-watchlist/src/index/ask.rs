//! Asking for one name: the listed names that could reach the threshold, and what each comes to.

use super::{ListedName, NameIndex};
use crate::score::{Aligned, Pair, Read, SpanOf, WHOLE_NAME, settle};
use muster_names::{Alike, CUT_FROM, INITIAL, Role, Word, alike};
use std::{cell::RefCell, collections::HashMap, rc::Rc};

/// One asked name and the listed words each of its spans is alike to.
pub(crate) struct Asking<'a> {
    index: &'a NameIndex,
    asked: &'a Read<Word>,
    /// For each asked span, ascending by word.
    edges: Vec<Edges>,
    /// The same for all spans together: word, span, how alike; ascending.
    by_word: Vec<(u32, u32, Alike)>,
    /// Spans that are initials.
    initials: Vec<usize>,
}

/// The listed words one asked word is alike to, ascending.
type Edges = Rc<[(u32, Alike)]>;

/// Words that were asked for before in the same question: somebody's several names share most of theirs.
pub(crate) type Known = HashMap<(String, Vec<String>, [bool; 4]), Edges>;

/// Bounds by name while one question is answered; kept between questions so that nothing large is allocated.
#[derive(Default)]
struct Scratch {
    bounds: Vec<i32>,
    touched: Vec<u32>,
    near: Vec<u32>,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl NameIndex {
    /// The alignment of an asked name with each listed name, without looking anything up: what [`Asking`] must equal.
    pub(crate) fn each<'a>(
        &'a self,
        asked: &'a Read<Word>,
    ) -> impl Iterator<Item = (&'a ListedName, Aligned)> {
        self.names.iter().map(|name| {
            let spans = name.read.spans.iter().enumerate();
            let compared = |(l, span): (usize, &SpanOf<u32>)| {
                let word = self.vocabulary.word(span.word);
                let asked =
                    asked.spans.iter().enumerate().map(|(a, x)| (a, alike(&x.word, word, asked.is_last(a))));
                asked
                    .filter_map(|(a, found)| Some(Pair { asked: a, listed: l, alike: found? }))
                    .collect::<Vec<_>>()
            };
            (name, settle(asked, &name.read, spans.flat_map(compared).collect()))
        })
    }

    pub(crate) fn ask<'a>(&'a self, asked: &'a Read<Word>, known: &mut Known) -> Asking<'a> {
        let edges: Vec<Edges> = SCRATCH.with_borrow_mut(|scratch| {
            let spans = asked.spans.iter().enumerate();
            spans
                .map(|(at, span)| {
                    let last = asked.is_last(at);
                    let word = &span.word;
                    let initial = word.role == Role::Initial;
                    let traits = [last, span.joined, word.role.is_optional(), initial];
                    let key = (word.text.clone(), word.spellings.clone(), traits);
                    let edges = || self.edges(word, last, &mut scratch.near).into();
                    Rc::clone(known.entry(key).or_insert_with(edges))
                })
                .collect()
        });
        let spans = edges.iter().zip(0..);
        let mut by_word: Vec<(u32, u32, Alike)> = spans
            .flat_map(|(found, span)| found.iter().map(move |(word, alike)| (*word, span, *alike)))
            .collect();
        by_word.sort_unstable_by_key(|(word, span, _)| (*word, *span));
        let initials =
            (0..asked.spans.len()).filter(|at| asked.spans[*at].word.role == Role::Initial).collect();
        Asking { index: self, asked, edges, by_word, initials }
    }

    /// The listed words a word is alike to. Initials are left to [`Asking::align`]: they are alike to a tenth of all.
    fn edges(&self, word: &Word, last: bool, near: &mut Vec<u32>) -> Vec<(u32, Alike)> {
        if word.role == Role::Initial {
            return Vec::new();
        }
        let beginning = last && word.text.chars().count() >= CUT_FROM;
        self.vocabulary.near(word, beginning, near);
        let like = |no: &u32| {
            let listed = self.vocabulary.word(*no);
            if listed.role == Role::Initial { None } else { Some((*no, alike(word, listed, last)?)) }
        };
        near.iter().filter_map(like).collect()
    }
}

impl Asking<'_> {
    /// Every name whose words may weigh at least `least`, ascending, with that bound.
    pub(crate) fn candidates(&self, least: i32) -> Vec<(u32, i32)> {
        let initials = self.asked.core.iter().filter(|role| **role == Role::Initial).count() as i32;
        let always = initials * INITIAL + WHOLE_NAME;
        let mut spans: Vec<(i32, &[(u32, Alike)])> = self
            .edges
            .iter()
            .map(|found| (found.iter().map(|(_, alike)| alike.bits).max().unwrap_or(0), &**found))
            .filter(|(most, _)| *most > 0)
            .collect();
        spans.sort_by_key(|(most, _)| -most);
        let mut left: i32 = spans.iter().map(|(most, _)| most).sum();
        SCRATCH.with_borrow_mut(|Scratch { bounds, touched, .. }| {
            bounds.resize(self.index.names.len().max(bounds.len()), 0);
            touched.clear();
            for (most, found) in spans {
                // A name with none of the words so far can no longer get there; the others keep what is left as bound.
                if left + always + i32::from(self.index.most_initials) * INITIAL < least {
                    break;
                }
                left -= most;
                for (word, alike) in found {
                    for name in self.index.names_with(*word) {
                        let bound = &mut bounds[*name as usize];
                        if *bound == 0 {
                            touched.push(*name);
                        }
                        *bound += alike.bits;
                    }
                }
            }
            let mut candidates = Vec::new();
            for name in touched.iter() {
                let bound = std::mem::take(&mut bounds[*name as usize]) + left + always;
                let initials = i32::from(self.index.names[*name as usize].initials) * INITIAL;
                if bound + initials >= least {
                    candidates.push((*name, bound + initials));
                }
            }
            candidates.sort_unstable();
            candidates
        })
    }

    /// The exact alignment with a listed name.
    pub(crate) fn align(&self, name: u32) -> Aligned {
        let listed = &self.index.names[name as usize].read;
        let mut edges = Vec::with_capacity(8);
        for (l, span) in listed.spans.iter().enumerate() {
            if listed.is_initial(l) {
                edges.extend((0..self.asked.spans.len()).filter_map(|a| self.compared(a, l, span.word)));
                continue;
            }
            edges.extend(self.initials.iter().filter_map(|a| self.compared(*a, l, span.word)));
            let from = self.by_word.partition_point(|(known, ..)| *known < span.word);
            let found = self.by_word[from..].iter().take_while(|(known, ..)| *known == span.word);
            edges.extend(found.map(|(_, a, alike)| Pair { asked: *a as usize, listed: l, alike: *alike }));
        }
        settle(self.asked, listed, edges)
    }

    /// Two spans compared here and now.
    fn compared(&self, asked: usize, listed: usize, word: u32) -> Option<Pair> {
        let last = self.asked.is_last(asked);
        let found = alike(&self.asked.spans[asked].word, self.index.vocabulary.word(word), last);
        found.map(|alike| Pair { asked, listed, alike })
    }

    /// Whose name it is, which alias, and what its quality takes.
    pub(crate) fn name(&self, name: u32) -> (u32, u32, i32) {
        let name = &self.index.names[name as usize];
        (name.entry, name.alias, name.alias_bits)
    }
}
