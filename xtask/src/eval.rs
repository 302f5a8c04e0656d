//! `cargo xtask eval --data DIR`: quality on annotated data that does not lie in the project.

use crate::sh::{self, Result};

pub fn eval(arguments: &[String]) -> Result {
    let [flag, folder] = arguments else { return Err("takes --data DIR".to_owned()) };
    if flag != "--data" {
        return Err("takes --data DIR".to_owned());
    }
    sh::step("Measuring quality");
    sh::run(sh::cargo(&["run", "--quiet", "--release", "--example", "eval", "--", "--data"]).arg(folder))
}
