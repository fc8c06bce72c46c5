import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../bot/store/port.ts";
import type { Digest } from "../../rules/digest.ts";
import type { OpenedStore } from "./store.ts";

/** How every store keeps what the rules asked, version by version. */
export const rulesVersionsContract = (name: string, open: () => Promise<OpenedStore>) =>
  describe(`rules versions contract: ${name}`, () => {
    let data: OpenedStore;
    let store: Store;

    beforeEach(async () => {
      data = await open();
      store = data.store;
    });
    afterEach(() => data.dispose());

    const digest = (label: string): Digest => ({
      fields: { staff: [label, "1"] },
      criteria: { staff: [label, "不低于 20 人", "一（一）3", "2"] },
    });
    const rules = (version: string, label: string) => ({
      version,
      procedure: "zhejiang/apply",
      digest: () => digest(label),
    });

    test("is found by version and procedure", async () => {
      await store.rememberRules([rules("1", "从业人数"), rules("2", "人数")]);
      expect(await store.formerRules("1", "zhejiang/apply")).toEqual(digest("从业人数"));
      expect(await (await data.reopen()).formerRules("2", "zhejiang/apply")).toEqual(digest("人数"));
      expect(await store.formerRules("3", "zhejiang/apply")).toBeNull();
      expect(await store.formerRules("1", "henan/apply")).toBeNull();
    });

    test("is kept once, and made only for what is not there yet", async () => {
      await store.rememberRules([rules("1", "从业人数")]);
      const again = {
        ...rules("1", ""),
        digest: () => {
          throw new Error("made again");
        },
      };
      await store.rememberRules([again, rules("2", "人数")]);
      expect(await store.formerRules("1", "zhejiang/apply")).toEqual(digest("从业人数"));
      expect(await store.formerRules("2", "zhejiang/apply")).toEqual(digest("人数"));
    });

    test("is kept by two processes that start together", async () => {
      const other = await data.reopen();
      await Promise.all([store.rememberRules([rules("1", "甲")]), other.rememberRules([rules("1", "甲")])]);
      expect(await store.formerRules("1", "zhejiang/apply")).toEqual(digest("甲"));
    });
  });
