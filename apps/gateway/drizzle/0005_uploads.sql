CREATE TABLE "gateway"."uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"picture" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"claimed_by" text
);
--> statement-breakpoint
CREATE INDEX "uploads_shopper" ON "gateway"."uploads" USING btree ("shopper_id");--> statement-breakpoint
CREATE INDEX "uploads_claimed_by" ON "gateway"."uploads" USING btree ("claimed_by","created_at");