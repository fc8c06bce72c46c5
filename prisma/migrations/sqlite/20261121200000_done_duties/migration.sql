-- CreateTable
CREATE TABLE "DoneDuty" (
    "enterpriseId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "dueId" TEXT NOT NULL,
    "doneOn" TEXT NOT NULL,

    PRIMARY KEY ("enterpriseId", "subject", "dueId"),
    CONSTRAINT "DoneDuty_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
