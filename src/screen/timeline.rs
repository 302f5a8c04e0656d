//! The timeline's picture, laid out in pixels: lanes, rows, labels that never overlap, and counted boxes where entries
//! stand too close.
//!
//! One pass over all entries a step (100,000 of them stay well under a frame), then work only for what is seen.

use super::{
    axis::Scale,
    measure::{fit, text_width},
    timeline_mark::{Mark, Piece, Toward, mark},
    timeline_shape::{Drawn, Shape, drawn},
};
use crate::engine::Entry;
use crate::engine::Order;

/// An entry as the picture knows it. Made once for a dossier, in order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Index into [`Engine::timeline`](crate::engine::Engine::timeline).
    pub entry: u32,
    pub drawn: Drawn,
    /// First moment and the one after the last, in days; far away where open.
    from: i32,
    to: i32,
}

/// The room that a picture has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub scale: Scale,
    pub row: f64,
    /// Below this, marks stand without labels.
    pub labels: bool,
    /// Rows over all lanes, before entries are counted together.
    pub max_rows: usize,
    /// Pixels right of the scale for entries without a date; 0 where there are none.
    pub undated: f64,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    pub height: f64,
    pub bands: Vec<Band>,
    pub rows: Vec<Row>,
    pub bins: Vec<Bin>,
    pub before: Outside,
    pub after: Outside,
}

/// A lane's name, at the line it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub y: f64,
    pub name: String,
}

/// An entry that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub entry: u32,
    /// The middle of its line.
    pub y: f64,
    pub mark: Mark,
    pub label: Option<Label>,
    /// The only one on its line: the whole line can be pressed.
    pub alone: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub x: f64,
    pub text: String,
    pub side: Side,
}

/// Where a label stands: from `x` on to the right of its mark, left of it up to `x`, or from `x` on over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
    Over,
}

/// Entries that stand too close: an open box with their number.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    pub x: f64,
    pub width: f64,
    pub y: f64,
    pub count: usize,
    /// Days, half open: the window that opens it.
    pub from: i32,
    pub to: i32,
}

/// What lies on one side of the window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outside {
    pub count: usize,
    /// The nearest, at most [`NAMED`].
    pub entries: Vec<u32>,
}

/// Entries outside the window that are named at its edge.
pub const NAMED: usize = 2;
const BAND: f64 = 26.0;
/// A counted box is at least this wide: five digits have room.
const BIN: f64 = 52.0;
/// What the window's edges may leave of it: four digits.
const BIN_AT_EDGE: f64 = 44.0;
const GAP: f64 = 9.0;
/// How much wider bold letters are.
pub const BOLD: f64 = 1.15;

/// All entries in order of time; those without a date last. `n_undated` documents without any entry follow them, as if
/// they were entries behind the timeline's end.
pub fn items(timeline: &[Entry], n_undated: usize) -> Vec<Item> {
    let item = |(index, entry): (usize, &Entry)| {
        let drawn = drawn(&entry.edtf, entry.earliest, entry.latest);
        let (from, to) = drawn.shape.bounds();
        let unknown = drawn.shape == Shape::Unknown;
        let from = from.unwrap_or(if unknown { i32::MAX } else { i32::MIN });
        Item { entry: index as u32, drawn, from, to: to.unwrap_or(i32::MAX) }
    };
    let mut items: Vec<Item> = timeline.iter().enumerate().map(item).collect();
    let n_entries = items.len();
    let unknown = Drawn { shape: Shape::Unknown, doubtful: false };
    let undated = |index| Item { entry: (n_entries + index) as u32, drawn: unknown, from: i32::MAX, to: i32::MAX };
    items.extend((0..n_undated).map(undated));
    items.order_by_key(|item| (item.drawn.shape.place().unwrap_or(i32::MAX), item.to, item.entry));
    items
}

impl Item {
    /// Whether some of it lies between two days, half open.
    pub fn meets(&self, from: i32, to: i32) -> bool {
        self.is_dated() && self.from < to && self.to > from
    }

    pub fn is_dated(&self) -> bool {
        self.drawn.shape != Shape::Unknown
    }

    /// Ends before this day.
    pub fn is_before(&self, day: i32) -> bool {
        self.to <= day
    }
}

