// Opens ten new files, each at the moment when the others like it do: FOLDER MOMENT.
import { join } from "node:path";
import { openStore } from "../../bot/store/sqlite.ts";

const [folder = "", moment = ""] = process.argv.slice(2);

for (let n = 0; n < 10; n++) {
  while (Date.now() < Number(moment) + n * 100);
  await (await openStore({ file: join(folder, `${n}.sqlite`) })).close();
}
