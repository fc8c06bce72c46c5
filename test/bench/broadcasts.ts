import { join } from "node:path";
import type { Manners } from "../../bot/channel.ts";
import { meetMany } from "../jobs/people.ts";
import { opened, scripted } from "../jobs/scripted.ts";
import { sendNotice } from "../jobs/send-notice.ts";
import { inFolder, print, short } from "./figures.ts";

/** Telegram's pace. A recipient takes two messages: the notice, and the open question again. */
const telegram: Manners["limits"] = {
  all: [{ count: 30, seconds: 1 }],
  chat: [{ count: 1, seconds: 1 }],
  group: [],
};
const allowedPerSecond = 15;
const unlimited: Manners["limits"] = { all: [], chat: [], group: [] };

/** A broadcast from the job to the outcomes: at Telegram's pace, and as fast as the database takes it. */
export const measureBroadcasts = async (): Promise<void> => {
  const paced = await measure(300, telegram);
  print({
    name: "broadcasts/Telegram's pace against what is allowed",
    value: short(paced.seconds / (300 / allowedPerSecond)),
    unit: "×",
    of: 300,
    goal: 1.2,
  });
  const fast = await measure(10_000, unlimited);
  print({
    name: "broadcasts/10000 without a pace against what Telegram allows",
    value: short(fast.seconds / (10_000 / allowedPerSecond)),
    unit: "×",
    of: 10_000,
    perSecond: short(10_000 / fast.seconds),
    goal: 1,
  });
};

const measure = (recipients: number, limits: Manners["limits"]): Promise<{ readonly seconds: number }> =>
  inFolder(async (folder) => {
    const clock = () => new Date("2027-03-02T01:30:00.000Z");
    const house = await opened(folder, clock, () => {}, [scripted(() => {}, { manners: { limits } })]);
    const people = Array.from({ length: recipients }, (_, n) => `person ${n}`);
    const accounts = await meetMany(join(folder, "bot.db"), people);
    const before = performance.now();
    const deliveries = await sendNotice(house.parts, house.running, accounts, { text: "请于3月23日前报送" });
    const seconds = (performance.now() - before) / 1000;
    await house.close();
    if (!deliveries.every(({ state }) => state === "sent")) throw new Error("a notice did not arrive");
    return { seconds };
  });
