CREATE TABLE "gateway"."shipping_uploads" (
	"order_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"problem" text,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "shipping_uploads_due_at" ON "gateway"."shipping_uploads" USING btree ("state","due_at");