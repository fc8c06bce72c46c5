import { ROLE_NAMES, WAY_NAMES } from "./deadline.ts";
import type { Doubt, NoticeDate } from "./notice.ts";

/** One role cannot have two last days for one way. What is doubtful anyway contradicts nothing. */
export const conflictsAmong = (dates: readonly NoticeDate[]): readonly Doubt[] => {
  const groups = new Map<string, NoticeDate[]>();
  for (const date of dates.filter(({ certain }) => certain)) {
    const key = `${date.role} ${date.way}`;
    groups.set(key, [...(groups.get(key) ?? []), date]);
  }
  return [...groups.values()].flatMap((group) => {
    const mayBe = [...new Set(group.map(({ on, at }) => (at ? `${on} ${at}` : on)))];
    if (mayBe.length < 2) return [];
    return group.map(({ words, start, end, role, way }) => {
      const why = `${ROLE_NAMES[role]}${WAY_NAMES[way]}有${mayBe.length}个不同的期限，请核对以哪个为准。`;
      return { words, start, end, about: "day" as const, why, mayBe };
    });
  });
};
