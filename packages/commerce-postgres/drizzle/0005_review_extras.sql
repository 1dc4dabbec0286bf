CREATE TABLE "commerce"."review_follow_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"text" text NOT NULL,
	"pictures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"reply" text,
	CONSTRAINT "one_follow_up_of_a_review" UNIQUE("review_id"),
	CONSTRAINT "follow_up_status_is_known" CHECK ("commerce"."review_follow_ups"."status" in ('pending', 'published', 'rejected'))
);
--> statement-breakpoint
ALTER TABLE "commerce"."reviews" ADD COLUMN "tags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "commerce"."reviews" ADD COLUMN "pictures" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "commerce"."review_follow_ups" ADD CONSTRAINT "review_follow_ups_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "commerce"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_ups_to_look_at" ON "commerce"."review_follow_ups" USING btree ("created_at","id") WHERE "commerce"."review_follow_ups"."status" = 'pending';