import { createHash } from "node:crypto";
import type { EventEmitter } from "node:events";
import { FileBox } from "file-box";
import { types } from "wechaty";
import { mock } from "wechaty-puppet-mock";
import { until } from "../contracts/until.ts";

export { until } from "../contracts/until.ts";

type Contact = InstanceType<typeof mock.ContactMock>;
type Room = InstanceType<typeof mock.RoomMock>;
type Message = InstanceType<typeof mock.MessageMock>;

/** What came to somebody from the bot. */
export interface Arrived {
  readonly text: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

export const boxOf = (name: string, bytes: Uint8Array) =>
  FileBox.fromBase64(Buffer.from(bytes).toString("base64"), name);

/** WeChat as the mock puppet plays it: the bot's account, people, rooms. It outlives the bot's restarts. */
export class World {
  mocker = new mock.Mocker();
  readonly #arrived = new Map<string, Arrived[]>();
  #account: Contact | undefined;

  /** The phone's owner scans and confirms. */
  async logIn(): Promise<void> {
    const { mocker } = this;
    await until(() => mocker.puppet.state.active() === true, "the puppet");
    this.#account = this.contact("bot", { name: "申报助手" });
    mocker.login(this.#account);
  }

  async logOut(reason = "the phone said so"): Promise<void> {
    await this.mocker.puppet.logout(reason);
  }

  /** A bot that starts anew needs a puppet of its own; people and what they got stay. */
  renew(): void {
    this.mocker = new mock.Mocker();
    this.#account = undefined;
  }

  contact(id: string, payload: object = {}): Contact {
    if (this.mocker.cacheContactPayload.has(id)) return this.mocker.ContactMock.load(id);
    const contact = this.mocker.createContact({ id, name: id, type: types.Contact.Individual, ...payload });
    this.#listen(id, contact);
    return contact;
  }

  room(id: string, ...members: readonly string[]): Room {
    if (this.mocker.cacheRoomPayload.has(id)) return this.mocker.RoomMock.load(id);
    const room = this.mocker.createRoom({ id, memberIdList: ["bot", ...members] });
    this.#listen(id, room);
    return room;
  }

  arrivedAt(id: string): Arrived[] {
    const arrived = this.#arrived.get(id) ?? [];
    this.#arrived.set(id, arrived);
    return arrived;
  }

  texts(id: string): readonly string[] {
    return this.arrivedAt(id).map(({ text }) => text);
  }

  says(id: string, said: string | ReturnType<typeof boxOf>): void {
    this.contact(id).say(said).to(this.account);
  }

  /** A message of any kind, as puppets give them. */
  gives(from: string, payload: { readonly type: number; readonly text?: string }): string {
    const id = createHash("sha256").update(`${from} ${this.mocker.cacheMessagePayload.size}`).digest("hex");
    this.contact(from);
    const { MessageMock, puppet } = this.mocker;
    MessageMock.create({ id, talkerId: from, listenerId: "bot", timestamp: Date.now(), ...payload });
    puppet.emit("message", { messageId: id });
    return id;
  }

  /** The puppet gives that person's last message once more. */
  repeats(id: string): void {
    const last = [...this.mocker.cacheMessagePayload.values()].findLast(({ talkerId }) => talkerId === id);
    this.mocker.puppet.emit("message", { messageId: last!.id });
  }

  get account(): Contact {
    if (!this.#account) throw new Error("nobody is logged in");
    return this.#account;
  }

  /** The mock's types hide that its people are emitters. */
  #listen(id: string, conversation: unknown): void {
    const arrived = this.arrivedAt(id);
    (conversation as EventEmitter).on("message", (message: Message) => {
      if (message.talker().id === "bot") arrived.push(this.#read(message));
    });
  }

  #read(message: Message): Arrived {
    const json = this.mocker.cacheFileBoxPayload.get(message.id);
    if (!json) return { text: message.text() ?? "", file: null };
    const { name, base64 } = json as { name: string; base64: string };
    return { text: "", file: { name, bytes: new Uint8Array(Buffer.from(base64, "base64")) } };
  }
}
