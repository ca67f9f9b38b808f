extension Migration {
    static let records = Migration(
        number: 5,
        name: "records",
        text: """
            CREATE TABLE audit_event (
                id {serial} PRIMARY KEY,
                at {time} NOT NULL,
                actor {text} NOT NULL,
                action {text} NOT NULL,
                subject {text} NOT NULL,
                detail {text} NOT NULL
            ) {table};

            -- What others have to be told (mail, webhooks), written in the transaction of what happened.
            CREATE TABLE outbox (
                id {serial} PRIMARY KEY,
                kind {text} NOT NULL,
                {json payload} NOT NULL,
                created_at {time} NOT NULL,
                delivered_at {time}
            ) {table};
            CREATE INDEX outbox_undelivered ON outbox (id) WHERE delivered_at IS NULL;
            """
    )
}
