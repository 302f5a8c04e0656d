//! `cargo xtask eval --data DIR`: quality on annotated data that does not lie in the project; `eval quotes` on planted
//! quotations, beside other tools.

mod dates;
mod quotes;

use crate::{
    bench::search::ranking,
    sh::{self, Result},
};
pub use quotes::bench as bench_quotes;
use std::path::Path;

pub fn eval(arguments: &[String]) -> Result {
    match arguments {
        [what, rest @ ..] if what == "quotes" => quotes::eval(rest),
        [what, rest @ ..] if what == "dates" => dates::eval(rest),
        [what, flag, folder] if what == "search" && flag == "--data" => ranking(Path::new(folder)),
        [flag, folder] if flag == "--data" => all(folder),
        _ => Err("takes --data DIR, or one of search, dates and quotes before it".to_owned()),
    }
}

fn all(folder: &str) -> Result {
    sh::step("Measuring quality (the first time 2 to 4 minutes)");
    // Measurements are the ignored tests of `tests/it`: they read the folder from WEERKLANK_DATA.
    let measure = ["test", "--quiet", "--release", "--test", "it", "--", "--ignored", "--nocapture"];
    sh::run(sh::cargo(&measure).env("WEERKLANK_DATA", folder))
}
