import Core

extension DemoBadges {
    static let all: [Demo] = [
        Demo(
            slug: "cloud-security",
            name: "Cloud Security Practitioner",
            description:
                "Plans and reviews cloud systems that keep customer data safe, and responds when something goes wrong.",
            artwork: Artwork(shape: .shield, colour: .indigo, symbol: "cloud", level: .two),
            activities: ["cloud-security", "threat-modelling"],
            months: 24,
            tags: ["Cloud security", "Threat modelling", "Incident response"]
        ),
        Demo(
            slug: "data-storytelling",
            name: "Data Storytelling",
            description:
                "Turns numbers into a story that helps a team decide, and says honestly what they cannot show.",
            artwork: Artwork(shape: .hexagon, colour: .orange, symbol: "chart", level: .one),
            activities: ["data-storytelling"],
            tags: ["Data", "Communication"]
        ),
        Demo(
            slug: "incident-commander",
            name: "Incident Commander",
            description: "Leads people calmly through an outage, and through the talk about it afterwards.",
            artwork: Artwork(shape: .shield, colour: .red, symbol: "megaphone", level: .three),
            activities: ["incident-commander"],
            tags: ["Incident response", "Leadership"]
        ),
        Demo(
            slug: "privacy-aware",
            name: "Privacy Aware 2026",
            description: "Knows what personal data is, what may be done with it, and whom to ask.",
            artwork: Artwork(shape: .circle, colour: .teal, symbol: "lock", level: .one),
            activities: ["privacy-aware"],
            months: 12,
            tags: ["Privacy"]
        ),
        Demo(
            slug: "mentor",
            name: "Mentor 🌱",
            description: "Helped a colleague grow for half a year, by asking more than by telling.",
            artwork: Artwork(shape: .diamond, colour: .green, symbol: "chat"),
            activities: ["mentor"],
            tags: ["Coaching"]
        ),
        Demo(
            slug: "negotiation",
            name: "Negotiation",
            description: "Finds the agreement that both sides keep.",
            artwork: Artwork(shape: .hexagon, colour: .teal, symbol: "care", level: .two),
            activities: ["negotiation"],
            tags: ["Communication"]
        ),
        Demo(
            slug: "networking-associate",
            name: "Networking Associate",
            description: "Builds and repairs the networks that everything else stands on.",
            artwork: Artwork(shape: .circle, colour: .slate, symbol: "network"),
            activities: ["networking-associate"],
            tags: ["Networking"]
        ),
        Demo(
            slug: "green-it",
            name: "Green IT",
            description: "Measures what a service burns, and makes it burn less.",
            artwork: Artwork(shape: .rosette, colour: .lime, symbol: "leaf", level: .one),
            activities: ["green-it"],
            tags: ["Sustainability"]
        ),
        Demo(
            slug: "green-it-2",
            name: "Green IT, level 2",
            description: "Plans services that never burn it in the first place.",
            artwork: Artwork(shape: .rosette, colour: .green, symbol: "leaf", level: .two),
            activities: ["green-it", "green-it-2"],
            tags: ["Sustainability"]
        ),
        Demo(
            slug: "first-aid",
            name: "First Aid at Work ⛑️",
            description: "Keeps a person safe until the ambulance is there.",
            artwork: Artwork(shape: .circle, colour: .red, symbol: "aid"),
            activities: ["first-aid-at-work"],
            months: 24,
            tags: ["Health"]
        ),
        Demo(
            slug: "kubernetes-operator",
            name: "Kubernetes Operator ☸️",
            description:
                "Runs clusters that other people rely on, and gets them back on their feet at three in the morning.",
            artwork: Artwork(shape: .octagon, colour: .blue, symbol: "gear", level: .three),
            activities: ["kubernetes-operator", "networking-associate", "incident-commander"],
            tags: ["Kubernetes", "Networking", "Observability"]
        ),
        Demo(
            slug: "ai-literacy",
            name: "AI Literacy",
            description: "Knows what a model is good for, and when not to trust it.",
            artwork: Artwork(shape: .diamond, colour: .violet, symbol: "spark", level: .one),
            activities: ["ai-literacy"],
            tags: ["Data", "Ethics"]
        ),
        Demo(
            slug: "inclusive-leader",
            name: "Inclusive Leader",
            description: "Leads meetings and teams in which everybody is heard.",
            artwork: Artwork(shape: .rosette, colour: .plum, symbol: "people"),
            activities: ["inclusive-leader", "mentor", "accessibility-champion"],
            mode: .atLeast(2),
            tags: ["Leadership", "Inclusion"]
        ),
        Demo(
            slug: "accessibility-champion",
            name: "Accessibility Champion",
            description: "Builds things that everyone can use.",
            artwork: Artwork(shape: .octagon, colour: .pink, symbol: "access", level: .two),
            activities: ["accessibility-champion"],
            tags: ["Accessibility", "Design"]
        ),
        Demo(
            slug: "swift-on-the-server",
            name: "Swift on the Server",
            description: "Ships a service that stays up.",
            artwork: Artwork(shape: .hexagon, colour: .amber, symbol: "bolt", level: .two),
            activities: ["swift-on-the-server"],
            tags: ["Swift"]
        ),
        Demo(
            slug: "arabic-for-colleagues",
            name: "العربية للزملاء",
            description: "يتحدث مع الزملاء في الاجتماعات وعلى الغداء.",
            artwork: Artwork(shape: .diamond, colour: .blue, symbol: "globe"),
            activities: ["arabic-for-colleagues"],
            tags: ["Languages"]
        ),
        Demo(
            slug: "conference-speaker",
            name: "Conference Speaker 🎤",
            description: "Stood on a stage for us, and the room learned something.",
            artwork: Artwork(shape: .shield, colour: .violet, symbol: "megaphone"),
            activities: [],
            tags: ["Communication"]
        ),
    ]
}
