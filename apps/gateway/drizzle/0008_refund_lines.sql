ALTER TABLE "gateway"."refunds" ADD COLUMN "lines" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "gateway"."refunds" ADD COLUMN "restock" boolean DEFAULT false NOT NULL;