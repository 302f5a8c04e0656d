//! The picture: axis, brush, lanes, marks and labels, at real pixels.

use super::{gesture, state::Line};
use crate::app::dom::{self, prelude::*};
use crate::{
    app::browser,
    engine::Day,
    screen::{
        Words,
        axis::{Rank, Scale, Tick},
        fill,
        measure::text_width,
        px::{Px, path, within},
        timeline::{BOLD, Bin, Outside, Row, Side},
        timeline_dates::{short_span, short_value},
        timeline_ink::{Size, Stroke, strokes},
        timeline_list::entry_at,
        timeline_mark::{Mark, Piece, Toward},
        words::number,
    },
};

/// Pixels of the axis above the lanes.
pub const AXIS: f64 = 24.0;

/// Patterns and fades that marks refer to, once a page.
pub fn defs() -> impl IntoView {
    let stop = |offset: &'static str, class: &'static str| view! { <stop offset={offset} class={class}></stop> };
    let gradient = |id: &'static str, first: &'static str, last: &'static str| {
        view! { <linearGradient id={id}>{stop("0", first)}{stop("1", last)}</linearGradient> }
    };
    let mask = |id: &'static str, fill: &'static str| {
        view! {
            <mask id={id} maskContentUnits={"objectBoundingBox"}><rect width={"1"} height={"1"} fill={fill}></rect></mask>
        }
    };
    view! {
        <svg class="fig defs" width={"0"} height={"0"} aria-hidden="true">
            <defs>
                <pattern id={"tl-hatch"} width={"5"} height={"5"} patternUnits={"userSpaceOnUse"} patternTransform={"rotate(45)"}>
                    <line class="hatch" x1={"0"} y1={"0"} x2={"0"} y2={"5"}></line>
                </pattern>
                {gradient("tl-right", "fade1", "fade0")}
                {gradient("tl-left", "fade0", "fade1")}
                {gradient("tl-white-right", "white1", "white0")}
                {gradient("tl-white-left", "white0", "white1")}
                {mask("tl-mask-right", "url(#tl-white-right)")}
                {mask("tl-mask-left", "url(#tl-white-left)")}
            </defs>
        </svg>
    }
}

fn stroke(stroke: Stroke) -> impl IntoView {
    let some = |value: &'static str| (!value.is_empty()).then_some(value);
    view! { <path class={stroke.class} d={stroke.d} fill={some(stroke.fill)} mask={some(stroke.mask)}></path> }
}

pub fn ink(mark: &Mark, y: f64, size: Size) -> impl IntoView + use<> {
    mark.pieces.iter().flat_map(|piece| strokes(*piece, y, size)).map(stroke).collect_view()
}

/// A mark as wide as a letter, before a line of a list.
pub fn glyph(mark: &Mark) -> impl IntoView + use<> {
    view! { <svg class="fig glyph" viewBox={"0 0 20 18"} aria-hidden="true">{ink(mark, 9.0, Size::ROW)}</svg> }
}

#[component]
pub fn PictureView(line: Line) -> impl IntoView {
    let frame = NodeRef::new_local(None);
    let canvas = NodeRef::new_local(None);
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            browser::on_width(&frame, move |width| line.width.set(width.floor().max(120.0)));
        }
    });
    let gestures = gesture::attach(line, canvas);
    let height = move || line.picture.read().height + AXIS;
    let label = move || fill(line.words.timeline_picture, &[&line.years()]);
    view! {
        <div class="frame0" node_ref={frame}>
            <svg class="fig canvas" node_ref={canvas} width={move || line.width.get()} height={height} tabindex="0"
                role="group" aria-label={label} class:is-held={move || gestures.held.get()}>
                {move || brush_ground(line, height())}
                {move || axis(&line.scale(), line, height())}
                {move || lanes(line)}
                <g transform={format!("translate(0 {})", Px(AXIS))}>
                    {move || selected_row(line)}
                    {move || line.picture.read().rows.iter().map(|row| entry(line, row)).collect_view()}
                    {move || line.picture.read().bins.iter().map(|bin| counted(line, bin)).collect_view()}
                </g>
                {move || grips(line)}
            </svg>
            {move || edges(line)}
        </div>
    }
}

