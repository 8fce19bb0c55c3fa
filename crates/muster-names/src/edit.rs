//! Letters added, missing, changed or swapped.

/// The optimal string alignment distance of two words if it is at most `most` (0, 1 or 2), else nothing.
///
/// Damerau (CACM 1964): insertion, deletion, substitution, transposition of neighbours, each part edited once.
#[must_use]
pub fn distance_within(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    if a.is_empty() || b.is_empty() {
        let edits = a.len().max(b.len());
        return (edits <= most).then_some(edits);
    }
    if most == 0 {
        return None;
    }
    if most == 1 {
        let one =
            (a.len() == 1 && b.len() == 1) || (a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0]);
        return one.then_some(1);
    }
    if a.len().max(b.len()) > LONGEST {
        return None;
    }
    Some(table(a, b)).filter(|edits| *edits <= most)
}

/// Words are compared up to this many differing letters.
const LONGEST: usize = 48;

fn table(a: &[u8], b: &[u8]) -> usize {
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    for (at, cell) in rows[0].iter_mut().enumerate() {
        *cell = at;
    }
    let (mut before, mut last, mut now) = (2, 0, 1);
    for i in 1..=a.len() {
        rows[now][0] = i;
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[last][j] + 1).min(rows[now][j - 1] + 1).min(rows[last][j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[before][j - 2] + 1);
            }
            rows[now][j] = best;
        }
        (before, last, now) = (last, now, before);
    }
    rows[last][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_added_missing_changed_and_swapped_count_one_each() {
        for (a, b, edits) in [
            ("biel", "bieo", 1),
            ("shevchuk", "shevcuhk", 1),
            ("moraadi", "moradi", 1),
            ("martinez", "martines", 1),
            ("dehghanpour", "dehfhanpor", 2),
            ("payrnan", "payman", 2),
        ] {
            assert_eq!(distance_within(a.as_bytes(), b.as_bytes(), 2), Some(edits), "{a} {b}");
        }
        assert_eq!(distance_within(b"ahmed", b"karim", 2), None);
        assert_eq!(distance_within(b"same", b"same", 0), Some(0));
    }
}
