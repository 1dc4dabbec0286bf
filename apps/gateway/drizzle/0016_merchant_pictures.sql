CREATE TABLE "gateway"."merchant_pictures" (
	"source" text PRIMARY KEY NOT NULL,
	"picture" jsonb NOT NULL,
	"staff_id" text NOT NULL,
	"staff_name" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"wanted_at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "merchant_pictures_wanted" ON "gateway"."merchant_pictures" USING btree ("wanted_at");