//! `cargo xtask eval --data DIR`: quality on annotated data that does not lie in the project.

mod dates;

use crate::{
    bench::search::ranking,
    sh::{self, Result},
};
use std::path::Path;

pub fn eval(arguments: &[String]) -> Result {
    let (what, arguments) = match arguments.split_first() {
        Some((what, rest)) if what == "dates" => return dates::eval(rest),
        Some((what, rest)) if what == "search" => (Some(what), rest),
        _ => (None, arguments),
    };
    let [flag, folder] = arguments else { return Err("takes --data DIR".to_owned()) };
    if flag != "--data" {
        return Err("takes --data DIR".to_owned());
    }
    if what.is_some() {
        return ranking(Path::new(folder));
    }
    sh::step("Measuring quality (the first time 2 to 4 minutes)");
    // Measurements are the ignored tests of `tests/it`: they read the folder from WEERKLANK_DATA.
    let measure = ["test", "--quiet", "--release", "--test", "it", "--", "--ignored", "--nocapture"];
    sh::run(sh::cargo(&measure).env("WEERKLANK_DATA", folder))
}
