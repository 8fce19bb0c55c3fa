//! Dates of birth as publishers write them: `29 Jun 1960`, `Jun 1960`, `1960 to 1962`, `circa 1960`, `29.6.1960`,
//! `(a) 1.1.1960, (b) approximately 1962`, `between 1958 and 1963`, `00/00/1960`.
//!
//! A text may name several. Days come before months where a date is written in figures, as every publisher read here
//! does. Years outside 1850 to 2100 belong to other calendars and are left out.

use crate::Born;

/// Nobody has more dates of birth than that.
const MOST: usize = 32;

/// Every date a text names, in its order, none twice.
pub(super) fn read(text: &str) -> Vec<Born> {
    let tokens = tokens(text);
    let mut dates: Vec<Born> = Vec::new();
    let (mut at, mut about, mut between) = (0, false, false);
    while at < tokens.len() && dates.len() < MOST {
        if let Some((first, after)) = date(&tokens, at) {
            let (born, after) = span(&tokens, first, after, between);
            dates.push(if about { born.about() } else { born });
            (at, about, between) = (after, false, false);
            continue;
        }
        match tokens[at] {
            Token::About => match dates.last_mut() {
                Some(last) if follows_a_date(&tokens, at) => *last = last.about(),
                _ => about = true,
            },
            Token::Between => between = true,
            _ => {}
        }
        at += 1;
    }
    let mut seen = Vec::with_capacity(dates.len());
    dates.retain(|date| {
        !seen.contains(date) && {
            seen.push(*date);
            true
        }
    });
    dates
}

/// "1966 circa;" speaks of what is before it, "circa 1966" of what is after it.
fn follows_a_date(tokens: &[Token], at: usize) -> bool {
    !matches!(tokens.get(at + 1), Some(Token::Number(..) | Token::Month(_) | Token::About | Token::Between))
        && !matches!(
            (tokens.get(at + 1), tokens.get(at + 2)),
            (Some(Token::Mark('.')), Some(Token::Number(..)))
        )
}

/// A span of which `first` may be the beginning, and where it ends.
fn span(tokens: &[Token], first: Born, after: usize, between: bool) -> (Born, usize) {
    let joined = match tokens.get(after) {
        Some(Token::To | Token::Mark('-' | '/')) => true,
        Some(Token::And) => between,
        _ => false,
    };
    if !joined {
        return (first, after);
    }
    let past_about = after + 1 + usize::from(matches!(tokens.get(after + 1), Some(Token::About)));
    if let Some((last, end)) = date(tokens, past_about) {
        let (from, to) = (first.year.min(last.year), first.year.max(last.year));
        if from != to {
            return (Born::between(from, to), end);
        }
        let month = if first.month == last.month { first.month } else { 0 };
        return (Born { month, ..Born::year(from) }, end);
    }
    // "1960-62": the century goes without saying.
    if let Some(Token::Number(short, 2)) = tokens.get(after + 1)
        && first.month == 0
    {
        let last = first.year / 100 * 100 + short;
        if last > first.year {
            return (Born::between(first.year, last), after + 2);
        }
    }
    (first, after)
}

/// One date at `at`, and where it ends.
fn date(tokens: &[Token], at: usize) -> Option<(Born, usize)> {
    let token = |offset: usize| tokens.get(at + offset).copied();
    let dot = |offset: usize| usize::from(matches!(token(offset), Some(Token::Mark('.' | ','))));
    match token(0)? {
        Token::Number(year, 4) if plausible(year) => {
            // 1960-06-29, 1960-06
            if let (Some(Token::Mark('-')), Some(Token::Number(month, 1 | 2))) = (token(1), token(2))
                && month <= 12
            {
                return match (token(3), token(4)) {
                    (Some(Token::Mark('-')), Some(Token::Number(day, 1 | 2))) => {
                        Some((Born::day(year, month as u8, day as u8), at + 5))
                    }
                    (Some(Token::Mark('-')), _) => None,
                    _ => Some((Born::day(year, month as u8, 0), at + 3)),
                };
            }
            if let Some(Token::Decade) = token(1) {
                return Some((Born::between(year, year + 9), at + 2));
            }
            Some((Born::year(year), at + 1))
        }
        Token::Number(day, 1 | 2) => {
            // 29.6.1960, 29/06/1960, 29-06-1960
            if let (Some(Token::Mark(a)), Some(Token::Number(month, 1 | 2)), Some(Token::Mark(b)), Some(year)) =
                (token(1), token(2), token(3), token(4))
                && a == b
                && matches!(a, '.' | '/' | '-')
                && let Token::Number(year, 4) = year
                && plausible(year)
            {
                return Some((Born::day(year, month as u8, day as u8), at + 5));
            }
            // 29 June 1960, 29-Jun-1960, 29 Jun. 1960
            let skip = usize::from(matches!(token(1), Some(Token::Mark('-' | '.' | '/') | Token::Ordinal)));
            let Some(Token::Month(month)) = token(1 + skip) else { return None };
            let skip =
                skip + usize::from(matches!(token(2 + skip), Some(Token::Mark('-' | '.' | '/' | ','))));
            match token(2 + skip) {
                Some(Token::Number(year, 4)) if plausible(year) => {
                    Some((Born::day(year, month, day as u8), at + 3 + skip))
                }
                _ => None,
            }
        }
        Token::Month(month) => {
            // June 1960, Jun. 1960; June 29, 1960
            if let Some(Token::Number(year, 4)) = token(1 + dot(1))
                && plausible(year)
            {
                return Some((Born::day(year, month, 0), at + 2 + dot(1)));
            }
            if let (Some(Token::Number(day, 1 | 2)), Some(Token::Number(year, 4))) =
                (token(1), token(2 + dot(2)))
                && plausible(year)
            {
                return Some((Born::day(year, month, day as u8), at + 3 + dot(2)));
            }
            None
        }
        _ => None,
    }
}

