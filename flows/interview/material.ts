import type { Received, ReceivedFile } from "../../rules/define.ts";
import { read } from "../../rules/values/index.ts";
import { brief, type Heard, type Here, happen, onward, patch, refuse, refuseAnswer } from "./heard.ts";
import { obey } from "./obey.ts";

/** A file that the person sent. */
export const hearFile = (here: Here, file: ReceivedFile): Heard => {
  if (here.step !== "file") {
    return refuse(
      `收到文件“${brief(file.name)}”，但现在这一题要的是回答。材料文件请到“证明材料”那一步再发，或回复“修改”加材料名称。`,
    );
  }
  const files = [...filesOf(here).filter(({ hash }) => hash !== file.hash), file];
  return happen(here, { type: "understood", patch: patch({ [here.focus]: { received: true, files } }) }, [
    `收到：${file.name}。还有就接着发，没有了请选“就这些”。`,
  ]);
};

/** The material is in hand, with the files that came so far. */
export const keepMaterial = (here: Here): Heard =>
  onward(here, patch({ [here.focus]: { received: true, files: filesOf(here) } }), [
    `✓ ${here.scene.facts.field(here.focus).label}：已备好`,
  ]);

/** Is the material there? 有 没有 准备好了… */
export const hearReadiness = (here: Here, text: string): Heard => {
  if (/准备好|备好|齐了/.test(text) && !/[没未不]/.test(text)) return keepMaterial(here);
  const reading = read({ kind: "yesNo" }, text, here.scene.on);
  if (reading.status !== "understood") return refuseAnswer(here, "请把文件发过来，或者选“已备好”“还没有”。");
  return reading.value === true ? keepMaterial(here) : obey(here, { type: "skip" });
};

const filesOf = (here: Here): readonly ReceivedFile[] => (here.stated as Received | null | undefined)?.files ?? [];
