// The engine without a page, for TypeScript and editors.

/** Half-open, in UTF-16 units of the text it is about. */
export interface Marked {
  start: number;
  end: number;
}

export interface Hit {
  /** The document's id. */
  document: string;
  /** From 0, within its document. */
  passage: number;
  score: number;
  snippet: string;
  highlights: Marked[];
}

export interface PassageRow {
  document: string;
  passage: number;
  text: string;
}

export interface Stretch extends Marked {
  text: string;
}

/** A passage that a text of one's own repeats. */
export interface Quoted {
  document: string;
  source: Stretch;
  asked: Stretch;
  kind: "verbatim" | "partial" | "altered" | "paraphrase" | "formula";
  certainty: "certain" | "maybe";
  speaker?: string;
  diff: { change: string; number: number; source?: string; asked?: string }[];
}

export interface Options {
  limit?: number;
}

export interface Dossier {
  search(query: string, options?: Options): Hit[];
  passages(): PassageRow[];
  ask(text: string): Quoted[];
  close(): void;
}

/** A dossier on a server, of which only what was needed has come. */
export interface FarDossier {
  /** Bytes that came so far. */
  readonly loaded: number;
  search(query: string, options?: Options): Promise<Hit[]>;
  /** The rest comes too. */
  whole(): Promise<Dossier>;
  close(): void;
}

/** Makes the engine ready: from the bytes of the .wasm file, a compiled module, its address, or the one beside the script. */
export default function init(source?: BufferSource | WebAssembly.Module | string | URL): Promise<void>;

/** Opens the bytes of a .weerklank file; throws what is wrong with it. */
export function open(bytes: Uint8Array): Dossier;

/** Opens a file by ranges, or whole where its server gives none. */
export function openFrom(url: string | URL, options?: { fetch?: typeof fetch }): Promise<FarDossier>;
