//! Fields that hold several things: `A; B`, `(a) A, (b) B`, `a) A b) B`.

/// What a field lists, without the marks before it. Semicolons and enumerations separate; a pair of quotation marks
/// around the whole field is taken off.
pub(super) fn items(field: &str) -> Vec<&str> {
    let field = field.trim();
    let field = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(field);
    let mut items = Vec::new();
    for part in parts(field) {
        let mut rest = part;
        while let Some((start, end)) = mark(rest) {
            items.push(&rest[..start]);
            rest = rest[end..].trim_start_matches(',');
        }
        items.push(rest);
    }
    items
        .into_iter()
        .map(|item| item.trim().trim_end_matches(',').trim())
        .filter(|item| !item.is_empty())
        .collect()
}

/// Split at semicolons outside brackets; at every one if brackets do not match.
fn parts(field: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let mut parts = Vec::new();
    let mut start = 0;
    let matched = field.matches('(').count() == field.matches(')').count();
    for (at, c) in field.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ';' if depth <= 0 || !matched => {
                parts.push(&field[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&field[start..]);
    parts
}

/// The first mark of an enumeration: where it begins and ends.
fn mark(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut seen, mut depth) = (0, 0_usize);
    for (at, _) in text.match_indices(')') {
        let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let word = text[..at].trim_end_matches(small).len();
        let open = text[..word].ends_with('(');
        let start = word - usize::from(open);
        depth += text[seen..start.max(seen)].matches('(').count();
        let spaced = bytes.get(at + 1).is_none_or(|byte| byte.is_ascii_whitespace() || *byte == b',');
        if spaced && enumerates(&text[word..at], open) {
            let before = text[..start].trim_end().chars().next_back();
            let begins = before.is_none() || matches!(before, Some(',' | ';' | ':'));
            let parted = text[..start].ends_with(char::is_whitespace);
            // The marks of "a) 1960 b) 1961" are outside brackets.
            if begins || (parted && (open || depth == 0)) {
                return Some((start, at + 1));
            }
        }
        depth = (depth + usize::from(open)).saturating_sub(1);
        seen = at + 1;
    }
    None
}

/// `a`, `iv`, and in brackets `12`.
fn enumerates(mark: &str, bracketed: bool) -> bool {
    let digits = !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit());
    let letter = mark.len() == 1 && !digits;
    letter
        || (digits && bracketed && mark.len() <= 2)
        || matches!(mark, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix")
}

#[cfg(test)]
mod tests {
    use super::items;
    use proptest::prelude::*;

    #[test]
    fn enumerations_and_semicolons_separate() {
        for (field, meant) in [
            ("A; B", "A|B"),
            ("(a) A, (b) B (c) C", "A|B|C"),
            ("\"(a) A; (b) B\"", "A|B"),
            ("a) A, b) B", "A|B"),
            ("a) 1960 b) 1961", "1960|1961"),
            ("(i) A, (ii) B", "A|B"),
            ("(1) A (2) B", "A|B"),
            ("D12(9) (Hong Kong)", "D12(9) (Hong Kong)"),
            ("A (Iran), (b) B", "A (Iran)|B"),
            ("Anna (Latin: A; Greek: B); Maria", "Anna (Latin: A; Greek: B)|Maria"),
            ("Anna (the elder)", "Anna (the elder)"),
            ("Group (IIB) , (g) (IIB)", "Group (IIB)|(IIB)"),
            ("", ""),
        ] {
            assert_eq!(items(field).join("|"), meant, "{field}");
        }
    }

    proptest! {
        #[test]
        fn no_field_is_too_strange(field in "[a-zé();:, \"ш]{0,40}") {
            let _ = items(&field);
        }
    }
}
