-- AlterTable
ALTER TABLE "Message" ADD COLUMN "deliveryReason" TEXT;
ALTER TABLE "Message" ADD COLUMN "deliveryFinal" TEXT;
ALTER TABLE "Message" ADD COLUMN "deliveryAt" TEXT;
