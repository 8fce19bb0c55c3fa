//! Which word of one name belongs to which of the other, and what that comes to.

use super::{
    reading::Read,
    weights::{
        CONFLICT, CONFLICT_INITIAL, CONFLICT_ORGANISATION, EXTRA_ASKED, EXTRA_LISTED, EXTRA_PATRONYMIC,
        JOINED, JOINED_CONSONANTS, LONG, RELATIVES, TOGETHER, WHOLE_NAME,
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
    /// What is taken because nothing but initials agrees.
    pub(crate) initials_bits: i32,
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
fn align<A, L>(
    asked: &Read<A>,
    listed: &Read<L>,
    mut alike: impl FnMut(usize, usize) -> Option<Alike>,
) -> Aligned {
    let mut edges = Vec::with_capacity(asked.spans.len() + listed.spans.len());
    for a in 0..asked.spans.len() {
        for l in 0..listed.spans.len() {
            edges.extend(alike(a, l).map(|alike| Pair { asked: a, listed: l, alike }));
        }
    }
    settle(asked, listed, edges)
}

/// Chooses among pairs that are alike, and adds up what that comes to.
pub(crate) fn settle<A, L>(asked: &Read<A>, listed: &Read<L>, mut edges: Vec<Pair>) -> Aligned {
    edges.retain_mut(|edge| {
        let (left, right) = (asked.spans[edge.asked].joined, listed.spans[edge.listed].joined);
        if left || right {
            edge.alike.bits += JOINED + if edge.alike.rule == Rule::Skeleton { JOINED_CONSONANTS } else { 0 };
            !(left && right) && joins(edge.alike.rule) && edge.alike.bits > 0
        } else {
            true
        }
    });
    edges.sort_unstable_by_key(|edge| (std::cmp::Reverse(edge.alike.bits), edge.asked, edge.listed));
    let mut result =
        Aligned { asked_alone: asked.core_set(), listed_alone: listed.core_set(), ..Aligned::default() };
    // Optional words may be taken once as well, though nobody misses them.
    let (mut asked_free, mut listed_free) = (u32::MAX, u32::MAX);
    edges.retain(|edge| {
        let (a, l) = (asked.spans[edge.asked].covers, listed.spans[edge.listed].covers);
        let free = asked_free & a == a && listed_free & l == l;
        if free {
            asked_free &= !a;
            listed_free &= !l;
            result.bits += edge.alike.bits;
        }
        free
    });
    result.asked_alone &= asked_free;
    result.listed_alone &= listed_free;
    result.pairs = edges;
    result.alone_bits = alone(asked, listed, &result);
    let weighty = result.pairs.iter().filter(|pair| pair.alike.bits > -TOGETHER).count() as i32;
    result.together_bits = TOGETHER * (weighty - 1).max(0);
    // Beyond what names usually come to a further word says less: long names are copied whole, with their mistakes.
    let over = (result.bits + result.together_bits - LONG).max(0);
    result.together_bits -= over * 2 / 3;
    if result.asked_alone | result.listed_alone == 0 && !result.pairs.is_empty() {
        let close =
            |pair: &Pair| is_close(pair.alike.rule) || pair.alike.rule == Rule::Skeleton && asked.no_vowels;
        if result.pairs.iter().all(close) {
            result.whole_bits = WHOLE_NAME;
        }
    }
    result.bits += result.alone_bits + result.together_bits + result.whole_bits;
    // Initials alone name nobody.
    if result.pairs.iter().all(|pair| pair.alike.rule == Rule::Initial) {
        result.initials_bits = (-result.bits).min(0);
        result.bits += result.initials_bits;
    }
    if weighty >= 2 && result.asked_alone & result.listed_alone & 1 == 1 {
        result.relatives_bits = (RELATIVES - result.bits).min(0);
        result.bits += result.relatives_bits;
    }
    result
}

/// Rules by which a name is still whole.
const fn is_close(rule: Rule) -> bool {
    !matches!(rule, Rule::Skeleton | Rule::NearSkeleton | Rule::TwoEdits | Rule::CutOff)
}

/// By which rules two words are compared with one.
const fn joins(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Same | Rule::Romanised | Rule::Sound | Rule::Skeleton | Rule::OneEdit | Rule::VowelsOut
    )
}

/// Words without partners: as many as both sides have are different names, the rest are missing. Names are set against
/// each other first, then patronymics, then initials.
fn alone<A, L>(asked: &Read<A>, listed: &Read<L>, aligned: &Aligned) -> i32 {
    let mut a = Alone::of(&asked.core, aligned.asked_alone);
    let mut l = Alone::of(&listed.core, aligned.listed_alone);
    let both = a.all().min(l.all());
    let spelled = both.min(a.names + a.patronymics).min(l.names + l.patronymics);
    a.take(both);
    l.take(both);
    // Where a field ended, one more word may have been cut off.
    if asked.cut && aligned.asked_alone == 0 {
        l.take(1);
    }
    let conflict = if listed.organisation { CONFLICT_ORGANISATION } else { CONFLICT };
    conflict * spelled
        + CONFLICT_INITIAL * (both - spelled)
        + a.missing(EXTRA_ASKED)
        + l.missing(EXTRA_LISTED)
}

/// How many words of each role have no partner.
struct Alone {
    names: i32,
    patronymics: i32,
    initials: i32,
}

impl Alone {
    fn of(core: &[Role], alone: u32) -> Self {
        let mut counts = Self { names: 0, patronymics: 0, initials: 0 };
        for (_, role) in core.iter().enumerate().filter(|(at, _)| alone >> at & 1 == 1) {
            match role {
                Role::Patronymic => counts.patronymics += 1,
                Role::Initial => counts.initials += 1,
                _ => counts.names += 1,
            }
        }
        counts
    }

    const fn all(&self) -> i32 {
        self.names + self.patronymics + self.initials
    }

    /// Takes `words` away, names first.
    fn take(&mut self, mut words: i32) {
        for count in [&mut self.names, &mut self.patronymics, &mut self.initials] {
            let taken = words.min(*count);
            *count -= taken;
            words -= taken;
        }
    }

    /// What missing words take: the first name or initial `one`, every further one twice as much.
    fn missing(&self, one: i32) -> i32 {
        let words = self.names + self.initials;
        self.patronymics * EXTRA_PATRONYMIC + if words > 0 { one * (2 * words - 1) } else { 0 }
    }
}
