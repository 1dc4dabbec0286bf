CREATE TABLE "gateway"."message_permits" (
	"shopper_id" text NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"template_id" text NOT NULL,
	"locale" text NOT NULL,
	"allowed_at" timestamp (3) with time zone NOT NULL,
	"tell_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "message_permits_shopper_id_order_id_kind_pk" PRIMARY KEY("shopper_id","order_id","kind")
);
--> statement-breakpoint
CREATE TABLE "gateway"."message_refusals" (
	"shopper_id" text NOT NULL,
	"template_id" text NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_refusals_shopper_id_template_id_pk" PRIMARY KEY("shopper_id","template_id")
);
--> statement-breakpoint
CREATE TABLE "gateway"."messages" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"template_id" text NOT NULL,
	"unpaid_order_id" text,
	"page" text NOT NULL,
	"values" jsonb,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gateway"."message_permits" ADD CONSTRAINT "message_permits_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."message_refusals" ADD CONSTRAINT "message_refusals_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."messages" ADD CONSTRAINT "messages_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_permits_open" ON "gateway"."message_permits" USING btree ("kind","order_id") WHERE "gateway"."message_permits"."used_at" is null;--> statement-breakpoint
CREATE INDEX "messages_due" ON "gateway"."messages" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "messages_of_shopper" ON "gateway"."messages" USING btree ("shopper_id","template_id");--> statement-breakpoint
CREATE INDEX "messages_created_at" ON "gateway"."messages" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "gateway"."restock_reminders" DROP COLUMN "leased_until";