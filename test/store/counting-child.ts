// Commits numbered turns until it is killed, and prints each number once it is committed: FILE.
import { openStore } from "../../bot/store/sqlite.ts";
import { printNow } from "../print-now.ts";
import { changed, meet, opened, reply, turn } from "./turns.ts";

const [file = ""] = process.argv.slice(2);
const store = await openStore({ file });

for (;;) {
  const account = await meet(store, "counter");
  const n = account.version;
  const { status } = await store.commit(
    turn(account, `${n}`, {
      conversation: { n },
      opened: n === 0 ? [opened("count")] : [],
      changed: [changed("count", n, { [`n${n}`]: n })],
      replies: [reply(`${n} a`), reply(`${n} b`)],
    }),
  );
  if (status !== "committed") throw new Error(status);
  printNow(String(n));
}
