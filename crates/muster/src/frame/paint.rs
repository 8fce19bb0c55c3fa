//! Colours and small bars for a terminal, or plain text.

/// How text for people is painted. Colour never says anything that the words do not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint {
    /// Whether to use colours.
    pub(crate) colour: bool,
}

impl Paint {
    /// A heading.
    pub(crate) fn head(self, text: &str) -> String {
        self.wrap("1", text)
    }

    /// Something of less weight.
    pub(crate) fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    /// Something good.
    pub(crate) fn good(self, text: &str) -> String {
        self.wrap("32", text)
    }

    /// Something to look at.
    pub(crate) fn warn(self, text: &str) -> String {
        self.wrap("33", text)
    }

    /// Something wrong.
    pub(crate) fn bad(self, text: &str) -> String {
        self.wrap("31", text)
    }

    /// A bar of `part` in `whole`, at most `width` wide, in eighths of a column; anything above nothing is seen.
    pub(crate) fn bar(self, part: u64, whole: u64, width: u64) -> String {
        const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
        if part == 0 || whole == 0 {
            return String::new();
        }
        let eighths = (part.min(whole) * width * 8 / whole).max(1);
        let bar = "█".repeat((eighths / 8) as usize) + EIGHTHS[(eighths % 8) as usize];
        self.wrap("36", &bar)
    }

    /// A line of columns, one for each value, as high as the value; nothing where the value is nothing.
    pub(crate) fn spark(self, values: &[u64]) -> String {
        const LEVELS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
        let most = values.iter().copied().max().unwrap_or(0).max(1);
        let line: String = values.iter().map(|value| LEVELS[((value * 8).div_ceil(most)) as usize]).collect();
        self.wrap("36", &line)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// A number in groups of three, such as `2,981`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Paint = Paint { colour: false };

    #[test]
    fn a_bar_is_as_long_as_its_share_and_never_hides_somebody() {
        assert_eq!(PLAIN.bar(50, 100, 10), "█████");
        assert_eq!(PLAIN.bar(1, 100_000, 10), "▏");
        assert_eq!(PLAIN.bar(0, 100, 10), "");
        assert_eq!(PLAIN.bar(200, 100, 3), "███");
    }

    #[test]
    fn a_spark_line_has_a_column_for_each_value() {
        assert_eq!(PLAIN.spark(&[0, 1, 50, 100]), " ▁▄█");
        assert_eq!(PLAIN.spark(&[0, 0]), "  ");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(981), "981");
        assert_eq!(grouped(2_981), "2,981");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn without_colour_there_is_no_escape() {
        assert_eq!(PLAIN.bad("x"), "x");
        assert_eq!(Paint { colour: true }.bad("x"), "\x1b[31mx\x1b[0m");
    }
}
