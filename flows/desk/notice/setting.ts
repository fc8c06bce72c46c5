import type { Day, Jurisdiction } from "../../../rules/define.ts";
import type { Served } from "../../../rules/index.ts";
import { fieldsBehind } from "../../../rules/refers.ts";
import type { DeskWorld } from "../matter.ts";
import type { Contact } from "../office.ts";
import { areaOf, placeFields } from "../whereabouts.ts";
import type { Audience } from "./audience.ts";

/** In whose name a notice is written, and under which rules. */
export interface Setting {
  readonly contact: Contact;
  /** The contact's own account. */
  readonly account: string;
  readonly jurisdiction: Jurisdiction | null;
  /** The part of it that the contact acts for; null for all of it. */
  readonly area: string | null;
  /** The applicants' procedures of the contact's jurisdiction. */
  readonly served: readonly Served[];
  readonly on: Day;
}

export const settingOf = ({ contact, world }: DeskWorld): Setting => {
  const own = world.served.filter(({ jurisdiction }) => jurisdiction.code === contact.jurisdiction);
  return {
    contact,
    account: world.account,
    jurisdiction: own[0]?.jurisdiction ?? null,
    area: areaOf(contact, own[0]?.jurisdiction ?? null),
    served: own.filter(({ procedure }) => procedure.role !== "department"),
    on: world.on,
  };
};

/** The fields whose answers tell who is meant: where an applicant is, and what its application lacks. */
export const fieldsFor = ({ served }: Setting, audience: Audience | null): readonly string[] => {
  const lacking = (audience?.lacks ?? []).flatMap(({ at }) =>
    at.flatMap(({ procedure: id, field, section }) => {
      const procedure = served.find((one) => one.id === id)?.procedure;
      const inSection = procedure?.sections.find((one) => one.id === section)?.fields ?? [];
      return procedure ? fieldsBehind(procedure, field ? [field] : inSection) : [];
    }),
  );
  return [...new Set([...placeFields(served), ...lacking])];
};
