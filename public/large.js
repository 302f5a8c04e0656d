// What only a large dossier needs: a worker that searches, and a page that begins with the first part of the dossier.
//
// The worker runs the page's own module and glue, handed over, not loaded again. Where workers are refused the page
// searches by itself, once all of the dossier is there.
(function () {
  "use strict";
  const parts = (window.weerklank = window.weerklank || {});

  // Runs in the worker, as text. Messages: { open } once, { ask, number }, { whole }.
  const work = (glue) => {
    const failed = (message) => postMessage({ failed: String(message) });
    let seeker;
    let address;
    let whole;
    const allCame = new Promise((resolve) => (whole = resolve));
    let bound;

    const open = async ({ module, first, dossier, beside }) => {
      bound = glue();
      await bound(module);
      address = beside;
      if (first) {
        seeker = bound.Seeker.openFirst(first, failed);
      } else {
        const [section] = dossier ? [dossier] : WebAssembly.Module.customSections(module, "weerklank");
        seeker = bound.Seeker.open(new Uint8Array(section), failed);
        address = undefined;
      }
      postMessage({ ready: true });
      prepare(seeker);
    };

    // What the first question needs, in small steps between messages.
    const prepare = (own) => setTimeout(() => own === seeker && (own.prepare() || prepare(own)));

    // Only an answer to the very bytes asked for counts; a host that sends something else is not asked again.
    const fetched = async (from, to) => {
      const answer = await fetch(address, { headers: { Range: `bytes=${from}-${to - 1}` } });
      const got = answer.headers.get("content-range") || "";
      if (answer.status !== 206 || !got.startsWith(`bytes ${from}-${to - 1}/`) || answer.headers.get("content-encoding")) {
        if (answer.body) answer.body.cancel();
        throw new Error("no ranges");
      }
      return new Uint8Array(await answer.arrayBuffer());
    };
    const bring = async () => {
      const missed = address ? seeker.missed() : [];
      if (!missed.length) return false;
      const asked = seeker;
      const jobs = [];
      for (let at = 0; at < missed.length; at += 2) {
        const [from, to] = missed.slice(at, at + 2);
        jobs.push(fetched(from, to).then((bytes) => asked === seeker && seeker.fill(from, bytes)));
      }
      // Whichever is faster: these, or all.
      await Promise.race([allCame, Promise.all(jobs).catch(() => ((address = undefined), allCame))]);
      return true;
    };
    const answer = async ({ ask, number }) => {
      for (let round = 0; ; round += 1) {
        const reply = seeker.ask(ask);
        if (round === 8 || !(await bring())) return postMessage({ number, reply });
      }
    };

    const complete = (bytes) => {
      const part = seeker;
      seeker = bound.Seeker.open(bytes, failed);
      address = undefined;
      part.free();
      whole();
      prepare(seeker);
    };

    onmessageerror = () => failed("message");
    let opened;
    let turn;
    onmessage = ({ data }) => {
      if (data.open) turn = opened = open(data.open);
      else if (data.whole) opened = opened.then(() => complete(data.whole));
      else turn = turn.then(() => answer(data));
      Promise.all([opened, turn]).catch(failed);
    };
  };

  // A worker over a dossier. `source`: { first, beside }, { dossier }, or nothing where the module holds it.
  const line = (module, source) => {
    let replied = () => undefined;
    let refused = () => undefined;
    let isReady = false;
    let isOver = false;
    let worker;
    const give = (message) => {
      if (isOver) return;
      isOver = true;
      if (worker) worker.terminate();
      if (isReady) return parts.failed && parts.failed(message);
      parts.searcher = "page";
      console.info("Weerklank: searches without a worker (" + message + ")");
      if (parts.limited) {
        parts.limited(
          "Hier start geen worker: de pagina zelf zoekt, zodat typen in een groot dossier even kan haperen.",
          "No worker starts here: the page itself searches, so that typing may stutter in a large dossier."
        );
      }
      refused();
    };
    try {
      const text = `"use strict";(${work})(${parts.page})`;
      const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      worker = new Worker(parts.trusted(address));
      worker.onmessage = ({ data }) => {
        URL.revokeObjectURL(address);
        if (data.failed) give(data.failed);
        else if (data.ready) [isReady, parts.searcher] = [true, "worker"];
        else if (!isOver) replied(data.number, data.reply);
      };
      worker.onmessageerror = () => give("message");
      worker.onerror = (event) => (event.preventDefault(), give(event.message || "refused"));
      worker.postMessage({ open: { module, ...source } });
      // WebKitGTK was seen to say nothing at all.
      setTimeout(() => isReady || give("silent"), 4000);
    } catch (error) {
      give(String((error && error.message) || error));
    }
    // Named for tests.
    return (parts.talk = {
      listen: (onReply, onRefused) => {
        [replied, refused] = [onReply, onRefused];
        if (isOver && !isReady) setTimeout(refused);
      },
      ask: (number, ask) => isOver || worker.postMessage({ ask, number }),
      whole: (bytes) => isOver || worker.postMessage({ whole: bytes }, [bytes.buffer]),
    });
  };
  parts.line = line;

  // A file as it comes: its first part as soon as that is there, then all of it.
  const coming = (address, nFirst) => {
    let first;
    const whole = (async () => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(address + ": " + answer.status);
      const chunks = [];
      let n = 0;
      const joined = (most) => {
        const bytes = new Uint8Array(Math.min(n, most));
        let at = 0;
        for (const chunk of chunks) {
          if (at === bytes.length) break;
          const part = chunk.subarray(0, bytes.length - at);
          bytes.set(part, at);
          at += part.length;
        }
        return bytes;
      };
      const reader = answer.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return joined(n);
        chunks.push(value);
        n += value.length;
        if (first && n >= nFirst) {
          first(joined(nFirst));
          first = undefined;
        }
      }
    })();
    const begun = new Promise((resolve) => (first = resolve));
    whole.catch(() => undefined);
    return { whole, begun };
  };

  // Draws a page with the first part of its dossier, and hands it all when that has come. A file that is packed, or that
  // is there before the page is, is shown whole.
  parts.begin = async ({ address, nFirst, host, show, say }) => {
    const { whole, begun } = coming(address, nFirst);
    const [module, first] = await Promise.all([parts.whole(), Promise.race([whole.then(() => undefined), begun])]);
    if (!first || first[0] === 0x1f) {
      const dossier = await parts.gunzip(await whole);
      return show(await parts.draw(parts.page, module, dossier, host({ line: line(module, { dossier }) })));
    }
    const talk = line(module, { first, beside: address });
    const page = show(await parts.draw(parts.page, module, first, host({ isComing: true, line: talk })));
    parts.isComing = true;
    const complete = async () => {
      try {
        const bytes = await whole;
        page.complete(bytes);
        talk.whole(bytes);
        parts.isComing = false;
      } catch (error) {
        say(
          "De rest van dit dossier kwam niet mee.",
          "The rest of this dossier did not come along.",
          String((error && error.message) || error),
          { nl: "Opnieuw laden", en: "Reload", run: () => location.reload() }
        );
      }
    };
    complete();
  };
})();
