//! What the reader has: pointer, width, language, wishes.

use leptos::prelude::window;

/// Whether a media query holds now.
pub fn media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

pub fn prefers_less_motion() -> bool {
    media("(prefers-reduced-motion: reduce)")
}

/// A finger rather than a mouse: no focus that would open a keyboard.
pub fn is_touch() -> bool {
    media("(pointer: coarse)")
}

/// Below 768 px: one column.
pub fn is_narrow() -> bool {
    media("(max-width: 47.99rem)")
}

/// Whether the page stands in another one's frame.
pub fn is_framed() -> bool {
    !matches!(window().parent(), Ok(Some(parent)) if parent == window())
}

/// What opens the jump palette here: keys, or without any the arrow above the page.
pub fn jump_key() -> &'static str {
    let agent = window().navigator().user_agent().unwrap_or_default();
    if is_touch() {
        "→"
    } else if agent.contains("Mac") || agent.contains("iPhone") || agent.contains("iPad") {
        "⌘ K"
    } else {
        "Ctrl K"
    }
}

pub fn browser_language() -> Option<String> {
    window().navigator().language()
}
