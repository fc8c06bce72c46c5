import { describe, expect, test } from "vitest";
import { read } from "../../rules/values/index.ts";
import { asks, check, on, refuses } from "./rows.ts";

check({ kind: "yesNo" }, [
  ..."是 是的 对 有 有的 嗯 yes Y 具备 √ ✔️ 👍 1 我们有 已具备 是。 有！ Ｙ"
    .split(" ")
    .map((word) => [word, true] as const),
  ..."否 不是 没有 没 无 no N 不具备 × ❌ 2 目前没有 暂时没有 不，没有 没有。 还没有 不"
    .split(" ")
    .map((word) => [word, false] as const),
  ["有没有", refuses("“是”或“否”")],
  ["不一定", refuses("“是”或“否”")],
  ["是不是", refuses("“是”或“否”")],
  ["3", refuses("“是”或“否”")],
  ["不知道", refuses("跳过")],
]);

const services = [
  { id: "information", label: "信息服务" },
  { id: "technology", label: "技术服务" },
  { id: "startup", label: "创业服务" },
  { id: "training", label: "培训服务" },
  { id: "financing", label: "融资服务" },
];

check({ kind: "choice", choices: services }, [
  ["training", "training"],
  ["培训服务", "training"],
  ["培训服务。", "training"],
  ["4", "training"],
  ["４", "training"],
  ["四", "training"],
  ["④", "training"],
  ["4️⃣", "training"],
  ["4.", "training"],
  ["4、", "training"],
  ["第四个", "training"],
  ["第4项", "training"],
  ["选4", "training"],
  ["培训", "training"],
  ["训服", "training"],
  ["4 培训服务", "training"],
  ["4.培训", "training"],
  ["3 培训", refuses("没有找到")],
  ["4号", "training"],
  ["训", refuses("没有找到")],
  ["都没有", refuses("跳过")],
  ["服务", refuses("“信息服务”、“技术服务”")],
  ["6", refuses("1 信息服务；2 技术服务")],
  ["0", refuses("没有找到")],
  ["咨询", refuses("没有找到“咨询”")],
  ["1.5", refuses("没有找到")],
  ["13", refuses("没有找到")],
  ["1和3", refuses("没有找到")],
  ["不清楚", refuses("跳过")],
]);

check({ kind: "choices", choices: services }, [
  ["1、3、4", ["information", "startup", "training"]],
  ["1 3 4", ["information", "startup", "training"]],
  ["1,3,4", ["information", "startup", "training"]],
  ["1，3，4。", ["information", "startup", "training"]],
  ["1.3.4", ["information", "startup", "training"]],
  ["1;3", ["information", "startup"]],
  ["4、1", ["information", "training"]],
  ["1、1", ["information"]],
  ["1和3", ["information", "startup"]],
  ["①③", ["information", "startup"]],
  ["信息和培训都有", ["information", "training"]],
  ["①、③", ["information", "startup"]],
  ["134", ["information", "startup", "training"]],
  ["13", ["information", "startup"]],
  ["16", refuses("顿号")],
  ["3", ["startup"]],
  ["信息、培训", ["information", "training"]],
  ["信息服务和培训服务", ["information", "training"]],
  ["信息 3", ["information", "startup"]],
  ["1 信息服务\n4 培训服务", ["information", "training"]],
  ["1.信息服务、4.培训服务", ["information", "training"]],
  ["全部", services.map(({ id }) => id)],
  ["都有", services.map(({ id }) => id)],
  ["都没有", []],
  ["无", []],
  ["没有", []],
  ["一个都没有", []],
  ["1、6", refuses("“6”")],
  ["信息、服务", refuses("“服务”可能是")],
  ["、", refuses("没有找到")],
  ["不知道", refuses("跳过")],
]);

const many = Array.from({ length: 15 }, (_, at) => ({
  id: `c${at + 1}`,
  label: `选项${"甲乙丙丁戊己庚辛壬癸子丑寅卯辰"[at]}`,
}));
check({ kind: "choices", choices: many }, [
  ["13", asks(["c13"], ["c1", "c3"])],
  ["1、13", ["c1", "c13"]],
  ["10", ["c10"]],
  ["11", ["c11"]],
  ["16", refuses("顿号")],
  ["134", refuses("顿号")],
]);
check({ kind: "choice", choices: many }, [
  ["13", "c13"],
  ["十三", "c13"],
  ["⑬", "c13"],
]);

const awkward = [
  { id: "a", label: "国有、集体" },
  { id: "b", label: "国有" },
  { id: "c", label: "IT 服务" },
  { id: "d", label: "3" },
  { id: "e", label: "生产和流通（含进出口）" },
];
check({ kind: "choices", choices: awkward }, [
  ["国有、集体、国有", ["a", "b"]],
  ["it 服务，国有", ["b", "c"]],
  ["3", ["d"]],
  ["生产和流通(含进出口)、IT 服务", ["c", "e"]],
  ["5", ["e"]],
]);

describe("reading back", () => {
  test("labels are joined, none is said", () => {
    const kind = { kind: "choices", choices: services } as const;
    expect(read(kind, "1 2", on)).toMatchObject({ shown: "信息服务、技术服务" });
    expect(read(kind, "都没有", on)).toMatchObject({ shown: "无" });
  });
});
