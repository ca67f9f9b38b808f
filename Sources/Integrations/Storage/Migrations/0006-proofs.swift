extension Migration {
    static let proofs = Migration(
        number: 6,
        name: "proofs",
        text: """
            -- Issuers in the order in which they came; the first is who the portal is when nobody else is named.
            ALTER TABLE issuer ADD COLUMN number {integer} NOT NULL DEFAULT 0;
            UPDATE issuer SET number = (SELECT count(*) FROM issuer AS other WHERE other.id <= issuer.id);
            CREATE UNIQUE INDEX issuer_by_number ON issuer (number);

            CREATE TABLE signing_key (
                id {text} NOT NULL PRIMARY KEY,
                issuer_id {text} NOT NULL REFERENCES issuer (id),
                algorithm {text} NOT NULL CHECK (algorithm IN ('RSA-2048', 'Ed25519')),
                public_key {bytes} NOT NULL,
                -- AES-GCM under the master key, which is not in the database.
                sealed_key {bytes} NOT NULL,
                created_at {time} NOT NULL,
                retired_at {time} CHECK (retired_at >= created_at)
            ) {keyed table};
            CREATE UNIQUE INDEX signing_key_in_use ON signing_key (issuer_id, algorithm) WHERE retired_at IS NULL;

            CREATE TABLE status_list (
                number {integer} NOT NULL PRIMARY KEY,
                issuer_id {text} NOT NULL REFERENCES issuer (id),
                -- How many awards have a place in it.
                taken {integer} NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND 65536),
                -- How many of them were taken back.
                changes {integer} NOT NULL DEFAULT 0 CHECK (changes >= 0)
            ) {table};
            CREATE INDEX status_list_of_issuer ON status_list (issuer_id, number);

            CREATE TABLE award_proof (
                award_id {text} NOT NULL PRIMARY KEY REFERENCES award (id),
                list {integer} NOT NULL REFERENCES status_list (number),
                place {integer} NOT NULL CHECK (place BETWEEN 0 AND 131071),
                salt {text} NOT NULL CHECK (length(salt) = 32),
                UNIQUE (list, place)
            ) {keyed table};
            CREATE INDEX award_revoked ON award (revoked_at) WHERE revoked_at IS NOT NULL;

            {sqlite: -- Awards from before: each issuer's in random order, 65536 a list, at random places.
            CREATE TEMP TABLE ranked AS
                SELECT award.id AS award_id, badge_class.issuer_id, award.revoked_at,
                       (row_number() OVER (PARTITION BY badge_class.issuer_id ORDER BY random()) - 1) AS rank
                  FROM award JOIN badge_class ON badge_class.id = award.badge_id;
            CREATE TEMP TABLE list_number AS
                SELECT issuer_id, rank / 65536 AS part, count(*) AS taken, count(revoked_at) AS changes,
                       row_number() OVER (ORDER BY issuer_id, rank / 65536) AS number
                  FROM ranked GROUP BY issuer_id, rank / 65536;
            CREATE TEMP TABLE shuffled AS
                WITH RECURSIVE place (place) AS (
                    SELECT 0 WHERE EXISTS (SELECT 1 FROM ranked)
                     UNION ALL SELECT place + 1 FROM place WHERE place < 131071
                )
                SELECT place, row_number() OVER (ORDER BY random()) - 1 AS rank FROM place;
            CREATE INDEX temp.shuffled_by_rank ON shuffled (rank);
            INSERT INTO status_list (number, issuer_id, taken, changes)
                SELECT number, issuer_id, taken, changes FROM list_number;
            INSERT INTO award_proof (award_id, list, place, salt)
                SELECT ranked.award_id, list_number.number, shuffled.place, lower(hex(randomblob(16)))
                  FROM ranked
                  JOIN list_number ON list_number.issuer_id = ranked.issuer_id
                                  AND list_number.part = ranked.rank / 65536
                  JOIN shuffled ON shuffled.rank = ranked.rank % 65536;
            DROP TABLE temp.shuffled;
            DROP TABLE temp.list_number;
            DROP TABLE temp.ranked;}
            """
    )
}
