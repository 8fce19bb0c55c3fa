//! Tables for people: columns as wide as they must be, numbers to the right.

use super::Paint;

/// A table that is written row by row.
pub(crate) struct Table {
    heads: Vec<&'static str>,
    right: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns. A head that begins with `>` sets its column to the right, as numbers are.
    pub(crate) fn new<const N: usize>(heads: [&'static str; N]) -> Self {
        Self::of(heads.into_iter())
    }

    /// As [`Table::new`], for columns that are known only when it runs.
    pub(crate) fn of(heads: impl Iterator<Item = &'static str>) -> Self {
        let heads: Vec<&'static str> = heads.collect();
        Self {
            right: heads.iter().map(|head| head.starts_with('>')).collect(),
            heads: heads.iter().map(|head| head.trim_start_matches('>')).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with a cell for each column.
    pub(crate) fn add(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Adds a row. Cells may hold colours.
    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// The table as lines.
    pub(crate) fn text(&self, paint: Paint) -> String {
        let widths: Vec<usize> = (0..self.heads.len())
            .map(|column| {
                let cells = self.rows.iter().map(|row| width(&row[column]));
                cells.chain([width(self.heads[column])]).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        if self.heads.iter().any(|head| !head.is_empty()) {
            let heads: Vec<String> = self.heads.iter().map(|head| paint.dim(head)).collect();
            self.line(&heads, &widths, &mut text);
        }
        for row in &self.rows {
            self.line(row, &widths, &mut text);
        }
        text
    }

    fn line(&self, cells: &[String], widths: &[usize], text: &mut String) {
        let mut line = String::new();
        for (column, cell) in cells.iter().enumerate() {
            let blank = " ".repeat(widths[column] - width(cell));
            line.push_str(if column == 0 { "" } else { "  " });
            if self.right[column] {
                line.push_str(&blank);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&blank);
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

/// How many columns a cell takes: its characters, without colours. The program's own words are all one column wide.
fn width(cell: &str) -> usize {
    let mut escape = false;
    cell.chars()
        .filter(|&c| {
            let shown = !escape && c != '\x1b';
            escape = (escape || c == '\x1b') && c != 'm';
            shown
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_their_heads_and_numbers_to_the_right() {
        let mut table = Table::new(["Stage", ">Cases"]);
        table.row(["accepted".into(), "99".into()]);
        table.row(["draft".into(), "1,204".into()]);
        insta::assert_snapshot!(table.text(Paint { colour: false }), @r"
        Stage     Cases
        accepted     99
        draft     1,204
        ");
    }

    #[test]
    fn a_colour_takes_no_room() {
        assert_eq!(width(&Paint { colour: true }.good("ok")), 2);
    }
}
