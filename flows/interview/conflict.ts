import { proposalOf } from "../listing/propose.ts";
import type { Heard } from "./heard.ts";
import type { InterviewState } from "./machine.ts";
import { shown } from "./say.ts";
import { guideOf, type Scene } from "./scene.ts";

/** Tells what the open question or list is about from what it was, in a few characters. */
export const seenOf = (scene: Scene, state: InterviewState): string =>
  watched(scene, state)
    .map((id) => checksum(JSON.stringify(scene.facts.stated(id) ?? null)))
    .join();

const watched = (scene: Scene, { context: { focus, listing } }: InterviewState): readonly string[] => {
  if (listing) return proposalOf(scene, listing).items.map(({ field }) => field);
  return focus === null ? [] : [focus];
};

const checksum = (text: string): string => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return sum.toString(36);
};

/** A colleague was first: what it answered is told, and nothing of either is lost without a word. */
export const settleConflict = (heard: Heard, state: InterviewState, scene: Scene): Heard => {
  const { focus, listing } = state.context;
  const { event } = heard;
  if (listing && event?.type === "onward") {
    return { event: null, notes: ["同事刚才改过其中的内容，还没有记下。请再看一遍下面的对照。"], refused: true };
  }
  if (!focus || !event || !("patch" in event) || !(focus in event.patch.answers)) return heard;
  const field = scene.facts.field(focus);
  const theirs = scene.facts.stated(focus);
  const mine = event.patch.answers[focus];
  if (JSON.stringify(mine) === JSON.stringify(theirs)) return heard;
  const isOneValue = field.kind !== "table" && field.kind !== "file" && field.kind !== "longText";
  if (!isOneValue || !state.matches({ active: "asking" }) || mine === undefined || mine === null) {
    return {
      event: null,
      notes: [`“${field.label}”刚才由同事改过，您这一条没有记下。请看现在的内容，再回复一次。`],
      refused: true,
    };
  }
  const why = `“${field.label}”刚才同事填了 ${shown(field, theirs)}。要用您的 ${shown(field, mine)} 替换吗？`;
  const readings = [{ shown: shown(field, mine), patch: event.patch }];
  return { event: { type: "doubtful", why, readings, guide: guideOf(scene) }, notes: [], refused: false };
};
