import { LEADS, POLITE } from "../../rules/calendar/reminders.ts";
import type { Day } from "../../rules/define.ts";
import { citiesOf, placeSaid } from "../../rules/place.ts";
import { showDay } from "../../rules/values/day.ts";
import { read } from "../../rules/values/index.ts";
import { chosen } from "../choose.ts";
import { fold } from "../commands.ts";
import type { LobbyHeard } from "../lobby/listen.ts";
import type { LobbyState } from "../lobby/machine.ts";
import { wantsNotes } from "../notices/hear.ts";
import type { Input } from "../reply.ts";
import type { Preference, Recognition } from "./agenda.ts";
import { datesStep, datesWording, fewerLeads } from "./ask.ts";
import { type Marked, mark, marked, meant, openChoices, saysHandedIn } from "./handed.ts";
import type { Title } from "./titles.ts";
import type { DatesView } from "./view.ts";

const entrances: Readonly<Record<string, "list" | "wishes" | "titles">> = {
  dates: "list",
  我的日期: "list",
  日期: "list",
  提醒: "list",
  截止日期: "list",
  提醒设置: "wishes",
  我已是示范平台: "titles",
};

/** Reads an input that is about dates; null for all else. `hasConsent`: what is said may be kept. */
export const listenDates = (
  input: Input,
  state: LobbyState,
  view: DatesView | null,
  hasConsent: boolean,
): LobbyHeard | null => {
  if (!("text" in input || "choice" in input)) return null;
  const said = "text" in input ? fold(input.text) : input.choice;
  const entrance = Object.hasOwn(entrances, said) ? entrances[said] : undefined;
  if (entrance) return hasConsent ? go(entrance) : wish(entrance);
  if ("text" in input && view && hasConsent && saysHandedIn(input.text, false)) return hearHandedIn(view);
  const step = datesStep(state);
  if (!step || !view) return null;
  const free = "text" in input ? hearText(input.text, step, state, view) : null;
  if (free) return free;
  const { choices } = datesWording(step, view);
  const id = "text" in input ? chosen(input.text, choices, true) : input.choice;
  return id !== null && choices.some((choice) => choice.id === id) ? pressed(id, step, view) : null;
};

/** What is typed rather than chosen: an hour, days before, the day of the recognition. */
const hearText = (text: string, step: string, state: LobbyState, view: DatesView): LobbyHeard | null => {
  if (step === "hours") return hearHour(text, view.preference);
  if (step === "leads") return hearLeads(text, view.preference);
  const { title, application, recognition } = state.context;
  if (/^(返回|取消|跳过)$/.test(fold(text))) return null;
  if (step === "place" && recognition) return hearPlace(text, recognition, view);
  if (step === "published" && application) return hearPublished(text, application, view);
  return step === "day" && title ? hearDay(text, title, view) : null;
};

/** 已报送: what is meant is marked where there is no doubt, and else asked. */
const hearHandedIn = ({ owed, on }: DatesView): LobbyHeard => {
  const one = meant(owed, on);
  if (one) return marking(mark(one, on));
  return openChoices(owed).length > 0
    ? go("handed")
    : refuse("没有等着报送的事。已经是示范平台的，请选“我已是示范平台”，告诉我认定日期。");
};

const hearHour = (text: string, preference: Preference): LobbyHeard | null => {
  const [, half, digits] = /^(早上|上午|中午|下午|晚上)?(\d{1,2})(?:点|时|:00)?(?:整|钟)?$/.exec(fold(text)) ?? [];
  if (digits === undefined) return null;
  const late = (half === "下午" || half === "晚上") && Number(digits) < 12;
  const hour = Number(digits) + (late ? 12 : 0);
  if (hour >= POLITE.first && hour <= POLITE.last) return prefer({ ...preference, hour });
  const isNumber = /^\d+$/.test(fold(text));
  return isNumber && hour <= 4 ? null : refuse(`请选 ${POLITE.first} 到 ${POLITE.last} 点之间的整点，免得打扰您休息。`);
};

/** “7天、1天、当天”; a bare number is a choice's. */
const hearLeads = (text: string, preference: Preference): LobbyHeard | null => {
  const parts = fold(text)
    .split(/[、,;和\s]+/)
    .filter((part) => part !== "");
  const days = parts.map((part) =>
    part === "当天" ? 0 : Number(/^(?:提前)?(\d{1,3})天前?$/.exec(part)?.[1] ?? Number.NaN),
  );
  if (days.length === 0 || days.every(Number.isNaN)) return null;
  if (days.some((day) => !LEADS.includes(day)))
    return refuse("提前的天数可以选 30、14、7、3、1 天和当天，请写成“7天、1天、当天”这样。");
  return prefer({ ...preference, leads: [...new Set(days)].toSorted((a, b) => b - a) });
};

