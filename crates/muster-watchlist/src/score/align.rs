//! Which word of one name belongs to which of the other, and what that comes to.

use super::{
    reading::Read,
    weights::{
        CONFLICT, CONFLICT_INITIAL, EXTRA_ASKED, EXTRA_LISTED, EXTRA_PATRONYMIC, JOINED, JOINED_CONSONANTS,
        RELATIVES, TOGETHER, WHOLE_NAME,
    },
};
use muster_names::{Alike, Role, Rule, Word, alike as words_alike};

/// Two spans that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The span of the subject's name.
    pub(crate) asked: usize,
    /// The span of the entry's name.
    pub(crate) listed: usize,
    /// How alike.
    pub(crate) alike: Alike,
}

/// Two names aligned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Aligned {
    /// Spans that belong together, the weightiest first.
    pub(crate) pairs: Vec<Pair>,
    /// Core words of each side without a partner, as bit sets.
    pub(crate) asked_alone: u32,
    /// The same for the entry.
    pub(crate) listed_alone: u32,
    /// What the words without partners take.
    pub(crate) alone_bits: i32,
    /// What is taken because words of one language go together.
    pub(crate) together_bits: i32,
    /// What is taken because the first names differ and the rest is shared.
    pub(crate) relatives_bits: i32,
    /// What it adds that everything is the same.
    pub(crate) whole_bits: i32,
    /// The sum.
    pub(crate) bits: i32,
}

/// Aligns two names that are read.
pub(crate) fn align_words(asked: &Read<Word>, listed: &Read<Word>) -> Aligned {
    align(asked, listed, |a, l| {
        let (x, y) = (&asked.spans[a], &listed.spans[l]);
        words_alike(&x.word, &y.word, asked.is_last(a))
    })
}

/// Aligns two names, the weightiest pair first. `alike` is asked for spans by their places.
pub(crate) fn align<A, L>(
    asked: &Read<A>,
    listed: &Read<L>,
    mut alike: impl FnMut(usize, usize) -> Option<Alike>,
) -> Aligned {
    let mut edges: Vec<Pair> = Vec::with_capacity(asked.spans.len() + listed.spans.len());
    for (a, left) in asked.spans.iter().enumerate() {
        for (l, right) in listed.spans.iter().enumerate() {
            if left.joined && right.joined {
                continue;
            }
            let Some(mut found) = alike(a, l) else { continue };
            if left.joined || right.joined {
                if !joins(found.rule) {
                    continue;
                }
                if found.rule == Rule::Skeleton {
                    found.bits += JOINED_CONSONANTS;
                }
                found.bits += JOINED;
            }
            if found.bits > 0 {
                edges.push(Pair { asked: a, listed: l, alike: found });
            }
        }
    }
    edges.sort_by(|x, y| {
        y.alike.bits.cmp(&x.alike.bits).then_with(|| (x.asked, x.listed).cmp(&(y.asked, y.listed)))
    });
    let full = |count: usize| if count >= 32 { u32::MAX } else { (1_u32 << count) - 1 };
    let mut result = Aligned {
        asked_alone: full(asked.core.len()),
        listed_alone: full(listed.core.len()),
        ..Aligned::default()
    };
    for edge in edges {
        let (a, l) = (asked.spans[edge.asked].covers, listed.spans[edge.listed].covers);
        if result.asked_alone & a == a && result.listed_alone & l == l {
            result.asked_alone &= !a;
            result.listed_alone &= !l;
            result.bits += edge.alike.bits;
            result.pairs.push(edge);
        }
    }
    for (alone, core) in [(&mut result.asked_alone, &asked.core), (&mut result.listed_alone, &listed.core)] {
        for (at, role) in core.iter().enumerate() {
            if !role.is_core() {
                *alone &= !(1 << at);
            }
        }
    }
    result.alone_bits = alone(asked, listed, &result);
    let weighty = result.pairs.iter().filter(|pair| pair.alike.bits > -TOGETHER).count() as i32;
    result.together_bits = TOGETHER * (weighty - 1).max(0);
    let close = |rule| !matches!(rule, Rule::Skeleton | Rule::NearSkeleton | Rule::TwoEdits | Rule::CutOff);
    if result.asked_alone == 0
        && result.listed_alone == 0
        && !result.pairs.is_empty()
        && result
            .pairs
            .iter()
            .all(|pair| close(pair.alike.rule) || pair.alike.rule == Rule::Skeleton && asked.no_vowels)
    {
        result.whole_bits = WHOLE_NAME;
    }
    result.bits += result.alone_bits + result.together_bits + result.whole_bits;
    if weighty >= 2 && result.asked_alone & result.listed_alone & 1 == 1 {
        result.relatives_bits = (RELATIVES - result.bits).min(0);
        result.bits += result.relatives_bits;
    }
    result
}

/// Words that only one side has: the first takes `one`, every further one twice as much.
fn missing(roles: &[Role], one: i32) -> i32 {
    let mut bits = 0;
    let mut names = 0;
    for role in roles {
        if *role == Role::Patronymic {
            bits += EXTRA_PATRONYMIC;
        } else {
            names += 1;
            bits += if names == 1 { one } else { 2 * one };
        }
    }
    bits
}

/// By which rules two words are compared with one.
const fn joins(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Same | Rule::Romanised | Rule::Sound | Rule::Skeleton | Rule::OneEdit | Rule::VowelsOut
    )
}

/// Words without partners: as many as both sides have are different names, the rest are missing.
fn alone<A, L>(asked: &Read<A>, listed: &Read<L>, aligned: &Aligned) -> i32 {
    let roles = |core: &[Role], alone: u32| -> Vec<Role> {
        let mut roles: Vec<Role> = core
            .iter()
            .enumerate()
            .filter(|(at, role)| alone >> at & 1 == 1 && role.is_core())
            .map(|(_, role)| *role)
            .collect();
        // Names conflict first, then patronymics, then initials.
        roles.sort_by_key(|role| match role {
            Role::Name => 0,
            Role::Patronymic => 1,
            _ => 2,
        });
        roles
    };
    let (a, l) = (roles(&asked.core, aligned.asked_alone), roles(&listed.core, aligned.listed_alone));
    let both = a.len().min(l.len());
    let mut bits = 0;
    for (a, l) in a.iter().zip(&l) {
        bits += if *a == Role::Initial || *l == Role::Initial { CONFLICT_INITIAL } else { CONFLICT };
    }
    bits += missing(&a[both..], EXTRA_ASKED);
    // Where a field ended, one more word may have been cut off.
    let forgiven = usize::from(asked.cut && aligned.asked_alone == 0).min(l.len() - both);
    bits += missing(&l[both + forgiven..], EXTRA_LISTED);
    bits
}
