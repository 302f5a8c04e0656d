//! What is drawn for the pieces of a mark: paths, each with the class that gives it its colour. The same for the page,
//! its legend and the exported SVG.

use super::{
    px::{path, within},
    timeline_mark::{Piece, Toward},
};

#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    pub class: &'static str,
    pub d: String,
    /// A pattern or gradient of `DEFS`; empty leaves it to the class.
    pub fill: &'static str,
    pub mask: &'static str,
}

/// How high marks are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Half of a bar's height.
    pub bar: f64,
    /// Half of a lozenge's width and height.
    pub lozenge: (f64, f64),
}

impl Size {
    pub const ROW: Size = Size { bar: 5.0, lozenge: (4.6, 6.5) };
    pub const SMALL: Size = Size { bar: 3.5, lozenge: (3.5, 5.0) };
    /// The overview strip.
    pub const STRIP: Size = Size { bar: 2.5, lozenge: (1.6, 5.0) };
}

pub const HATCH: &str = "url(#tl-hatch)";
const FADE_LEFT: &str = "url(#tl-left)";
const FADE_RIGHT: &str = "url(#tl-right)";
const MASK_LEFT: &str = "url(#tl-mask-left)";
const MASK_RIGHT: &str = "url(#tl-mask-right)";

/// The strokes of one piece on the line `y`.
pub fn strokes(piece: Piece, y: f64, size: Size) -> Vec<Stroke> {
    let bar = size.bar;
    let stroke = |class, d| Stroke { class, d, fill: "", mask: "" };
    let filled = |x: f64, width: f64, fill| Stroke { class: "fill", d: block(x, width, y, bar + 0.5), fill, mask: "" };
    match piece {
        Piece::Lozenge { x } => vec![stroke("day", lozenge(x, y, size.lozenge))],
        Piece::Asked { x } => {
            let sign = path(&[
                ("M", &[x - 2.0, y - 1.6]),
                ("a", &[2.0, 2.0, 0.0, 1.0, 1.0, 2.7, 1.9]),
                ("q", &[-0.7, 0.3, -0.7, 1.3]),
                ("M", &[x, y + 2.6]),
                ("v", &[0.9]),
            ]);
            vec![stroke("box", lozenge(x, y, (6.5, 8.0))), stroke("box", sign)]
        }
        Piece::Frame { x, width } => vec![stroke("box", block(x, width, y, bar))],
        Piece::Solid { x, width } => vec![stroke("solid", block(x, width, y, bar))],
        Piece::Hatch { x, width } => vec![filled(x, width, HATCH)],
        Piece::Post { x } => vec![stroke("box", path(&[("M", &[x, y - bar - 1.5]), ("v", &[2.0 * bar + 3.0])]))],
        Piece::Fade { x, width, toward, certain } => {
            let (fade, mask) = match toward {
                Toward::Left => (FADE_LEFT, MASK_LEFT),
                Toward::Right => (FADE_RIGHT, MASK_RIGHT),
            };
            if certain { vec![filled(x, width, fade)] } else { vec![Stroke { mask, ..filled(x, width, HATCH) }] }
        }
        Piece::Wave { x, width } => vec![stroke("link2", wave(x, width, y))],
        Piece::Arrow { x, toward } => {
            let point = if toward == Toward::Left { 7.0 } else { -7.0 };
            vec![stroke("day", path(&[("M", &[x, y]), ("l", &[point, -5.0]), ("v", &[10.0]), ("z", &[])]))]
        }
    }
}

fn block(x: f64, width: f64, y: f64, half: f64) -> String {
    path(&[("M", &[x, y - half]), ("h", &[width]), ("v", &[2.0 * half]), ("h", &[-width]), ("z", &[])])
}

fn lozenge(x: f64, y: f64, (half_width, half_height): (f64, f64)) -> String {
    let (w, h) = (half_width, half_height);
    path(&[("M", &[x, y - h]), ("l", &[w, h]), ("l", &[-w, h]), ("l", &[-w, -h]), ("z", &[])])
}

/// Whole waves of about 14 pixels, as many as fit.
fn wave(x: f64, width: f64, y: f64) -> String {
    let n_halves = within((width / 7.0).round(), 2.0, 400.0);
    let half = width / n_halves;
    let first = path(&[("M", &[x, y]), ("q", &[half / 2.0, -5.0, half, 0.0])]);
    first + &path(&[("t", &[half, 0.0])]).repeat(n_halves as usize - 1)
}

#[cfg(test)]
mod tests {
    use super::{Piece, Size, strokes};

    #[test]
    fn draws_paths() {
        #[track_caller]
        fn check(piece: Piece, expected: &str) {
            let drawn: Vec<_> =
                strokes(piece, 10.0, Size::ROW).into_iter().map(|s| format!("{} {}", s.class, s.d)).collect();
            assert_eq!(drawn.join("; "), expected);
        }
        check(Piece::Lozenge { x: 5.0 }, "day M5 3.5l4.6 6.5l-4.6 6.5l-4.6 -6.5z");
        check(Piece::Frame { x: 5.0, width: 16.0 }, "box M5 5h16v10h-16z");
        check(Piece::Post { x: 5.0 }, "box M5 3.5v13");
        check(Piece::Wave { x: 0.0, width: 28.0 }, "link2 M0 10q3.5 -5 7 0t7 0t7 0t7 0");
    }
}
