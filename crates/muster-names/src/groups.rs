//! Groups of name variants that no spelling rule reaches: `王` and Wang, `斯科特` and Scott, Alexander and Sasha.
//!
//! The table is read where it lies in the binary: nothing is parsed at the start. A word is found by 32 bits of a
//! hash: the upper half says which bucket, the lower half which entries of it. A word that is in no group is taken
//! for one that is about once in ten thousand times; two words share a group by such an accident never in practice.

/// The table, little-endian: `MNG1`, the number of entries (u32), where each of 65,536 buckets ends (u32 each), the
/// lower half of each entry's hash (u16 each), its group (three bytes each). Inside a bucket entries are sorted by
/// the lower half; of one word's groups the one with the most alphabets comes first.
static TABLE: &[u8] = include_bytes!("../data/groups.bin");

/// The most groups one word is in.
pub const MOST: usize = 8;

const BUCKETS: usize = 1 << 16;
const ENDS: usize = 8;
const LOWS: usize = ENDS + 4 * BUCKETS;

/// Whether two folded words are variants of one name.
#[must_use]
pub fn share_group(a: &str, b: &str) -> bool {
    let mut ours = groups_of(a);
    let Some(first) = ours.next() else { return false };
    let theirs: Vec<u32> = groups_of(b).collect();
    theirs.contains(&first) || ours.any(|group| theirs.contains(&group))
}

/// The groups a folded word is in, the one with the most alphabets first.
pub fn groups_of(word: &str) -> impl Iterator<Item = u32> {
    let hash = fingerprint(word);
    let (bucket, low) = ((hash >> 16) as usize, hash as u16);
    let start = if bucket == 0 { 0 } else { u32_at(ENDS + 4 * (bucket - 1)) as usize };
    let end = u32_at(ENDS + 4 * bucket) as usize;
    let entries = u32_at(4) as usize;
    (start..end)
        .filter(move |entry| u16_at(LOWS + 2 * entry) == low)
        .map(move |entry| u24_at(LOWS + 2 * entries + 3 * entry))
}

/// 32 bits that stand for a word (FNV-1a with its halves mixed). The table is sorted by them.
#[must_use]
pub fn fingerprint(word: &str) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    (hash >> 32) as u32
}

/// Writes a table: pairs of a word and its group, in the order in which a word's groups shall be told.
#[must_use]
pub fn table(words: &[(String, u32)]) -> Vec<u8> {
    let mut entries: Vec<(u32, u32)> =
        words.iter().map(|(word, group)| (fingerprint(word), *group)).collect();
    // Stable: a word's groups stay in the order given.
    entries.sort_by_key(|(hash, _)| *hash);
    let mut bytes = b"MNG1".to_vec();
    bytes.extend((entries.len() as u32).to_le_bytes());
    let mut end = 0;
    for bucket in 0..BUCKETS as u32 {
        end += entries[end..].iter().take_while(|(hash, _)| hash >> 16 == bucket).count();
        bytes.extend((end as u32).to_le_bytes());
    }
    bytes.extend(entries.iter().flat_map(|(hash, _)| (*hash as u16).to_le_bytes()));
    bytes.extend(entries.iter().flat_map(|(_, group)| group.to_le_bytes().into_iter().take(3)));
    bytes
}

fn u16_at(at: usize) -> u16 {
    u16::from_le_bytes([TABLE[at], TABLE[at + 1]])
}

fn u24_at(at: usize) -> u32 {
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], 0])
}

fn u32_at(at: usize) -> u32 {
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_that_no_rule_reaches_share_a_group() {
        for (a, b) in [
            ("alexander", "sasha"),
            ("john", "約翰"),
            ("william", "уильям"),
            ("jin", "김"),
            ("wang", "王"),
            ("scott", "斯科特"),
        ] {
            assert!(share_group(a, b), "{a} {b}");
            assert!(share_group(b, a), "{b} {a}");
        }
    }

    #[test]
    fn different_names_share_none() {
        for (a, b) in [("william", "ibrahim"), ("kim", "王"), ("محمد", "peter"), ("zzzqqq", "zzzqqq")] {
            assert!(!share_group(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_word_is_in_few_groups_and_each_is_told_once() {
        for word in ["maria", "john", "li", "王", "محمد", "александр"] {
            let mut groups: Vec<u32> = groups_of(word).collect();
            let count = groups.len();
            assert!((1..=MOST).contains(&count), "{word}: {count}");
            groups.sort_unstable();
            groups.dedup();
            assert_eq!(groups.len(), count, "{word}");
        }
    }
}
