/// Everything that the portal says.
///
/// A phrase that no catalogue has does not build, one that a language lacks fails a test. The words stand in
/// `Assets/Languages`, one file a language.
enum Phrase: Int, CaseIterable, Sendable {
    // MARK: Dates and numbers

    case months, day, dateAndTime, justNow, minutesAgo, hoursAgo

    // MARK: Around every page

    case skip, mainNavigation, badges, home, design, admin, signIn, signOut, yourMenu, yourBadges, settings
    case searchBadges, searchAll, yourPage, languageWord, footerNote, allBadges, optional, copyLink, copied, reference,
        checkFine
    case checkTakeCare, checkNotYet, checkNote, resultPassed, resultLimited, resultFailed, resultOpen
    case nextStep, doneStep, pageBefore, pageAfter, pageWord

    // MARK: Sign-in; "to the badges of Acme"

    case signInLead, continueWith, signInOnward, signInSetUpTitle, signInSetUpText, demoLead, signInFailed
    case signInFailedText, tryAgain, signedOut, signedOutText, signInAgain, leaving, leavingText, continueOn
    case emergencySignIn, emergencyText, emergencyButton

    // MARK: What went wrong

    case nothingHere, notForEverybody, whoAreYou, doesNotWork, notPossibleNow, tooMuch, pleaseWait, ourFault
    case nothingAtAddress, makesNoSense, notSuchRequests, tooMuchAtOnce, ourFaultText, restarting
    case goToYourBadges, seeAllBadges, signInNeeded, designersOnly, administratorsOnly, foreignForm
    case noBadgeHere, tooOften

    // MARK: Checking a badge

    case takenBackOn, replaced, ranOutOn, countsFrom, genuine, checkedJustNow, reasonGiven, lookAtNewer
    case earnedVerb, receivedVerb, sharingTitle, skills, addressOfPage, whatWeChecked, rightPerson
    case showToOthers, linkToPage, checkYourself, issuedBy, issuedAtHost, issuedOn, validUntil, evidence
    case whatItTook, itMatches, doesNotMatch, anotherAddress, knownEmail, compareHint, noEmailAddress, compare
    case issuedIt, issuedItText, awardAt, unchanged, unchangedText, badgeVersion, wasTakenBack
    case wasTakenBackText, reasonWord, notTakenBack, standsByIt, newerOne, newerOneText, notValidYet
    case countsFromText, hasRunOut, wasGoodUntil, hasNotRunOut, goodUntil, doesNotRunOut, belongsToPerson
    case belongsText, certificateToPrint, pictureWithProof, sameAsDrawing, signedDocument, plainDocument, checkWithoutUs

    // MARK: Badges from elsewhere

    case fromElsewhere, elsewhereNote, elsewhereChecked, elsewhereLink, elsewhereWho, elsewhereOwner
    case elsewhereColleagues, elsewhereEverybody

    // MARK: Settings

    case yourAddresses, noAddressVerified, languageAndTime, asBrowser, timeZone, timeZoneHint, unknownZone
    case mailChoice, mailChoiceGiven, mailChoiceRunsOut, mailChoiceBack, mailChoiceWeek, mailChoiceWork
    case save, saved, whereSignedIn, endUnknown, yourSessions, browserWord, lastSeen, since
    case action, thisOne, emergencyLink, endWord, endSessionIn, endAllOthers, aBrowser, browserOn, languageLead

    // MARK: Awarding by hand

    case awardBadge, awardLead, awardFromList, chooseBadge, badgeWord, whomYouGive, personsAddress
    case whatTheyDid, whatTheyDidHint, whatShowsIt, whatShowsItHint, whereSeen, whereSeenHint, cannotAwardYet
    case awardButton, chooseABadge, addressMissing, nobodySignedIn, notWebAddress, hasItAlready

    // MARK: Awarding from a list

