import { webChannel } from "../../bot/channels/web/index.ts";
import { clockAt } from "../../bot/clock.ts";
import { houseFor } from "../../bot/house.ts";
import { Interviewee } from "../../bot/interviewee.ts";
import { openParts } from "../../bot/open.ts";
import type { Input, Reply } from "../../flows/reply.ts";
import { Client, type EventReader } from "../web/client.ts";
import { completeAnswers, zhejiang } from "./complete.ts";
import { inFolder, median, print, quantile, short } from "./figures.ts";

/**
 * A whole Zhejiang application through the web channel as `npm start` builds it, over HTTP on this machine: each
 * message until its request is answered, and until the page has the next question.
 */
export const measureWeb = (): Promise<void> =>
  inFolder(async (folder) => {
    const web = webChannel({ port: 0, host: "127.0.0.1" });
    const parts = await openParts(folder, clockAt("2021-05-12T09:00"));
    await web.start(houseFor(parts, web));
    const browser = new Client(web.address());
    await browser.page();
    const events = await browser.events();
    await nextQuestion(events);

    const person = new Interviewee((await zhejiang()).procedure, completeAnswers);
    const said: number[] = [];
    const replied: number[] = [];
    let documents = 0;
    const say = async (input: Input): Promise<Reply> => {
      const before = performance.now();
      const reply = nextQuestion(events);
      const { status } = await browser.post("/say", input as Record<string, string>);
      if (status !== 204) throw new Error(`/say answered ${status}`);
      said.push(performance.now() - before);
      const question = await reply;
      replied.push(performance.now() - before);
      return question;
    };

    let question = await say({ choice: "zhejiang/apply" });
    for (let input = person.answer(question); input; input = person.answer(question)) {
      const { step } = question.ask!;
      question = await say(input);
      // The message that makes all the documents is a figure of its own.
      if (step === "declaration") [documents] = [replied.pop()!, said.pop()];
    }
    if (person.troubles.length > 0 || documents === 0) throw new Error("the application was not completed");
    events.close();
    await web.stop();
    await parts.store.close();

    const figure = (name: string, times: readonly number[]) =>
      print({
        name,
        value: short(median(times)),
        unit: "ms",
        of: times.length,
        p95: short(quantile(times, 0.95)),
        goal: 50,
      });
    figure("web/say until answered", said);
    figure("web/say until the reply is on the page", replied);
    print({ name: "web/the message that makes all documents", value: short(documents), unit: "ms", of: 1 });
  });

/** Reads events up to the message that asks. */
const nextQuestion = async (events: EventReader): Promise<Reply> => {
  for (;;) {
    const event = await events.next();
    if (!event) throw new Error("the stream ended");
    const ask = /data-ask="([^"]*)"/.exec(event.data)?.[1];
    if (ask === undefined) continue;
    const choices = [...event.data.matchAll(/name="choice" value="([^"]*)"/g)].map(([, id = ""]) => ({
      id,
      label: "",
    }));
    return {
      text: "",
      choices,
      file: null,
      progress: null,
      ask: JSON.parse(ask.replaceAll("&quot;", '"').replaceAll("&amp;", "&")),
    };
  }
};
