//! A search whose answers come by message. Hits come first and stand; counting follows when the typing rests, and adds to
//! the list's end only. What stood before stays until there is something new, and a newer query takes the place of one
//! that waits.

use super::{Answered, Asked, Find, Means, Tries, window};
use crate::app::{browser, dom::prelude::*, seeker, state::App};
use crate::{
    engine::{Answer, DocId, Filters, Hit},
    screen::{
        results::Way,
        seek::{Question, Reply, Sought},
        slices::{Heights, List},
    },
};
use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

pub const WHOLE: Means = Means { answer, list, hit, view: window::view, more: |_| (), ways, tries };

/// How long the typing rests before all that matches is counted.
const REST_MILLIS: u32 = 150;

#[derive(Clone, Debug, PartialEq)]
struct Arrived {
    sought: Sought,
    answer: Arc<Answer>,
    list: Arc<List>,
}

/// What stood when the reader left the list, for when he comes back.
#[derive(Clone, Default)]
pub struct Kept {
    arrived: Option<Arrived>,
    extra: Vec<Hit>,
    pub heights: Heights,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
    /// The view that stands: there is one in a page.
    static DESK: Cell<Option<Desk>> = const { Cell::new(None) };
}

pub fn kept() -> Kept {
    KEPT.with_borrow(Kept::clone)
}

pub fn keep(change: impl FnOnce(&mut Kept)) {
    KEPT.with_borrow_mut(change);
}

/// The question that is out, and the one that waits for its answer.
#[derive(Default)]
struct Talk {
    is_busy: bool,
    waiting: Option<Sought>,
    rest: Option<browser::Timeout>,
}

#[derive(Clone, Copy)]
struct Desk {
    app: App,
    is_large: bool,
    sought: Memo<Sought>,
    arrived: RwSignal<Option<Arrived>>,
    /// Hits besides those of the answer; they go before it.
    extra: RwSignal<Vec<Hit>>,
    talk: StoredValue<Talk, LocalStorage>,
}

fn answer(app: App, query: Memo<String>, filters: Memo<Filters>) -> Answered {
    let sought = Memo::new(move |_| Sought { query: query.get(), filters: filters.get() });
    let now = sought.get_untracked();
    let standing = kept();
    let is_back = standing.arrived.as_ref().is_some_and(|arrived| arrived.sought == now);
    if !is_back {
        keep(|kept| *kept = Kept::default());
    }
    let desk = Desk {
        app,
        is_large: app.is_large(),
        sought,
        arrived: RwSignal::new(standing.arrived.filter(|_| is_back)),
        extra: RwSignal::new(if is_back { standing.extra } else { Vec::new() }),
        talk: StoredValue::new_local(Talk::default()),
    };
    desk.ask(now);
    Effect::new(move || {
        app.follow_whole();
        desk.ask(sought.get());
    });
    DESK.set(Some(desk));
    Memo::new(move |_| desk.arrived.with(|it| it.as_ref().map(|it| Arc::clone(&it.answer))))
}

fn list(_: &Find) -> Arc<List> {
    let Some(desk) = DESK.get() else { return Arc::default() };
    desk.arrived.with(|it| it.as_ref().map(|it| Arc::clone(&it.list)).unwrap_or_default())
}

fn hit(find: Find, key: (DocId, u32)) -> Asked<Option<Hit>> {
    // A row is drawn anew only when something in it changed.
    let hit = Memo::new(move |_| came(find, key));
    Box::new(move || hit.get())
}

/// A hit of the list, where it has come; tracked.
pub fn came(find: Find, key: (DocId, u32)) -> Option<Hit> {
    let extra = DESK
        .get()
        .and_then(|desk| desk.extra.with(|extra| extra.iter().find(|hit| (hit.doc, hit.passage) == key).cloned()));
    extra.or_else(|| find.answered(key))
}

impl Desk {
    fn ask(self, sought: Sought) {
        self.talk.update_value(|talk| (talk.rest, talk.waiting) = (None, None));
        let standing =
            self.arrived.with_untracked(|it| Some((it.as_ref()?.sought.clone(), it.as_ref()?.answer.counted)));
        match standing {
            Some((standing, counted)) if standing == sought => {
                if !counted {
                    self.count_later(sought);
                }
            }
            standing if sought.query.trim().is_empty() => {
                if standing.is_some() {
                    self.arrived.set(None);
                }
            }
            _ if self.talk.with_value(|talk| talk.is_busy) => {
                self.talk.update_value(|talk| talk.waiting = Some(sought))
            }
            _ if self.is_large => self.send(Question::Glance(sought.clone()), sought),
            _ => self.send(Question::Count(sought.clone()), sought),
        }
    }

