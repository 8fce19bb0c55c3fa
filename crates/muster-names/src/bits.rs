//! Logarithms that are the same on every machine.

/// A weight in thousandths of a bit.
pub type MilliBits = i32;

/// log2(`numerator` / `denominator`) in thousandths of a bit, by integers alone.
///
/// A zero on either side counts as one: nothing here is impossible, only rare.
#[must_use]
pub fn log2_ratio(numerator: u64, denominator: u64) -> MilliBits {
    log2(numerator.max(1)) - log2(denominator.max(1))
}

/// log2(`value`) in thousandths of a bit: repeated squaring of the mantissa (Knuth, TAOCP 1.2.2, exercise 25).
fn log2(value: u64) -> MilliBits {
    const BITS: u32 = 14;
    let whole = value.ilog2();
    // The mantissa in [1, 2), with 32 bits behind the point.
    let mut mantissa = (u128::from(value) << 32 >> whole) as u64;
    let mut fraction = 0_u32;
    for _ in 0..BITS {
        mantissa = ((u128::from(mantissa) * u128::from(mantissa)) >> 32) as u64;
        fraction <<= 1;
        if mantissa >= 1 << 33 {
            mantissa >>= 1;
            fraction |= 1;
        }
    }
    let thousandths = (u64::from(fraction) * 1000 + (1 << (BITS - 1))) >> BITS;
    whole as MilliBits * 1000 + thousandths as MilliBits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_logarithm_to_a_thousandth() {
        for value in [1_u64, 2, 3, 5, 7, 10, 1000, 65_537, 10_000_000, 1 << 60] {
            let exact = (value as f64).log2() * 1000.0;
            assert!((f64::from(log2(value)) - exact).abs() <= 1.0, "{value}");
        }
        assert_eq!(log2_ratio(1, 8), -3000);
    }
}
