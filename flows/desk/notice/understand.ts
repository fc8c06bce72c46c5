import type { Choice } from "../../../rules/define.ts";
import { showDay } from "../../../rules/values/day.ts";
import { fold } from "../../commands.ts";
import type { Reach } from "../reach.ts";
import { type Audience, everyone, type Lack } from "./audience.ts";
import { lacksLike, lacksNamed } from "./lacks.ts";
import { type Places, placesOf, withinOffice } from "./places.ts";
import { type Piece, piecesOf } from "./said.ts";
import type { Setting } from "./setting.ts";
import { readUntil } from "./until.ts";

/** What a sentence says of whom a notice is for: that, or one of several that is asked, or why it is not taken. */
export type Understood =
  | { readonly is: "clear"; readonly audience: Audience }
  | { readonly is: "open"; readonly words: string; readonly options: readonly Choice[] }
  | { readonly is: "refused"; readonly why: string };

/** What was chosen for words that may mean several things, by the words. */
export type Picks = Readonly<Record<string, string>>;

const NEGATION = /[除不非别]/;
const PLACE = /[市区县州旗盟]$/;

const nearText = (words: string, served: Setting["served"]): string => {
  const near = lacksLike(words, served);
  return near.length === 0 ? "" : `（相近的有${near.map(({ label }) => `“${label}”`).join("、")}）`;
};

/** More than these are no choice any more. */
const mostOptions = 9;

/** A sentence about whom a notice is for. `base`: what it does not speak of stays as it is there. */
export interface Sentence {
  readonly text: string;
  readonly picks: Picks;
  readonly base: Audience;
}

/** Whom a sentence means: “杭州 正在填 缺审计报告”, “所有没开始的”, “2027年12月前到期的示范平台”. */
export const understand = ({ text, picks, base }: Sentence, reach: Reach, setting: Setting): Understood => {
  const places = placesOf(reach, setting);
  const said = new Reader(places, picks, reach, setting).read(piecesOf(text, places));
  if (said.is !== "clear") return said;
  const audience = overlaid(base, said.audience);
  return contradiction(audience) ?? { is: "clear", audience };
};

const overlaid = (base: Audience, said: Audience): Audience => {
  const keys = Object.keys(said) as (keyof Audience)[];
  const stated = keys.filter((key) => JSON.stringify(said[key]) !== JSON.stringify(everyone[key]));
  return { ...base, ...Object.fromEntries(stated.map((key) => [key, said[key]])) };
};

class Reader {
  private audience: Audience = everyone;
  private trouble: Exclude<Understood, { is: "clear" }> | null = null;
  private isSaid = false;
  private readonly places: Places;
  private readonly picks: Picks;
  private readonly reach: Reach;
  private readonly setting: Setting;

  constructor(places: Places, picks: Picks, reach: Reach, setting: Setting) {
    this.places = places;
    this.picks = picks;
    this.reach = reach;
    this.setting = setting;
  }

  read(pieces: readonly Piece[]): Understood {
    for (const [at, piece] of pieces.entries()) {
      const before = pieces[at - 1];
      const after = pieces[at + 1];
      if (piece.is === "other" && isUnsaid(after) && !this.namesProcedure(piece.words)) continue;
      if (isUnsaid(piece) && before?.is === "other" && !this.namesProcedure(before.words)) this.lacking(before.words);
      else this.take(piece);
      if (this.trouble) return this.trouble;
    }
    if (!this.isSaid) return refused("没有听出要发给谁。");
    return this.trouble ?? { is: "clear", audience: this.audience };
  }

  private take(piece: Piece): void {
    this.isSaid = true;
    if (piece.is === "place") this.place(piece.words);
    else if (piece.is === "until") this.until(piece);
    else if (piece.is === "standing")
      this.add({ standings: [...new Set([...this.audience.standings, ...piece.standings])] });
    else if (piece.is === "role") this.role(piece);
    else if (piece.is === "lacking") this.lacking(piece.words);
    else if (piece.is === "other") this.other(piece.words);
  }

  private add(more: Partial<Audience>): void {
    this.audience = { ...this.audience, ...more };
  }

  private role({ role, words }: Extract<Piece, { is: "role" }>): void {
    const { role: before } = this.audience;
    if (before !== "everyone" && before !== role)
      this.trouble = refused(`一次只能发给一类对象，“${words}”和前面说的不一样。`);
    else this.add({ role });
  }

