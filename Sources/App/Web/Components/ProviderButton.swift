/// One way to sign in.
struct ProviderButton: Component {
    /// "Continue with Entra ID".
    let title: String
    let href: String
    var icon = Icon.Name.key
    var isMain = false

    var html: HTML { ButtonLink(title, href: href, kind: isMain ? .main : .plain, icon: icon, isLarge: true).html }
}
