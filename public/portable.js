// Unpacks what the portable page holds: wasm-bindgen's glue, the styles and the WASM as one gzip, and the dossier as
// another, each written by `src/bin/weerklank/pack.rs` into the text of an element. Comes before the loader, in the same script.
(function () {
  "use strict";
  const parts = (window.weerklank = window.weerklank || {});

  // Characters -> bytes: seven bits each below U+0080, thirteen above.
  const bytesOf = (text) => {
    const bytes = new Uint8Array(2 * text.length);
    let held = 0;
    let free = 0;
    let to = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) {
        held = (held << 13) | (code + 6048);
        free += 13;
      } else {
        held = (held << 7) | (code > 60 ? code - 30 : code > 31 ? code - 29 : code > 10 ? 2 : code - 9);
        free += 7;
      }
      for (; free > 7; to += 1) bytes[to] = held >> (free -= 8);
      held &= 255;
    }
    return bytes.subarray(0, to);
  };

  const add = (name, bytes) => {
    const element = document.createElement(name);
    const text = new TextDecoder().decode(bytes);
    element.textContent = name === "script" && parts.policy ? parts.policy.createScript(text) : text;
    document.head.append(element);
  };

  // Script and styles (`data-sizes`: their bytes), and behind them the WASM, which is compiled as it is unpacked.
  parts.unpack = async (holder) => {
    const [script, style] = holder.dataset.sizes.split(" ").map(Number);
    const packed = new Response(bytesOf(holder.textContent)).body;
    const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
    const head = new Uint8Array(script + style);
    let over;
    for (let at = 0; at < head.length; ) {
      const { value } = await reader.read();
      head.set(value.subarray(0, head.length - at), at);
      over = value.subarray(head.length - at);
      at += value.length;
    }
    add("script", head.subarray(0, script));
    add("style", head.subarray(script));
    const wasm = new ReadableStream({
      start: (to) => to.enqueue(over),
      pull: async (to) => {
        const { done, value } = await reader.read();
        if (done) to.close();
        else to.enqueue(value);
      },
    });
    return WebAssembly.compileStreaming(new Response(wasm, { headers: { "content-type": "application/wasm" } }));
  };

  parts.apart = () => {
    const holder = document.getElementById("weerklank-dossier");
    holder.remove();
    return parts.gunzip(bytesOf(holder.textContent));
  };
})();
