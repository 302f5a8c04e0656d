//! The timeline for elsewhere: CSV that loses nothing, ICS (RFC 5545) for calendars, TimelineJS, SVG.
//!
//! Each takes the entries to write, as indices into [`Engine::timeline`], and says the same on every machine.

use super::{
    axis::{Rank, Scale},
    export::{csv_row, escape, in_file, json_text},
    fill,
    measure::text_width,
    px::{Px, path},
    timeline::{Room, Side, extent, items, layout},
    timeline_ink::{Size, strokes},
    timeline_shape::drawn,
    words::Words,
};
use crate::engine::{DateRole, Day, Engine, Entry, EntryKind};

const COLUMNS: [&str; 20] = [
    "entry",
    "title",
    "edtf",
    "found",
    "earliest",
    "latest",
    "kind",
    "role",
    "curated",
    "disagreeing",
    "document",
    "file",
    "start_byte",
    "end_byte",
    "text",
    "clause_start_byte",
    "clause_end_byte",
    "clause",
    "source_edtf",
    "why",
];

/// A row for every telling, and one for an entry without any; `entry` ties them. Offsets are bytes of the file.
pub fn csv(engine: &Engine, entries: &[u32], words: &Words) -> String {
    let mut csv = String::new();
    csv_row(&COLUMNS, &mut csv);
    for (index, entry) in chosen(engine, entries) {
        let day = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
        let (kind, role, own) = match entry.kind {
            EntryKind::Document { doc, role } => ("document", role_name(role), engine.cards().get(doc.index())),
            EntryKind::Event => ("event", "", None),
        };
        let flag = |on: bool| if on { "true" } else { "false" };
        let (number, earliest, latest) = (index.to_string(), day(entry.earliest), day(entry.latest));
        let found = entry.found.as_deref().unwrap_or("");
        let head = [
            &number,
            &entry.title,
            &entry.edtf,
            found,
            &earliest,
            &latest,
            kind,
            role,
            flag(entry.curated),
            flag(entry.disagreeing),
        ];
        for telling in &entry.sources {
            let document = engine.document(telling.doc);
            let (span, clause) = (in_file(document, telling.span), in_file(document, telling.clause));
            let bytes =
                [span.start_byte, span.end_byte, clause.start_byte, clause.end_byte].map(|byte| byte.to_string());
            let tail = [
                &document.id,
                &document.file,
                &bytes[0],
                &bytes[1],
                telling.span.of(&document.text),
                &bytes[2],
                &bytes[3],
                telling.clause.of(&document.text),
                &telling.edtf,
                telling.why.r#in(words.language),
            ];
            csv_row(&[head, tail].concat(), &mut csv);
        }
        if entry.sources.is_empty() {
            let (id, file) = own.map_or(("", ""), |card| (card.id.as_str(), card.file.as_str()));
            csv_row(&[head, [id, file, "", "", "", "", "", "", "", ""]].concat(), &mut csv);
        }
    }
    csv
}

fn chosen<'a>(engine: &'a Engine, entries: &'a [u32]) -> impl Iterator<Item = (u32, &'a Entry)> {
    entries.iter().filter_map(|index| Some((*index, engine.timeline().get(*index as usize)?)))
}

fn role_name(role: DateRole) -> &'static str {
    match role {
        DateRole::Written => "written",
        DateRole::Published => "published",
        DateRole::Asked => "asked",
        DateRole::Answered => "answered",
        DateRole::Received => "received",
    }
}

/// First day and the day after the last, for programs that know no open ends: an open side is cut at the other.
fn days(entry: &Entry) -> Option<(Day, Day)> {
    let (from, to) = drawn(&entry.edtf, entry.earliest, entry.latest).shape.bounds();
    let first = from.or(to.map(|to| to - 1))?;
    Some((Day(first), Day(to.unwrap_or(first + 1).max(first + 1))))
}

/// The value in words, the sentence it rests on and the document.
fn told(engine: &Engine, entry: &Entry, words: &Words) -> String {
    let mut told = format!("{}: {}", words.value, entry.edtf);
    for telling in &entry.sources {
        let document = engine.document(telling.doc);
        let name = engine.cards().get(telling.doc.index()).map_or("", |card| card.title.value.as_str());
        told.push_str(&format!("\n„{}” ({name})", telling.clause.of(&document.text).replace('\n', " ")));
        let why = telling.why.r#in(words.language);
        if !why.is_empty() {
            told.push_str(&format!("\n{}: {why}", words.why));
        }
    }
    told
}

