//! The one door: personal values leave an event and go into boxes.

use crate::{
    StoreError,
    boxes::{Place, seal},
    keys::PersonKey,
};
use muster_case::Logged;
use muster_vocab::{BoxRef, Digest, Home, StreamId};

/// A sealed box on its way to the table.
pub(crate) struct BoxRow {
    pub(crate) version: u64,
    pub(crate) part: u16,
    pub(crate) holder: [u8; 16],
    pub(crate) sealed: Vec<u8>,
}

/// Shuts every open value of `event`; `key` is asked for only if there is one.
pub(crate) fn shut<E: Logged>(
    event: &mut E,
    tag: &'static str,
    stream: StreamId,
    version: u64,
    key: &mut dyn FnMut() -> Result<PersonKey, StoreError>,
    boxes: &mut Vec<BoxRow>,
) -> Result<(), StoreError> {
    let mut number = 0_u16;
    let mut failure = None;
    event.sealed_parts(&mut |part| {
        let at = number;
        number += 1;
        let Some(open) = part.open_bytes() else { return };
        let open = zeroize::Zeroizing::new(open);
        let sealed = key().and_then(|key| {
            let place = Place { stream, version, part: at, tag };
            let sealed = seal(key.section(part.section()), &place, &open)?;
            Ok((*key.holder().bytes(), sealed))
        });
        match sealed {
            Ok((holder, sealed)) => {
                part.shut(BoxRef {
                    part: at,
                    sha256: Digest::of(&sealed),
                    home: Some(Home { stream, version, tag }),
                });
                boxes.push(BoxRow { version, part: at, holder, sealed });
            }
            Err(error) => failure = Some(error),
        }
    });
    failure.map_or(Ok(()), Err)
}