/// First and last day that anything stands at, half open; `None` for a dossier without dates.
pub fn extent(items: &[Item]) -> Option<(i32, i32)> {
    let bounds = || items.iter().map(|item| item.drawn.shape.bounds());
    let from = bounds().flat_map(|(from, to)| from.or(to)).min()?;
    let to = bounds().flat_map(|(from, to)| to.or(from.map(|from| from + 1))).max()?;
    Some((from, to))
}

/// `lanes` names each lane, `lane_of` gives an entry's lane (an index into `lanes`), `label` what stands beside a mark.
pub fn layout(
    items: &[Item],
    lanes: &[String],
    lane_of: impl Fn(u32) -> usize,
    room: &Room,
    label: impl Fn(u32) -> String,
) -> Picture {
    let (from, to) = (room.scale.from.floor() as i32, room.scale.to.ceil() as i32);
    let mut picture = Picture::default();
    let mut seen: Vec<Vec<&Item>> = vec![Vec::new(); lanes.len().max(1)];
    for item in items {
        let last = seen.len() - 1;
        if item.from < to && item.to > from || (!item.is_dated() && room.undated > 0.0) {
            seen[lane_of(item.entry).min(last)].push(item);
        } else if item.is_dated() && item.to <= from {
            picture.before.count += 1;
            picture.before.entries.push(item.entry);
            let excess = picture.before.entries.len().saturating_sub(NAMED);
            picture.before.entries.drain(..excess);
        } else if item.is_dated() {
            picture.after.count += 1;
            if picture.after.entries.len() < NAMED {
                picture.after.entries.push(item.entry);
            }
        }
    }
    let share = rows_each(&seen, room.max_rows);
    let mut y = 0.0;
    for (lane, seen) in seen.iter().enumerate().filter(|(_, seen)| !seen.is_empty()) {
        if let Some(name) = lanes.get(lane).filter(|name| !name.is_empty()) {
            y += if y > 0.0 { 8.0 } else { 0.0 };
            let name = fit(name, (room.scale.width + room.undated) / BOLD);
            picture.bands.push(Band { y: y + BAND / 2.0, name });
            y += BAND;
        }
        let mut lane = Lane { room, label: &label, picture: &mut picture, top: y };
        y = if seen.len() <= share { lane.one_a_row(seen) } else { lane.packed(seen, share.clamp(2, 8)) };
    }
    picture.height = y + room.row * 0.4;
    picture
}

/// Rows that a lane may take before its entries are packed: what small lanes leave over goes to the large.
fn rows_each(lanes: &[Vec<&Item>], max_rows: usize) -> usize {
    let mut sizes: Vec<usize> = lanes.iter().map(Vec::len).filter(|size| *size > 0).collect();
    sizes.order();
    let mut left = max_rows;
    let n_lanes = sizes.len();
    for (index, size) in sizes.into_iter().enumerate() {
        let fair = left / (n_lanes - index);
        if size > fair {
            return fair.max(3);
        }
        left -= size;
    }
    usize::MAX
}

struct Lane<'a, F> {
    room: &'a Room,
    label: &'a F,
    picture: &'a mut Picture,
    top: f64,
}

