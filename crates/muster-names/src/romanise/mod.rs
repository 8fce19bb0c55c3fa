//! How names of other alphabets are spelled in Latin letters: the systems that passports, registers, maps, libraries
//! and newspapers use, each a small file of rules under `data/romanise`.
//!
//! A person's papers say neither which system wrote them nor whether anybody followed it, so a word is read by every
//! system whose alphabet it fits: `Щербаков` is Shcherbakov, Shherbakov, Chtcherbakov and Schtscherbakow.

mod brahmic;
mod divide;
mod files;
mod hangul;
mod pinyin;
mod reading;
mod rules;
mod script;
mod system;

pub use divide::divide;
pub use reading::readings;
pub use script::{Script, script_of};
pub use system::{System, system, systems};