const hearPlace = (text: string, recognition: Recognition, { jurisdictions }: DatesView): LobbyHeard => {
  const jurisdiction = jurisdictions.find(({ code }) => code === recognition.jurisdiction);
  const place = jurisdiction ? placeSaid(jurisdiction, text) : null;
  if (!jurisdiction || place === null) {
    const cities = jurisdiction ? citiesOf(jurisdiction) : [];
    const example = cities[0]?.label ?? "某某市某某区";
    return refuse(`没有认出是哪个市、区（县）。请写成“${example}”这样；不方便写就回复“跳过”。`);
  }
  return say({ type: "placed", recognition: { ...recognition, place } }, `记下了：在${place}。`);
};

const hearPublished = (text: string, application: string, { on }: DatesView): LobbyHeard => {
  // It is of these days: the year goes without saying.
  const isShort = /^\d{1,2}月\d{1,2}[日号]?$/.test(fold(text));
  const day = dayIn(isShort ? `${on.slice(0, 4)}年${fold(text)}` : text, on);
  if ("why" in day) return refuse(day.why);
  return say({ type: "published", application, on: day.on }, `记下了：${showDay(day.on)}开始公示。`);
};

/** A day that is over or today, or why it is none. */
const dayIn = (text: string, on: Day): { readonly on: Day } | { readonly why: string } => {
  const reading = read({ kind: "date" }, text, on);
  if (reading.status === "refused") return { why: `${reading.why}例如“${reading.example}”。` };
  if (reading.status === "doubtful") return { why: `${reading.why}请把年、月、日写全，再发一次。` };
  const day = String(reading.value);
  return day > on ? { why: `${showDay(day)}还没有到，请核对日期。` } : { on: day };
};

const hearDay = (text: string, title: Title, { on }: DatesView): LobbyHeard => {
  const day = dayIn(text, on);
  if ("why" in day) return refuse(day.why);
  const recognisedOn = day.on;
  return say(
    { type: "recognise", recognition: { ...title, recognisedOn, statedOn: on, place: null } },
    `记下了：${showDay(recognisedOn)}认定。`,
  );
};

const pressed = (id: string, step: string, { preference, owed, on }: DatesView): LobbyHeard | null => {
  const { leads } = preference;
  if (id === "back" || (id === "skip" && step === "place")) return step === "list" ? null : go(previous(step));
  const handed = marked(owed, id, on);
  if (handed) return marking(handed);
  if (id === "calendar")
    return say(
      { type: "calendar" },
      "打开下面的文件，选“添加到日历”，手机到时候会响。日期有变动时，再要一份打开，旧的会更新。",
    );
  if (isPlace(id)) return go(id);
  if (id === "usual") return prefer({ ...preference, leads: LEADS });
  if (id === "fewer") return prefer({ ...preference, leads: fewerLeads });
  if (id === "none") return prefer({ ...preference, leads: [] });
  if (id === "unsubscribe") return prefer({ ...preference, wantsNotices: false }, wantsNotes.no);
  if (id === "subscribe") return prefer({ ...preference, wantsNotices: true }, wantsNotes.yes);
  const hour = /^hour:(\d+)$/.exec(id)?.[1];
  if (hour) return prefer({ ...preference, hour: Number(hour) });
  const lead = /^lead:(\d+)$/.exec(id)?.[1];
  if (lead) return prefer({ ...preference, leads: toggled(leads, Number(lead)) });
  const application = /^published:(.+)$/.exec(id)?.[1];
  if (application) return say({ type: "publishing", application });
  const [, jurisdiction, level] = /^title:(.+)\/(.+)$/.exec(id) ?? [];
  return jurisdiction && level ? say({ type: "recognising", title: { jurisdiction, level } }) : null;
};

const places = ["wishes", "hours", "leads", "titles", "handed", "unhanded"] as const;
type DatesPlace = (typeof places)[number] | "list";
const isPlace = (id: string): id is (typeof places)[number] => places.some((place) => place === id);

const previous = (step: string): DatesPlace => {
  if (step === "day") return "titles";
  return step === "hours" || step === "leads" ? "wishes" : "list";
};

const toggled = (leads: readonly number[], lead: number): readonly number[] =>
  leads.includes(lead) ? leads.filter((one) => one !== lead) : [...leads, lead].toSorted((a, b) => b - a);

type Event = NonNullable<LobbyHeard["event"]>;
const say = (event: Event, ...notes: readonly string[]): LobbyHeard => ({ event, notes, refused: false });
const marking = ({ duty, note }: Marked): LobbyHeard => say({ type: "duty", duty }, note);
const go = (step: DatesPlace): LobbyHeard => say({ type: step === "list" ? "dates" : step });
const wish = (entrance: string): LobbyHeard =>
  say({ type: "wish", wish: { dates: entrance === "titles" ? "titles" : "list" } });
const prefer = (preference: Preference, ...notes: readonly string[]): LobbyHeard =>
  say({ type: "prefer", preference }, ...(notes.length > 0 ? notes : ["已改好。"]));
const refuse = (text: string): LobbyHeard => ({ event: null, notes: [text], refused: true });
