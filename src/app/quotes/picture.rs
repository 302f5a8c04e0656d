//! The picture: documents in order of date, arcs from each source to who repeats it. Lies where there is width, stands
//! where there is not.

use super::Quotes;
use crate::app::dom::{self, prelude::*};
use crate::{
    app::{browser, timeline::ink},
    screen::{
        Route,
        arcs::{Arc, Node, STEP_TALL, STEP_WIDE, Web, lines, web},
        axis::{Rank, Scale},
        fill,
        measure::text_width,
        px::path,
        timeline_ink::Size,
        timeline_mark::mark,
        words::{count, number},
    },
};

const HIGHEST: f64 = 112.0;
/// Where documents stand when the picture lies: below the highest arc.
const LINE: f64 = HIGHEST + 16.0;
/// Where they stand when it stands: right of the widest arc.
const COLUMN: f64 = 116.0;

#[component]
pub fn PictureView(quotes: Quotes) -> impl IntoView {
    let frame = NodeRef::new_local(None);
    let width = RwSignal::new(if browser::is_narrow() { 340.0 } else { 1200.0 });
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            browser::on_width(&frame, move |wide| width.set(wide.floor().max(200.0)));
        }
    });
    let words = quotes.words;
    let picture = move || {
        let width = width.get();
        let engine = quotes.app.engine();
        if width < 640.0 {
            let room = 24;
            let nodes = engine.cards().len() + engine.missing().len().min(6);
            let length = STEP_TALL * nodes.min(room) as f64;
            tall(quotes, web(&engine, room, length, COLUMN - 14.0, words), width, length).into_any()
        } else {
            let room = (width / STEP_WIDE) as usize;
            wide(quotes, web(&engine, room, width, HIGHEST, words), width).into_any()
        }
    };
    view! {
        <figure>
            <div node_ref={frame}>{picture}</div>
            {key(quotes)}
        </figure>
    }
}

fn said(quotes: Quotes, web: &Web) -> String {
    let words = quotes.words;
    fill(words.web_picture, &[&count(web.arcs.len(), words.link_one, words.link_more, words.language)])
}

fn wide(quotes: Quotes, web: Web, width: f64) -> impl IntoView {
    let step = width / web.nodes.len().max(1) as f64;
    let axis = axis_of(&web.nodes, width);
    let height = LINE + if axis.is_some() { 118.0 } else { 64.0 };
    let labels = labels(quotes, &web);
    let picture = said(quotes, &web);
    let left_out = left_out(quotes, web.left_out);
    let curve = |arc: &Arc| {
        let (from, to) = (web.nodes[arc.from].at, web.nodes[arc.to].at);
        let top = LINE - 4.0 - arc.height / 0.75;
        if arc.from == arc.to {
            return (
                path(&[("M", &[from - 7.0, LINE]), ("C", &[from - 26.0, top, to + 26.0, top, to + 7.0, LINE - 8.0])]),
                head(to + 7.0, LINE - 2.0, arc.stroke, true),
            );
        }
        let start = LINE - 6.0;
        (
            path(&[("M", &[from, start]), ("C", &[from, top, to, top, to, LINE - 13.0])]),
            head(to, LINE - 4.0, arc.stroke, true),
        )
    };
    view! {
        <svg class="fig web0" width={width} height={height} role="group" aria-label={picture}>
            {web.arcs.iter().map(|arc| arc_view(quotes, &web.nodes, arc, curve(arc))).collect_view()}
            {labels}
            {axis.map(|scale| axis_view(quotes, &web.nodes, &scale))}
            {web.nodes.iter().map(|node| node_view(node, step)).collect_view()}
        </svg>
        {left_out}
    }
}

fn tall(quotes: Quotes, web: Web, width: f64, height: f64) -> impl IntoView {
    let picture = said(quotes, &web);
    let left_out = left_out(quotes, web.left_out);
    let curve = |arc: &Arc| {
        let (from, to) = (web.nodes[arc.from].at, web.nodes[arc.to].at);
        let left = COLUMN - 4.0 - arc.height / 0.75;
        if arc.from == arc.to {
            return (
                path(&[
                    ("M", &[COLUMN, from - 5.0]),
                    ("C", &[left, from - 18.0, left, to + 18.0, COLUMN - 8.0, to + 5.0]),
                ]),
                head(to + 5.0, COLUMN - 2.0, arc.stroke, false),
            );
        }
        let start = COLUMN - 6.0;
        (
            path(&[("M", &[start, from]), ("C", &[left, from, left, to, COLUMN - 13.0, to])]),
            head(to, COLUMN - 4.0, arc.stroke, false),
        )
    };
    let node = |node: &Node| {
        let (x, y) = (COLUMN + 16.0, node.at);
        let class = if node.id.is_some() { "strong" } else { "it" };
        let name = crate::screen::measure::fit(&node.name, width - x);
        let content = view! {
            <rect class="hit" x={COLUMN - 8.0} y={y - 17.0} width={width - COLUMN + 8.0} height={"34"}></rect>
            <rect class={if node.id.is_some() { "node" } else { "nodeq" }} x={COLUMN - 4.0} y={y - 4.0} width={"9"} height={"9"}></rect>
            <text class={class} x={x} y={y - 2.0}>{name}</text>" "
            <text class="ax" x={x} y={y + 12.0}>{node.when.clone()}</text>
        };
        linked(node, content)
    };
    view! {
        <svg class="fig web0" width={width} height={height} role="group" aria-label={picture}>
            {web.arcs.iter().map(|arc| arc_view(quotes, &web.nodes, arc, curve(arc))).collect_view()}
            {web.nodes.iter().map(node).collect_view()}
        </svg>
        {left_out}
    }
}