fn plausible(year: u16) -> bool {
    (1850..=2100).contains(&year)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    /// A number and how many digits it has.
    Number(u16, u8),
    Month(u8),
    About,
    Between,
    To,
    And,
    /// The `s` of 1960s.
    Decade,
    /// The `th` of 29th.
    Ordinal,
    Mark(char),
    Other,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |like: fn(char) -> bool| rest.find(|c| !like(c)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            let number = if end <= 4 { rest[..end].parse().unwrap_or(0) } else { 0 };
            tokens.push(Token::Number(number, end.min(9) as u8));
            end
        } else if first.is_alphabetic() {
            let end = run(char::is_alphabetic);
            // The (c) of an enumeration is no "circa".
            let enumerates = end == 1 && rest[end..].starts_with(')');
            tokens.push(if enumerates { Token::Other } else { word(&rest[..end], tokens.last().copied()) });
            end
        } else {
            match first {
                '–' | '—' | '-' => tokens.push(Token::Mark('-')),
                c if c.is_whitespace() => {}
                c => tokens.push(Token::Mark(c)),
            }
            first.len_utf8()
        };
        rest = &rest[end..];
    }
    tokens
}

fn word(word: &str, before: Option<Token>) -> Token {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let after_number = matches!(before, Some(Token::Number(..)));
    match word.as_str() {
        "circa" | "c" | "ca" | "cir" | "approximately" | "approx" | "about" | "around" | "probably"
        | "possibly" | "estimated" | "environ" | "vers" => Token::About,
        "between" | "from" => Token::Between,
        "to" | "until" => Token::To,
        "and" => Token::And,
        "s" if after_number => Token::Decade,
        "st" | "nd" | "rd" | "th" if after_number => Token::Ordinal,
        "sept" => Token::Month(9),
        short => MONTHS
            .iter()
            .position(|month| short.len() >= 3 && month.starts_with(short))
            .map_or(Token::Other, |index| Token::Month(index as u8 + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        read(text).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_way_publishers_write_a_birthday_is_read() {
        for (written, meant) in [
            ("29 Jun 1960", "1960-06-29"),
            ("Jun 1960", "1960-06"),
            ("1960", "1960"),
            ("1960-06-29", "1960-06-29"),
            ("1960-06", "1960-06"),
            ("29.6.1960", "1960-06-29"),
            ("29/06/1960", "1960-06-29"),
            ("00/00/1960", "1960"),
            ("00/06/1960", "1960-06"),
            ("9 Oct.1960", "1960-10-09"),
            ("29th June, 1960", "1960-06-29"),
            ("June 29, 1960", "1960-06-29"),
            ("29-Jun-1960", "1960-06-29"),
            ("Sept. 1960", "1960-09"),
            ("circa 1960", "~1960"),
            ("approximately 1960", "~1960"),
            ("c. 1960", "~1960"),
            ("1966 circa; 1967", "~1966 1967"),
            ("circa 29 Jun 1960", "~1960-06-29"),
            ("1960 to 1962", "1960/1962"),
            ("circa 1960-1962", "~1960/1962"),
            ("1960-62", "1960/1962"),
            ("1962/1960", "1960/1962"),
            ("Between 1958 and 1963 (Approximately)", "~1958/1963"),
            ("01 Jan 1961 to 31 Dec 1963", "1961/1963"),
            ("01 Jan 1961 to 31 Dec 1961", "1961"),
            ("01 Mar 1961 to 31 Mar 1961", "1961-03"),
            ("1960s", "1960/1969"),
            ("(a) 1.2.1960, (b) 11.12.1962", "1960-02-01 1962-12-11"),
            ("(a) 1960, (b) 1961, (c) 1962", "1960 1961 1962"),
            ("circa late 1950s", "~1950/1959"),
            ("\"a) 9 Jun. 1960; b) 1961\"", "1960-06-09 1961"),
            ("1.2.1960 (or 2.1.1960)", "1960-02-01 1960-01-02"),
            ("1379 (Iranian Hijri calendar), 2000 or 2001 (Gregorian calendar)", "2000 2001"),
            ("1960; 1960", "1960"),
            ("unknown", ""),
            ("123456", ""),
        ] {
            assert_eq!(shown(written), meant, "{written}");
        }
    }

    proptest! {
        #[test]
        fn a_day_is_read_back_from_every_way_of_writing_it(
            year in 1900_u16..2020, month in 1_u8..=12, day in 1_u8..=31, way in 0..6,
        ) {
            const SHORT: [&str; 12] =
                ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            let name = SHORT[usize::from(month) - 1];
            let written = match way {
                0 => format!("{day:02} {name} {year}"),
                1 => format!("{day}.{month}.{year}"),
                2 => format!("{year}-{month:02}-{day:02}"),
                3 => format!("{day:02}/{month:02}/{year}"),
                4 => format!("born on {day} {name}. {year} in a village"),
                _ => format!("{name} {day}, {year}"),
            };
            prop_assert_eq!(shown(&written), format!("{year:04}-{month:02}-{day:02}"));
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,60}") {
            let _ = read(&text);
        }
    }
}
