extension ShareTarget {
    /// What every portal offers, in this order; their addresses are documented by the places themselves.
    package static let known = [
        ShareTarget(
            id: "viva-engage",
            title: "Viva Engage",
            template: "https://www.yammer.com/messages/new?login=true&status={text}%20{url}"
        ),
        ShareTarget(
            id: "teams",
            title: "Teams",
            template: "https://teams.microsoft.com/share?href={url}&msgText={text}"
        ),
        ShareTarget(
            id: "linkedin-profile",
            title: "LinkedIn profile",
            template: "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name={name}"
                + "&organizationName={issuer}&issueYear={year}&issueMonth={month}&expirationYear={expiryYear}"
                + "&expirationMonth={expiryMonth}&certUrl={url}&certId={id}"
        ),
        ShareTarget(
            id: "linkedin-post",
            title: "LinkedIn post",
            template: "https://www.linkedin.com/sharing/share-offsite/?url={url}"
        ),
        ShareTarget(id: "mail", title: "Email", template: "mailto:?subject={text}&body={text}%0A%0A{url}"),
    ]
}
