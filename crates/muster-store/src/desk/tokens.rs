//! Tokens of programs that act for an account, by their hash.

use super::Desk;
use crate::{StoreError, args, db::Ticket};
use jiff::Timestamp;
use muster_vocab::{Digest, StaffId};

/// A token of an account, as it is listed: not the token itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its hash.
    pub token: Digest,
    /// Whose it is.
    pub staff: StaffId,
    /// What it is for, in its owner's words.
    pub label: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it is good.
    pub until_at: Timestamp,
    /// When it was last used, give or take what a touch is saved up for.
    pub used_at: Option<Timestamp>,
}

const COLUMNS: &str = "token, staff, label, made_at, until_at, used_at";

impl Desk {
    /// Keeps a new token.
    pub fn add_api_token(&self, new: ApiToken) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            tx.execute(
                "INSERT INTO api_tokens (token, staff, label, made_at, until_at) VALUES ($1, $2, $3, $4, $5)",
                args![
                    &new.token.0,
                    new.staff.bytes(),
                    new.label.as_str(),
                    new.made_at.as_microsecond(),
                    new.until_at.as_microsecond()
                ],
            )?;
            Ok(())
        })
    }

    /// A token by its hash, however old.
    ///
    /// # Errors
    /// If the database fails.
    pub fn api_token(&self, token: Digest) -> Result<Option<ApiToken>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM api_tokens WHERE token = $1");
        Ok(self.api_tokens_where(&sql, &token.0)?.pop())
    }

    /// The tokens of an account, newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub fn api_tokens_of(&self, staff: StaffId) -> Result<Vec<ApiToken>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM api_tokens WHERE staff = $1 ORDER BY made_at DESC, token");
        self.api_tokens_where(&sql, staff.bytes())
    }

    /// Notes that a token was used.
    pub fn touch_api_token(&self, token: Digest, at: Timestamp) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            let sql = "UPDATE api_tokens SET used_at = $2 WHERE token = $1";
            tx.execute(sql, args![&token.0, at.as_microsecond()])?;
            Ok(())
        })
    }

    /// Takes a token of an account away. Doing it twice is safe.
    pub fn revoke_api_token(&self, staff: StaffId, token: Digest) -> Ticket<(), StoreError> {
        self.0.db.write(move |tx| {
            let sql = "DELETE FROM api_tokens WHERE token = $1 AND staff = $2";
            tx.execute(sql, args![&token.0, staff.bytes()])?;
            Ok(())
        })
    }

    fn api_tokens_where(&self, sql: &str, of: &[u8]) -> Result<Vec<ApiToken>, StoreError> {
        let rows = self.0.db.read(|tx| tx.query(sql, args![of]))?;
        let time = |at: i64| Timestamp::from_microsecond(at).unwrap_or_default();
        let mut tokens = Vec::new();
        for row in rows.iter() {
            tokens.push(ApiToken {
                token: Digest(row.get(0)?),
                staff: StaffId::from_bytes(row.get(1)?),
                label: row.get(2)?,
                made_at: time(row.get(3)?),
                until_at: time(row.get(4)?),
                used_at: row.get::<Option<i64>>(5)?.map(time),
            });
        }
        Ok(tokens)
    }
}
