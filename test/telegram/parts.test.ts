import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Unconfirmed } from "../../bot/channels/telegram/unconfirmed.ts";
import { Lanes } from "../../bot/lanes.ts";

describe("unconfirmed updates", () => {
  test("the offset never passes one that has not ended, and ends behind the last", () => {
    const order = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(order, (ids) => {
        const sorted = ids.toSorted((a, b) => a - b);
        const unconfirmed = new Unconfirmed();
        for (const id of sorted) expect(unconfirmed.begin(id)).toBe(true);
        const open = new Set(sorted);
        for (const id of ids) {
          const asked = unconfirmed.ask();
          expect(asked).toBe(Math.min(...open));
          unconfirmed.end(id);
          open.delete(id);
          // The answer to what was asked before holds all from there on: none of it is new.
          for (const one of sorted) if (one >= asked) expect(unconfirmed.begin(one)).toBe(false);
        }
        expect(unconfirmed.ask()).toBe((sorted.at(-1) ?? 0) + 1);
      }),
    );
  });

  test("numbers that begin anew below are new", () => {
    const unconfirmed = new Unconfirmed();
    for (const id of [900, 901, 17, 18]) {
      expect(unconfirmed.begin(id)).toBe(true);
      unconfirmed.end(id);
      expect(unconfirmed.ask()).toBe(id + 1);
    }
  });
});

describe("lanes", () => {
  test("tasks of a key run in order, of all keys at most so many at once, and one that fails holds up none", async () => {
    const lanes = new Lanes(3);
    const ended: string[] = [];
    let running = 0;
    let most = 0;
    const tasks = Array.from({ length: 60 }, (_, at) => ({ key: String(at % 7), at }));
    await Promise.allSettled(
      tasks.map(({ key, at }) =>
        lanes.run(key, async () => {
          most = Math.max(most, ++running);
          await new Promise((resolve) => setTimeout(resolve, (at * 7) % 5));
          running -= 1;
          ended.push(`${key} ${at}`);
          if (at % 5 === 0) throw new Error("planned");
        }),
      ),
    );
    expect(most).toBe(3);
    for (const key of ["0", "3", "6"])
      expect(ended.filter((one) => one.startsWith(`${key} `))).toEqual(
        tasks.filter((task) => task.key === key).map(({ at }) => `${key} ${at}`),
      );
    await lanes.idle();
  });
});
