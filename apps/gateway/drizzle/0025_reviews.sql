CREATE TABLE "gateway"."review_follow_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"text" text NOT NULL,
	"pictures" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"reply" text,
	CONSTRAINT "one_follow_up_of_a_review" UNIQUE("review_id"),
	CONSTRAINT "follow_up_status_is_known" CHECK ("gateway"."review_follow_ups"."status" in ('pending', 'published', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "gateway"."reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"product_name" text NOT NULL,
	"order_id" text NOT NULL,
	"shopper_id" text,
	"locale" text NOT NULL,
	"nickname" text,
	"stars" integer NOT NULL,
	"text" text NOT NULL,
	"options" jsonb NOT NULL,
	"tags" jsonb NOT NULL,
	"pictures" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"reply" text,
	"marks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"tell_from" timestamp (3) with time zone,
	CONSTRAINT "one_review_per_product_of_an_order" UNIQUE("order_id","product_id"),
	CONSTRAINT "stars_are_one_to_five" CHECK ("gateway"."reviews"."stars" between 1 and 5),
	CONSTRAINT "review_status_is_known" CHECK ("gateway"."reviews"."status" in ('pending', 'published', 'rejected'))
);
--> statement-breakpoint
ALTER TABLE "gateway"."review_follow_ups" ADD CONSTRAINT "review_follow_ups_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "gateway"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."reviews" ADD CONSTRAINT "reviews_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_ups_to_look_at" ON "gateway"."review_follow_ups" USING btree ("created_at","id") WHERE "gateway"."review_follow_ups"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "gateway"."reviews" USING btree ("product_id","created_at") WHERE "gateway"."reviews"."status" = 'published';--> statement-breakpoint
CREATE INDEX "reviews_of_shopper" ON "gateway"."reviews" USING btree ("shopper_id");--> statement-breakpoint
CREATE INDEX "reviews_to_look_at" ON "gateway"."reviews" USING btree ("created_at","id") WHERE "gateway"."reviews"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "reviews_to_tell" ON "gateway"."reviews" USING btree ("tell_from") WHERE "gateway"."reviews"."tell_from" is not null;
--> statement-breakpoint
-- Reviews were kept in the shop's own schema before.
DO $$ BEGIN
  IF to_regclass('commerce.reviews') IS NOT NULL THEN
    INSERT INTO gateway.reviews (id, product_id, product_name, order_id, shopper_id, locale, nickname, stars, text, options, tags, pictures, created_at, status, reply)
      SELECT r.id, r.product_id, p.name ->> 'zh-CN', r.order_id, s.id, 'zh-CN', r.nickname, r.stars, r.text, r.options, r.tags, r.pictures, r.created_at, r.status, r.reply
      FROM commerce.reviews r
      JOIN commerce.products p ON p.id = r.product_id
      LEFT JOIN gateway.shoppers s ON s.id = r.customer_id;
    INSERT INTO gateway.review_follow_ups (id, review_id, text, pictures, created_at, status, reply)
      SELECT id, review_id, text, pictures, created_at, status, reply FROM commerce.review_follow_ups;
    DROP TABLE commerce.review_follow_ups;
    DROP TABLE commerce.reviews;
  END IF;
END $$;
