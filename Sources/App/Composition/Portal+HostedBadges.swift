import OpenBadges
import Storage

/// Badges as programs read them, and all of a person's in one file.
extension Portal {
    func archive(_ hosted: HostedBadges, _ desk: DrawingDesk) -> BadgeArchive {
        BadgeArchive(
            site: site,
            awards: database.awards,
            imports: database.imports,
            documents: hosted.awards,
            baked: hosted.baked,
            desk: desk
        )
    }

    var hostedBadges: HostedBadges {
        let documents = BadgeDocuments(
            base: site.baseURL,
            proofs: database.proofs,
            awards: database.awards,
            keyring: keyring,
            method: credentialStatus
        )
        let awards = AwardDocuments(proofs: database.proofs, documents: documents)
        let pictures = PlainPictures(badges: database.badges)
        return HostedBadges(
            site: site,
            proofs: database.proofs,
            documents: documents,
            awards: awards,
            lists: StatusLists(
                proofs: database.proofs,
                badges: database.badges,
                documents: documents,
                now: site.now
            ),
            pictures: pictures,
            baked: BakedPictures(
                proofs: database.proofs,
                awards: database.awards,
                documents: awards,
                pictures: pictures
            )
        )
    }
}
