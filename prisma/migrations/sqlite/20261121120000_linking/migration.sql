-- AlterTable
ALTER TABLE "Account" ADD COLUMN "scope" TEXT;

-- CreateTable
CREATE TABLE "Invitation" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "enterpriseId" TEXT NOT NULL,
    "scope" TEXT,
    "madeBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "usedAt" TEXT,
    "usedBy" TEXT,
    CONSTRAINT "Invitation_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RulesVersion" (
    "version" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    PRIMARY KEY ("version", "procedure")
);

-- CreateIndex
CREATE INDEX "Invitation_enterpriseId_idx" ON "Invitation"("enterpriseId");
