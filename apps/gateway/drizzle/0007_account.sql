CREATE TABLE "gateway"."departures" (
	"shopper_id" text PRIMARY KEY NOT NULL,
	"left_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "nickname" text;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "avatar" jsonb;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "avatar_upload_id" text;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "phone_bound_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "keeps_history" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "leaving_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway"."addresses" ADD CONSTRAINT "addresses_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."kept_products" ADD CONSTRAINT "kept_products_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."taken_coupons" ADD CONSTRAINT "taken_coupons_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;