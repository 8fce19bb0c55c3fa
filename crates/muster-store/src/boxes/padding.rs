//! Padding, so that the size of a box says little about what is in it.
//!
//! Four bytes of length, the contents, then zeros up to the next step: 256 B, 1 KiB, 4 KiB, 16 KiB, 64 KiB, and
//! from there multiples of 64 KiB.

const LADDER: [usize; 5] = [256, 1024, 4096, 16_384, 65_536];
const LAST_STEP: usize = 65_536;
const LENGTH_BYTES: usize = 4;

/// The size the padded contents take.
pub(super) fn padded_len(contents: usize) -> usize {
    let needed = contents + LENGTH_BYTES;
    LADDER.into_iter().find(|&step| needed <= step).unwrap_or_else(|| needed.next_multiple_of(LAST_STEP))
}

/// Appends the padded contents to `out`; nothing if they are longer than a length can say.
pub(super) fn pad(contents: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let length = u32::try_from(contents.len()).ok()?;
    let end = out.len() + padded_len(contents.len());
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(contents);
    out.resize(end, 0);
    Some(())
}

/// The contents, if they were padded just so.
pub(super) fn unpad(padded: &[u8]) -> Option<&[u8]> {
    let (length, rest) = padded.split_first_chunk::<LENGTH_BYTES>()?;
    let length = u32::from_be_bytes(*length) as usize;
    let (contents, zeros) = rest.split_at_checked(length)?;
    (padded.len() == padded_len(length) && zeros.iter().all(|&byte| byte == 0)).then_some(contents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_padded_comes_back(contents in proptest::collection::vec(any::<u8>(), 0..5000)) {
            let mut out = vec![9];
            pad(&contents, &mut out);
            prop_assert!(LADDER.contains(&(out.len() - 1)));
            prop_assert_eq!(unpad(&out[1..]), Some(contents.as_slice()));
        }
    }

    #[test]
    fn sizes_climb_the_ladder() {
        let sizes = [0, 252, 253, 1020, 1021, 4093, 16_381, 65_532, 65_533, 131_068, 131_069].map(padded_len);
        assert_eq!(sizes, [256, 256, 1024, 1024, 4096, 16_384, 65_536, 65_536, 131_072, 131_072, 196_608]);
    }

    #[test]
    fn wrong_padding_is_refused() {
        let mut padded = Vec::new();
        pad(b"text", &mut padded);
        let mut longer = padded.clone();
        longer[3] = 0xff;
        let mut dirty = padded.clone();
        dirty[255] = 1;
        for wrong in [&padded[..255], &[], &longer, &dirty] {
            assert_eq!(unpad(wrong), None);
        }
    }
}
