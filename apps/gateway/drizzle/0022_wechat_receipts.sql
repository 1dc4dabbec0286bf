ALTER TABLE "gateway"."order_care" ADD COLUMN "ask_wechat_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway"."order_care" ADD COLUMN "wechat_asks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "gateway"."order_care" ADD COLUMN "received_in_wechat_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "order_care_ask_wechat" ON "gateway"."order_care" USING btree ("ask_wechat_at");--> statement-breakpoint
CREATE INDEX "order_care_received_in_wechat" ON "gateway"."order_care" USING btree ("received_in_wechat_at");