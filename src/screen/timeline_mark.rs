//! A shape at its place on a scale: the pieces that are drawn, in pixels, cut off at the window.

use super::px::within;
use super::{
    axis::Scale,
    timeline_shape::{Drawn, Shape, Stretch},
};

/// All lie on one line; how high each is, the drawing knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// A day.
    Lozenge {
        x: f64,
    },
    /// No date: a hollow lozenge with a question mark.
    Asked {
        x: f64,
    },
    /// One day in a unit of the calendar: an open box.
    Frame {
        x: f64,
        width: f64,
    },
    Solid {
        x: f64,
        width: f64,
    },
    Hatch {
        x: f64,
        width: f64,
    },
    /// Where a possible stretch begins or ends.
    Post {
        x: f64,
    },
    Fade {
        x: f64,
        width: f64,
        toward: Toward,
        certain: bool,
    },
    /// Approximate.
    Wave {
        x: f64,
        width: f64,
    },
    /// Goes on beyond the window.
    Arrow {
        x: f64,
        toward: Toward,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    Left,
    Right,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    pub pieces: Vec<Piece>,
    pub left: f64,
    pub right: f64,
}

/// What an arrow takes at the edge.
const ARROW: f64 = 9.0;
/// Nothing is drawn narrower.
const LEAST: f64 = 5.0;

/// `None` where nothing of it lies in the window; an unknown date lies in none.
pub fn mark(drawn: &Drawn, scale: &Scale) -> Option<Mark> {
    let (from, to) = drawn.shape.bounds();
    if drawn.shape == Shape::Unknown
        || from.is_some_and(|from| f64::from(from) >= scale.to)
        || to.is_some_and(|to| f64::from(to) <= scale.from)
    {
        return None;
    }
    let mut pen = Pen::new(scale, from, to);
    match drawn.shape {
        Shape::Day(day) => {
            let x = scale.x(f64::from(day) + 0.5);
            pen.mark = Mark { pieces: vec![Piece::Lozenge { x }], left: x - LEAST, right: x + LEAST };
        }
        Shape::Unit(_) => pen.put(|x, width| Piece::Frame { x, width }),
        Shape::About(_) => pen.put(|x, width| Piece::Wave { x: x.min(x + width / 2.0 - 9.0), width: width.max(18.0) }),
        Shape::Somewhere(from, to) => {
            pen.open(from.is_none(), to.is_none(), false);
            pen.put(|x, width| Piece::Hatch { x, width });
            pen.posts(from.is_some(), to.is_some());
        }
        Shape::Lasted(first, last) => pen.lasted(first, last),
        Shape::Unknown => {}
    }
    Some(pen.mark)
}

/// The same at the size of a letter, for lists and legends: 20 wide.
pub fn glyph(drawn: &Drawn) -> Mark {
    let whole = Scale::new(0.0, 20.0, 20.0);
    let (from, to) = (Stretch { from: 2, to: 3 }, Stretch { from: 17, to: 18 });
    let shape = match drawn.shape {
        Shape::Day(_) => Shape::Day(9),
        Shape::Unit(_) => Shape::Unit(Stretch { from: 3, to: 17 }),
        Shape::About(_) => Shape::About(Stretch { from: 1, to: 19 }),
        Shape::Somewhere(first, last) => Shape::Somewhere(first.map(|_| 2), last.map(|_| 18)),
        Shape::Lasted(first, last) => Shape::Lasted(first.map(|_| from), last.map(|_| to)),
        Shape::Unknown => {
            return Mark { pieces: vec![Piece::Asked { x: 10.0 }], left: 3.0, right: 17.0 };
        }
    };
    let shift = if matches!(shape, Shape::Day(_)) { 0.5 } else { 0.0 };
    mark(&Drawn { shape, doubtful: drawn.doubtful }, &Scale { from: -shift, to: 20.0 - shift, ..whole })
        .unwrap_or_default()
}

struct Pen<'a> {
    scale: &'a Scale,
    /// What is left to fill, in pixels.
    from: f64,
    to: f64,
    /// The bound itself lies in the window.
    begins: bool,
    ends: bool,
    mark: Mark,
}

