//! Rust source with its comments and literals blanked out, so that a check sees only code.

/// `text` with every comment, string and character literal replaced by spaces; lines stay where they are.
pub(super) fn code_only(text: &str) -> String {
    let source: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < source.len() {
        let end = literal_or_comment(&source, at);
        if end == at {
            code.push(source[at]);
            at += 1;
        } else {
            code.extend(source[at..end].iter().map(|&c| if c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    code
}

/// Where the comment or literal that starts at `at` ends; `at` itself when none does.
fn literal_or_comment(source: &[char], at: usize) -> usize {
    let next = |offset: usize| source.get(at + offset).copied();
    match source[at] {
        '/' if next(1) == Some('/') => line_end(source, at),
        '/' if next(1) == Some('*') => block_end(source, at),
        '"' => string_end(source, at + 1),
        'r' if !follows_word(source, at) => raw_end(source, at),
        '\'' => char_end(source, at),
        _ => at,
    }
}

fn line_end(source: &[char], at: usize) -> usize {
    source[at..].iter().position(|&c| c == '\n').map_or(source.len(), |length| at + length)
}

fn block_end(source: &[char], at: usize) -> usize {
    let (mut depth, mut here) = (0_u32, at);
    while here + 1 < source.len() {
        match (source[here], source[here + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') if depth == 1 => return here + 2,
            ('*', '/') => depth -= 1,
            _ => {
                here += 1;
                continue;
            }
        }
        here += 2;
    }
    source.len()
}

fn string_end(source: &[char], mut here: usize) -> usize {
    while here < source.len() {
        match source[here] {
            '\\' => here += 2,
            '"' => return here + 1,
            _ => here += 1,
        }
    }
    source.len()
}

fn raw_end(source: &[char], at: usize) -> usize {
    let hashes = source[at + 1..].iter().take_while(|&&c| c == '#').count();
    if source.get(at + 1 + hashes) != Some(&'"') {
        return at;
    }
    let mut here = at + 2 + hashes;
    while here < source.len() {
        let closes = source[here] == '"'
            && source[here + 1..].iter().take(hashes).filter(|&&c| c == '#').count() == hashes;
        if closes {
            return here + 1 + hashes;
        }
        here += 1;
    }
    source.len()
}

/// A character literal closes soon; a lifetime does not.
fn char_end(source: &[char], at: usize) -> usize {
    match source.get(at + 1) {
        Some('\\') => {
            let after = source.get(at + 3..).unwrap_or_default();
            after.iter().position(|&c| c == '\'').map_or(source.len(), |length| at + 4 + length)
        }
        Some(_) if source.get(at + 2) == Some(&'\'') => at + 3,
        _ => at,
    }
}

/// `br"…"` and `cr"…"` are raw strings too; `for"` is not.
fn follows_word(source: &[char], at: usize) -> bool {
    let word = |c: &char| c.is_alphanumeric() || *c == '_';
    match at.checked_sub(1).map(|before| source[before]) {
        Some('b' | 'c') => at >= 2 && word(&source[at - 2]),
        Some(before) => word(&before),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_left() {
        for (given, left) in [
            ("a(); // b\nc", "a(); \nc"),
            ("a /* b /* c */ d */ e", "a  e"),
            (r#"a("b\" c"); d"#, "a(); d"),
            (r##"a(r#"b " c"#); d"##, "a(); d"),
            (r#"a(br"b"); d"#, "a(b); d"),
            (r"a('\''); b", "a(); b"),
            (r"a('\u{41}', b)", "a(, b)"),
            ("fn a<'b>(c: &'b str)", "fn a<'b>(c: &'b str)"),
            ("for x in y", "for x in y"),
        ] {
            let squeezed = |text: &str| text.replace(' ', "");
            assert_eq!(squeezed(&code_only(given)), squeezed(left), "{given}");
            assert_eq!(code_only(given).lines().count(), given.lines().count(), "{given}");
        }
    }

    #[test]
    fn an_unclosed_literal_swallows_the_rest_and_no_more() {
        for given in ["\"open", "r#\"open\"", "/* open", "'\\", "'"] {
            assert!(code_only(given).chars().count() == given.chars().count(), "{given}");
        }
    }
}
