import { badRequest } from "./types.ts";

const mostDown = 20 * 1024 * 1024;

/** Files by id; a bot downloads at most 20 MB of one. */
export class Files {
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly size: number; readonly path: string }>();

  /** `size` may claim more than there is: nobody needs 50 MB in a test. */
  add(bytes: Uint8Array, name: string, size = bytes.length) {
    const id = `file-${this.#files.size + 1}`;
    this.#files.set(id, { bytes, size, path: `documents/${id}/${encodeURIComponent(name)}` });
    return { file_id: id, file_unique_id: `unique-${id}`, file_size: size };
  }

  describe(id: unknown) {
    const file = this.#files.get(String(id));
    if (!file) throw badRequest("invalid file_id");
    if (file.size > mostDown) throw badRequest("file is too big");
    return { file_id: id, file_unique_id: `unique-${id}`, file_size: file.size, file_path: file.path };
  }

  bytes(id: string): Uint8Array {
    const file = this.#files.get(id);
    if (!file) throw new Error(`no file ${id}`);
    return file.bytes;
  }

  at(path: string): Uint8Array | null {
    return [...this.#files.values()].find((file) => file.path === path)?.bytes ?? null;
  }
}
