extension Migration {
    static let postedSignIn = Migration(
        number: 12,
        name: "posted-sign-in",
        text: """
            -- Whom a provider vouched for by a post, until the browser that began comes for it: a minute.
            CREATE TABLE posted_arrival (
                handle_hash {text} NOT NULL PRIMARY KEY CHECK (length(handle_hash) = 64),
                provider {text} NOT NULL,
                browser_hash {text} NOT NULL CHECK (length(browser_hash) = 64),
                return_to {text} NOT NULL,
                {json recognised} NOT NULL,
                posted_at {time} NOT NULL
            ) {keyed table};
            CREATE INDEX posted_arrival_by_time ON posted_arrival (posted_at);

            -- When the stay at the provider ends.
            ALTER TABLE session ADD COLUMN stay_until {time};
            """
    )
}
