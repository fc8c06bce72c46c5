-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "codeHash" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "area" TEXT,
    "name" TEXT NOT NULL,
    "invitedAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "acceptedAt" TEXT,
    "accountId" TEXT,
    "revokedAt" TEXT
);

-- CreateTable
CREATE TABLE "Audit" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "detail" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "OpenedRound" (
    "roundId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "openedBy" TEXT NOT NULL,
    "openedAt" TEXT NOT NULL,

    PRIMARY KEY ("roundId", "version")
);

-- CreateTable
CREATE TABLE "Recognition" (
    "enterpriseId" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "recognisedOn" TEXT NOT NULL,
    "statedOn" TEXT NOT NULL,

    PRIMARY KEY ("enterpriseId", "jurisdiction", "level"),
    CONSTRAINT "Recognition_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Preference" (
    "accountId" TEXT NOT NULL PRIMARY KEY,
    "hour" INTEGER NOT NULL,
    "leads" TEXT NOT NULL,
    "wantsNotices" BOOLEAN NOT NULL,
    CONSTRAINT "Preference_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reminder" (
    "accountId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "dueId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "lead" INTEGER NOT NULL,
    "due" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "isLate" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "job" TEXT,

    PRIMARY KEY ("accountId", "subject", "dueId", "dueOn", "lead"),
    CONSTRAINT "Reminder_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    CONSTRAINT "Notice_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoticeDelivery" (
    "noticeId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("noticeId", "accountId"),
    CONSTRAINT "NoticeDelivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NoticeDelivery_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Job" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "dueAt" TEXT NOT NULL,
    "owner" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "Contact_codeHash_key" ON "Contact"("codeHash");

-- CreateIndex
CREATE INDEX "Contact_accountId_idx" ON "Contact"("accountId");

-- CreateIndex
CREATE INDEX "Audit_at_idx" ON "Audit"("at");

-- CreateIndex
CREATE INDEX "Reminder_state_at_idx" ON "Reminder"("state", "at");

-- CreateIndex
CREATE INDEX "Reminder_job_idx" ON "Reminder"("job");

-- CreateIndex
CREATE INDEX "Notice_contactId_idx" ON "Notice"("contactId");

-- CreateIndex
CREATE INDEX "Notice_state_idx" ON "Notice"("state");

-- CreateIndex
CREATE INDEX "NoticeDelivery_noticeId_state_idx" ON "NoticeDelivery"("noticeId", "state");

-- CreateIndex
CREATE INDEX "NoticeDelivery_state_idx" ON "NoticeDelivery"("state");

-- CreateIndex
CREATE INDEX "Job_doneAt_dueAt_idx" ON "Job"("doneAt", "dueAt");

-- What is in the audit trail stays there as it is.
CREATE TRIGGER "Audit_keeps" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;

CREATE TRIGGER "Audit_stays" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
