import { Prisma } from "../../prisma/generated/client.ts";
import { effecting, effectsHold, forgetEffects } from "./effects.ts";
import { inviting, joining, linksHold, unlinking } from "./linking.ts";
import type { Turn } from "./port.ts";

const { sql, join } = Prisma;
type Changed = Turn["changed"][number];

/** The receipt, then the replies; gives back their numbers. A turn begins with it, for it must begin with a write. */
export const saying = ({ account, updateId, input, at, replies }: Turn): Prisma.Sql => {
  const receipt = sql`(${account.id}, 'in', ${updateId}, ${JSON.stringify(input)}, ${at}, NULL)`;
  // A notice is handed over at most once: what becomes of it stands with its delivery, and it is never sent again.
  const delivery = "notice" in input ? "notice" : "queued";
  const queued = replies.map(
    (reply) => sql`(${account.id}, 'out', NULL, ${JSON.stringify(reply)}, ${at}, ${delivery})`,
  );
  return sql`INSERT INTO "Message" ("accountId", "direction", "updateId", "body", "at", "delivery")
    VALUES ${join([receipt, ...queued])} RETURNING "seq"`;
};

/**
 * The other statements of a turn. They are plain SQL because one batch of it costs half of what Prisma's models cost,
 * and are the same for SQLite and PostgreSQL.
 */
export const changing = (turn: Turn): readonly Prisma.Sql[] => [
  moveAccount(turn),
  ...turn.opened.map((application) => openApplication(turn, application)),
  ...turn.changed.flatMap((changed) => changeApplication(turn, changed)),
  ...inviting(turn),
  ...effecting(turn),
  ...(turn.forget ? forgetEnterprise(turn) : []),
  ...joining(turn),
  ...unlinking(turn),
];

/**
 * The next version, or NULL, which the column refuses: then the whole batch is rolled back. That is how a batch, whose
 * statements cannot look at one another's results, stops when somebody else was first.
 */
const onlyIf = (condition: Prisma.Sql) => sql`CASE WHEN ${condition} THEN "version" + 1 END`;

const moveAccount = (turn: Turn) => sql`UPDATE "Account" SET
    "conversation" = ${turn.conversation == null ? null : JSON.stringify(turn.conversation)},
    "consentedOn" = ${turn.forget ? null : turn.consentedOn},
    "version" = ${onlyIf(sql`"version" = ${turn.account.version} AND ${ownsWhatItChanges(turn)} AND ${linksHold(turn)}
      AND ${join([sql`TRUE`, ...effectsHold(turn)], " AND ")}`)}
  WHERE "id" = ${turn.account.id}`;

/** An UPDATE of an application that is gone or somebody else's would pass in silence. */
const ownsWhatItChanges = ({ account, opened, changed }: Turn) => {
  const ids = changed.map(({ application }) => application).filter((id) => !opened.some((one) => one.id === id));
  return ids.length === 0
    ? sql`TRUE`
    : sql`${ids.length} = (SELECT COUNT(*) FROM "Application"
        WHERE "id" IN (${join(ids)}) AND "enterpriseId" = ${account.enterpriseId})`;
};

const openApplication = (
  { account, at }: Turn,
  { id, procedure, round, rules, sample, marks }: Turn["opened"][number],
) =>
  sql`INSERT INTO "Application"
    ("id", "enterpriseId", "procedure", "round", "rules", "sample", "marks", "createdAt", "updatedAt")
    VALUES (${id}, ${account.enterpriseId}, ${procedure}, ${round}, ${rules}, ${sample}, ${JSON.stringify(marks)},
      ${at}, ${at})`;

const changeApplication = (turn: Turn, changed: Changed): readonly Prisma.Sql[] => {
  const { application, version, round, rules, marks } = changed;
  const moved = sql`UPDATE "Application" SET "round" = ${round}, "rules" = ${rules}, "marks" = ${JSON.stringify(marks)},
      "updatedAt" = ${turn.at}, "version" = ${onlyIf(sql`"version" = ${version}`)}
    WHERE "id" = ${application}`;
  return [moved, ...keepAnswers(turn, changed), ...removeAnswers(changed)];
};

const keepAnswers = ({ account, at }: Turn, { application, answers }: Changed): readonly Prisma.Sql[] => {
  const kept = Object.entries(answers).filter(([, value]) => value !== undefined);
  const rows = kept.map(([id, value]) => sql`(${application}, ${id}, ${JSON.stringify(value)}, ${at}, ${account.id})`);
  if (rows.length === 0) return [];
  return [
    sql`INSERT INTO "Answer" ("applicationId", "fieldId", "value", "givenAt", "accountId") VALUES ${join(rows)}
      ON CONFLICT ("applicationId", "fieldId") DO UPDATE SET
        "value" = excluded."value", "givenAt" = excluded."givenAt", "accountId" = excluded."accountId"`,
  ];
};

const removeAnswers = ({ application, answers }: Changed): readonly Prisma.Sql[] => {
  const removed = Object.keys(answers).filter((id) => answers[id] === undefined);
  if (removed.length === 0) return [];
  return [sql`DELETE FROM "Answer" WHERE "applicationId" = ${application} AND "fieldId" IN (${join(removed)})`];
};

/** All of the enterprise but its accounts, which begin anew, and what this turn says. */
const forgetEnterprise = (turn: Turn): readonly Prisma.Sql[] => [...forgetEffects(turn), ...forgetTalk(turn)];

const forgetTalk = ({ account, updateId }: Turn): readonly Prisma.Sql[] => [
  // Answers go with their application.
  sql`DELETE FROM "Application" WHERE "enterpriseId" = ${account.enterpriseId}`,
  sql`DELETE FROM "Invitation" WHERE "enterpriseId" = ${account.enterpriseId}`,
  sql`DELETE FROM "Message"
    WHERE "accountId" IN (SELECT "id" FROM "Account" WHERE "enterpriseId" = ${account.enterpriseId})
      AND "seq" < (SELECT "seq" FROM "Message" WHERE "accountId" = ${account.id} AND "updateId" = ${updateId})`,
  sql`UPDATE "Account" SET "resumeHash" = NULL WHERE "enterpriseId" = ${account.enterpriseId}`,
  // A colleague's turn that runs at this moment finds another version and is run again, without the old answers.
  sql`UPDATE "Account" SET "conversation" = NULL, "consentedOn" = NULL, "version" = "version" + 1
    WHERE "enterpriseId" = ${account.enterpriseId} AND "id" <> ${account.id}`,
];
