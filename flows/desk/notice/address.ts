import { isIn } from "../../../rules/place.ts";
import { titleEndsOn } from "../../dates/titles.ts";
import type { Reach, Reached, ReachedAccount } from "../reach.ts";
import { isOver, standingOf } from "../standing.ts";
import { nameOf, placeIn } from "../whereabouts.ts";
import type { Audience } from "./audience.ts";
import { addressContacts } from "./below.ts";
import { isLacking } from "./lacking.ts";
import type { Setting } from "./setting.ts";

/** To whom a notice goes, and who is left out although it fits otherwise. */
export interface Addressed {
  /** One for each enterprise: the one that last said something. */
  readonly accounts: readonly string[];
  /** The enterprises, or the contacts of departments below, by their ids. */
  readonly subjects: readonly string[];
  /** Of those that gave one. */
  readonly names: readonly string[];
  /** How many go by each channel. */
  readonly channels: Readonly<Record<string, number>>;
  readonly left: {
    /** An area is meant, and it did not say where it is. */
    readonly withoutPlace: number;
    /** It does not want notices. */
    readonly unsubscribed: number;
    /** The jurisdiction does not say when its title ends. */
    readonly withoutEnd: number;
  };
}

/** One recipient, before it is known which of its accounts. */
export interface Recipient {
  readonly id: string;
  readonly name: string | null;
  readonly account: Pick<ReachedAccount, "id" | "channel">;
}

/** What becomes of an enterprise: it gets the notice, is left out for that reason, or is not meant. */
type Fate = Recipient | keyof Addressed["left"] | null;

/** A turn asks several times for the same: it is found once. */
const found = new WeakMap<Reach, Map<string, Addressed>>();

/** `reach` has the answers to `fieldsFor(audience)`. */
export const addressed = (audience: Audience, reach: Reach, setting: Setting): Addressed => {
  const known = found.get(reach) ?? new Map<string, Addressed>();
  found.set(reach, known);
  const key = JSON.stringify([audience, setting.contact, setting.account, setting.on]);
  const to = known.get(key) ?? find(audience, reach, setting);
  known.set(key, to);
  return to;
};

const find = (audience: Audience, reach: Reach, setting: Setting): Addressed => {
  const fates =
    audience.role === "contacts"
      ? addressContacts(audience, reach.contacts, setting)
      : once(reach.enterprises).map((enterprise) => fateOf(enterprise, audience, setting));
  const recipients = fates.filter((fate): fate is Recipient => fate !== null && typeof fate === "object");
  const left = (why: Fate) => fates.filter((fate) => fate === why).length;
  return {
    accounts: recipients.map(({ account }) => account.id),
    subjects: recipients.map(({ id }) => id),
    names: recipients.flatMap(({ name }) => name ?? []),
    channels: countsOf(recipients.map(({ account }) => account.channel)),
    left: {
      withoutPlace: left("withoutPlace"),
      unsubscribed: left("unsubscribed"),
      withoutEnd: left("withoutEnd"),
    },
  };
};

const once = (enterprises: readonly Reached[]): readonly Reached[] => [
  ...new Map(enterprises.map((one) => [one.enterprise, one])).values(),
];

const countsOf = (words: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

const fateOf = (reached: Reached, audience: Audience, setting: Setting): Fate => {
  if (!isMeant(reached, audience, setting)) return null;
  const title = titleFate(reached, audience, setting);
  if (title !== "held") return title;
  const place = placeFate(reached, audience, setting);
  if (place !== "there") return place;
  const others = reached.accounts.filter(({ id }) => id !== setting.account);
  if (others.length === 0) return null;
  const willing = others.filter(({ preference }) => preference.wantsNotices || isDutyOf(audience));
  const [latest] = willing.toSorted((a, b) => (a.lastSaidAt > b.lastSaidAt ? -1 : 1));
  return latest ? { id: reached.enterprise, name: nameOf(reached), account: latest } : "unsubscribed";
};

const isDutyOf = ({ role, isDuty }: Audience): boolean => isDuty && role === "holders";

/** Its applications with their rules, of these procedures or of all. */
const applicationsOf = ({ applications }: Reached, procedures: readonly string[], { served }: Setting) =>
  applications.flatMap((application) => {
    const found = served.find(({ id }) => id === application.procedure);
    const isAskedFor = procedures.length === 0 || procedures.includes(application.procedure);
    return found && isAskedFor ? [{ application, served: found }] : [];
  });

const isMeant = (reached: Reached, audience: Audience, setting: Setting): boolean => {
  const { role, procedures, standings, lacks, lacksAny } = audience;
  const { on } = setting;
  const own = applicationsOf(reached, procedures, setting);
  if (role === "applicants" && own.length === 0) return false;
  if (standings.length + lacks.length === 0) return procedures.length === 0 || own.length > 0;
  const standing = own.map(({ application, served }) => standingOf(application, served, on));
  const isThus = own.some(({ application, served }, at) => {
    if (standings.length > 0 && (standing[at] === "none" || !standings.includes(standing[at] ?? "none"))) return false;
    if (lacks.length > 0 && isOver(application, served, on)) return false;
    const lacking = lacks.filter((lack) => isLacking(application, served, lack, on));
    return lacksAny ? lacking.length > 0 : lacking.length === lacks.length;
  });
  return isThus || (standings.includes("none") && lacks.length === 0 && standing.every((one) => one === "none"));
};

const titleFate = ({ recognitions }: Reached, { role, until }: Audience, { jurisdiction, on }: Setting) => {
  if (role !== "holders" || !jurisdiction) return role === "holders" ? null : "held";
  const ends = recognitions.map((recognition) => titleEndsOn(jurisdiction, recognition));
  // A day that is over asks for titles that have ended.
  const isHeld = (end: string | null) => (until && until < on ? true : end === null || end >= on);
  if (until === null) return ends.some(isHeld) ? "held" : null;
  if (ends.some((end) => end !== null && end <= until && isHeld(end))) return "held";
  return ends.some((end) => end === null) ? "withoutEnd" : null;
};

const placeFate = (reached: Reached, { areas }: Audience, setting: Setting) => {
  const { area } = setting;
  if (area === null && areas.length === 0) return "there";
  const place = placeIn(reached, setting.served);
  if (place === null) return "withoutPlace";
  const isWithin =
    (area === null || isIn(area, place)) && (areas.length === 0 || areas.some((one) => isIn(one, place)));
  return isWithin ? "there" : null;
};