    case listLead, listFile, listFileHint, listText, listTextHint, listCheck, listMissing, listEmpty
    case listNoAddresses, listTooLong, listTooLarge, listUndecided, yourLists, listName, listState, listPeople
    case pastedList, listChecked, listGiving, listStopped, listGiven, listUndoing, listUndone, listWillGet
    case listHaveIt, listUnknown, listLeft, listRepeated, listNoAddress, listNoteTooLong, listGot
    case listTakenBack, listButton, listNobody, listAgain, listProgress, listProgressLabel, listCanClose
    case listStop, listGoOn, listUndo, listUndoHint, listRowsTitle, listRowsFirst, listRowLine, listRowAddress
    case listRowReason, listDownload, rowNoAddress, rowUnknown, rowLeft, rowRepeated, rowHasIt, rowNoteTooLong
    case listUndoReason

    // MARK: Mail

    case mailGivenSubject, mailGivenText, mailGivenButton, mailBackSubject, mailBackText
    case mailBackButton, mailRunsOutSubject, mailRunsOutText, mailRunsOutButton, mailHello, mailWhy, mailStop
    case mailCodeSubject, mailCodeText, mailCodeIgnore
    case mailStopTitle, mailStopText, mailStopAsk
    case mailReadySubject, mailReadyText, mailManySubject, mailManyText, mailManyButton, mailElsewhereSubject
    case mailElsewhereText, mailListSubject, mailListText, mailListRest, mailListButton, mailJobSubject
    case mailJobText, mailJobButton, mailFailingSubject, mailFailingText, mailWellSubject, mailWellText
    case mailSystemButton, mailWhyWork, mailWeekSubject, mailWeekNew, mailWeekWaiting, mailWeekGoing
    case mailWeekSoon, mailTestSubject, mailTestText, mailTestButton, mailPage, mailPageLead, mailNoServer
    case mailNoServerText, mailTestSend, mailTestSent, mailTestRefused, mailTestNoAddress, mailNothing
    case mailNothingText, mailFailed, mailWaiting, mailDone, mailLetter, mailTo, mailWhen, mailWhyNot, mailState
    case mailAgain, mailSent, mailUnwanted, mailNoAddress, mailOver, mailInAnother, mailPreviews
    case mailPreviewsLead, mailPreviewShow, mailPreviewPage, mailNameGiven, mailNameMany, mailNameRunsOut
    case mailNameBack, mailNameElsewhere, mailNameWeek, mailNameList, mailNameJob, mailNameFailing, mailNameWell
    case mailNameCode, mailNameTest

    // MARK: How the portal looks

    case theme, themeLead, themeColour, themeColourHint, themeNoColour, themeContrast, themeNearest, themeLogo
    case themeLogoHint, themeLight, themeDark, themePasses, themeFails

    // MARK: What was added later: all over the portal

    case checkABadge, badgesFromElsewhere, onHoldSince, isOnHold, documentWithProof, signedOlder
    case signOutFailed, signOutFailedText, openSettings

    // MARK: Home, the list of badges, and one badge

    case itIsYours, openToShow, hello, noBadgesYet, firstIsReady, readyForYou, youHave, youHaveAndMore
    case claimOne, claimMany, readyToClaim, claimBadge, claimAll, whatItSays, keepGoing, percentDone, oneStep
    case stepsLeft, lookingForNews, refresh, fromSource, nothingYet, arriveByThemselves, stateTakenBack
    case stateReplaced, stateRanOut, stateNotYet, endsToday, endsInDays, couldEarn, allCount, badgesFor
    case pagesOfBadges, nothingPublished, canBeEarned, foundFor, noBadgesAtAll, noMatch, comeBack
    case tryAnotherWord, showAllBadges, yours, searchWord, howToEarn, whatItTakes, inShort, isDraft
    case isDraftText, noLongerAwarded, holdersKeep, edit, showYourBadge, continueTitle, startTitle, finishAll
    case finishAny, finishSome, asOf, yourProgress, isEnough, doneOn, percentDoneIn, fromTheAward
    case doesNotRunOutFact, awardedBy, goodFor, holders, nobodyHasIt, colleaguesHaveIt, years, monthsTime

    /// As the catalogues call it.
    var name: String { String(describing: self) }

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
