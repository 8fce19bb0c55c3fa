//! The mission's key: a small private file that everything personal hangs on.

use super::{Holder, KeyError, Lookup, PersonKey};
use crate::boxes::cipher::{Cipher, NONCE_BYTES, random};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hkdf::Hkdf;
use muster_vocab::Digest;
use sha2::Sha256;
use std::{
    fmt,
    fs::{self, File, OpenOptions},
    io::Write as _,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};
use zeroize::Zeroizing;

const HEADER: &str = "muster mission key 1";
const ADVICE: &str =
    "Whoever has this file can read everything. Keep one copy off this machine, never beside a backup.";

/// The mission's key. It wraps the persons' keys and makes the keys of the look-ups; it seals nothing itself.
pub struct MissionKey {
    epoch: u32,
    bytes: Zeroizing<[u8; 32]>,
    wrap: Cipher,
}

impl MissionKey {
    /// Makes a new key and writes it to `path`, readable by its owner alone, on disk before it is used.
    ///
    /// # Errors
    /// If there is a file already (it is never overwritten) or it cannot be written.
    pub fn create(path: &Path) -> Result<Self, KeyError> {
        let bytes = Zeroizing::new(random::<32>()?);
        let encoded = Zeroizing::new(STANDARD.encode(bytes.as_slice()));
        let text = Zeroizing::new(format!(
            "{HEADER}\n{ADVICE}\nepoch 1\nkey {}\ncheck {}\n",
            encoded.as_str(),
            check(&bytes)
        ));
        let write = || {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or_else(|| Path::new(".")))?.sync_all()
        };
        write().map_err(|cause: std::io::Error| {
            KeyError::File(format!("{} cannot be written: {cause}", path.display()))
        })?;
        Ok(Self::new(1, bytes))
    }

    /// Reads the key at `path`.
    ///
    /// # Errors
    /// If the file is not there, is readable by others than its owner, or was damaged.
    pub fn read(path: &Path) -> Result<Self, KeyError> {
        let unreadable = |cause| KeyError::File(format!("{} cannot be read: {cause}", path.display()));
        let mode = fs::metadata(path).map_err(unreadable)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(KeyError::File(format!(
                "others than its owner may read {0} (mode {1:03o}); run: chmod 600 {0}",
                path.display(),
                mode & 0o777
            )));
        }
        let text = Zeroizing::new(fs::read_to_string(path).map_err(unreadable)?);
        parse(&text).ok_or_else(|| {
            KeyError::File(format!(
                "{} is not a whole mission key; it was changed or cut short: restore it from the copy kept elsewhere",
                path.display()
            ))
        })
    }

    fn new(epoch: u32, bytes: Zeroizing<[u8; 32]>) -> Self {
        let wrap = Cipher::new(&derive(&bytes, b"muster/1/wrap"));
        Self { epoch, bytes, wrap }
    }

    /// The keyed hashes for exact look-ups and for tokens of people who must not be contacted again.
    #[must_use]
    pub fn lookup(&self) -> Lookup {
        Lookup::new(derive(&self.bytes, b"muster/1/lookup"), derive(&self.bytes, b"muster/1/suppression"))
    }

    /// Which of the mission's keys this is, counted from 1.
    #[must_use]
    pub const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Wraps a person's key. Only this mission key, for this holder, key number and epoch, opens it again.
    pub(super) fn wrap(&self, key: &PersonKey) -> Result<Vec<u8>, KeyError> {
        self.seal(key.bytes(), &bound(key.kid(), self.epoch, key.holder()))
    }

    /// Opens a wrapped key.
    pub(super) fn unwrap(
        &self,
        holder: Holder,
        kid: u32,
        epoch: u32,
        wrapped: &[u8],
    ) -> Result<PersonKey, KeyError> {
        let bytes = self.open(wrapped, &bound(kid, epoch, holder)).ok_or(KeyError::Damaged(holder))?;
        Ok(PersonKey::new(holder, kid, bytes))
    }

    /// A known text under this key, by which a key database knows it.
    pub(super) fn signature(&self) -> Result<Vec<u8>, KeyError> {
        self.seal(&[0; 32], b"muster/1/mission key check")
    }

    /// Whether `signature` was made with this key.
    pub(super) fn made(&self, signature: &[u8]) -> bool {
        self.open(signature, b"muster/1/mission key check").is_some()
    }

    fn seal(&self, bytes: &[u8; 32], aad: &[u8]) -> Result<Vec<u8>, KeyError> {
        let nonce = random::<NONCE_BYTES>()?;
        let mut body = Zeroizing::new(bytes.to_vec());
        let tag = self.wrap.encrypt(&nonce, aad, &mut body);
        Ok([nonce.as_slice(), &body, &tag].concat())
    }

    fn open(&self, wrapped: &[u8], aad: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
        let (nonce, rest) = wrapped.split_first_chunk::<NONCE_BYTES>()?;
        let (body, tag) = rest.split_last_chunk::<16>()?;
        let mut bytes = Zeroizing::new(<[u8; 32]>::try_from(body).ok()?);
        self.wrap.decrypt(nonce, aad, bytes.as_mut_slice(), tag).then_some(bytes)
    }
}

impl fmt::Debug for MissionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MissionKey(epoch {})", self.epoch)
    }
}

fn parse(text: &str) -> Option<MissionKey> {
    let mut lines = text.lines();
    if lines.next()? != HEADER {
        return None;
    }
    let (mut epoch, mut key, mut told) = (None, None, None);
    for line in lines {
        match line.split_once(' ') {
            Some(("epoch", number)) => epoch = number.parse().ok(),
            Some(("key", encoded)) => key = Some(encoded),
            Some(("check", check)) => told = Some(check),
            _ => {}
        }
    }
    let decoded = Zeroizing::new(STANDARD.decode(key?).ok()?);
    let bytes = Zeroizing::new(<[u8; 32]>::try_from(decoded.as_slice()).ok()?);
    (told? == check(&bytes)).then(|| MissionKey::new(epoch.unwrap_or(1), bytes))
}

/// Eight digits that tell a whole key from one that lost a character on its way.
fn check(bytes: &[u8; 32]) -> String {
    let mut all = Zeroizing::new(HEADER.as_bytes().to_vec());
    all.extend_from_slice(bytes);
    Digest::of(&all).to_string()[..8].to_owned()
}

fn bound(kid: u32, epoch: u32, holder: Holder) -> Vec<u8> {
    [b"muster/1/person key".as_slice(), &kid.to_be_bytes(), &epoch.to_be_bytes(), holder.bytes()].concat()
}

fn derive(from: &[u8; 32], what: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, from).expand(what, key.as_mut_slice()).expect("HKDF gives 32 bytes");
    key
}