/// A calendar of all-day events; what has no date has no place in it.
pub fn ics(engine: &Engine, entries: &[u32], words: &Words) -> String {
    let mut ics = String::new();
    let line = |text: &str, ics: &mut String| fold(text, ics);
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Weerklank//NL", "CALSCALE:GREGORIAN"] {
        line(text, &mut ics);
    }
    line(&format!("X-WR-CALNAME:{}", ics_text(&engine.dossier().title)), &mut ics);
    for (_, entry) in chosen(engine, entries) {
        // A calendar knows no years before 1 or after 9999.
        let Some((first, after)) = days(entry).filter(|(first, after)| first.year() > 0 && after.year() < 10_000)
        else {
            continue;
        };
        let date = |day: Day| day.to_string().replace('-', "");
        line("BEGIN:VEVENT", &mut ics);
        line(&format!("UID:{}@weerklank", uid(engine, entry)), &mut ics);
        // No clock: the same dossier gives the same calendar.
        line(&format!("DTSTAMP:{}T000000Z", date(first)), &mut ics);
        line(&format!("DTSTART;VALUE=DATE:{}", date(first)), &mut ics);
        line(&format!("DTEND;VALUE=DATE:{}", date(after)), &mut ics);
        line(&format!("SUMMARY:{}", ics_text(&entry.title)), &mut ics);
        line(&format!("DESCRIPTION:{}", ics_text(&told(engine, entry, words))), &mut ics);
        line("TRANSP:TRANSPARENT", &mut ics);
        line("END:VEVENT", &mut ics);
    }
    line("END:VCALENDAR", &mut ics);
    ics
}

/// The same for the same entry of the same dossier, whatever stands beside it, and no other's (RFC 5545, 3.8.4.7): FNV-1a.
fn uid(engine: &Engine, entry: &Entry) -> String {
    let place = entry
        .sources
        .first()
        .map_or(String::new(), |telling| format!("{} {}", engine.document(telling.doc).file, telling.span.start_byte));
    let kind = match entry.kind {
        EntryKind::Document { doc, role } => format!("{} {}", doc.index(), role_name(role)),
        EntryKind::Event => String::new(),
    };
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in [&engine.dossier().title, &entry.title, &entry.edtf, &kind, &place] {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn ics_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n").replace('\r', "")
}

/// Lines of at most 75 bytes; what goes on begins with a space.
fn fold(text: &str, into: &mut String) {
    let mut used = 0;
    for sign in text.chars() {
        if used + sign.len_utf8() > 75 {
            into.push_str("\r\n ");
            used = 1;
        }
        into.push(sign);
        used += sign.len_utf8();
    }
    into.push_str("\r\n");
}

/// Knight Lab's TimelineJS, its JSON. It reads texts as HTML.
pub fn timelinejs(engine: &Engine, entries: &[u32], words: &Words) -> String {
    let dossier = engine.dossier();
    let html = |text: &str| json_text(&escape(text).replace('\n', "<br>"));
    let mut events = Vec::new();
    for (index, entry) in chosen(engine, entries) {
        let Some((first, after)) = days(entry) else { continue };
        let said = Engine::say_date(&entry.edtf).r#in(words.language).to_owned();
        let date = |day: Day| {
            let (year, month, day) = day.ymd();
            format!("{{\"year\":{year},\"month\":{month},\"day\":{day}}}")
        };
        let last = Day(after.0 - 1);
        let end = if last == first { String::new() } else { format!("\"end_date\":{},", date(last)) };
        let group = if entry.kind == EntryKind::Event { words.events } else { words.documents };
        events.push(format!(
            "{{\"unique_id\":\"entry-{index}\",\"start_date\":{},{end}\"display_date\":{},\"group\":{},\"text\":{{\"headline\":{},\"text\":{}}}}}",
            date(first), json_text(&said), json_text(group), html(&entry.title), html(&told(engine, entry, words))
        ));
    }
    let description = dossier.description.unwrap_or_default();
    format!(
        "{{\"title\":{{\"text\":{{\"headline\":{},\"text\":{}}}}},\"events\":[{}]}}\n",
        html(&dossier.title),
        html(&description),
        events.join(",\n")
    )
}

/// What stands in the picture's style sheet, on paper's own colours.
const STYLE: &str = "text{font:12px sans-serif;fill:#465055}.axb{font-weight:600;fill:#161b1d}.ax{fill:#5d686d}.halo{paint-order:stroke;stroke:#fff;stroke-width:3px}.halo2{paint-order:stroke;stroke:#fff;stroke-width:10px}.tick{stroke:#dce1e0}.tick2,.base{stroke:#7d888c}.day,.solid{fill:#0a6757}.hatch{stroke:#0a6757;stroke-width:1.25}.box,.link2{fill:none;stroke:#0a6757;stroke-width:1.25}.c1{stop-color:#0a6757}.c0{stop-color:#0a6757;stop-opacity:0}.w1{stop-color:#fff}.w0{stop-color:#fff;stop-opacity:0}";

/// One picture of all the entries, a row each, as wide as a sheet on its side.
pub fn svg(engine: &Engine, entries: &[u32], words: &Words) -> String {
    let kept: Vec<_> = items(engine.timeline(), 0).into_iter().filter(|item| entries.contains(&item.entry)).collect();
    let undated = if kept.iter().any(|item| !item.is_dated()) { 128.0 } else { 0.0 };
    let (from, to) = extent(&kept).unwrap_or((0, 365));
    let air = f64::from(to - from) * 0.03 + 5.0;
    let (width, top) = (1040.0, 64.0);
    let scale = Scale::new(f64::from(from) - air, f64::from(to) + air, width - undated);
    let room = Room { scale, row: 25.0, labels: true, max_rows: 400, undated };
    let lanes = [words.documents.to_owned(), words.events.to_owned()];
    let lane = |entry: u32| usize::from(engine.timeline()[entry as usize].kind == EntryKind::Event);
    let name = |entry: u32| super::timeline_list::title(engine, &[], entry, words);
    let picture = layout(&kept, &lanes, lane, &room, name);
    let height = picture.height + top + 16.0;
    let high = Px(height.round());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{high}\" viewBox=\"-16 0 {} {high}\"><title>{}</title><style>{STYLE}</style>{DEFS}",
        Px(width),
        Px(width + 32.0),
        escape(&fill(words.timeline_of, &[&engine.dossier().title]))
    );
    let mut text = |class: &str, x: f64, y: f64, anchor: &str, said: &str| {
        svg.push_str(&format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            Px(x),
            Px(y),
            escape(said)
        ));
    };
    text("axb", 0.0, 20.0, "start", &engine.dossier().title);
    let ticks = scale.ticks(words.language);
    for tick in ticks.iter().filter(|tick| tick.x + 4.0 + text_width(&tick.label) <= scale.width) {
        text(if tick.rank == Rank::Part { "ax" } else { "axb" }, tick.x + 4.0, top - 12.0, "start", &tick.label);
    }
    if undated > 0.0 {
        text("ax", scale.width + 8.0, top - 12.0, "start", words.undated);
    }
    for tick in ticks {
        let (class, from, to) =
            if tick.rank == Rank::Year { ("tick", top - 20.0, height) } else { ("tick2", top - 8.0, top - 4.0) };
        let line = path(&[("M", &[tick.x, from]), ("V", &[to.round()])]);
        svg.push_str(&format!("<path class=\"{class}\" d=\"{line}\"/>"));
    }
    svg.push_str(&format!(
        "<path class=\"base\" d=\"{}\"/><g transform=\"translate(0 {})\">",
        path(&[("M", &[0.0, top - 4.0]), ("H", &[scale.width])]),
        Px(top)
    ));
    for band in &picture.bands {
        svg.push_str(&format!(
            "<text class=\"axb halo\" x=\"0\" y=\"{}\">{}</text>",
            Px(band.y + 4.0),
            escape(&band.name)
        ));
    }
    for row in &picture.rows {
        for stroke in row.mark.pieces.iter().flat_map(|piece| strokes(*piece, row.y, Size::ROW)) {
            let named = |name: &str, value: &str| {
                if value.is_empty() { String::new() } else { format!(" {name}=\"{value}\"") }
            };
            let (fill, mask) = (named("fill", stroke.fill), named("mask", stroke.mask));
            svg.push_str(&format!("<path class=\"{}\" d=\"{}\"{fill}{mask}/>", stroke.class, stroke.d));
        }
        if let Some(label) = &row.label {
            let anchor = if label.side == Side::Left { "end" } else { "start" };
            let class = if label.side == Side::Over { "halo2" } else { "halo" };
            let (x, y, said) = (Px(label.x), Px(row.y + 4.0), escape(&label.text));
            svg.push_str(&format!(
                "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{said}</text>"
            ));
        }
    }
    for bin in &picture.bins {
        let (x, y, width, middle) = (Px(bin.x), Px(bin.y - 9.0), Px(bin.width), Px(bin.x + bin.width / 2.0));
        svg.push_str(&format!("<rect class=\"box\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"18\"/><text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>", Px(bin.y + 4.0), bin.count));
    }
    svg.push_str("</g></svg>\n");
    svg
}