  private place(words: string): void {
    const all = this.places.byName.get(words) ?? [];
    const within = [...new Set(all.flatMap((place) => withinOffice(place, this.reach, this.setting) ?? []))];
    const area = this.setting.area;
    if (within.length === 0) {
      this.trouble = refused(`“${words}”不在您的范围（${area ?? "本地区"}）内，只能发给自己范围内的单位。`);
      return;
    }
    const place = this.pick(words, within, (one) => one);
    if (place) this.add({ areas: [...new Set([...this.audience.areas, place])] });
  }

  private until({ words, groups }: Extract<Piece, { is: "until" }>): void {
    const read = readUntil(groups, this.setting.on);
    if ("why" in read) {
      this.trouble = refused(read.why);
      return;
    }
    const day = this.pick(words, read.days, (one) => `到 ${showDay(one)}为止`);
    if (day) this.add({ until: day, role: "holders" });
  }

  /** “审计报告和人员名单”: of a name that holds 和 itself, the whole is tried first. */
  private lacking(words: string): void {
    this.isSaid = true;
    const { served } = this.setting;
    const whole = lacksNamed(words, served);
    const parts = whole.length > 0 ? [words] : words.split(/[、和及与跟]|以及|或者?/).filter((part) => part !== "");
    const lacks: Lack[] = [];
    for (const part of parts) {
      const found = whole.length > 0 ? whole : lacksNamed(part, served);
      if (found.length === 0 || found.length > mostOptions) {
        this.trouble = refused(
          found.length === 0
            ? `申报表里没有找到“${part}”这一项${nearText(part, served)}，请用表里的名称。`
            : `“${part}”可能是申报表里的 ${found.length} 项，请说得具体些。`,
        );
        return;
      }
      const label = this.pick(
        part,
        found.map((one) => one.label),
        (one) => one,
      );
      const lack = found.find((one) => one.label === label);
      if (!lack) return;
      lacks.push(lack);
    }
    if (lacks.length === 0) this.trouble = refused("缺什么没有听出来。");
    else this.add({ lacks: [...this.audience.lacks, ...lacks], lacksAny: whole.length === 0 && /或/.test(words) });
  }

  /** 总结报告没交的: that whole procedure, and nothing that it asks for. */
  private namesProcedure(words: string): boolean {
    const { served } = this.setting;
    return served.length > 1 && words.length >= 2 && served.some(({ procedure }) => procedure.title.includes(words));
  }

  /** The name of a procedure, where the jurisdiction has several. */
  private other(words: string): void {
    const { served } = this.setting;
    const named = served.filter(({ procedure }) => words.length >= 2 && isShortFor(words, procedure.title));
    if (served.length > 1 && named.length > 0) {
      const id = this.pick(
        words,
        named.map((one) => one.id),
        (one) => named.find(({ id }) => id === one)?.procedure.title ?? one,
      );
      if (id) this.add({ procedures: [...this.audience.procedures, id] });
      return;
    }
    this.trouble = refused(
      NEGATION.test(words)
        ? "还听不懂“除了……”“不……”这样的说法，请直接说发给谁。"
        : PLACE.test(words)
          ? `没有所在地是“${words}”的单位。`
          : `没有听懂“${words}”。`,
    );
  }

  /** The only one, or the one that was chosen; else it has to be asked. */
  private pick(words: string, options: readonly string[], label: (option: string) => string): string | null {
    const [only, ...others] = options;
    const picked = options.length > 1 ? this.picks[words] : only;
    if (picked !== undefined && options.includes(picked)) return picked;
    if (only !== undefined && others.length > 0)
      this.trouble = { is: "open", words, options: options.map((id) => ({ id, label: label(id) })) };
    return null;
  }
}

/** 市级申报 is short for 市级中小企业公共服务示范平台认定申报. */
const isShortFor = (words: string, title: string): boolean => {
  let at = -1;
  return [...fold(words)].every((character) => {
    at = fold(title).indexOf(character, at + 1);
    return at >= 0;
  });
};

/** 没交, 没传: what is lacking stood before it. */
const isUnsaid = (piece: Piece | undefined): boolean =>
  (piece?.is === "lacking" && piece.words === "") ||
  (piece?.is === "standing" && piece.standings.includes("none") && piece.standings.includes("open"));

const refused = (why: string): Extract<Understood, { is: "refused" }> => ({ is: "refused", why });

/** What cannot be meant together. */
const contradiction = ({ role, standings, lacks, until, procedures }: Audience) => {
  const isOfApplications = standings.length + lacks.length + procedures.length > 0;
  if (role === "contacts" && (isOfApplications || until !== null))
    return refused("部门联系人没有申报进度和称号，只能按地方选。");
  if (standings.includes("none") && lacks.length > 0 && standings.length === 1)
    return refused("没开始的单位样样都还没填，“没开始”和“缺……”请只说一个。");
  return null;
};
