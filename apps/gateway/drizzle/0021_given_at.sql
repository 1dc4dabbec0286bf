ALTER TABLE "gateway"."addresses" ADD COLUMN "from_wechat" boolean;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "nickname_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway"."shoppers" ADD COLUMN "avatar_at" timestamp (3) with time zone;