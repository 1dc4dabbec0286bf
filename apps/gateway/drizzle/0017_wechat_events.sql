CREATE TABLE "gateway"."wechat_events" (
	"id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"facts" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "avatar_check" text;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "avatar_trace" text;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "avatar_asked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "wechat_events_due" ON "gateway"."wechat_events" USING btree ("due_at");