fn axis(scale: &Scale, line: Line, height: f64) -> impl IntoView + use<> {
    let ticks = scale.ticks(line.words.language);
    let width = scale.width;
    let tick = move |tick: Tick| {
        let (class, top, bottom) = match tick.rank {
            Rank::Year => ("tick", 4.0, height),
            Rank::Part => ("tick2", AXIS - 4.0, AXIS),
            Rank::Edge => ("tick", AXIS, AXIS),
        };
        let text = if tick.rank == Rank::Part { "ax" } else { "axb" };
        let x = if tick.rank == Rank::Part { tick.x + 3.0 } else { tick.x + 4.0 };
        // A name that the edge would cut is left out; its tick stands.
        let wide = if tick.rank == Rank::Part { 1.0 } else { BOLD };
        let label = (x + text_width(&tick.label) * wide <= width).then_some(tick.label);
        view! {
            <path class={class} d={path(&[("M", &[tick.x, top]), ("V", &[bottom])])}></path>
            {label.map(|label| view! { <text class={text} x={x} y={"15"}>{label}</text> })}
        }
    };
    let undated = line.width.get() - scale.width;
    let strip = (undated > 0.0).then(|| {
        let name = if undated > 60.0 { line.words.undated } else { "?" };
        view! {
            <path class="tick3" d={path(&[("M", &[scale.width, 4.0]), ("V", &[height])])}></path>
            <text class="ax" x={scale.width + 8.0} y={"15"}>{name}</text>
        }
    });
    view! {
        {ticks.into_iter().filter(|tick| tick.x > -30.0 && tick.x < scale.width - 2.0).map(tick).collect_view()}
        <path class="base" d={path(&[("M", &[0.0, AXIS]), ("H", &[scale.width])])}></path>
        {strip}
    }
}

fn lanes(line: Line) -> impl IntoView {
    let picture = line.picture.read();
    let first = picture.bands.first().map(|band| band.y);
    let name = |band: &crate::screen::timeline::Band| {
        let top = AXIS + band.y - 17.0;
        let rule = (Some(band.y) != first).then(|| {
            view! { <path class="tick" d={path(&[("M", &[0.0, top]), ("H", &[line.width.get()])])}></path> }
        });
        view! { {rule}<text class="axb halo" x={"0"} y={AXIS + band.y + 4.0}>{band.name.clone()}</text> }
    };
    picture.bands.iter().map(name).collect_view()
}

fn size(line: Line) -> Size {
    if line.is_small() { Size::SMALL } else { Size::ROW }
}

fn selected_row(line: Line) -> impl IntoView {
    let selected = line.route.read().selected;
    let picture = line.picture.read();
    let row = picture.rows.iter().find(|row| Some(row.entry) == selected && row.alone)?;
    let height = if line.is_small() { 15.0 } else { 25.0 };
    let y = row.y - height / 2.0;
    Some(view! { <rect class="selrow" x={"0"} y={y} width={line.width.get()} height={height}></rect> })
}

