/** Where a rule, figure, date or label stands. */
export interface Citation {
  /** The document's number, or its title where it has none. */
  readonly document: string;
  /** The place in it as people cite it: `一（一）3`, `第七条`, `附件2`. */
  readonly article: string;
  /** What it says there, so that a person need not look it up. */
  readonly text: string;
}

/**
 * The citations of one document by article: `const c = citationsOf("浙经信企服〔2021〕73号", { "一（一）3": "…" })`,
 * then `c["一（一）3"]`. A misspelt article does not compile.
 */
export const citationsOf = <const Article extends string>(
  document: string,
  texts: Readonly<Record<Article, string>>,
): Readonly<Record<Article, Citation>> =>
  Object.fromEntries(
    Object.entries<string>(texts).map(([article, text]) => [article, { document, article, text }]),
  ) as Record<Article, Citation>;
