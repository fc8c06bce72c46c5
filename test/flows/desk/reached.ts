import type { Reached } from "../../../flows/desk/reach.ts";
import type { Phone } from "../phone.ts";

/** The enterprise of a person's phone, as a department's contact reaches it. */
export const reachedBy = (phone: Phone, enterprise: string): Reached => ({
  enterprise,
  accounts: [
    { id: enterprise, channel: "wechat", preference: phone.preference, lastSaidAt: `${phone.on}T01:00:00.000Z` },
  ],
  applications: [...phone.kept.values()].map((kept) => ({
    ...kept,
    id: `${enterprise}/${kept.id}`,
    given: phone.answers.get(kept.id) ?? {},
  })),
  recognitions: phone.recognitions,
});