fn entry(line: Line, row: &Row) -> impl IntoView + use<> {
    let selected = line.route.read().selected == Some(row.entry);
    let name = line.name(row.entry);
    let engine = line.app.engine();
    let at = entry_at(&engine, row.entry);
    let date = at
        .map_or(line.words.undated.to_owned(), |at| short_value(&at.edtf, at.earliest, at.latest, line.words.language));
    let (left, width) =
        if row.alone { (0.0, line.width.get()) } else { (row.mark.left - 8.0, row.mark.right - row.mark.left + 16.0) };
    let height = if line.is_small() { 15.0 } else { 25.0 };
    let class = if selected { "point is-sel" } else { "point" };
    let doubtful = at.is_some_and(|at| at.edtf.contains(['?', '%']));
    let ringed = selected && matches!(row.mark.pieces.first(), Some(Piece::Lozenge { .. }));
    let since = goes_back(row).then(|| at.and_then(|at| at.earliest)).flatten();
    let since = since.map(|day| format!(" {}", fill(line.words.since, &[&day.year().to_string()])));
    // What is seen stands in what is said, to the letter (WCAG 2.5.3).
    let seen = row.label.as_ref().zip(since.as_ref()).map(|(label, since)| format!("{}{since}. ", label.text));
    let spoken = format!("{date}: {}{name}", seen.unwrap_or_default());
    let label = row.label.as_ref().map(|label| {
        let aside = match label.side {
            _ if !ringed => 0.0,
            Side::Left => -6.0,
            Side::Right | Side::Over => 6.0,
        };
        let class = match (label.side, selected) {
            (Side::Over, false) => "halo2",
            (Side::Over, true) => "strong halo2",
            (_, false) => "halo",
            (_, true) => "strong halo",
        };
        view! {
            <text class={class} x={label.x + aside} y={row.y + 4.0}
                text-anchor={(label.side == Side::Left).then_some("end")}>{label.text.clone()}<tspan class="ax">{since}</tspan></text>
        }
    });
    let ring = ringed.then(|| {
        let x = (row.mark.left + row.mark.right) / 2.0;
        view! { <circle class="selring" cx={x} cy={row.y} r={if line.is_small() { 7.0 } else { 11.0 }}></circle> }
    });
    let content = view! {
        <rect class="hit" x={left} y={row.y - height / 2.0} width={width} height={height}></rect>
        <g class={if doubtful { "doubt" } else { "sure" }}>{ink(&row.mark, row.y, size(line))}</g>
        {ring}
        {label}
    };
    dom::drawn("a")
        .attr("href", line.href(row.entry))
        .attr("class", class)
        .attr("id", format!("punt-{}", row.entry))
        .attr("aria-current", selected.then_some("true"))
        .attr("aria-label", spoken)
        .attr("draggable", "false")
        .child(content)
}

fn goes_back(row: &Row) -> bool {
    matches!(row.mark.pieces.first(), Some(Piece::Arrow { toward: Toward::Left, .. }))
}

fn counted(line: Line, bin: &Bin) -> impl IntoView + use<> {
    let (from, to) = (bin.from, bin.to);
    let days = short_span(Day(from), Day((to - 1).max(from)), line.words.language);
    let count = number(bin.count as u64, line.words.language);
    let dated = to > from;
    let name = if dated && to - from <= 1 {
        fill(line.words.bin_day, &[&count, &days])
    } else if dated {
        fill(line.words.bin_label, &[&count, &days])
    } else {
        format!("{count} {}", line.words.key_undated)
    };
    let open = move || {
        if dated && to - from <= 1 {
            // No zoom parts the entries of one day: the list shows them.
            line.change(super::state::Step::Push, |route| (route.from, route.to) = (Some(Day(from)), Some(Day(from))));
        } else if dated {
            let air = f64::from(to - from) * 0.05;
            line.go((f64::from(from) - air, f64::from(to) + air));
        } else if let Some(heading) = browser::first(".order h2:last-of-type") {
            // No zoom opens them: they stand at the end of the list.
            browser::scroll_to(&heading, browser::Place::Center);
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            open();
        }
    };
    view! {
        <g class="bin" role="button" tabindex="0" aria-label={name} on:click={move |_| open()} on:keydown={key}>
            <rect class="box" x={bin.x} y={bin.y - 9.0} width={bin.width} height={"18"}></rect>
            <text class="strong" x={bin.x + bin.width / 2.0} y={bin.y + 4.0} text-anchor="middle">{count}</text>
        </g>
    }
}

fn brush_ground(line: Line, height: f64) -> impl IntoView {
    let (from, to) = line.brush()?;
    let scale = line.scale();
    let edge = |day: i32| within(scale.x(f64::from(day)), -2.0, scale.width + 2.0);
    let (left, right) = (edge(from.0), edge(to.0 + 1));
    Some(view! {
        <rect class="brush" x={left} y={AXIS} width={right - left} height={height - AXIS}></rect>
        <path class="brushe" d={path(&[("M", &[left, AXIS]), ("V", &[height]), ("M", &[right, AXIS]), ("V", &[height])])}></path>
    })
}

