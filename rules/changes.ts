import type { AnyProcedure } from "./define.ts";
import { type Digest, digestOf } from "./digest.ts";

/** What a procedure asks otherwise than an earlier version of it did. */
export interface Changes {
  readonly fieldsNew: readonly string[];
  readonly fieldsGone: readonly { readonly id: string; readonly label: string }[];
  /** Asked in another way: an answer given before may not fit. */
  readonly fieldsChanged: readonly string[];
  readonly criteria: readonly ChangedCriterion[];
}

interface ChangedCriterion {
  readonly id: string;
  readonly label: string;
  /** The figures in words, empty where it has none; null where there was no such criterion. */
  readonly was: string | null;
  /** The same, as it is now; null where it is gone. */
  readonly is: string | null;
  /** The article; of a criterion that is gone, where it stood. */
  readonly cite: string;
}

/** Compares what a version of the procedure asked with what it asks now. */
export const differences = (former: Digest, procedure: AnyProcedure): Changes => {
  const now = digestOf(procedure);
  const gone = Object.entries(former.fields).filter(([id]) => !Object.hasOwn(now.fields, id));
  const isOther = (id: string): boolean => String(former.fields[id]) !== String(now.fields[id]);
  const stayed = Object.keys(now.fields).filter((id) => Object.hasOwn(former.fields, id));
  return {
    fieldsNew: Object.keys(now.fields).filter((id) => !Object.hasOwn(former.fields, id)),
    fieldsGone: gone.map(([id, [label]]) => ({ id, label })),
    fieldsChanged: stayed.filter(isOther),
    criteria: changedCriteria(former.criteria, now.criteria),
  };
};

type Criteria = Digest["criteria"];

const changedCriteria = (former: Criteria, now: Criteria): readonly ChangedCriterion[] => [
  ...Object.entries(now).flatMap(([id, [label, is, cite, how]]): readonly ChangedCriterion[] => {
    const [, was = null, , before] = former[id] ?? [];
    return how === before && is === was ? [] : [{ id, label, was, is, cite }];
  }),
  ...Object.entries(former).flatMap(([id, [label, was, cite]]) =>
    Object.hasOwn(now, id) ? [] : [{ id, label, was, is: null, cite }],
  ),
];

/** The changes as short lines for the applicant: what is required now, each with its article, then what is to be filled. */
export const changesText = (changes: Changes, { fields }: AnyProcedure): readonly string[] => {
  const labels = (ids: readonly string[]) => ids.map((id) => fields[id]?.label ?? id);
  const gone = changes.fieldsGone.map(({ label }) => label);
  return [
    ...changes.criteria.map(criterionText),
    ...listed("新增要填", labels(changes.fieldsNew)),
    ...listed("不再需要", gone, "（原来的回答仍保存着）"),
    ...listed("填法有变", labels(changes.fieldsChanged), "（会再问一次）"),
  ];
};

const criterionText = ({ label, was, is, cite }: ChangedCriterion): string => {
  if (is === null) return `不再要求：${label}〔${cite}〕`;
  if (was === null) return `新增要求：${label}${is && `，${is}`}〔${cite}〕`;
  if (was === is) return `${label}：要求有变，请再核对〔${cite}〕`;
  return `${label}：${was && `原来要求${was}，`}现在${is || "要求有变"}〔${cite}〕`;
};

const mostLabels = 10;

const listed = (title: string, labels: readonly string[], remark = ""): readonly string[] => {
  if (labels.length === 0) return [];
  const rest = labels.length > mostLabels ? `等 ${labels.length} 项` : "";
  // Labels have “、” themselves.
  return [`${title}：${labels.slice(0, mostLabels).join("；")}${rest}${remark}`];
};
