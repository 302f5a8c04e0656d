//! `cargo xtask eval --data DIR`: quality on annotated data that does not lie in the project.

mod dates;

use crate::sh::{self, Result};

pub fn eval(arguments: &[String]) -> Result {
    if let Some((what, rest)) = arguments.split_first()
        && what == "dates"
    {
        return dates::eval(rest);
    }
    let [flag, folder] = arguments else { return Err("takes --data DIR".to_owned()) };
    if flag != "--data" {
        return Err("takes --data DIR".to_owned());
    }
    sh::step("Measuring quality (the first time 2 to 4 minutes)");
    // Measurements are the ignored tests of `tests/it`: they read the folder from WEERKLANK_DATA.
    let measure = ["test", "--quiet", "--release", "--test", "it", "--", "--ignored", "--nocapture"];
    sh::run(sh::cargo(&measure).env("WEERKLANK_DATA", folder))
}
