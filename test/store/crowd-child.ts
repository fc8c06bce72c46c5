// A second process for sqlite-processes.test.ts: FILE NAME.
import { openStore } from "../../bot/store/sqlite.ts";
import { talkAllAtOnce } from "./crowd.ts";

const [file = "", by = ""] = process.argv.slice(2);
const store = await openStore({ file });
await talkAllAtOnce(store, by);
await store.close();
