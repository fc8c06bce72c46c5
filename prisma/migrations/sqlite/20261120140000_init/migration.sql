-- CreateTable
CREATE TABLE "Enterprise" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "enterpriseId" TEXT NOT NULL,
    "consentedOn" TEXT,
    "resumeHash" TEXT,
    "conversation" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "Account_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Application" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "round" TEXT,
    "rules" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "marks" TEXT NOT NULL DEFAULT '{}',
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Application_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "applicationId" TEXT NOT NULL,
    "fieldId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "givenAt" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    PRIMARY KEY ("applicationId", "fieldId"),
    CONSTRAINT "Answer_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Message" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "updateId" TEXT,
    "body" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "delivery" TEXT,
    CONSTRAINT "Message_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_resumeHash_key" ON "Account"("resumeHash");

-- CreateIndex
CREATE INDEX "Account_enterpriseId_idx" ON "Account"("enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_channel_address_key" ON "Account"("channel", "address");

-- CreateIndex
CREATE INDEX "Application_enterpriseId_idx" ON "Application"("enterpriseId");

-- CreateIndex
CREATE INDEX "Message_accountId_seq_idx" ON "Message"("accountId", "seq");

-- CreateIndex
CREATE INDEX "Message_delivery_idx" ON "Message"("delivery");

-- CreateIndex
CREATE UNIQUE INDEX "Message_accountId_updateId_key" ON "Message"("accountId", "updateId");
