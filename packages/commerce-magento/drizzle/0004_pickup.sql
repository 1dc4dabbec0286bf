ALTER TABLE "magento"."orders" ADD COLUMN "pickup" jsonb;--> statement-breakpoint
ALTER TABLE "magento"."orders" ADD COLUMN "ready_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "magento"."orders" ADD COLUMN "collected_at" timestamp (3) with time zone;