import type { Jurisdiction } from "../../rules/define.ts";
import type { SubjectPlan } from "../dates/agenda.ts";
import type { FromPerson, Reply } from "../reply.ts";
import type { Told } from "../told.ts";
import type { Needs, World } from "../world.ts";
import type { Contact, Office } from "./office.ts";
import type { DeskWork } from "./work.ts";

/** What a conversation of the desk's sees. */
export interface DeskWorld {
  readonly contact: Contact;
  readonly world: World;
  readonly told: Told;
}

/**
 * A conversation of the desk's within one turn. Where it has to know more it says so in `needs`: the turn is then run
 * again, from its beginning, in a world that holds that.
 */
export interface Matter {
  /** True where the input was not taken. */
  hear(input: FromPerson): boolean;
  /** What is asked now. Not called once it is over. */
  question(refused: boolean): Reply;
  readonly needs: Needs | null;
  /** JSON data. */
  readonly persisted: unknown;
  /** Back to the desk's menu; or on to another conversation, begun with that. */
  readonly over: boolean | { readonly on: string; readonly from: unknown };
  readonly work: DeskWork | null;
  /** What accounts of enterprises will be reminded of now. */
  readonly plans: readonly SubjectPlan[];
}

/** How a conversation of the desk's is entered. */
export interface MatterKind {
  readonly id: string;
  readonly label: string;
  /** Words that enter it from the desk's menu, beside the label. */
  readonly words: readonly string[];
  /** Why this office cannot; null where it can. */
  refuses(office: Office, jurisdiction: Jurisdiction | null): string | null;
  /** Does a text that is typed at the menu begin it, and is the first thing that it hears? */
  takes?(text: string): boolean;
  /** The same for a file by its name; the first of the menu that takes it gets it. */
  takesFile?(name: string): boolean;
  /** `persisted`: null to begin it. */
  open(persisted: unknown, world: DeskWorld): Matter;
}
