ALTER TABLE "gateway"."order_fapiao" ADD COLUMN "mail_state" text;--> statement-breakpoint
ALTER TABLE "gateway"."order_fapiao" ADD COLUMN "mail_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "gateway"."order_fapiao" ADD COLUMN "mail_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway"."order_fapiao" ADD COLUMN "mailed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "order_fapiao_mail" ON "gateway"."order_fapiao" USING btree ("mail_state","mail_due_at");