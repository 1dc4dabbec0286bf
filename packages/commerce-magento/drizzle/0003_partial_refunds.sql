ALTER TABLE "magento"."errands" ADD COLUMN "refund" jsonb;--> statement-breakpoint
ALTER TABLE "magento"."orders" ADD COLUMN "refunded" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "magento"."refunds" ADD COLUMN "words" text;--> statement-breakpoint
UPDATE "magento"."orders" SET "refunded" = (SELECT coalesce(sum("amount"), 0) FROM "magento"."refunds" WHERE "order_id" = "magento"."orders"."id");