impl<F: Fn(u32) -> String> Lane<'_, F> {
    fn middle(&self, row: usize) -> f64 {
        self.top + self.room.row * (row as f64 + 0.5)
    }

    fn mark(&self, item: &Item) -> Mark {
        use super::timeline_mark::Piece;
        mark(&item.drawn, &self.room.scale).unwrap_or_else(|| {
            let x = self.room.scale.width + 16.0;
            Mark { pieces: vec![Piece::Asked { x }], left: x - 7.0, right: x + 7.0 }
        })
    }

    /// Pixels up to which labels may run.
    fn edge(&self) -> f64 {
        self.room.scale.width + self.room.undated
    }

    fn one_a_row(&mut self, items: &[&Item]) -> f64 {
        for (index, item) in items.iter().enumerate() {
            let mark = self.mark(item);
            let text = if self.room.labels { (self.label)(item.entry) } else { String::new() };
            let limit = if item.is_dated() { self.room.scale.width } else { self.edge() };
            let label = place(&text, &mark, 0.0, limit, 340.0);
            self.picture.rows.push(Row { entry: item.entry, y: self.middle(index), mark, label, alone: true });
        }
        self.top + self.room.row * items.len() as f64
    }

    /// Cells of the calendar: what is alone in its cell is drawn where a row has room, the rest is counted.
    fn packed(&mut self, items: &[&Item], max_rows: usize) -> f64 {
        let scale = self.room.scale;
        let cells = cells(&scale);
        let mut counts = vec![0_usize; cells.len() + 1];
        let cell = |item: &Item| cells.partition_point(|start| *start <= item.from.max(scale.from as i32)).max(1) - 1;
        for item in items {
            counts[if item.is_dated() { cell(item) } else { cells.len() }] += 1;
        }
        let mut taken = vec![f64::MIN; max_rows - 1];
        let mut drawn = Vec::new();
        let mut used = 0;
        for item in items.iter().filter(|item| item.is_dated()) {
            let crowded = counts[cell(item)] > max_rows - 1;
            if crowded && !self.is_wide(item) {
                continue;
            }
            let mark = self.mark(item);
            let text = if self.room.labels { (self.label)(item.entry) } else { String::new() };
            let Some((row, label)) = self.slot(&taken, &mark, &text) else { continue };
            taken[row] = label
                .as_ref()
                .filter(|label| label.side != Side::Left)
                .map_or(mark.right, |label| mark.right.max(label.x + text_width(&label.text) + aside(&mark)));
            used = used.max(row + 1);
            counts[cell(item)] -= 1;
            drawn.push(item.entry);
            self.picture.rows.push(Row { entry: item.entry, y: self.middle(row + 1), mark, label, alone: false });
        }
        // What is left alone in its cell needs no number: it stands in the boxes' row as what it is.
        let lonely = counts[..cells.len()].contains(&1);
        for item in items.iter().filter(|item| lonely && item.is_dated()) {
            let at = cell(item);
            if counts[at] != 1 || drawn.contains(&item.entry) {
                continue;
            }
            let mark = self.mark(item);
            let (left, right) = self.cell_at(&cells, at);
            if mark.left >= left && mark.right <= right {
                counts[at] = 0;
                self.picture.rows.push(Row { entry: item.entry, y: self.middle(0), mark, label: None, alone: false });
            }
        }
        self.boxes(&cells, &counts);
        self.top + self.room.row * (used + 1) as f64
    }

    /// Takes more than two boxes: it would be lost in one.
    fn is_wide(&self, item: &Item) -> bool {
        let scale = self.room.scale;
        let (from, to) = (f64::from(item.from).max(scale.from), f64::from(item.to).min(scale.to));
        (to - from) * scale.day_width() > 2.5 * BIN
    }

    /// The first row with room for the mark, and its label where that has room too.
    fn slot(&self, taken: &[f64], mark: &Mark, text: &str) -> Option<(usize, Option<Label>)> {
        let free = |row: &usize| taken[*row] + GAP <= mark.left;
        let labelled = (0..taken.len()).filter(free).find_map(|row| {
            let label = place(text, mark, taken[row] + GAP, self.room.scale.width, 170.0)?;
            Some((row, Some(label)))
        });
        labelled.or_else(|| (0..taken.len()).find(free).map(|row| (row, None)))
    }

    /// A cell's edges in pixels, a little apart from its neighbours'.
    fn cell_at(&self, cells: &[i32], index: usize) -> (f64, f64) {
        let scale = self.room.scale;
        let left = cells.get(index).map_or(0.0, |start| scale.x(f64::from(*start)).max(0.0)) + 1.5;
        let right = cells.get(index + 1).map_or(scale.width, |end| scale.x(f64::from(*end)).min(scale.width)) - 1.5;
        (left, right.max(left + 12.0))
    }

    fn boxes(&mut self, cells: &[i32], counts: &[usize]) {
        let scale = self.room.scale;
        let y = self.middle(0);
        for (index, start) in cells.iter().enumerate().filter(|(index, _)| counts[*index] > 0) {
            let end = cells.get(index + 1).copied().unwrap_or(scale.to.ceil() as i32).max(start + 1);
            let (left, right) = self.cell_at(cells, index);
            let count = counts[index];
            self.picture.bins.push(Bin { x: left, width: right - left, y, count, from: *start, to: end });
        }
        let undated = counts[cells.len()];
        if undated > 0 {
            let (x, width) = (scale.width + 4.0, self.room.undated - 8.0);
            self.picture.bins.push(Bin { x, width, y, count: undated, from: 0, to: 0 });
        }
    }
}

