import { initialTransition, transition } from "xstate";
import type { Day } from "../../rules/define.ts";
import { restore } from "../chart.ts";
import { changedTitles, type Preference, type Recognition, type TitleChanges } from "../dates/agenda.ts";
import { datesStep } from "../dates/ask.ts";
import { mark, meant } from "../dates/handed.ts";
import { isTitle, subjectsOf } from "../dates/subjects.ts";
import { type DatesView, datesView } from "../dates/view.ts";
import { subjectLabel } from "../dates/wording.ts";
import type { Office } from "../desk/office.ts";
import { answersTexts } from "../interview/say.ts";
import { onlyOf, sceneOf } from "../interview/scene.ts";
import type { Input, Reply } from "../reply.ts";
import type { Told } from "../told.ts";
import type { Conversation, Kept, World } from "../world.ts";
import { lobbyQuestion } from "./ask.ts";
import { codeTrouble, invitationText } from "./codes.ts";
import type { Hall, Listed } from "./hall.ts";
import { listenLobby, welcome } from "./listen.ts";
import { type LobbyEvent, type LobbyState, lobby } from "./machine.ts";

const [start] = initialTransition(lobby);

/** What of a lobby's event is another's to perform. */
export type Errand =
  | { readonly type: "start" | "sample"; readonly procedure: string }
  | { readonly type: "open"; readonly application: string }
  | { readonly type: "desk" }
  | { readonly type: "published"; readonly application: string; readonly on: Day };

interface Params {
  readonly code: string;
  readonly sections: readonly string[] | null;
  readonly account: string;
  readonly recognition: Recognition;
  readonly preference: Preference;
  readonly duty: TitleChanges["duties"][number];
  readonly title: TitleChanges["withdrawn"][number];
}

/** The lobby's side of a turn. */
export class Reception {
  private state: LobbyState;
  consentedOn: string | null;
  forget = false;
  invited: { scope: World["scope"] } | null = null;
  joins: string | null = null;
  /** The code by which the account becomes a contact, and whose it is from this turn on. */
  registers: string | null = null;
  enrolled: Office | null = null;
  unlinks: readonly string[] = [];
  titles: TitleChanges = { recognitions: [], withdrawn: [], duties: [] };
  preference: Preference | null = null;
  private readonly world: World;
  private readonly told: Told;
  private readonly isFirst: boolean;

  constructor(conversation: Conversation | null, world: World, told: Told) {
    this.state = conversation ? restore(lobby, conversation.lobby) : start;
    this.isFirst = conversation === null;
    this.consentedOn = world.consentedOn;
    this.world = world;
    this.told = told;
  }

  get persisted(): unknown {
    return lobby.getPersistedSnapshot(this.state);
  }

  get isAtFacts(): boolean {
    return this.state.value === "facts";
  }

  get isAtDates(): boolean {
    return datesStep(this.state) !== null;
  }

  /** The code that waits for consent: it has to be looked at again once that is given. */
  get waitingCode(): string | null {
    const { wish } = this.state.context;
    return this.state.value === "consent" && wish && "code" in wish ? wish.code : null;
  }

  /** True where the input was not taken; errands are what the caller has to do. */
  hear(input: Input, kept: readonly Kept[]): { readonly refused: boolean; readonly errands: readonly Errand[] } {
    const hall = this.hall(kept);
    if (this.isFirst) this.told.note(welcome);
    if (this.isFirst && "text" in input && kept.length === 0 && isOnlyGreeting(input.text))
      return { refused: false, errands: [] };
    const { event, notes, refused } = listenLobby(input, this.state, hall);
    this.told.note(...notes);
    return { refused, errands: event ? this.step(event) : [] };
  }

  /** A one-time code came; true where it cannot be used. */
  hearCode(code: string, kept: readonly Kept[]): boolean {
    const trouble = this.troubleWith(code, kept);
    if (trouble) {
      this.told.note(trouble);
      return true;
    }
    const office = this.world.invitations.get(code)?.office;
    if (office) {
      this.enrol(code, office);
      return false;
    }
    this.step(this.consentedOn ? { type: "join", code } : { type: "wish", wish: { code } });
    return false;
  }

  question(kept: readonly Kept[], refused: boolean): Reply {
    return lobbyQuestion(this.state, this.hall(kept), refused);
  }

  private step(event: LobbyEvent): readonly Errand[] {
    const [next, actions] = transition(lobby, this.state, event);
    this.state = next;
    const errands: Errand[] = [];
    for (const { type, params } of actions as readonly { type: string; params: unknown }[]) {
      if (type === "start" || type === "sample" || type === "open" || type === "desk" || type === "published")
        errands.push({ ...(params as Errand), type } as Errand);
      else this.perform(type, params as Params);
    }
    return errands;
  }