const DEFS: &str = "<defs><pattern id=\"tl-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\"/></pattern><linearGradient id=\"tl-right\"><stop offset=\"0\" class=\"c1\"/><stop offset=\"1\" class=\"c0\"/></linearGradient><linearGradient id=\"tl-left\"><stop offset=\"0\" class=\"c0\"/><stop offset=\"1\" class=\"c1\"/></linearGradient><linearGradient id=\"wr\"><stop offset=\"0\" class=\"w1\"/><stop offset=\"1\" class=\"w0\"/></linearGradient><linearGradient id=\"wl\"><stop offset=\"0\" class=\"w0\"/><stop offset=\"1\" class=\"w1\"/></linearGradient><mask id=\"tl-mask-right\" maskContentUnits=\"objectBoundingBox\"><rect width=\"1\" height=\"1\" fill=\"url(#wr)\"/></mask><mask id=\"tl-mask-left\" maskContentUnits=\"objectBoundingBox\"><rect width=\"1\" height=\"1\" fill=\"url(#wl)\"/></mask></defs>";

#[cfg(test)]
mod tests {
    use super::{fold, ics_text};

    #[test]
    fn calendars_fold_and_escape() {
        let mut folded = String::new();
        fold(&"é".repeat(60), &mut folded);
        assert!(folded.lines().all(|line| line.len() <= 75) && folded.contains("\r\n é"));
        assert_eq!(ics_text("a, b; c\nd\\e"), "a\\, b\\; c\\nd\\\\e");
    }
}
