ALTER TABLE "gateway"."order_fapiao" ADD COLUMN "refused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway"."order_fapiao" ADD COLUMN "refusal" text;