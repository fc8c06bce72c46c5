import type { Update } from "../../bot/channel.ts";
import { chosen } from "../../flows/choose.ts";
import { channelContract, type Got, type Person } from "../contracts/channel.ts";
import { TestHouse } from "../contracts/house.ts";
import { startOn } from "./rig.ts";
import { type Arrived, boxOf, World } from "./world.ts";

/** WeChat has no buttons: what is typed picks a choice in the conversation. */
class ChoosingHouse extends TestHouse {
  override async converse(update: Update): Promise<void> {
    const { input } = update;
    const said = await this.said(update.address, 0, Number.MAX_SAFE_INTEGER);
    const asked = said.findLast(({ reply }) => reply)?.reply;
    const choice = "text" in input && asked ? chosen(input.text, asked.choices, false) : null;
    return super.converse(choice ? { ...update, input: { choice } } : update);
  }
}

const gotOf = ({ text, file }: Arrived): Got => {
  const [, words = text, choices = ""] = /^([\s\S]*)\n(\[.*\])$/.exec(text) ?? [];
  return { text: words, buttons: [...choices.matchAll(/\[(.*?)\]/g)].map(([, label]) => label!), file };
};

channelContract("wechat", async () => {
  const world = new World();
  const house = new ChoosingHouse();
  const start = async () => {
    const running = await startOn(world, house);
    await world.logIn();
    return running;
  };
  let running = await start();

  const person = (number: number): Person => {
    const id = String(number);
    return {
      says: async (text) => world.says(id, text),
      presses: async (label) => world.says(id, label),
      sends: async (name, bytes) => world.says(id, boxOf(name, bytes)),
      repeats: async () => world.repeats(id),
      got: async () => world.arrivedAt(id).map(gotOf),
    };
  };
  const refusing = (words: string) => async () => {
    world.mocker.puppet.messageSendText = async () => {
      throw new Error(words);
    };
  };

  return {
    house,
    send: (reply) => running.channel.send("1", reply, 1),
    person,
    async restart() {
      await running.stop();
      world.renew();
      running = await start();
    },
    failures: [
      {
        name: "rate limited",
        cause: refusing("操作频繁，请稍后再试"),
        expected: { status: "failed", retryAfterSeconds: 600 },
      },
      { name: "blocked", cause: refusing("对方拒收消息"), expected: { status: "failed", final: "blocked" } },
      { name: "too large", cause: refusing("file size exceeded"), expected: { status: "failed", final: "refused" } },
      { name: "unreachable", cause: refusing("14 UNAVAILABLE: no connection"), expected: { status: "failed" } },
      { name: "anything else", cause: refusing("assertion failed"), expected: { status: "unknown" } },
      {
        name: "no answer",
        cause: async () => {
          world.mocker.puppet.messageSendText = () => new Promise(() => {});
        },
        expected: { status: "unknown" },
      },
      { name: "offline", cause: () => world.logOut(), expected: { status: "failed", reason: "not logged in" } },
    ],
    dispose: () => running.stop(),
  };
});