/// A triangle whose tip lies at (`x`, `y`), or turned for the standing picture.
fn head(x: f64, y: f64, stroke: f64, down: bool) -> String {
    let (half, long) = (stroke * 0.75 + 3.5, stroke * 0.8 + 7.5);
    if down {
        path(&[("M", &[x - half, y - long]), ("h", &[half * 2.0]), ("l", &[-half, long]), ("z", &[])])
    } else {
        path(&[("M", &[y - long, x - half]), ("v", &[half * 2.0]), ("l", &[long, -half]), ("z", &[])])
    }
}

/// An arc is the way into its list; what is missing leads to the missing sources.
fn arc_view(quotes: Quotes, nodes: &[Node], arc: &Arc, (line, head): (String, String)) -> impl IntoView + use<> {
    let [links, words] = arc.said(quotes.words);
    let label = fill(quotes.words.web_arc, &[&nodes[arc.from].name, &nodes[arc.to].name, &links, &words]);
    let chosen = !arc.gone && quotes.picks.read().documents == arc.picks.documents;
    let class = match (arc.gone, chosen, arc.directed) {
        (true, ..) => "arc gone",
        (_, true, _) => "arc is-sel",
        (.., false) => "arc alike",
        _ => "arc",
    };
    let href = if arc.gone {
        nodes[arc.to].id.clone().map(|id| Route::document(id).href())
    } else if chosen {
        Some(quotes.narrowed(&crate::screen::quotes::Picks { documents: Vec::new(), ..quotes.picks.get() }).href())
    } else {
        let picks = crate::screen::quotes::Picks { documents: arc.picks.documents.clone(), ..quotes.picks.get() };
        Some(quotes.narrowed(&picks).href())
    };
    let content = view! {
        <path class="reach" d={line.clone()}></path>
        <path class={class} stroke-width={arc.stroke} d={line}></path>
        {arc.directed.then(|| view! { <path class={if arc.gone { "head gone" } else { "head" }} d={head}></path> })}
    };
    dom::drawn("a").attr("href", href).attr("aria-label", label).attr("class", "flow").child(content)
}

/// Counts at the top of arcs between documents, where no other label stands.
fn labels(quotes: Quotes, web: &Web) -> impl IntoView + use<> {
    let mut placed: Vec<(f64, f64, f64)> = Vec::new();
    let mut found = Vec::new();
    for arc in web.arcs.iter().filter(|arc| !arc.gone && arc.from != arc.to) {
        let (from, to) = (web.nodes[arc.from].at, web.nodes[arc.to].at);
        let said = arc.said(quotes.words);
        let (middle, apart) = ((from + to) / 2.0, (from - to).abs());
        let text = said.join(", ");
        let half = text_width(&text) / 2.0 + 6.0;
        let over = half * 2.0 < apart * 0.62;
        let half = if over { half } else { text_width(&said[1]).max(text_width(&said[0])) / 2.0 };
        let top = LINE - 4.0 - arc.height + if over { 4.0 } else { 18.0 + arc.stroke / 2.0 };
        let low = if over { top } else { top + 14.0 };
        let free = |y: f64| {
            placed.iter().all(|(x, taken, width)| (x - middle).abs() > width + half || (taken - y).abs() > 15.0)
        };
        if !free(top) || !free(low) || (!over && half > apart / 2.0 - 4.0) {
            continue;
        }
        placed.push((middle, top, half));
        placed.push((middle, low, half));
        let class = if over { "strong halo2" } else { "strong halo" };
        let rows = if over { vec![text] } else { said.to_vec() };
        for (index, row) in rows.into_iter().enumerate() {
            let y = top + 14.0 * index as f64;
            found.push(view! { <text class={class} x={middle} y={y} text-anchor="middle">{row}</text> });
        }
    }
    found
}

