//! The jump palette: Ctrl K or ⌘ K, from anywhere to anything that has a name.

use super::{
    browser,
    icon::{Icon, icon},
    search::pieces_bold,
    state::{App, use_app},
};
use crate::app::dom::prelude::*;
use crate::{
    engine::Language,
    screen::palette::{Act, Choice, Group, groups},
};
use leptos::ev::KeyboardEvent;

const INPUT: &str = "palet";

#[component]
pub fn Palette() -> impl IntoView {
    let app = use_app();
    move || app.palette.get().then(|| view! { <Open /> })
}

/// What had the focus gets it back.
fn close(app: App, back: Option<String>) {
    app.palette.set(false);
    if let Some(id) = back {
        browser::focus_later(id);
    }
}

#[component]
fn Open() -> impl IntoView {
    let app = use_app();
    let words = app.all_words();
    let back = StoredValue::new(browser::focused_id().or_else(|| Some("ga-naar".to_owned())));
    let needle = RwSignal::new(String::new());
    let found = Memo::new(move |_| groups(&app.engine(), &needle.get(), app.all_words()));
    let chosen = RwSignal::new(0_usize);
    let n = move || found.with(|groups| groups.iter().map(|group| group.choices.len()).sum::<usize>());
    browser::focus_later(INPUT);
    let leave = move || close(app, back.get_value());
    let act = move |index: usize| {
        let choice = found.with_untracked(|groups| {
            groups.iter().flat_map(|group| &group.choices).nth(index).map(|choice| choice.act.clone())
        });
        if let Some(choice) = choice {
            app.palette.set(false);
            carry_out(app, choice);
        }
    };
    let step = move |by: isize| {
        let all = n().max(1) as isize;
        chosen.update(|index| *index = (*index as isize + by).rem_euclid(all) as usize);
        browser::next_frame(|| {
            if let Some(line) = browser::first(".palette .is-sel") {
                browser::scroll_to(&line, browser::Place::Nearest);
            }
        });
    };
    let key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "PageDown" => step(6),
            "PageUp" => step(-6),
            "Enter" => act(chosen.get_untracked()),
            "Escape" => leave(),
            // The one thing in here that takes the focus is the input.
            "Tab" => {}
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let input = move |event: leptos::ev::Event| {
        chosen.set(0);
        needle.set(event_target_value(&event));
    };
    view! {
        <div class="shade" on:click={move |_| leave()}></div>
        <div class="palette" role="dialog" aria-modal="true" aria-label={words.jump} on:keydown={key}>
            <div class="find">
                {icon(Icon::Jump)}
                <input id={INPUT} type="text" role="combobox" aria-expanded="true" aria-controls="opties" aria-autocomplete="list"
                    autocomplete="off" autocapitalize="off" spellcheck="false" aria-label={words.palette_label}
                    placeholder={words.palette_label} aria-activedescendant={move || format!("optie-{}", chosen.get())}
                    on:input={input} />
                <button class="quiet" type="button" tabindex="-1" aria-label={words.close} on:click={move |_| leave()}>{icon(Icon::Cross)}</button>
            </div>
            <div role="listbox" id="opties" aria-label={words.palette_options}>
                {move || found.with(|groups| lines(groups, chosen, act))}
            </div>
            <div class="keys">
                <span><kbd>{"↑"}</kbd>" "<kbd>{"↓"}</kbd>" "{words.choose}</span>
                <span><kbd>{"Enter"}</kbd>" "{words.open}</span>
                <span><kbd>{"Esc"}</kbd>" "{words.close}</span>
            </div>
        </div>
    }
}

fn lines(groups: &[Group], chosen: RwSignal<usize>, act: impl Fn(usize) + Copy + 'static) -> AnyView {
    let mut index = 0;
    let mut views = Vec::new();
    for group in groups {
        let choices = group.choices.iter().map(|choice| {
            index += 1;
            line(choice, index - 1, chosen, act)
        });
        let choices = choices.collect_view();
        views.push(view! {
            <div role="group" aria-label={group.name}>
                <p class="grp" aria-hidden="true">{group.name}</p>
                {choices}
            </div>
        });
    }
    views.collect_view().into_any()
}

fn line(choice: &Choice, index: usize, chosen: RwSignal<usize>, act: impl Fn(usize) + Copy + 'static) -> AnyView {
    let is_chosen = move || chosen.get() == index;
    view! {
        <div class="opt" class:is-sel={is_chosen} role="option" id={format!("optie-{index}")}
            aria-selected={move || if is_chosen() { "true" } else { "false" }}
            on:pointermove={move |_| if chosen.get_untracked() != index { chosen.set(index) }}
            on:click={move |_| act(index)}>
            <span>{pieces_bold(&choice.label)}</span>
            <span>{choice.hint.clone()}</span>
        </div>
    }
    .into_any()
}

fn carry_out(app: App, act: Act) {
    match act {
        Act::Go(route) => app.navigate(route),
        Act::NextTheme => app.set_theme(app.theme_now().next()),
        Act::OtherLanguage => app.set_language(match app.language() {
            Language::Dutch => Language::English,
            Language::English => Language::Dutch,
        }),
        Act::Print => browser::next_frame(browser::print),
        Act::CopyLink => {
            let link = browser::page_address() + &app.route_now().href();
            app.copy(&link, app.all_words().copied_link);
        }
    }
}