/// Cells of the calendar whose numbers have room: what the window's edges leave of one goes with its neighbour.
fn cells(scale: &Scale) -> Vec<i32> {
    let mut cells = scale.cells(BIN);
    let x = |day: &i32| scale.x(f64::from(*day));
    if cells.get(1).is_some_and(|second| x(second) < BIN_AT_EDGE) {
        cells.remove(1);
    }
    if cells.len() > 1 && cells.last().is_some_and(|last| scale.width - x(last) < BIN_AT_EDGE) {
        cells.pop();
    }
    cells
}

/// What the page writes behind the label of a mark that goes back beyond the window: "sinds 2016".
fn aside(mark: &Mark) -> f64 {
    match mark.pieces.first() {
        Some(Piece::Arrow { toward: Toward::Left, .. }) => text_width(" sinds 0000"),
        _ => 0.0,
    }
}

/// Right of the mark; left of it when the right edge is near; over a mark that fills the line; cut where there is no room
/// for the whole.
fn place(text: &str, mark: &Mark, from: f64, edge: f64, longest: f64) -> Option<Label> {
    if text.is_empty() {
        return None;
    }
    let aside = aside(mark);
    let (left, right) = (mark.left - GAP - from.max(0.0) - aside, edge - mark.right - GAP - aside);
    let whole = text_width(text).min(longest);
    let side = if whole > right && left > right { Side::Left } else { Side::Right };
    let room = if side == Side::Left { left } else { right };
    if room < whole.min(120.0) && mark.right - mark.left > 200.0 {
        let text = fit(text, (mark.right - mark.left - 32.0 - aside).min(longest));
        return Some(Label { x: mark.left + 16.0, text, side: Side::Over });
    }
    let text = fit(text, room.min(longest));
    let x = if side == Side::Left { mark.left - GAP } else { mark.right + GAP };
    (!text.is_empty()).then_some(Label { x, text, side })
}

#[cfg(test)]
mod tests {
    use super::{BIN_AT_EDGE, Item, Picture, Room, Side, cells, extent, items, layout};
    use crate::{
        engine::{Day, Entry, EntryKind},
        screen::{axis::Scale, measure::text_width},
    };

    fn entry(edtf: &str) -> Entry {
        Entry {
            title: format!("Wat er gebeurde op of rond {edtf}"),
            edtf: edtf.to_owned(),
            found: None,
            earliest: None,
            latest: None,
            kind: EntryKind::Event,
            curated: false,
            sources: Vec::new(),
            disagreeing: false,
        }
    }

    fn room(from: i32, to: i32) -> Room {
        let day = |year| f64::from(Day::from_ymd(year, 1, 1).unwrap().0);
        Room { scale: Scale::new(day(from), day(to), 800.0), row: 25.0, labels: true, max_rows: 30, undated: 0.0 }
    }

    fn lay(entries: &[Entry], items: &[Item], room: &Room) -> Picture {
        let lanes = ["Even".to_owned(), "Oneven".to_owned()];
        let picture =
            layout(items, &lanes, |entry| entry as usize % 2, room, |entry| entries[entry as usize].title.clone());
        no_overlap(&picture, room);
        picture
    }

