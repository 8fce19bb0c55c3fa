//! The mission whose portal is open, and what it may do just now.

use crate::{Failing, Layout, samples::Gallery, visitor::Visitor};
use muster_app::portal::IntakePicture;
use muster_case::Posture;
use muster_vocab::MissionCode;

/// A mission as its portal stands now (capabilities A5 and A7).
#[derive(Clone)]
pub(crate) struct Here {
    /// Its code.
    pub(crate) code: MissionCode,
    /// Its name and place, in words.
    pub(crate) place: String,
    /// What the host state lets it do, whether it takes in, who waits.
    pub(crate) picture: IntakePicture,
}

impl Here {
    /// The mission of an address.
    pub(crate) async fn find(visitor: &mut Visitor, code: &str) -> Result<Self, Failing> {
        let here = Self::all(visitor).await?.into_iter().find(|here| here.code.as_str() == code);
        let here = here.ok_or(Failing::NotFound)?;
        visitor.layout.mission = Some(here.place.clone());
        Ok(here)
    }

    /// Every mission of the programme.
    pub(crate) async fn all(visitor: &Visitor) -> Result<Vec<Self>, Failing> {
        let (language, now) = (visitor.layout.lang(), visitor.web.now());
        let missions = visitor.web.run(move |app| {
            let missions = app.programme.portal.missions.iter();
            let here = |mission: &muster_app::programme::Mission| {
                let code = mission.code.clone();
                let place = mission.name.say(language).to_owned();
                Ok(Self { picture: app.picture(&code, now)?, code, place })
            };
            missions.map(here).collect::<Result<Vec<_>, muster_app::Failure>>()
        });
        missions.await
    }

    /// A path below this mission.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/at/{}{rest}", self.code)
    }

    /// Whether somebody can apply here now.
    pub(crate) fn takes_in(&self) -> bool {
        self.picture.posture == Posture::Open && !self.picture.paused
    }

    /// What it does just now, in a few words.
    pub(crate) fn says<'l>(&self, layout: &'l Layout) -> &'l str {
        match self.picture.posture {
            Posture::Open if self.picture.paused => layout.say("missions-paused"),
            Posture::Open => layout.say("missions-open"),
            Posture::InformationOnly => layout.say("missions-information-only"),
            Posture::Suspended => layout.say("missions-suspended"),
        }
    }

    /// One open, one paused, one that only informs.
    pub(crate) fn samples(gallery: &Gallery<'_>) -> Vec<Self> {
        let pictures = [
            IntakePicture { posture: Posture::Open, paused: false, waiting: 1204, median_days: Some(3) },
            IntakePicture { posture: Posture::Open, paused: true, waiting: 3911, median_days: Some(12) },
            IntakePicture { posture: Posture::InformationOnly, paused: false, waiting: 0, median_days: None },
        ];
        let language = gallery.layout("/").lang();
        let missions = gallery.programme.portal.missions.iter().cycle();
        let here = |(picture, mission): (IntakePicture, &muster_app::programme::Mission)| Self {
            code: mission.code.clone(),
            place: mission.name.say(language).to_owned(),
            picture,
        };
        pictures.into_iter().zip(missions).map(here).collect()
    }
}
