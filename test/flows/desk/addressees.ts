import type { Setting } from "../../../flows/desk/notice/setting.ts";
import type { Contact } from "../../../flows/desk/office.ts";
import type { Reached, ReachedApplication, SendingEstimate } from "../../../flows/desk/reach.ts";
import { areaOf } from "../../../flows/desk/whereabouts.ts";
import { LEADS } from "../../../rules/calendar/reminders.ts";
import type { Answers } from "../../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../../rules/index.ts";
import { Phone } from "../phone.ts";

const served = servedBy(await loadJurisdictions());

export const on = "2027-03-16";

export const hangzhou: Contact = {
  id: "contact",
  jurisdiction: "zhejiang",
  level: "city",
  area: "杭州市",
  name: "王处长",
};

export const province: Contact = { ...hangzhou, level: "province", area: null };

export const settingFor = (contact: Contact): Setting => {
  const own = served.filter(({ jurisdiction }) => jurisdiction.code === contact.jurisdiction);
  return {
    contact,
    account: "own",
    jurisdiction: own[0]!.jurisdiction,
    area: areaOf(contact, own[0]!.jurisdiction),
    served: own.filter(({ procedure }) => procedure.role !== "department"),
    on,
  };
};

export const application = (
  given: Answers,
  { done = 0, title, ...more }: { done?: number | "declared"; title?: string } & Partial<ReachedApplication> = {},
): ReachedApplication => ({
  ...{ id: "application", procedure: "zhejiang/apply", round: null, rules: "", sample: false, updatedOn: on },
  marks: {
    ...(title === undefined ? {} : { title }),
    ...(done === "declared" ? { declared: on, status: "文件已生成" } : { status: `已填 ${done}/58` }),
  },
  given,
  ...more,
});

export const enterprise = (id: string, more: Partial<Reached> = {}): Reached => ({
  enterprise: id,
  accounts: [account(`${id}-1`)],
  applications: [],
  recognitions: [],
  ...more,
});

export const account = (
  id: string,
  channel = "telegram",
  wantsNotices = true,
  lastSaidAt = "2027-03-01T01:00:00.000Z",
) => ({
  id,
  channel,
  lastSaidAt,
  preference: { hour: 9, leads: LEADS, wantsNotices },
});

export const title = (recognisedOn: string, jurisdiction = "zhejiang", level = "province") => ({
  jurisdiction,
  level,
  recognisedOn,
  statedOn: recognisedOn,
  place: null,
});

export const estimate = (channel: string, count: number, more: Partial<SendingEstimate> = {}): SendingEstimate => ({
  ...{ channel, count, runs: true, waits: false, leftToday: null, minutes: 1, days: 1 },
  ...more,
});

/** A contact's phone at its desk. */
export const deskOf = (
  contact: Contact,
  reached: readonly Reached[],
  channels: readonly SendingEstimate[] | null = null,
) => {
  const phone = new Phone(on);
  Object.assign(phone, { contact, reached, estimate: channels });
  return phone.press("desk");
};
