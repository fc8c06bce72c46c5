/** Work to be done once, at its time or later. */
export interface NewJob {
  /** Adding the same key again adds nothing, also when its work was done long ago. */
  readonly key: string;
  readonly kind: string;
  /** JSON data. */
  readonly payload: unknown;
  readonly dueAt: string;
}

/** A job that somebody claimed: nobody else gets it until its lease ends. */
export interface Claimed extends Omit<NewJob, "dueAt"> {
  readonly owner: string;
  /** How often it was claimed, this time included. */
  readonly tries: number;
}

/** Who claims, what and until when. */
interface Claim {
  /** An id of the claimer's own; it gets its own jobs again, too, once their lease has ended. */
  readonly owner: string;
  readonly kinds: readonly string[];
  readonly now: string;
  readonly until: string;
  readonly limit: number;
}

/** What a turn or a job leaves to be done. Instants are texts as `toISOString` gives them. */
export interface Queue {
  add(jobs: readonly NewJob[]): Promise<void>;
  /** Claims jobs that are due, those first that have waited longest. */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** The work is done. False where somebody else has claimed it meanwhile, as in the calls below. */
  complete(job: Claimed, now: string): Promise<boolean>;
  /** It did not work out: again at that time. */
  postpone(job: Claimed, dueAt: string): Promise<boolean>;
  /** It takes longer. */
  extend(job: Claimed, until: string): Promise<boolean>;
  /** Makes due what is claimed until after `until`: longer than any lease, so the clock has gone back. */
  recover(now: string, until: string): Promise<void>;
}
