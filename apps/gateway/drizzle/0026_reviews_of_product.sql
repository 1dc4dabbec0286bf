DROP INDEX "gateway"."reviews_of_product";--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "gateway"."reviews" USING btree ("product_id","created_at");