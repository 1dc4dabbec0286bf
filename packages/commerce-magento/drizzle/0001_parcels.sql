ALTER TABLE "magento"."orders" ADD COLUMN "coupon" jsonb;--> statement-breakpoint
ALTER TABLE "magento"."orders" ADD COLUMN "shipments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "magento"."outbox" ADD COLUMN "details" jsonb;