//! Values of attributes, classes, styles and properties.

use super::live;
use crate::screen::px::Px;

pub enum Attr {
    Absent,
    Text(String),
    Live(Box<dyn FnMut() -> Attr>),
}

/// Puts a value in its place; `None` takes it away.
type Setter = dyn Fn(Option<&str>);

impl Attr {
    /// Its text now; `None` takes the attribute away.
    fn settled(self) -> Option<String> {
        match self {
            Attr::Absent => None,
            Attr::Text(text) => Some(text),
            Attr::Live(mut value) => value().settled(),
        }
    }

    /// Sets the value now, and whenever it changes.
    pub fn follow(self, set: Box<Setter>) {
        let Attr::Live(mut value) = self else {
            return set(self.settled().as_deref());
        };
        let mut standing = None;
        live(Box::new(move || {
            let next = Some(value().settled());
            if next != standing {
                standing = next;
                set(standing.as_ref().and_then(Option::as_deref));
            }
        }));
    }
}

pub trait IntoAttr {
    fn into_attr(self) -> Attr;
}

impl IntoAttr for String {
    fn into_attr(self) -> Attr {
        Attr::Text(self)
    }
}

impl IntoAttr for &str {
    fn into_attr(self) -> Attr {
        Attr::Text(self.to_owned())
    }
}

/// Present or not.
impl IntoAttr for bool {
    fn into_attr(self) -> Attr {
        if self { Attr::Text(String::new()) } else { Attr::Absent }
    }
}

macro_rules! printed {
    ($($number:ty),*) => {
        $(impl IntoAttr for $number {
            fn into_attr(self) -> Attr {
                Attr::Text(self.to_string())
            }
        })*
    };
}

printed!(usize, i32, u32, u64);

/// Pixels.
impl IntoAttr for f64 {
    fn into_attr(self) -> Attr {
        Attr::Text(Px(self).to_string())
    }
}

impl<A: IntoAttr> IntoAttr for Option<A> {
    fn into_attr(self) -> Attr {
        self.map_or(Attr::Absent, IntoAttr::into_attr)
    }
}

impl<F: FnMut() -> A + 'static, A: IntoAttr> IntoAttr for F {
    fn into_attr(mut self) -> Attr {
        Attr::Live(Box::new(move || self().into_attr()))
    }
}
