import Core

extension BadgeForm {
    /// All that was typed, as a form sends it: another page can carry it without losing anything.
    var fields: [(name: String, value: String)] {
        var fields = [
            ("name", name), ("slug", slug), ("description", description), ("criteria", criteria), ("tags", tags),
            ("shape", shape), ("colour", colour), ("symbol", symbol), ("level", level), ("picture_url", pictureURL),
            ("upload", upload), ("picture_description", pictureDescription), ("mode", mode), ("needed", needed),
            ("months", months), ("issuer", issuer), ("revision", String(revision)),
        ]
        if isCorrection { fields.append(("correction", "1")) }
        for (index, row) in requirements.enumerated() {
            fields += [("activity.\(index)", row.activity), ("threshold.\(index)", row.threshold)]
        }
        for (index, row) in alignments.enumerated() {
            fields += [
                ("alignment_name.\(index)", row.name), ("alignment_url.\(index)", row.url),
                ("alignment_code.\(index)", row.code), ("alignment_framework.\(index)", row.framework),
                ("alignment_type.\(index)", row.kind),
            ]
        }
        return fields
    }
}
