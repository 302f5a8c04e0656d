//! Hits by month, and the brush that narrows to a stretch of them.

use super::Find;
use crate::app::dom::prelude::*;
use crate::{
    app::{browser, state::App},
    engine::Filters,
    screen::{
        fill,
        histogram::{Bar, Histogram as Bars, bars},
        px::{Percent, Px},
    },
};
use leptos::ev::{KeyboardEvent, PointerEvent};

#[component]
pub fn Histogram(find: Find) -> impl IntoView {
    let app = find.app;
    let engine = app.engine();
    let dossier = engine.dossier();
    let Some(span) = dossier.earliest.zip(dossier.latest) else { return ().into_any() };
    let histogram = Memo::new(move |_| {
        find.answer.with(|answer| bars(span, answer.as_ref().map_or(&[], |answer| &answer.months), app.language()))
    });
    // The chosen stretch, as bars: both ends included.
    let chosen = Memo::new(move |_| {
        find.filters.with(|filters| histogram.with(|histogram| histogram.chosen(filters.from, filters.to)))
    });
    let choose = move |first: usize, last: usize| {
        let (from, to) = histogram.with_untracked(|histogram| histogram.days(first, last));
        let filters = find.filters.get_untracked();
        find.filter(Filters { from, to, ..filters });
    };
    // The bar that stays while the pointer moves.
    let anchor = RwSignal::new(None::<usize>);
    let at = move |event: &PointerEvent| {
        let part =
            browser::first("#histogram .plot").map(|plot| browser::part_of_width(&plot, f64::from(event.client_x())));
        histogram.with_untracked(|histogram| histogram.bar_at(part.unwrap_or(0.0)))
    };
    let down = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let grip = browser::target_part(&event);
        let bar = at(&event);
        let fixed = match (grip.as_deref(), chosen.get_untracked()) {
            (Some("from"), Some((_, last))) => last,
            (Some("to"), Some((first, _))) => first,
            _ => bar,
        };
        anchor.set(Some(fixed));
        if let Some(plot) = browser::first("#histogram .plot") {
            browser::capture(&plot, event.pointer_id());
        }
        if grip.is_none() {
            choose(bar, bar);
        }
    };
    let moved = move |event: PointerEvent| {
        let Some(fixed) = anchor.get_untracked() else { return };
        let bar = at(&event);
        if chosen.get_untracked() != Some((fixed.min(bar), fixed.max(bar))) {
            choose(fixed.min(bar), fixed.max(bar));
        }
    };
    let up = move |_| anchor.set(None);
    // Where hits come before their numbers, the figure keeps its place.
    let held = app.is_large();
    let shown = move || {
        held || find.answer.with(|it| it.as_ref().is_some_and(|it| !it.months.is_empty())) || chosen.get().is_some()
    };
    view! {
        <figure class="hist" hidden={move || !shown()} id="histogram" data-part="histogram">
            <div class="plot" on:pointerdown={down} on:pointermove={moved} on:pointerup={up} on:pointercancel={up}>
                {move || histogram.with(|histogram| picture(app, histogram, chosen.get()))}
                <Grip histogram=histogram chosen=chosen end=End::From choose=Callback::new(move |(first, last)| choose(first, last)) />
                <Grip histogram=histogram chosen=chosen end=End::To choose=Callback::new(move |(first, last)| choose(first, last)) />
            </div>
        </figure>
    }
    .into_any()
}

