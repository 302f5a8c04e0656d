//! Signals, memos and effects. Leptos' do the work, and here they are compiled once: for a value of any type, behind a
//! pointer. Left to themselves they bring a copy of their code for every type that a page keeps, a tenth of the WASM.

use leptos::reactive::{
    computed, effect,
    graph::{Subscriber, ToAnySubscriber},
    owner::on_cleanup,
    signal,
    traits::{Get, GetUntracked, Set, Track},
};
use std::{any::Any, marker::PhantomData, sync::Arc};

type Value = Arc<dyn Any + Send + Sync>;

fn known<T: Send + Sync + 'static>(value: Value) -> Arc<T> {
    value.downcast().unwrap_or_else(|_| unreachable!("a signal holds values of its own type"))
}

/// A value that changes, and is followed where it is read. Copies are the same signal.
pub struct RwSignal<T> {
    inner: signal::RwSignal<Value>,
    of: PhantomData<fn() -> T>,
}

/// A value that follows from others, and counts as changed only when it differs.
pub struct Memo<T> {
    inner: computed::Memo<Derived>,
    of: PhantomData<fn() -> T>,
}

#[derive(Clone)]
struct Derived {
    value: Value,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Derived {
    fn eq(&self, other: &Derived) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(a: &dyn Any, b: &dyn Any) -> bool {
    a.downcast_ref::<T>() == b.downcast_ref::<T>()
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    pub fn new(value: T) -> RwSignal<T> {
        RwSignal { inner: signal::RwSignal::new(Arc::new(value)), of: PhantomData }
    }

    pub fn set(&self, value: T) {
        self.inner.set(Arc::new(value));
    }

    /// The same where the signal may be gone.
    pub fn try_set(&self, value: T) {
        let _ = self.inner.try_set(Arc::new(value));
    }

    pub fn update(&self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// `derive` is given what it gave the last time.
    pub fn new(derive: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Memo<T> {
        let derive =
            move |before: Option<&Value>| -> Value { Arc::new(derive(before.and_then(|value| value.downcast_ref()))) };
        Memo { inner: memo(Box::new(derive), same::<T>), of: PhantomData }
    }
}

type Derive = dyn Fn(Option<&Value>) -> Value + Send + Sync;

fn memo(derive: Box<Derive>, same: fn(&dyn Any, &dyn Any) -> bool) -> computed::Memo<Derived> {
    let memo = computed::ArcMemo::new(move |before: Option<&Derived>| Derived {
        value: derive(before.map(|before| &before.value)),
        same,
    });
    // What it follows and outlives it forgets it; by itself it would stay in their lists for good.
    let me = memo.to_any_subscriber();
    on_cleanup(move || me.clear_sources(&me));
    memo.into()
}

/// What reading is, followed and not; and that copies are the same.
macro_rules! readable {
    ($Signal:ident: $($value:tt)*) => {
        impl<T: Send + Sync + 'static> $Signal<T> {
            fn followed(&self) -> Value {
                self.inner.get()$($value)*
            }

            fn now(&self) -> Value {
                self.inner.get_untracked()$($value)*
            }

            /// Nothing where the signal is gone.
            pub fn try_with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> Option<U> {
                let held = self.inner.try_get_untracked()?;
                Some(look(&known(held$($value)*)))
            }

            pub fn try_get_untracked(&self) -> Option<T>
            where
                T: Clone,
            {
                self.try_with_untracked(T::clone)
            }

            pub fn track(&self) {
                self.inner.track();
            }

            pub fn read(&self) -> Arc<T> {
                known(self.followed())
            }

            pub fn read_untracked(&self) -> Arc<T> {
                known(self.now())
            }

            pub fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                look(&self.read())
            }

            pub fn with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                look(&self.read_untracked())
            }

            pub fn get(&self) -> T
            where
                T: Clone,
            {
                T::clone(&self.read())
            }

            pub fn get_untracked(&self) -> T
            where
                T: Clone,
            {
                self.with_untracked(T::clone)
            }
        }

        impl<T> Clone for $Signal<T> {
            fn clone(&self) -> $Signal<T> {
                *self
            }
        }

        impl<T> Copy for $Signal<T> {}
    };
}

readable!(RwSignal:);
readable!(Memo: .value);

/// What reaches out of the page, whenever a signal changes that it read.
pub struct Effect;

impl Effect {
    /// Runs when what is being drawn stands, and again at changes.
    #[allow(clippy::new_ret_no_self, reason = "as in Leptos; nothing is done with an effect")]
    pub fn new(run: impl FnMut() + 'static) {
        follow(Box::new(run));
    }

    /// `run` is given what it gave the last time.
    pub fn remembering<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
        let mut last = None;
        Effect::new(move || last = Some(run(last.take())));
    }
}

fn follow(run: Box<dyn FnMut()>) {
    effect::Effect::new(run);
}
