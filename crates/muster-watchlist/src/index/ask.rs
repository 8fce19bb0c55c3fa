//! Asking for one name: the listed names that could reach the threshold, and what each comes to.

use super::NameIndex;
use crate::score::{Aligned, Pair, Read, WHOLE_NAME, settle};
use muster_names::{Alike, CUT_FROM, INITIAL, Role, Word, alike};
use std::cell::RefCell;

/// One asked name and the listed words each of its spans is alike to.
pub(crate) struct Asking<'a> {
    index: &'a NameIndex,
    asked: &'a Read<Word>,
    /// For each asked span, ascending by word.
    edges: Vec<Vec<(u32, Alike)>>,
    /// The same for all spans together: word, span, how alike; ascending.
    by_word: Vec<(u32, u32, Alike)>,
    /// Spans that are initials.
    initials: Vec<usize>,
}

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
    pub(crate) fn ask<'a>(&'a self, asked: &'a Read<Word>) -> Asking<'a> {
        let edges: Vec<Vec<(u32, Alike)>> = SCRATCH.with_borrow_mut(|scratch| {
            let spans = asked.spans.iter().enumerate();
            spans.map(|(at, span)| self.edges(&span.word, asked.is_last(at), &mut scratch.near)).collect()
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
            .map(|found| (found.iter().map(|(_, alike)| alike.bits).max().unwrap_or(0), found.as_slice()))
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
            let word = self.index.vocabulary.word(span.word);
            let mut offer = |a: usize| {
                edges.extend(alike(&self.asked.spans[a].word, word, false).map(|alike| Pair {
                    asked: a,
                    listed: l,
                    alike,
                }));
            };
            if word.role == Role::Initial {
                (0..self.asked.spans.len()).for_each(offer);
                continue;
            }
            self.initials.iter().for_each(|a| offer(*a));
            let from = self.by_word.partition_point(|(known, ..)| *known < span.word);
            let found = self.by_word[from..].iter().take_while(|(known, ..)| *known == span.word);
            edges.extend(found.map(|(_, a, alike)| Pair { asked: *a as usize, listed: l, alike: *alike }));
        }
        settle(self.asked, listed, edges)
    }

    /// Whose name it is, which alias, and what its quality takes.
    pub(crate) fn name(&self, name: u32) -> (u32, u32, i32) {
        let name = &self.index.names[name as usize];
        (name.entry, name.alias, name.alias_bits)
    }
}