  private perform(type: string, params: Params): void {
    switch (type) {
      case "consent":
        this.consentedOn = this.world.on;
        return;
      case "forget":
        this.forget = true;
        return;
      case "unlink":
        this.unlinks = [params.account];
        return;
      case "invite":
        this.invite(params.sections);
        return;
      case "join":
        this.join(params.code);
        return;
      case "recognise":
        this.titles = { ...this.titles, recognitions: [params.recognition] };
        return;
      case "duty":
        this.titles = { ...this.titles, duties: [params.duty] };
        return;
      case "withdraw":
        this.titles = { ...this.titles, withdrawn: [params.title] };
        return;
      case "prefer":
        this.preference = params.preference;
        return;
      case "calendar":
        this.told.hand({ calendar: { dues: this.datesView(this.world.applications)?.dues ?? [] } });
    }
  }

  private invite(sections: readonly string[] | null): void {
    const latest = this.world.applications.find(({ sample }) => !sample);
    const scope = sections && latest ? { application: latest.id, sections } : null;
    this.invited = { scope };
    this.told.note(invitationText(this.hall(this.world.applications), this.world, scope));
  }

  private enrol(code: string, office: Office): void {
    this.registers = code;
    this.enrolled = office;
    this.told.note("登记好了。以后在主菜单选“部门工作”就能回到这里。");
  }

  private troubleWith(code: string, kept: readonly Kept[]): string | null {
    const invitation = this.world.invitations.get(code);
    return invitation ? codeTrouble(invitation, this.hall(kept), this.world.tooManyCodes) : "请再发一次代码。";
  }

  private join(code: string): void {
    const trouble = this.troubleWith(code, this.world.applications);
    if (trouble) {
      this.told.note(trouble);
      return;
    }
    this.joins = code;
    const scope = this.world.invitations.get(code)?.scope;
    this.told.note(
      scope
        ? "绑定好了。您只会看到请您填的那一部分，填好后对方马上就能看到。"
        : "绑定好了。两边看到的是同一份申请，哪边填都行。",
    );
  }

  private hall(kept: readonly Kept[]): Hall {
    const { served, scope, colleagues, account } = this.world;
    const seen = scope ? kept.filter(({ id }) => id === scope.application) : kept;
    return {
      served: served.filter(({ procedure }) => procedure.role !== "department"),
      hasConsent: this.consentedOn !== null,
      applications: this.forget ? [] : seen.map(listed),
      factLines: this.isAtFacts && !this.forget ? this.factLines(seen) : [],
      scope,
      account,
      colleagues: colleagues.filter(({ id }) => !this.unlinks.includes(id)),
      hasJoined: this.joins !== null,
      isContact: this.world.contact !== null,
      dates: this.datesView(seen),
      titles: this.isAtFacts && !this.forget ? this.held(seen) : [],
    };
  }

  private datesView(kept: readonly Kept[]): DatesView | null {
    const { agenda, account, served } = this.world;
    const preference = this.preference ?? agenda?.preferences.get(account);
    if (!agenda || !preference) return null;
    return datesView(subjectsOf(kept, changedTitles(agenda, this.titles), served), preference, this.world);
  }

  private held(kept: readonly Kept[]): Hall["titles"] {
    const { agenda, served } = this.world;
    if (!agenda) return [];
    return subjectsOf(kept, changedTitles(agenda, this.titles), served)
      .filter(isTitle)
      .map((subject) => ({ ...subject.recognition, subject: subject.id, label: subjectLabel(subject) }));
  }

  /** In an interview: 已报送 answers a reminder, where there is what it can mean. True where it does. */
  hearHandedIn(kept: readonly Kept[]): boolean {
    const owed = this.world.scope ? [] : (this.datesView(kept)?.owed ?? []);
    const one = meant(owed, this.world.on);
    if (!one) return false;
    const { duty, note } = mark(one, this.world.on);
    this.titles = { ...this.titles, duties: [duty] };
    this.told.note(note);
    return true;
  }

  private factLines(kept: readonly Kept[]): readonly string[] {
    return kept.flatMap((one) => {
      const served = this.world.served.find(({ id }) => id === one.procedure);
      const own = this.world.answers.get(one.id);
      if (!served || !own || one.sample) return [];
      const only = onlyOf(served, this.world.scope);
      const scene = sceneOf(served, { answers: own, marks: one.marks, round: one.round }, this.world.on, { only });
      if (!scene.asked.some((id) => scene.facts.value(id) !== undefined)) return [];
      return [`〔${served.jurisdiction.name} ${served.procedure.title}〕`, ...answersTexts(scene)];
    });
  }
}

const listed = ({ id, procedure, sample, updatedOn, marks }: Kept): Listed => ({
  id,
  procedure,
  sample,
  updatedOn,
  title: marks.title ?? "",
  status: marks.status ?? "",
});

const isOnlyGreeting = (text: string): boolean => /^\s*(你好|您好|hi|hello|嗨|在吗)[!！。.\s]*$/i.test(text);
