//! How long people wait.

use jiff::Timestamp;
use serde::Serialize;

/// How long something took, over everybody to whom it happened.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Wait {
    /// To how many it happened.
    pub cases: u64,
    /// Half of them waited no longer than this, in hours.
    pub median_hours: Option<f64>,
    /// Nine of ten waited no longer than this, in hours.
    pub p90_hours: Option<f64>,
}

/// Those who still wait on a stage where somebody of the mission must act.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Queue {
    /// The stage.
    pub stage: String,
    /// How many wait.
    pub cases: u64,
    /// How long the one has waited who has waited longest, in hours.
    pub oldest_hours: f64,
    /// How long half of them have waited at most, in hours.
    pub median_hours: Option<f64>,
}

/// Waiting times as they are gathered, in seconds.
#[derive(Default)]
pub(super) struct Gathered(Vec<i64>);

impl Gathered {
    /// Adds the time between two moments, if both are known and in order.
    pub(super) fn between(&mut self, from: Option<Timestamp>, to: Option<Timestamp>) {
        if let (Some(from), Some(to)) = (from, to)
            && from <= to
        {
            self.0.push(to.as_second() - from.as_second());
        }
    }

    pub(super) fn wait(mut self) -> Wait {
        self.0.sort_unstable();
        Wait { cases: self.0.len() as u64, median_hours: self.rank(50), p90_hours: self.rank(90) }
    }

    pub(super) fn queue(mut self, stage: &str) -> Queue {
        self.0.sort_unstable();
        Queue {
            stage: stage.to_owned(),
            cases: self.0.len() as u64,
            oldest_hours: self.0.last().map_or(0.0, |&seconds| hours(seconds)),
            median_hours: self.rank(50),
        }
    }

    /// The nearest rank: a time that somebody really waited.
    fn rank(&self, percent: usize) -> Option<f64> {
        let place = (self.0.len() * percent).div_ceil(100).max(1) - 1;
        self.0.get(place).map(|&seconds| hours(seconds))
    }
}

/// Hours with one decimal: more would be more than anybody knows.
fn hours(seconds: i64) -> f64 {
    (seconds as f64 / 360.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waited(hours: &[i64]) -> Gathered {
        Gathered(hours.iter().map(|hours| hours * 3600).collect())
    }

    #[test]
    fn half_wait_no_longer_than_the_median_and_nine_of_ten_no_longer_than_the_p90() {
        let wait = waited(&[10, 1, 9, 2, 8, 3, 7, 4, 6, 5]).wait();
        assert_eq!(wait, Wait { cases: 10, median_hours: Some(5.0), p90_hours: Some(9.0) });
    }

    #[test]
    fn nobody_waited_is_not_the_same_as_no_time() {
        assert_eq!(waited(&[]).wait(), Wait::default());
    }

    #[test]
    fn a_time_that_runs_backwards_is_not_counted() {
        let mut gathered = Gathered::default();
        gathered.between("2022-03-02T00:00:00Z".parse().ok(), "2022-03-01T00:00:00Z".parse().ok());
        gathered.between(None, "2022-03-01T00:00:00Z".parse().ok());
        assert_eq!(gathered.wait().cases, 0);
    }
}
