import { officeLabel } from "../../flows/desk/office.ts";
import type { NoticeTold } from "../../flows/notices/notice.ts";
import type { Parts } from "../converse.ts";
import type { Notice } from "../store/notice-port.ts";

/** The notice as its recipients get it, with the department that it comes from. */
export const noticeToldBy = async (
  { store, served }: Pick<Parts, "store" | "served">,
  { id, contact, text, files }: Notice,
): Promise<NoticeTold> => {
  const office = (await store.departments.contacts()).find((one) => one.id === contact);
  const found = served.find(({ jurisdiction }) => jurisdiction.code === office?.jurisdiction);
  return { id, from: office ? officeLabel(office, found?.jurisdiction ?? null) : "主管部门", text, files };
};
