// A second process for sqlite-processes.test.ts: FILE NAME MOMENT.
import { openStore } from "../../bot/store/sqlite.ts";
import { talkAllAtOnce } from "./crowd.ts";

const [file = "", by = "", moment = ""] = process.argv.slice(2);

// All is loaded: now the processes begin together, to the millisecond.
while (Date.now() < Number(moment));
const store = await openStore({ file });
await talkAllAtOnce(store, by);
await store.close();