fn picture(app: App, histogram: &Bars, chosen: Option<(usize, usize)>) -> AnyView {
    const HIGH: f64 = 40.0;
    const BASE: f64 = 56.0;
    let percent = |part: f64| Percent(part).to_string();
    let brush = chosen.map(|(first, last)| {
        let (from, to) = (histogram.left(first), histogram.left(last + 1));
        view! { <rect class="brush" x={percent(from)} y={"0"} width={percent(to - from)} height={"56"}></rect> }
    });
    let labelled = histogram.bars.len() <= 60;
    let one = |(index, bar): (usize, &Bar)| {
        let tall = HIGH * bar.n as f64 / histogram.most.max(1) as f64;
        let sure = HIGH * bar.n_certain as f64 / histogram.most.max(1) as f64;
        let (x, width) = (histogram.left(index), histogram.left(index + 1) - histogram.left(index));
        let rect = move |class: &'static str, tall: f64| {
            view! {
                <rect class={class} x={percent(x + width * 0.08)} width={percent(width * 0.84)} y={Px(BASE - tall).to_string()} height={Px(tall).to_string()}></rect>
            }
        };
        let number = (labelled && bar.n > 0).then(|| view! {
            <text class="strong" x={percent(x + width / 2.0)} y={Px(BASE - tall - 4.0).to_string()} text-anchor="middle">{bar.n}</text>
        });
        view! { {(bar.n > bar.n_certain).then(|| rect("bar maybe", tall))} {(bar.n_certain > 0).then(|| rect("bar", sure))} {number} }
    };
    let bars = histogram.bars.iter().enumerate().filter(|(_, bar)| bar.n > 0).map(one).collect_view();
    let ticks = histogram.ticks.iter().map(|tick| {
        let x = percent(tick.at);
        let (line, bottom) = if tick.year { ("tick2", "72") } else { ("tick", "60") };
        let text = if tick.bold { "axb" } else { "ax" };
        let inset = if tick.at > 0.0 { "4" } else { "0" };
        let top = if tick.year { "0" } else { "52" };
        view! {
            <line class={line} x1={x.clone()} x2={x.clone()} y1={top} y2={bottom}></line>
            <svg x={x} overflow="visible"><text class={text} x={inset} y={"71"}>{tick.label.clone()}</text></svg>
        }
    });
    let label = fill(app.words_now().hits_by_month, &[&histogram.said]);
    view! {
        <svg class="fig" height={"76"} role="img" aria-label={label}>
            {brush}
            {ticks.collect_view()}
            <line class="base" x1={"0"} x2={"100%"} y1={"56"} y2={"56"}></line>
            {bars}
        </svg>
    }
    .into_any()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// One edge of the brush: dragged, or moved with arrows.
#[component]
fn Grip(
    histogram: Memo<Bars>,
    chosen: Memo<Option<(usize, usize)>>,
    end: End,
    choose: Callback<(usize, usize)>,
) -> impl IntoView {
    let words = crate::app::state::use_app().words_now();
    let n_bars = move || histogram.with(|histogram| histogram.bars.len());
    let both = move || chosen.get().unwrap_or((0, n_bars().saturating_sub(1)));
    let value = move || if end == End::From { both().0 } else { both().1 };
    let left = move || {
        let edge = if end == End::From { value() } else { value() + 1 };
        histogram.with(|histogram| Percent(histogram.left(edge)).to_string())
    };
    let text =
        move || histogram.with(|histogram| histogram.bars.get(value()).map(|bar| bar.name.clone()).unwrap_or_default());
    let key = move |event: KeyboardEvent| {
        let (first, last) = both();
        let here = value();
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => here.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => here + 1,
            "PageDown" => here.saturating_sub(12),
            "PageUp" => here + 12,
            "Home" => 0,
            "End" => n_bars(),
            _ => return,
        };
        event.prevent_default();
        let to = to.min(n_bars().saturating_sub(1));
        choose.run(if end == End::From { (to.min(last), last) } else { (first, to.max(first)) });
    };
    let (part, name) = if end == End::From { ("from", words.month_from) } else { ("to", words.month_to) };
    view! {
        <div class="grip" class:is-set={move || chosen.get().is_some()} role="slider" tabindex="0" aria-label={name} data-part={part}
            aria-valuemin="0" aria-valuemax={move || n_bars().saturating_sub(1)} aria-valuenow={value} aria-valuetext={text}
            style:left={left} on:keydown={key}></div>
    }
}
