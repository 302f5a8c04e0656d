// Keeps the page for when there is no network. The command fills in the edition and the list of files.
"use strict";
// Dossiers of one server share its caches.
const OURS = "weerklank " + self.registration.scope + " ";
const EDITION = OURS + "{edition}";
const FILES = "{files}";

self.addEventListener("install", (event) => {
  const isWasm = (file) => file.endsWith(".wasm");
  const keep = async () => {
    const kept = await caches.open(EDITION);
    await kept.addAll(FILES.filter((file) => !isWasm(file)));
    // What the loader takes instead where a host keeps those back.
    await kept.addAll(FILES.filter(isWasm)).catch(() => kept.add("later/fallback.js"));
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(OURS) && name !== EDITION;
  const clear = async () => {
    await Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

// A new edition waits until the reader asks for it.
self.addEventListener("message", (event) => {
  if (event.data === "weerklank-take-over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(self.registration.scope)) return;
  const address = new URL(url);
  address.search = "";
  address.hash = "";
  const answer = async () => {
    const kept = await caches.open(EDITION);
    return (await kept.match(address.href)) || fetch(event.request);
  };
  event.respondWith(answer());
});
