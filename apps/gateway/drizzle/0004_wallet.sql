CREATE TABLE "gateway"."campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"terms" jsonb NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaigns_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "gateway"."taken_coupons" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"till_code" text,
	"held_by" text,
	"held_at" timestamp (3) with time zone,
	"order_id" text,
	"redeemed_at" timestamp (3) with time zone,
	CONSTRAINT "taken_coupons_till_code_unique" UNIQUE("till_code")
);
--> statement-breakpoint
ALTER TABLE "gateway"."taken_coupons" ADD CONSTRAINT "taken_coupons_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "gateway"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "taken_coupons_shopper" ON "gateway"."taken_coupons" USING btree ("shopper_id","campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "taken_coupons_held_by" ON "gateway"."taken_coupons" USING btree ("held_by");--> statement-breakpoint
CREATE INDEX "taken_coupons_order" ON "gateway"."taken_coupons" USING btree ("order_id");