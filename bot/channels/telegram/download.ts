import { type Api, GrammyError } from "grammy";
import { RefusedFile } from "../../channel.ts";
import { tooLargeToFetch } from "./sentences.ts";

const mostBytes = 20 * 1024 * 1024;
const mostMs = 120_000;

/** Fetches a file that a person sent. Throws `RefusedFile` for one that bots do not get. */
export const downloadBy =
  (api: Api, root: string) =>
  async (file: { readonly file: string; readonly name: string; readonly size: number }): Promise<Uint8Array> => {
    if (file.size > mostBytes) throw new RefusedFile(tooLargeToFetch(file.name));
    const { file_path: path } = await api.getFile(file.file).catch((error: unknown) => {
      if (error instanceof GrammyError && /too big/.test(error.description))
        throw new RefusedFile(tooLargeToFetch(file.name));
      throw error;
    });
    const answer = await fetch(`${root}/file/bot${api.token}/${path}`, { signal: AbortSignal.timeout(mostMs) });
    if (!answer.ok) throw new Error(`the file server answered ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