    /// Marks, labels and boxes of one line stand apart.
    fn no_overlap(picture: &Picture, room: &Room) {
        let mut stretches: Vec<(i64, f64, f64)> = Vec::new();
        for row in &picture.rows {
            let (mut left, mut right) = (row.mark.left, row.mark.right);
            if let Some(label) = &row.label {
                let width = text_width(&label.text) + super::aside(&row.mark);
                left = left.min(if label.side == Side::Left { label.x - width } else { label.x });
                right = right.max(if label.side == Side::Left { label.x } else { label.x + width });
            }
            assert!(left > -6.0 && right < room.scale.width + room.undated + 6.0, "{row:?} leaves the picture");
            stretches.push((row.y as i64, left, right));
        }
        stretches.extend(picture.bins.iter().map(|bin| (bin.y as i64, bin.x, bin.x + bin.width)));
        stretches.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for pair in stretches.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            assert!(pair[0].2 <= pair[1].1, "{pair:?} overlap");
        }
    }

    #[test]
    fn one_row_each_while_they_fit_and_the_edges_tell_what_is_outside() {
        let entries: Vec<Entry> =
            ["2019", "2020-03-04", "2021-05", "[2022-01..2022-03]", "2022-12-30", "2016/2021", "2023-02", ""]
                .map(entry)
                .into();
        let items = items(&entries, 0);
        let picture = lay(&entries, &items, &room(2021, 2023));
        let rows: Vec<u32> = picture.rows.iter().map(|row| row.entry).collect();
        assert_eq!(rows, [2, 4, 5, 3], "lane after lane, in order of time");
        assert_eq!((picture.before.count, picture.before.entries.as_slice()), (2, [0, 1].as_slice()));
        assert_eq!((picture.after.count, picture.after.entries.as_slice()), (1, [6].as_slice()));
        assert_eq!(picture.bands.len(), 2);
        let last = picture.rows.iter().find(|row| row.entry == 4).and_then(|row| row.label.as_ref());
        assert!(last.is_some_and(|label| label.side == Side::Left), "left of the mark near the right edge");
        let undated = Room { undated: 110.0, ..room(2021, 2023) };
        assert!(lay(&entries, &items, &undated).rows.iter().any(|row| row.entry == 7), "has a place of its own");
        assert_eq!(extent(&items).map(|(from, to)| (Day(from).year(), Day(to - 1).ymd())), Some((2016, (2023, 2, 28))));
    }

    #[test]
    fn dense_spans_become_counted_boxes_that_lose_nothing() {
        let start = Day::from_ymd(1990, 1, 1).unwrap().0;
        let entries: Vec<Entry> = (0..5_000).map(|n| entry(&Day(start + (n * n) % 12_000).to_string())).collect();
        let items = items(&entries, 0);
        for (from, to) in [(1990, 2024), (1995, 1997), (2022, 2023)] {
            let picture = lay(&entries, &items, &room(from, to));
            let counted: usize = picture.bins.iter().map(|bin| bin.count).sum();
            assert_eq!(counted + picture.rows.len() + picture.before.count + picture.after.count, 5_000);
            assert!(picture.rows.len() + picture.bins.len() < 120, "what is drawn stays small");
        }
    }

    #[test]
    fn what_fills_a_crowded_window_keeps_its_label() {
        let mut entries: Vec<Entry> = (1..29).map(|n| entry(&format!("2022-02-{n:02}"))).collect();
        entries.extend(["[2000..2040]", "[2001..2039]", "2010/.."].map(entry));
        let picture = lay(&entries, &items(&entries, 0), &Room { max_rows: 8, ..room(2021, 2023) });
        let wide: Vec<_> = picture.rows.iter().filter(|row| row.mark.right - row.mark.left > 700.0).collect();
        assert!(!wide.is_empty() && wide.iter().all(|row| row.label.is_some()), "{wide:?}");
    }

    #[test]
    fn the_windows_edges_leave_no_box_too_narrow_for_its_number() {
        for width in 500..900 {
            let scale = Scale { width: f64::from(width), ..room(1003, 2021).scale };
            let cells = cells(&scale);
            let ends = cells[1..].iter().map(|day| scale.x(f64::from(*day))).chain([scale.width]);
            let starts = cells.iter().map(|day| scale.x(f64::from(*day)).max(0.0));
            assert!(starts.zip(ends).all(|(start, end)| end - start >= BIN_AT_EDGE), "at {width} px");
        }
    }

    #[test]
    fn a_hundred_thousand_entries_take_less_than_a_frame() {
        let start = Day::from_ymd(1900, 1, 1).unwrap().0;
        let entries: Vec<Entry> =
            (0..100_000_i32).map(|n| entry(&Day(start + n.wrapping_mul(7919) % 45_000).to_string())).collect();
        let items = items(&entries, 0);
        let lanes = ["Alles".to_owned()];
        // No clock left of the programs: what is counted is the work that grows with what is drawn.
        let mut labels = 0_usize;
        let counter = std::cell::Cell::new(0_usize);
        layout(
            &items,
            &lanes,
            |_| 0,
            &room(1900, 2020),
            |entry| {
                counter.set(counter.get() + 1);
                entries[entry as usize].title.clone()
            },
        );
        labels += counter.get();
        assert!(labels < 2_000, "{labels} labels were made for one picture");
    }
}