    fn send(self, question: Question, sought: Sought) {
        self.talk.update_value(|talk| talk.is_busy = true);
        seeker::ask(self.app, question, move |reply| {
            // The view may have gone meanwhile.
            let Some(waiting) = self.talk.try_update_value(|talk| {
                talk.is_busy = false;
                talk.waiting.take()
            }) else {
                return;
            };
            let is_over = self.sought.with_untracked(|now| now.query.trim().is_empty());
            if let Reply::Answer(answer) = reply
                && !is_over
            {
                self.take(&sought, answer);
            }
            if let Some(waiting) = waiting {
                self.ask(waiting);
            }
        });
    }

    fn count_later(self, sought: Sought) {
        // Counting reads all that matches: nothing to begin with while most of it has yet to come.
        if !self.app.is_whole() {
            return;
        }
        let count = move || {
            if self.talk.try_with_value(|talk| !talk.is_busy) == Some(true) {
                self.send(Question::Count(sought.clone()), sought);
            }
        };
        self.talk.update_value(|talk| talk.rest = Some(browser::after(REST_MILLIS, count)));
    }

    fn take(self, sought: &Sought, mut answer: Answer) {
        let standing = self.arrived.get_untracked();
        let same = standing.as_ref().filter(|standing| standing.sought == *sought);
        if answer.counted && self.is_large && same.is_none() {
            // Something else was asked for while this was counted.
            return;
        }
        let list = match same {
            Some(standing) => {
                // What stands stays as it is.
                let hits = standing.answer.groups.iter().flat_map(|group| group.hits.iter().cloned());
                self.extra.update(|extra| extra.extend(hits));
                answer.corrections = standing.answer.corrections.clone();
                answer.notes = standing.answer.notes.clone();
                standing.list.with(&answer)
            }
            None => {
                self.extra.set(Vec::new());
                if let Some(standing) = standing.as_ref().filter(|_| !answer.counted) {
                    // Until there are new numbers, the old ones keep their places.
                    answer.facets = standing.answer.facets.clone();
                    answer.months = standing.answer.months.clone();
                }
                let turn = standing.as_ref().map_or(0, |standing| standing.list.turn + 1);
                let hits = List { turn, ..List::of(&answer) };
                if answer.counted { hits.with(&answer) } else { hits }
            }
        };
        let counted = answer.counted;
        let arrived = Arrived { sought: sought.clone(), answer: Arc::new(answer), list: Arc::new(list) };
        keep(|kept| kept.arrived = Some(arrived.clone()));
        self.arrived.set(Some(arrived));
        if !counted {
            self.count_later(sought.clone());
        }
    }
}

/// Asks for hits that the list names and that have not come; `arrive` hears of them just before they take their places.
pub fn fetch(app: App, passages: Vec<(DocId, u32)>, arrive: impl FnOnce() + 'static) {
    let Some(Arrived { sought, answer, list }) = kept().arrived else { return };
    let forgiving = answer.forgiving;
    seeker::ask(app, Question::Show { sought, forgiving, passages }, move |reply| {
        let (Some(desk), Reply::Hits(hits)) = (DESK.get(), reply) else { return };
        if desk.arrived.try_with_untracked(|it| it.as_ref().map(|it| it.list.turn)).flatten() == Some(list.turn) {
            arrive();
            desk.extra.update(|extra| extra.extend(hits));
            keep(|kept| kept.extra = desk.extra.get_untracked());
        }
    });
}

fn ways(find: Find) -> Asked<Vec<Way>> {
    let found = RwSignal::new(Vec::new());
    Effect::new(move || {
        let sought = Sought { query: find.query.get(), filters: find.filters.get() };
        find.answer.track();
        seeker::ask(find.app, Question::Ways(sought, find.app.language()), move |reply| {
            if let Reply::Ways(ways) = reply {
                found.try_set(ways);
            }
        });
    });
    Box::new(move || found.get())
}

fn tries(app: App) -> Asked<Tries> {
    let tries = RwSignal::new(Tries::default());
    seeker::ask(app, Question::Examples(app.language()), move |reply| {
        if let Reply::Examples { queries, syntax } = reply {
            tries.try_set(Tries { queries, syntax });
        }
    });
    Box::new(move || tries.get())
}
