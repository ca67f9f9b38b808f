/// What people look for, and what symbols are called instead.
enum SymbolWords {
    private static let others: [String: [String]] = [
        "ai": ["robot", "cpu", "stars"], "book": ["journal", "bookmark"], "bulb": ["lightbulb"],
        "climate": ["thermometer", "tree", "cloud"], "coach": ["whistle", "people", "megaphone"],
        "company": ["building", "briefcase"], "computer": ["laptop", "pc", "display"],
        "data": ["database", "graph", "chart", "table"], "doctor": ["hospital", "heart pulse", "clipboard pulse"],
        "education": ["mortarboard", "book", "easel"], "fast": ["lightning", "speedometer", "rocket"],
        "finance": ["bank", "cash", "coin", "piggy bank"], "aid": ["bandaid", "hospital"],
        "goal": ["bullseye", "flag", "trophy"], "graduation": ["mortarboard"], "growth": ["graph up", "tree"],
        "health": ["heart pulse", "hospital", "bandaid", "capsule"], "home": ["house"],
        "idea": ["lightbulb"], "language": ["translate", "chat"], "law": ["bank", "hammer"],
        "leader": ["people", "person", "flag"], "leaf": ["tree", "flower"],
        "learning": ["mortarboard", "book", "easel"],
        "love": ["heart"], "mail": ["envelope"], "medal": ["award", "trophy"], "meeting": ["people", "calendar"],
        "money": ["cash", "coin", "currency", "wallet"], "mountain": ["triangle"],
        "music": ["music", "vinyl", "headphones"],
        "nature": ["tree", "flower", "water"], "photo": ["camera", "image"], "plane": ["airplane"],
        "presentation": ["easel", "projector"], "prize": ["award", "trophy", "gift"],
        "program": ["code", "terminal", "braces"], "programming": ["code", "terminal", "braces"],
        "safety": ["shield", "cone", "lock"], "sale": ["cart", "shop", "tag"], "sales": ["cart", "shop", "tag"],
        "school": ["mortarboard", "book", "easel"], "science": ["eyedropper", "virus", "radioactive"],
        "security": ["shield", "lock", "key", "fingerprint"], "settings": ["gear", "sliders", "tools"],
        "space": ["rocket", "stars", "moon"], "speech": ["chat", "mic", "megaphone"],
        "strength": ["lightning", "shield"], "target": ["bullseye"], "team": ["people"],
        "time": ["clock", "hourglass", "stopwatch", "alarm"], "travel": ["airplane", "globe", "map", "compass"],
        "win": ["trophy", "award"], "world": ["globe"], "write": ["pen", "pencil"], "writing": ["pen", "pencil"],
    ]

    /// - Parameter word: in lower case.
    static func also(for word: String) -> [String] { others[word] ?? [] }

    /// What to try instead of a word that nothing is called.
    static let proposals = ["rocket", "heart", "chart"]
}