/// The brush's two ends: dragged, or moved by arrows.
fn grips(line: Line) -> impl IntoView {
    let (from, to) = line.brush()?;
    let scale = line.scale();
    let grip = move |day: Day, moment: i32, name: &'static str, which: gesture::Grip| {
        let x = scale.x(f64::from(moment));
        (-1.0..=scale.width + 1.0).contains(&x).then(|| {
            let text = crate::screen::timeline_dates::short_day(day, line.words.language);
            view! {
                <rect class="grip" x={x - 4.0} y={AXIS + 3.0} width={"8"} height={"18"} rx={"1.5"} tabindex="0" role="slider"
                    aria-label={name} aria-valuenow={day.0} aria-valuetext={text} aria-valuemin={day.0 - 36_500} aria-valuemax={day.0 + 36_500}
                    data-grip={which.name()} on:keydown={move |event| gesture::nudge(line, which, &event)}></rect>
            }
        })
    };
    Some(view! {
        {grip(from, from.0, line.words.period_start, gesture::Grip::Start)}
        {grip(to, to.0 + 1, line.words.period_end, gesture::Grip::End)}
    })
}

/// What lies outside the window, said at its edges.
fn edges(line: Line) -> impl IntoView {
    let picture = line.picture.read();
    let starts_home = line.start.is_some_and(|start| f64::from(start.0) - line.window.get().0 < 1.0);
    let side = |outside: &Outside, template: &'static str, toward: Toward| {
        let names: Vec<String> = outside.entries.iter().map(|entry| line.name(*entry)).collect();
        let far = match toward {
            Toward::Left => outside.entries.first(),
            Toward::Right => outside.entries.last(),
        };
        let far = far.copied();
        let count = fill(template, &[&number(outside.count as u64, line.words.language)]);
        let count =
            if toward == Toward::Left && starts_home { format!("{}, {count}", line.words.prehistory) } else { count };
        let names = format!(": {}", names.join("; "));
        let arrows = if toward == Toward::Left { ("← ", "") } else { ("", " →") };
        let act = move |_| {
            let reach = far.and_then(|far| {
                line.items.with_value(|items| items.iter().find(|item| item.entry == far)?.drawn.shape.place())
            });
            if let Some(place) = reach {
                let (from, to) = line.window.get_untracked();
                let air = (to - from) * 0.08;
                line.go(match toward {
                    Toward::Left => (f64::from(place) - air, to),
                    Toward::Right => (from, f64::from(place) + 1.0 + air),
                });
            }
        };
        (outside.count > 0).then(|| view! {
            <button type="button" class="edge" on:click={act}>{arrows.0}<b>{count}</b><span class="wide">{names}</span>{arrows.1}</button>
        })
    };
    view! {
        <p class="edges">
            {side(&picture.before, line.words.outside_before, Toward::Left)}
            {side(&picture.after, line.words.outside_after, Toward::Right)}
        </p>
    }
}

/// What each way of drawing means.
pub fn legend(words: &'static Words) -> impl IntoView {
    let mark = |piece: Vec<Piece>| Mark { pieces: piece, ..Mark::default() };
    let keys = [
        (12.0, mark(vec![Piece::Lozenge { x: 6.0 }]), words.key_day),
        (24.0, mark(vec![Piece::Frame { x: 2.0, width: 20.0 }]), words.key_unit),
        (
            30.0,
            mark(vec![Piece::Hatch { x: 2.0, width: 26.0 }, Piece::Post { x: 2.0 }, Piece::Post { x: 28.0 }]),
            words.key_somewhere,
        ),
        (26.0, mark(vec![Piece::Solid { x: 1.0, width: 24.0 }]), words.key_lasted),
        (30.0, mark(vec![Piece::Wave { x: 1.0, width: 28.0 }]), words.key_about),
        (
            34.0,
            mark(vec![
                Piece::Post { x: 2.0 },
                Piece::Fade { x: 2.0, width: 30.0, toward: Toward::Right, certain: true },
            ]),
            words.key_open,
        ),
        (16.0, mark(vec![Piece::Asked { x: 8.0 }]), words.key_undated),
    ];
    let key = |(width, mark, name): (f64, Mark, &'static str)| {
        view! { <span><svg class="fig" width={width} height={"18"} aria-hidden="true">{ink(&mark, 9.0, Size::ROW)}</svg>{name}</span> }
    };
    let bin = view! {
        <span>
            <svg class="fig" width={"28"} height={"18"} aria-hidden="true">
                <rect class="box" x={"1"} y={"1.5"} width={"26"} height={"15"}></rect><text x={"14"} y={"13"} text-anchor="middle">{"14"}</text>
            </svg>
            {words.key_bin}
        </span>
    };
    view! { <p class="key">{keys.into_iter().map(key).collect_view()}{bin}</p> }
}
