/// Names of many scripts.
enum LoadNames {
    private static let given = [
        "Ada", "Priya", "Tomás", "Aiko", "Omar", "Zoë", "Łukasz", "Nguyễn", "Søren", "Chloé", "José", "Ingrid",
        "محمد", "فاطمة", "נועה", "דוד", "美咲", "伟", "지우", "Ольга", "Γιώργος", "अनिल", "สมชาย", "Ṣadé",
    ]
    private static let family = [
        "Okafor", "Müller", "García-López", "O'Brien", "van der Berg", "Yılmaz", "Kowalska", "Nowak", "Ångström",
        "الحسن", "כהן", "佐藤", "王", "김", "Иванова", "Παπαδόπουλος", "शर्मा", "ใจดี", "Smith", "de Souza",
    ]
    private static let emoji = ["🏅", "👩🏽‍🚀", "🌱", "🇺🇳"]
    private static let subjects = [
        "Data storytelling", "Git", "Erste Hilfe", "Sécurité", "安全", "القيادة", "Accessibility", "SQL", "Coaching",
        "Cloud ☁️", "Kotlin & Swift", "Négociation", "ความปลอดภัย", "Onboarding", "Open source", "Writing",
    ]
    private static let levels = ["basics", "in practice", "mastery", "for teams"]

    /// Every 40th person likes an emoji in the name.
    static func person(_ number: Int) -> String {
        let name = "\(given[number % given.count]) \(family[number / given.count % family.count])"
        return number % 40 == 7 ? "\(name) \(emoji[number / 40 % emoji.count])" : name
    }

    static func badge(_ number: Int) -> String {
        let level = levels[number / subjects.count % levels.count]
        return "\(subjects[number % subjects.count]) \(level) \(number + 1)"
    }
}
