import { existsSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../rules/digest.ts";
import { loadJurisdictions, servedBy } from "../rules/index.ts";
import type { Clock } from "./clock.ts";
import { OperatorError } from "./config.ts";
import type { Parts } from "./converse.ts";
import { filesIn } from "./files.ts";
import { makeFolder } from "./folder.ts";
import { openIntake } from "./intake/index.ts";
import { wrongCodesBy } from "./invitation.ts";
import type { Store } from "./store/port.ts";
import { openStore } from "./store/sqlite.ts";

/** Opens everything that lives under the data folder. Throws `OperatorError` where it cannot be written. */
export const openParts = async (dataDir: string, clock: Clock): Promise<Parts> => {
  const jurisdictions = await loadJurisdictions();
  for (const { code } of jurisdictions) {
    const forms = `templates/jurisdictions/${code}/index.ts`;
    if (!existsSync(new URL(`../${forms}`, import.meta.url)))
      throw new OperatorError(`${forms} is not there: a jurisdiction keeps its forms in a folder of its own`);
  }
  const store = await openStoreIn(dataDir);
  const served = servedBy(jurisdictions);
  const files = filesIn(join(dataDir, "files"));
  await store.rememberRules(
    served.map(({ version, id, procedure }) => ({ version, procedure: id, digest: () => digestOf(procedure) })),
  );
  return {
    store,
    files,
    served,
    clock,
    intake: openIntake(files),
    wrongCodes: wrongCodesBy(() => clock().getTime()),
    running: new Map(),
  };
};

/** Opens the store of a data folder, which is made where it is not there. Throws `OperatorError` where it cannot be. */
export const openStoreIn = (dataDir: string): Promise<Store> => {
  try {
    makeFolder(dataDir);
  } catch (error) {
    throw new OperatorError(
      `cannot use ${dataDir} as the data folder (${(error as Error).message}): set DATA_DIR to one that can be written`,
    );
  }
  return openStore({ file: join(dataDir, "bot.db") });
};
