//! Views, and what can be one.

use super::{
    element::{El, fragment},
    part::part,
};
use leptos::reactive::graph::untrack;

/// Nodes that wait for their place.
pub enum View {
    Nothing,
    /// Not a node yet: a part that holds text already takes it in place.
    Text(String),
    /// An element, or a fragment of several nodes.
    Node(web_sys::Node),
}

pub trait IntoView: Sized {
    fn into_view(self) -> View;

    fn into_any(self) -> View {
        self.into_view()
    }
}

/// What `#[component]` makes.
pub trait Component {
    /// Its body: reads signals without following them.
    fn draw(self) -> View;
}

impl El {
    pub fn child(self, child: impl IntoView) -> El {
        self.append(child.into_view())
    }

    pub fn component(self, component: impl Component) -> El {
        self.append(untrack(move || component.draw()))
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::Nothing
    }
}

impl IntoView for El {
    fn into_view(self) -> View {
        View::Node(self.into_node())
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(self)
    }
}

impl IntoView for &str {
    fn into_view(self) -> View {
        View::Text(self.to_owned())
    }
}

macro_rules! printed {
    ($($number:ty),*) => {
        $(impl IntoView for $number {
            fn into_view(self) -> View {
                View::Text(self.to_string())
            }
        })*
    };
}

printed!(usize, i32, u32, u64);

impl<V: IntoView> IntoView for Option<V> {
    fn into_view(self) -> View {
        self.map_or(View::Nothing, IntoView::into_view)
    }
}

impl<V: IntoView> IntoView for Vec<V> {
    fn into_view(self) -> View {
        self.collect_view()
    }
}

/// A closure is a part of the page that follows the signals it reads.
impl<F: FnMut() -> V + 'static, V: IntoView> IntoView for F {
    fn into_view(mut self) -> View {
        part(Box::new(move || self().into_view()))
    }
}

pub trait CollectView {
    fn collect_view(self) -> View;
}

impl<I: IntoIterator<Item = V>, V: IntoView> CollectView for I {
    fn collect_view(self) -> View {
        let mut all = fragment();
        for view in self {
            all = all.append(view.into_view());
        }
        all.into_view()
    }
}
