import { SqliteConnections } from "../../bot/store/sqlite-connections.ts";

/** As many people in one messenger as there are addresses, by one statement each table; gives their accounts. */
export const meetMany = async (file: string, addresses: readonly string[]): Promise<readonly string[]> => {
  const direct = await new SqliteConnections({ url: file }).connect();
  const rows = (row: (address: string, n: number) => string) => addresses.map(row).join(",");
  const at = "'2027-03-01T01:00:00.000Z'";
  await direct.executeScript(`
    INSERT INTO "Enterprise" ("id", "createdAt") VALUES ${rows((_, n) => `('e${n}', ${at})`)};
    INSERT INTO "Account" ("id", "channel", "address", "enterpriseId", "createdAt")
      VALUES ${rows((address, n) => `('a${n}', 'messenger', '${address}', 'e${n}', ${at})`)};`);
  await direct.dispose();
  return addresses.map((_, n) => `a${n}`);
};
