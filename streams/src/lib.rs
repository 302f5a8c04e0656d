//! Stands in for the crate `wasm-streams`, which Leptos brings along to speak with a server.
//!
//! That crate exports functions for JavaScript, and what is exported no linker drops: 13 kB of the page, which has no
//! server. This one has the surface that `server_fn` compiles against and no exports; nothing of it is ever called.

use futures_core::Stream;
use std::{
    pin::Pin,
    task::{Context, Poll},
};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// A stream of a request or an answer.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// One that holds nothing.
    pub fn from_stream<S: Stream<Item = Result<JsValue, JsValue>> + 'static>(_: S) -> ReadableStream {
        ReadableStream(web_sys::ReadableStream::new().unwrap_throw())
    }

    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

/// Ends at once.
pub struct IntoStream;

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
