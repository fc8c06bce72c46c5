import { isIn } from "../../../rules/place.ts";
import type { Level } from "../office.ts";
import type { ReachedContact } from "../reach.ts";
import type { Recipient } from "./address.ts";
import type { Audience } from "./audience.ts";
import type { Setting } from "./setting.ts";

const ranks: Readonly<Record<Level, number>> = { province: 0, city: 1, county: 2 };

/** A county's contact whose area does not say of which city may be of any. */
const namesItsCity = /[市州盟]|地区/;

/** The contacts of departments below the contact's own, in its area. */
export const addressContacts = (
  { areas }: Audience,
  contacts: readonly ReachedContact[],
  setting: Setting,
): readonly (Recipient | "withoutPlace" | null)[] => {
  const own = setting.area;
  const wanted = areas.length > 0 ? areas : own === null ? [] : [own];
  return contacts.map((contact) => {
    const { id, account, channel, area, name, level } = contact;
    if (id === setting.contact.id || account === setting.account) return null;
    if (ranks[level] <= ranks[setting.contact.level] || area === null) return null;
    const isWithin =
      (own === null || isIn(own, area)) && (wanted.length === 0 || wanted.some((one) => isIn(one, area)));
    if (!isWithin) return level === "county" && !namesItsCity.test(area) ? "withoutPlace" : null;
    return { id, name: `${area}（${name}）`, account: { id: account, channel } };
  });
};
