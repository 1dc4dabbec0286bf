DROP INDEX "gateway"."taken_coupons_held_by";--> statement-breakpoint
CREATE UNIQUE INDEX "taken_coupons_held_by" ON "gateway"."taken_coupons" USING btree ("held_by","campaign_id");