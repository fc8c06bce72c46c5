import type { Content } from "../../rules/content.ts";
import type { Choice, Received, ReceivedFile } from "../../rules/define.ts";
import type { Listing } from "../interview/events.ts";
import { type Heard, type Here, happen, patch, refuse } from "../interview/heard.ts";
import type { Scene } from "../interview/scene.ts";
import { materialNamed } from "./materials.ts";
import { proposalOf } from "./propose.ts";

const prefix = "material:";

/** The materials that the files may be, the likeliest first; or that they are to be read. */
export const sortingChoices = (files: readonly ReceivedFile[], scene: Scene): readonly Choice[] => {
  const materials = scene.asked
    .map((id) => ({ id, field: scene.facts.field(id) }))
    .filter(({ field }) => field.kind === "file");
  const likely = materialNamed(files[0]?.name ?? "", materials);
  const sorted = materials.toSorted((a, b) => Number(b.id === likely) - Number(a.id === likely));
  const [single, ...more] = files;
  const canRead = single && more.length === 0 && hasAnswers(scene, listingOf(single, null));
  return [
    ...(canRead ? [{ id: "read", label: "读取里面的内容" }] : []),
    ...sorted.map(({ id, field }) => ({ id: `${prefix}${id}`, label: field.label })),
  ];
};

/** What the files are was pressed or said. */
export const hearSorted = (here: Here, id: string): Heard => {
  const files = here.state.context.sorting;
  if (id === "no") return happen(here, { type: "no" }, ["好的，没有留这个文件。"]);
  if (id === "read" && files[0]) return happen(here, { type: "list", listing: listingOf(files[0], null) });
  if (!id.startsWith(prefix)) return refuse("请从下面选一项材料。");
  const material = id.slice(prefix.length);
  const { label } = here.scene.facts.field(material);
  return happen(here, { type: "amended", patch: addFiles(here.scene, material, files), stays: true }, [
    `已记在“${label}”下：${files.map(({ name }) => name).join("、")}。`,
  ]);
};

export const addFiles = (scene: Scene, material: string, files: readonly ReceivedFile[]) => {
  const before = (scene.facts.stated(material) as Received | null | undefined)?.files ?? [];
  const kept = before.filter(({ hash }) => !files.some((file) => file.hash === hash));
  return patch({ [material]: { received: true, files: [...kept, ...files] } });
};

export const listingOf = (file: ReceivedFile, open: string | null): Listing => ({
  source: { file },
  open,
  corrected: {},
  columns: {},
});

/** Is there anything in it that answers questions, other than materials? */
export const hasAnswers = (scene: Scene, listing: Listing): boolean =>
  proposalOf(scene, listing).items.some(({ field }) => scene.facts.field(field).kind !== "file");

/** Only kept, never read for answers. */
export const isOnlyKept = ({ kind }: Content): boolean => kind === "picture" || kind === "opaque";
