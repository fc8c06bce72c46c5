import type { Form, GridRow, Piece } from "../../templates/blocks.ts";

/** A column as a form prints it. */
interface PrintedColumn {
  readonly table: string;
  readonly column: string;
}

/** What a form is made of, in its order: its own words, the fields it speaks of, the columns of tables it prints. */
export interface Parts {
  /** The form's own words, piece by piece. */
  readonly words: readonly string[];
  /** Fields whose labels are printed. */
  readonly labels: readonly string[];
  /** Questions whose choices are printed to be ticked. */
  readonly boxes: readonly string[];
  /** Fields with a place for their answer: typed, ticked, told at length, listed or bound in. */
  readonly answers: readonly string[];
  readonly columns: readonly PrintedColumn[];
  /** Columns of which the form prints the label, or a choice's label. */
  readonly heads: readonly (PrintedColumn & { readonly ticked?: string })[];
}

export const partsOf = (form: Form): Parts => {
  const words: string[] = [];
  const labels: string[] = [];
  const boxes: string[] = [];
  const answers: string[] = [];
  const columns: PrintedColumn[] = [];
  const heads: (PrintedColumn & { ticked?: string })[] = [];
  const pieces = (of: readonly Piece[]): void => {
    for (const piece of of) {
      if (typeof piece === "string") words.push(piece);
      else if ("label" in piece) labels.push(piece.label);
      else if ("answer" in piece) answers.push(piece.answer);
      else if ("boxes" in piece) {
        boxes.push(piece.boxes);
        answers.push(piece.boxes);
      }
    }
  };
  const rows = (of: readonly GridRow[]): void => {
    for (const row of of) {
      if ("band" in row) words.push(row.band);
      else if ("beside" in row) {
        pieces(row.beside.of);
        rows(row.rows);
      } else if ("each" in row) {
        answers.push(row.each);
        columns.push(...row.cells.map(({ column }) => ({ table: row.each, column })));
      } else for (const cell of row.cells) pieces(cell.of);
    }
  };
  for (const block of form.blocks) {
    switch (block.block) {
      case "cover":
        words.push(block.attachment, ...block.title, block.issuer);
        for (const { label, of } of block.blanks) {
          words.push(label);
          pieces(of);
        }
        break;
      case "attachment":
      case "heading":
        words.push(block.text);
        break;
      case "title":
        pieces("of" in block ? block.of : [block.text]);
        break;
      case "contents":
        words.push(block.title, ...block.items);
        break;
      case "items":
        words.push(...block.lines);
        break;
      case "narrative":
        words.push(block.heading);
        answers.push(block.answer);
        break;
      case "attached":
        words.push(block.heading);
        answers.push(block.material);
        break;
      case "paragraph":
      case "note":
        pieces(block.of);
        break;
      case "signing":
        block.lines.forEach(pieces);
        break;
      case "grid":
        rows(block.rows);
        break;
      case "list": {
        const { table, total, foot = [] } = block;
        pieces(foot);
        answers.push(table);
        columns.push(...block.columns.map(({ column }) => ({ table, column })));
        heads.push(...block.columns.map(({ column, ticked }) => ({ table, column, ...(ticked && { ticked }) })));
        words.push(...block.columns.flatMap(({ group }) => group ?? []), ...(total ? [total.label] : []));
      }
    }
  }
  return { words, labels, boxes, answers, columns, heads };
};
