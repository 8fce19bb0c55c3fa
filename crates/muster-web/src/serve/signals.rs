//! What the system tells us, and what we tell it.

use sd_notify::NotifyState;
use std::{future::Future, io};
use tokio::signal::unix::{SignalKind, signal};

/// Comes back when the process is told to stop: by its keeper (SIGTERM) or at the keyboard (SIGINT).
///
/// # Errors
/// If the system lets nobody listen.
pub fn until_told() -> io::Result<impl Future<Output = ()> + Send> {
    let (mut keeper, mut keyboard) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _told = keeper.recv() => {}
            _told = keyboard.recv() => {}
        }
    })
}

/// Tells systemd that requests are answered from now on. Elsewhere it tells nobody.
pub fn ready() {
    tell(NotifyState::Ready);
}

/// Tells systemd that the service stops.
pub fn stopping() {
    tell(NotifyState::Stopping);
}

fn tell(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, "systemd could not be told");
    }
}
