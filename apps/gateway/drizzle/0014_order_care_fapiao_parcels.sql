CREATE TABLE "gateway"."fapiao_documents" (
	"key" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"number" text NOT NULL,
	"pdf" "bytea" NOT NULL,
	CONSTRAINT "fapiao_documents_order_id_unique" UNIQUE("order_id")
);
--> statement-breakpoint
CREATE TABLE "gateway"."fapiao_titles" (
	"id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"is_default" boolean NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gateway"."order_care" (
	"order_id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"cancel_reason" text,
	"cancel_words" text,
	"reminded_since" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"reminders" integer DEFAULT 0 NOT NULL,
	"receipt_extended" boolean DEFAULT false NOT NULL,
	"last_parcel_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gateway"."order_fapiao" (
	"order_id" text PRIMARY KEY NOT NULL,
	"shopper_id" text NOT NULL,
	"request" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone,
	"number" text,
	"link" text,
	"document_key" text
);
--> statement-breakpoint
CREATE TABLE "gateway"."parcel_traces" (
	"order_id" text NOT NULL,
	"shipment_id" text NOT NULL,
	"token" text,
	"traced" text NOT NULL,
	"seen" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"over" boolean NOT NULL,
	CONSTRAINT "parcel_traces_order_id_shipment_id_pk" PRIMARY KEY("order_id","shipment_id")
);
--> statement-breakpoint
ALTER TABLE "gateway"."fapiao_titles" ADD CONSTRAINT "fapiao_titles_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway"."order_care" ADD CONSTRAINT "order_care_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fapiao_titles_shopper" ON "gateway"."fapiao_titles" USING btree ("shopper_id");--> statement-breakpoint
CREATE INDEX "order_care_deleted" ON "gateway"."order_care" USING btree ("shopper_id","deleted_at");--> statement-breakpoint
CREATE INDEX "order_care_reminded" ON "gateway"."order_care" USING btree ("reminded_since");--> statement-breakpoint
CREATE INDEX "order_care_last_parcel" ON "gateway"."order_care" USING btree ("last_parcel_at");--> statement-breakpoint
CREATE INDEX "order_fapiao_shopper" ON "gateway"."order_fapiao" USING btree ("shopper_id");--> statement-breakpoint
CREATE INDEX "order_fapiao_waiting" ON "gateway"."order_fapiao" USING btree ("issued_at","requested_at");--> statement-breakpoint
CREATE INDEX "parcel_traces_asked_at" ON "gateway"."parcel_traces" USING btree ("over","asked_at");