impl Pen<'_> {
    fn new(scale: &Scale, from: Option<i32>, to: Option<i32>) -> Pen<'_> {
        let (mut left, mut right) = (0.0, scale.width);
        let (mut begins, mut ends) = (true, true);
        let mut pieces = Vec::new();
        if let Some(from) = from {
            let x = scale.x(f64::from(from));
            begins = x >= -0.5;
            left = if begins { x.max(0.0) } else { ARROW };
            if !begins {
                pieces.push(Piece::Arrow { x: 0.0, toward: Toward::Left });
            }
        }
        if let Some(to) = to {
            let x = scale.x(f64::from(to));
            ends = x <= scale.width + 0.5;
            right = if ends { x.min(scale.width) } else { scale.width - ARROW };
            if !ends {
                pieces.push(Piece::Arrow { x: scale.width, toward: Toward::Right });
            }
        }
        if right - left < LEAST {
            let middle = match (begins, ends) {
                (false, _) => left + LEAST / 2.0,
                (_, false) => right - LEAST / 2.0,
                _ => within((left + right) / 2.0, LEAST / 2.0, scale.width - LEAST / 2.0),
            };
            (left, right) = (middle - LEAST / 2.0, middle + LEAST / 2.0);
        }
        let mark =
            Mark { pieces, left: if begins { left } else { 0.0 }, right: if ends { right } else { scale.width } };
        Pen { scale, from: left, to: right, begins, ends, mark }
    }

    fn put(&mut self, piece: impl Fn(f64, f64) -> Piece) {
        if self.to > self.from {
            self.mark.pieces.push(piece(self.from, self.to - self.from));
        }
    }

    /// Fades toward the open sides, over at most half of what there is where both are open.
    fn open(&mut self, left: bool, right: bool, certain: bool) {
        let share = if left && right { 0.5 } else { 1.0 };
        let width = ((self.to - self.from) * share).min(240.0);
        if left {
            self.mark.pieces.push(Piece::Fade {
                x: self.to.min(self.from + width) - width,
                width,
                toward: Toward::Left,
                certain,
            });
            // What is open at the left is drawn next to its end, not across the whole picture.
            if !right {
                self.shift_fade(width);
                self.mark.left = self.to - width;
                self.from = self.to;
            } else {
                self.from += width;
            }
        }
        if right {
            self.mark.pieces.push(Piece::Fade { x: self.from, width, toward: Toward::Right, certain });
            self.mark.right = self.from + width;
            self.to = self.from;
        }
    }

    fn shift_fade(&mut self, width: f64) {
        let end = self.to;
        if let Some(Piece::Fade { x, .. }) = self.mark.pieces.last_mut() {
            *x = end - width;
        }
    }

    fn posts(&mut self, left: bool, right: bool) {
        if left && self.begins {
            self.mark.pieces.push(Piece::Post { x: self.mark.left });
        }
        if right && self.ends {
            self.mark.pieces.push(Piece::Post { x: self.mark.right });
        }
    }

    /// Solid where certain, hatched over ends that are a month or a year.
    fn lasted(&mut self, first: Option<Stretch>, last: Option<Stretch>) {
        let soft = |end: Option<Stretch>| end.filter(|end| end.to - end.from > 1);
        let (from, to) = (self.from, self.to);
        let inner_from = soft(first).map_or(from, |end| within(self.scale.x(f64::from(end.to)), from, to));
        let inner_to = soft(last).map_or(to, |end| within(self.scale.x(f64::from(end.from)), from, to));
        if inner_from > inner_to {
            self.put(|x, width| Piece::Hatch { x, width });
            return self.posts(true, true);
        }
        self.to = inner_from;
        self.put(|x, width| Piece::Hatch { x, width });
        (self.from, self.to) = (inner_to, to);
        self.put(|x, width| Piece::Hatch { x, width });
        (self.from, self.to) = (inner_from, inner_to);
        self.open(first.is_none(), last.is_none(), true);
        self.put(|x, width| Piece::Solid { x, width });
        let open = first.is_none() || last.is_none();
        self.posts(
            soft(first).is_some() || (open && first.is_some()),
            soft(last).is_some() || (open && last.is_some()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Toward, glyph, mark};
    use crate::{
        engine::Day,
        screen::{axis::Scale, timeline_shape::drawn},
    };

    /// A year of 365 pixels: a day a pixel.
    #[track_caller]
    fn check(edtf: &str, expected: &str) {
        let start = Day::from_ymd(2022, 1, 1).unwrap().0;
        let scale = Scale::new(f64::from(start), f64::from(start + 365), 365.0);
        let mark = mark(&drawn(edtf, None, None), &scale);
        let text = mark.map_or("-".to_owned(), |mark| mark.pieces.iter().map(say).collect::<Vec<_>>().join(" "));
        assert_eq!(text, expected, "{edtf}");
    }

    fn say(piece: &Piece) -> String {
        match *piece {
            Piece::Lozenge { x } => format!("day@{x}"),
            Piece::Asked { x } => format!("?@{x}"),
            Piece::Frame { x, width } => format!("frame@{x}+{width}"),
            Piece::Solid { x, width } => format!("solid@{x}+{width}"),
            Piece::Hatch { x, width } => format!("hatch@{x}+{width}"),
            Piece::Post { x } => format!("post@{x}"),
            Piece::Fade { x, width, toward, certain } => format!(
                "fade{}{}@{x}+{width}",
                if toward == Toward::Left { "<" } else { ">" },
                if certain { "" } else { "?" }
            ),
            Piece::Wave { x, width } => format!("wave@{x}+{width}"),
            Piece::Arrow { x, toward } => format!("arrow{}@{x}", if toward == Toward::Left { "<" } else { ">" }),
        }
    }

    #[test]
    fn certain_is_solid_possible_is_hatched_open_fades() {
        check("2022-01-11", "day@10.5");
        check("2022-02", "frame@31+28");
        check("[2022-01-11..2022-01-20]", "hatch@10+10 post@10 post@20");
        check("2022-01-11/2022-01-20", "solid@10+10");
        check("2022-01/2022-03", "hatch@0+31 hatch@59+31 solid@31+28 post@0 post@90");
        check("2021-06/2022-01-11", "arrow<@0 solid@9+5");
        check("2016/2024", "arrow<@0 arrow>@365 solid@9+347");
        check("2022-12-01/..", "fade>@334+31 post@334");
        check("2022-02-01/..", "fade>@31+240 post@31");
        check("../2022-02-01", "fade<@0+32 post@32");
        check("[2022-12-01..]", "fade>?@334+31 post@334");
        check("2022-05~", "wave@120+31");
        check("2022-05-01~", "wave@111.5+18");
        check("2023-05", "-");
        check("2021", "-");
        check("", "-");
    }

    #[test]
    fn a_glyph_is_as_wide_as_a_letter() {
        for edtf in ["2022-01-11", "2022-02", "[2022..2023]", "2022/2023", "2022/..", "../2022", "2022~", ""] {
            let glyph = glyph(&drawn(edtf, None, None));
            assert!(glyph.left >= 0.0 && glyph.right <= 20.0 && !glyph.pieces.is_empty(), "{edtf}: {glyph:?}");
        }
    }
}
