import type { Channel, House, Reply } from "../../channel.ts";

/** Resolves once the reply is printed. */
export type Print = (reply: Reply, seq: number) => Promise<void>;

/** A terminal: replies are printed as they come. */
export const terminalChannel = (print: Print): Channel & { readonly house: () => House } => {
  let house: House | null = null;
  return {
    name: "terminal",
    async start(given) {
      house = given;
    },
    async send(_address, reply, seq) {
      await print(reply, seq);
      return { status: "sent" };
    },
    async stop() {},
    house: () => {
      if (!house) throw new Error("the terminal channel was not started");
      return house;
    },
  };
};
