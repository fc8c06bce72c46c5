-- AlterTable
ALTER TABLE "Recognition" ADD COLUMN "place" TEXT;