fn node_view(node: &Node, step: f64) -> impl IntoView + use<> {
    let is_here = node.id.is_some();
    let x = node.at;
    let names = lines(&node.name, step - 8.0);
    let n_names = names.len() as f64;
    let class = if is_here { "strong" } else { "it" };
    let name = |(index, line): (usize, String)| {
        view! { <text class={class} x={x} y={LINE + 22.0 + 14.0 * index as f64} text-anchor="middle">{line}</text>" " }
    };
    let when = crate::screen::measure::fit(&node.when, step - 2.0);
    let content = view! {
        <rect class="hit" x={x - step / 2.0 + 2.0} y={LINE - 8.0} width={step - 4.0} height={"58"}></rect>
        <rect class={if is_here { "node" } else { "nodeq" }} x={x - 4.5} y={LINE - 4.0} width={"9"} height={"9"}></rect>
        {names.into_iter().enumerate().map(name).collect_view()}
        <text class="ax" x={x} y={LINE + 22.0 + 14.0 * n_names} text-anchor="middle">{when}</text>
    };
    linked(node, content)
}

/// A document leads to itself; a missing source leads nowhere from here.
fn linked(node: &Node, content: impl IntoView + 'static) -> AnyView {
    match &node.id {
        Some(id) => dom::drawn("a")
            .attr("href", Route::document(id.clone()).href())
            .attr("class", "stand")
            .child(content)
            .into_any(),
        None => view! { <g>{content}</g> }.into_any(),
    }
}

/// The true axis below, where anything is dated.
fn axis_of(nodes: &[Node], width: f64) -> Option<Scale> {
    let bounds = nodes.iter().filter_map(|node| node.drawn.map(|drawn| drawn.shape.bounds()));
    let (mut first, mut last) = (i32::MAX, i32::MIN);
    for (from, to) in bounds {
        first = first.min(from.or(to).unwrap_or(i32::MAX));
        last = last.max(to.or(from).unwrap_or(i32::MIN));
    }
    (first < last).then(|| {
        let (first, last) = (f64::from(first), f64::from(last));
        let air = ((last - first) * 0.06).max(45.0);
        Scale::new(first - air, last + air, width)
    })
}

fn axis_view(quotes: Quotes, nodes: &[Node], scale: &Scale) -> impl IntoView + use<> {
    let y = LINE + 86.0;
    let tick = |tick: crate::screen::axis::Tick| {
        let year = tick.rank != Rank::Part;
        year.then(|| {
            view! {
                <path class="tick2" d={path(&[("M", &[tick.x, y - 6.0]), ("v", &[12.0])])}></path>
                <text class="axb" x={tick.x + 4.0} y={y + 15.0}>{tick.label}</text>
            }
        })
    };
    let lead = |node: &Node| {
        let drawn = node.drawn?;
        let mark = mark(&drawn, scale)?;
        let to = (mark.left + mark.right) / 2.0;
        let is_here = node.id.is_some();
        let place = if is_here {
            view! { <g>{ink(&mark, y, Size::SMALL)}</g> }.into_any()
        } else {
            view! { <rect class="nodeq" x={to - 4.0} y={y - 4.0} width={"8"} height={"8"}></rect> }.into_any()
        };
        Some(
            view! { <path class="lead" d={path(&[("M", &[node.at, LINE + 58.0]), ("L", &[to, y - 7.0])])}></path>{place} },
        )
    };
    view! {
        <path class="base" d={path(&[("M", &[0.0, y]), ("H", &[scale.width])])}></path>
        {scale.ticks(quotes.words.language).into_iter().map(tick).collect_view()}
        {nodes.iter().filter_map(lead).collect_view()}
    }
}

fn left_out(quotes: Quotes, n: usize) -> impl IntoView {
    (n > 0).then(|| view! { <p class="small faint">{fill(quotes.words.web_left_out, &[&number(n as u64, quotes.words.language)])}</p> })
}

fn key(quotes: Quotes) -> impl IntoView {
    let words = quotes.words;
    view! {
        <p class="key">
            <span><svg class="fig" width={"12"} height={"14"} aria-hidden="true"><rect class="node" x={"1.5"} y={"2.5"} width={"9"} height={"9"}></rect></svg>{words.key_document}</span>
            <span><svg class="fig" width={"12"} height={"14"} aria-hidden="true"><rect class="nodeq" x={"1.5"} y={"2.5"} width={"9"} height={"9"}></rect></svg>{words.key_missing}</span>
            <span>
                <svg class="fig" width={"32"} height={"14"} aria-hidden="true">
                    <path class="arc" d={"M1 7H11"} stroke-width={"1.5"}></path><path class="arc" d={"M15 7H31"} stroke-width={"6"}></path>
                </svg>
                {words.key_width}
            </span>
        </p>
    }
}
