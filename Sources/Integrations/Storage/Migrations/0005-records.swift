extension Migration {
    static let records = Migration(
        number: 5,
        name: "records",
        sqlite: """
            CREATE TABLE audit_event (
                id integer NOT NULL PRIMARY KEY,
                at integer NOT NULL,
                actor text NOT NULL,
                action text NOT NULL,
                subject text NOT NULL,
                detail text NOT NULL
            ) STRICT;

            -- What others have to be told (mail, webhooks), written in the transaction of what happened.
            CREATE TABLE outbox (
                id integer NOT NULL PRIMARY KEY,
                kind text NOT NULL,
                payload text NOT NULL CHECK (json_valid(payload)),
                created_at integer NOT NULL,
                delivered_at integer
            ) STRICT;
            CREATE INDEX outbox_undelivered ON outbox (id) WHERE delivered_at IS NULL;
            """
    )
}
