extension Migration {
    static let jobs = Migration(
        number: 8,
        name: "jobs",
        text: """
            CREATE TABLE job (
                id {text} NOT NULL PRIMARY KEY,
                kind {text} NOT NULL CHECK (kind <> ''),
                -- One job for each key.
                unique_key {text} NOT NULL UNIQUE,
                {json payload} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead')),
                attempts {integer} NOT NULL DEFAULT 0,
                -- Grows with every claim: who was overtaken cannot report.
                token {integer} NOT NULL DEFAULT 0,
                -- When it may be claimed; of a running one, when its lease ends.
                due_at {time} NOT NULL,
                done {integer},
                total {integer},
                problem {text},
                created_at {time} NOT NULL,
                finished_at {time},
                CHECK ((state IN ('done', 'dead')) = (finished_at IS NOT NULL))
            ) {table};
            CREATE INDEX job_due ON job (due_at, id) WHERE state IN ('waiting', 'running');
            CREATE INDEX job_by_state ON job (state, created_at);
            """
    )
}
