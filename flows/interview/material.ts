import type { Received, ReceivedFile } from "../../rules/define.ts";
import { read } from "../../rules/values/index.ts";
import { proposalOf } from "../listing/propose.ts";
import { addFiles, hasAnswers, isOnlyKept, listingOf } from "../listing/sorting.ts";
import { brief, type Heard, type Here, happen, onward, patch, refuse, refuseAnswer } from "./heard.ts";
import { obey } from "./obey.ts";

/** A file that the person sent: the material that is asked for, answers to be read out of it, or another material. */
export const hearFile = (here: Here, file: ReceivedFile): Heard => {
  const content = here.scene.contents.get(file.hash);
  if (!content || content.kind === "unusable")
    return refuse(content?.why ?? `“${brief(file.name)}”没有收完整，请再发一次。`);
  if (here.state.matches("restarting")) return refuse("请先选：清空重新开始，还是接着填。");
  const listing = listingOf(file, here.step === "file" ? null : here.focus || null);
  if (here.step === "file")
    return hasAnswers(here.scene, listing) ? happen(here, { type: "sort", file }) : receive(here, file);
  if (isOnlyKept(content)) return happen(here, { type: "sort", file });
  return proposalOf(here.scene, listing).items.length > 0
    ? happen(here, { type: "list", listing })
    : happen(here, { type: "sort", file });
};

const receive = (here: Here, file: ReceivedFile): Heard =>
  happen(here, { type: "understood", patch: addFiles(here.scene, here.focus, [file]) }, [`收到：${file.name}`]);

/** The file of that number is taken back. */
export const withdraw = (here: Here, at: number): Heard => {
  const files = filesOf(here);
  const file = files[at];
  if (!file) return refuse(`没有第 ${at + 1} 个文件，现在共 ${files.length} 个。`);
  const left = files.filter((one) => one !== file);
  const value = left.length > 0 ? { received: true as const, files: left } : undefined;
  return happen(here, { type: "understood", patch: patch({ [here.focus]: value }) }, [`已撤回：${file.name}。`]);
};

/** The material is in hand, with the files that came so far. */
export const keepMaterial = (here: Here): Heard =>
  onward(here, patch({ [here.focus]: { received: true, files: filesOf(here) } }), [
    `✓ ${here.scene.facts.field(here.focus).label}：已备好`,
  ]);

/** Every material that was not answered yet is in hand. */
export const allReady = (here: Here): Heard => {
  const { asked, facts } = here.scene;
  const open = asked.filter((id) => facts.field(id).kind === "file" && facts.stated(id) === undefined);
  if (open.length === 0) return refuse("没有还要问的材料了。");
  const change = patch(Object.fromEntries(open.map((id) => [id, { received: true as const, files: [] }])));
  const said = [`✓ ${open.length} 项材料都已备好`];
  return here.step === "file"
    ? onward(here, change, said)
    : happen(here, { type: "amended", patch: change, stays: true }, said);
};

/** Is the material there? 有 没有 准备好了… */
export const hearReadiness = (here: Here, text: string): Heard => {
  if (/准备好|备好|齐了/.test(text) && !/[没未不]/.test(text)) return keepMaterial(here);
  const reading = read({ kind: "yesNo" }, text, here.scene.on);
  if (reading.status !== "understood") return refuseAnswer(here, "请把文件发过来，或者选“已备好”“还没有”。");
  return reading.value === true ? keepMaterial(here) : obey(here, { type: "skip" });
};

const filesOf = (here: Here): readonly ReceivedFile[] => (here.stated as Received | null | undefined)?.files ?? [];
