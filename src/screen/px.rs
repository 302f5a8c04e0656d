//! Numbers in drawings. The standard library prints floating point exactly, with 15 kB of WASM; a picture needs tenths.

use std::fmt::{self, Display, Formatter};

/// A length or place in pixels, to the tenth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Px(pub f64);

/// A part of a whole, as `12.345%`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percent(pub f64);

impl Display for Px {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        decimal(f, self.0, 10)
    }
}

impl Display for Percent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        decimal(f, self.0 * 100.0, 1000)?;
        f.write_str("%")
    }
}

/// `one` is a power of ten: how many parts of one are told apart.
fn decimal(f: &mut Formatter<'_>, value: f64, one: i64) -> fmt::Result {
    let parts = (value * one as f64).round() as i64;
    let (whole, mut rest) = (parts.abs() / one, parts.abs() % one);
    if parts < 0 {
        f.write_str("-")?;
    }
    write!(f, "{whole}")?;
    let mut unit = one / 10;
    if rest > 0 {
        f.write_str(".")?;
    }
    while rest > 0 {
        write!(f, "{}", rest / unit)?;
        (rest, unit) = (rest % unit, unit / 10);
    }
    Ok(())
}

/// `f64::clamp` without its panic, which prints floating point.
#[allow(clippy::manual_clamp, reason = "see above")]
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// The `d` of an SVG path: `[("M", &[1.0, 2.0]), ("h", &[3.5])]` is `M1 2h3.5`.
pub fn path(steps: &[(&str, &[f64])]) -> String {
    let mut d = String::new();
    for (command, numbers) in steps {
        d.push_str(command);
        for (index, number) in numbers.iter().enumerate() {
            if index > 0 {
                d.push(' ');
            }
            d.push_str(&Px(*number).to_string());
        }
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_short_as_it_is_exact() {
        let check = |value: f64, expected: &str| assert_eq!(Px(value).to_string(), expected);
        check(0.0, "0");
        check(-0.01, "0");
        check(12.0, "12");
        check(12.34, "12.3");
        check(-0.26, "-0.3");
        check(99.96, "100");
        assert_eq!(Percent(0.5).to_string(), "50%");
        assert_eq!(Percent(1.0 / 3.0).to_string(), "33.333%");
        assert_eq!(Percent(0.10009).to_string(), "10.009%");
    }

    #[test]
    fn paths() {
        assert_eq!(path(&[("M", &[1.0, 2.0]), ("h", &[3.55]), ("z", &[])]), "M1 2h3.6z");
    }
}
