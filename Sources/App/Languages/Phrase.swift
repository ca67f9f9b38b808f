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

    // MARK: Certificates and cards

    case drawEarned, drawCertifies, drawHasEarned, drawIssuedBy, drawValidUntil, drawScan

    // MARK: Checking any badge

    case verifyLead, verifyNothingYet, verifyButton, verifyPrivacy, verifyAnother, verifyWhat, verifyReport
    case verifyGoOn, verifyBusy, verifyGone, givenFile, givenFileHint, givenText, givenTextHint, givenNothing
    case givenTooLong, reportCheckedOn, reportSlow, reportAwarded, reportKind, reportLooking, reportNoBadge
    case reportAltered, reportRevoked, reportIssuerUnknown, reportUnreachable, reportItsIssuer, askIssuer
    case askUnchanged, askNotRevoked, askCurrent, nobodyVouches, wasChanged, namesNobody, notLookedAt
    case lookingAtIt

    // MARK: What checks found, by the English sentence of the report

    case foundStopped, foundOwnWord, foundIssuerTook, foundIssuerTookFor, foundItsIssuerTook
    case foundItsIssuerTookFor, foundIssued, foundSchema, foundTakenBack, foundNoLonger, foundNotSigned
    case foundNobodySigned, foundNothingProves, foundNoPlace, foundNotLooked, foundNoneThere, foundAsPublished
    case foundNotAsPublished, foundAnotherThere, foundStillPublished, foundIssuerUnread, foundUnsurePlace
    case foundNoIssuer, foundNotFromThere, foundNotPublishedThere, foundItsAddress, foundSignedNot
    case foundSignatureOpen, foundWhomToAsk, foundFollows, foundFollowsNot, foundNoList, foundOthersList
    case foundNotTakenBack, foundBackUnsure, foundNotAsSigned, foundWhoseKey, foundOthersKey
    case foundNothingProvesIt, foundAsSigned, foundItsKey, foundNoKeyHad, foundNoKey, foundNotItsSigning
    case foundUnfit, foundNamesNone, foundNamesTwo, foundKeyHolder, foundUnproved, foundUncheckable
    case foundForGood, foundNoStart, foundStarts, foundRanOut, foundEnds, foundEndless, foundNoProof, foundRound
    case foundPage, foundStatus, foundGone, foundNoPicture, foundManyAddresses, foundNothingKnown
    case foundUnreadable, foundAList, foundTooOld, foundOtherJSON, foundPresentation, foundDescribes
    case foundSignedOther, foundIncomplete, foundPartUnread, foundPartDamaged, foundNoAnswer, foundTooSlow
    case foundTooMuch, foundRoundAndRound, foundOtherType, foundAskedOften, foundTakenBackFor, foundReplacedOn
    case foundNoneAtAll

    // MARK: Badges from elsewhere

    case importLead, importRemoved, importNothingYet, importKept, importLook, importWhereTitle, importWhereText
    case importPageTitle, importPageText, importAddLink, importLinkLead, importLinkField, importLinkHint
    case importTitleField, importTitleHint, importIssuerField, importIssuerHint, importGoodUntil, importNotKept
    case importKeepIt, importBack, importAdded, importFrom, importAbout, importChecked, importSince
    case importIssuersPage, importOriginal, importTakeAlong, importForget, importForgetText, importRemove
    case importRemoveNamed, importNotYet, importOwnTitle, importOwnText, importHaveAlready, importIsYours
    case importNamesYou, importIsItYours, importNobody, importGivenToMe, importKeepNow, importButton
    case importLinkInstead, importKeepLink, importReport, importScreenshot, importIssuerStands, importRefused
    case importTryAnother, importNoMail, importUnknownAddress, importCodeSent, importCode, importCodeHint
    case importConfirm, importProve, importGivenTo, importSendCode, importOtherAddress, importNameless
    case trustUnsigned, trustLinkText, trustUnchecked, trustEveryNight, trustOver, trustGenuine, trustHeld
    case importGone, importAlreadyThere, importTooMany, codeTaken, codeSentOften, codeWrong, codeOver
    case linkNoPage, dayToCome, endsBeforeIssued, dayUnreadable, linkTitleMissing, linkTooLong, linkUnstorable

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

    // MARK: Who has a badge

    case awardsWord, awardsLead, personWord, issuedWord, noAwards, noAwardsText, olderOnes, newerOnes
    case fromBeginning, stateOnHold, stateValid, stateWaiting, awardOf, theAward, badgeInVersion, publicPage
    case onHoldSinceDay, countAgain, putOnHold, putOnHoldHint, whyWord, whyHint, takenBackDay, takeItBack
    case takeItBackHint, takeBackButton, reasonMissing, takenBackAlready, onHoldAlready, notOnHold, noSuchList
    case listIsBusy, listTooLate, holdersOf, seeHolders, searchHolders, shownWord, allOfThem, originWord
    case originRule, originHand, originList, nobodyHasItText, noHolderFound, noHolderFoundText, downloadTable
    case addressWord, linkWord, claimedWord
    case notYetSignedIn

    // MARK: Forms

    case fieldMissing, fieldTooLong, fieldUnstorable, fixCount, removeRow, removeNamed, updatePreview

    // MARK: Designing badges

    case yourDesigns, designsLead, newBadge, awardOne, noDesignsText, stateDraft
    case stateLive, stateWithdrawn, designTitle, designOf, designUnsaved, designDraftLead, lookAtIt, copyDesign
    case designSays, designPicture, designPictureHint, designEarn, designReady, fieldName, fieldSlug
    case fieldSlugHint, fieldCan, fieldCanHint, fieldTakesHint, fieldTagsHint, whoAwards, whoAwardsHint
    case onlyCorrect, onlyCorrectHint, ownArtwork, ownArtworkHint, otherServer, otherServerHint, notPicture
    case pictureWords, pictureWordsHint, drawAgain, artworkInUse, artworkReplace, pictureOfBadge, readyName
    case readyNameNot, readySlug, readySlugNot, readySaysNot, readyEarn, readyByHand, publishBadge
    case saveDraft, saveChanges, stopAwarding, stopAwardingText, withdrawBadge, activitiesLabel
    case activitiesHint, addActivity, activityRow, howMany, modeAll, modeAny, modeSome, atLeast, atLeastHint
    case howLong, forEver, peopleFinish, percentEnough, percentEnoughHint, noActivities, chooseActivity
    case findActivity, findActivityHint, noSuchActivity, wholePercent, sayHowMany, chooseTerm, tooManySkills
    case skillTooLong, ruleRepeated, ruleTooMany, ruleUnreachable, ruleEmpty, slugReserved, slugRule, slugTry
    case slugTaken, slugFixed, badgeNotFound, changedMeanwhile, noLongerGiven, notInThisState, noSuchIssuer
    case pictureNotKept, pictureGone, pictureEmpty, pictureOther, pictureTooLarge, pictureWrongSize
    case pictureAnimated, pictureUnfit, alignLabel, alignHint, alignAdd, alignRow, alignName, alignURL
    case alignCode, alignFramework, alignKind, alignKindNone, kindCompetency, kindCredential, kindItem
    case kindRubric, kindCriterion, kindLevel, kindRegistry, alignKindUnknown
    case designMore, artworkFile
    case readySlugWrong, readySaysLength, readySaysShort, readyPicture, readyPictureLight, readyPictureDark
    case readyPictureElsewhere, readySilent, readyNobody, readyPeople, readyManyPeople, readyExpected, readyOnlyExpected
    case publishNamed, publishedNamed, tellThem, tellNow, tellNowHint, tellMonday, tellNever, tellNeverHint
    case backToDraft, linkToBadge, givenByHand, earnedFromNow, awardsOnTheWay, awardsOnTheWayText, toldNow
    case toldMonday, toldNever, moreSymbols, chooseSymbol, symbolsFound, backToBadge, findSymbol
    case findSymbolHint, noLibrary, noLibraryText, noSymbol, noSymbolText, pageOf, symbolGone, sampleLead
    case sampleName, sampleSays, sampleTakes, sampleSkills, pagesOfDesigns, waitingToClaim, trendWord
    case trendWords, jobAwarding, mailUntold

    // MARK: The picture of a badge

    case shapeWord, colourWord, symbolWord, levelWord, levelNone, drawnPicture, drawnPictureLevel, shapeHexagon
    case shapeShield, shapeCircle, shapeRosette, shapeOctagon, shapeDiamond, colourIndigo, colourBlue
    case colourTeal, colourGreen, colourLime, colourAmber, colourOrange, colourRed, colourPink, colourPlum
    case colourViolet, colourSlate, symbolStar, symbolSpark, symbolBolt, symbolCloud, symbolChart, symbolPeople
    case symbolShield, symbolHeart, symbolGlobe, symbolRocket, symbolBook, symbolCap, symbolCode, symbolChat
    case symbolGear, symbolLeaf, symbolKey, symbolTrophy, symbolPuzzle, symbolCompass, symbolFlask
    case symbolCamera, symbolMegaphone, symbolCare, symbolBulb, symbolTarget, symbolSummit, symbolNetwork
    case symbolAid, symbolAccess, symbolLock, symbolMedal

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
    case mailNameCode, mailNameTest, mailNameLeft, mailLeftSubject, mailLeftText, mailLeftHow

    // MARK: How the portal looks

    case theme, themeLead, themeColour, themeColourHint, themeNoColour, themeContrast, themeNearest, themeLogo
    case themeLogoHint, themeLight, themeDark, themePasses, themeFails
    case themeLogoFile, themeLogoFileHint, themeSlots, themeSlotsText, themeHeader, themeFooter, themeSample

    // MARK: Administration

    case overviewWord, allIsWell, rawAnswer
    case unboundRecords, badgesWait, noSystemsText, lastNews, recordsWord, neverWord
    case syncNow, syncAsked, healthWaiting, healthWorking, healthSlow, healthDown, healthRefused
    case healthWaitingText, healthWorkingText, healthSlowText, healthDownText, healthRefusedText
    case recordsNotUnderstood, directoriesTitle, directoriesCaption, directoryWord, peopleWord, leftWord
    case groupsWord, peopleSignedIn, nobodyFoundText, peopleCaption, designerRole, administratorRole
    case accountWord, noAddress, closeAccount, reopenAccount, closeNamed, reopenNamed, accountClosed, giveRole
    case takeRole, giveRoleNamed, takeRoleNamed, yesWord, pagesOfPeople, mergeTitle, mergeLead, mergeFrom
    case mergeInto, mergeShow, mergeWhat, cannotUndo, mergeDoubles
    case mergeDoublesText, mergeButton, noneWord, noSuchPerson
    case accountIsClosed, noSuchRole, lastAdministrator, notAdministrator, twoDifferent, signInChanged
    case issuersWord, issuersLead, issuerNoAddress, issuerAnother, issuerAnotherHint, issuerSite, issuerMail
    case issuerMailHint, addIssuer, cannotSaveYet, keysWord, keysLead, keysOf, keyWord, keyInUse, keyRetired
    case keyFor, makeKeys, makeKeysFor, makeKeysHint, jobsWord, jobsLead, nothingFailed, nothingFailedText
    case jobsFailed, jobsRunning, jobsWaiting, jobWord, againWord, retryJob, retryNamed, attemptWord
    case attemptsWord, soFarWord, startedWord, nextAttempt, lastProblem, jobMail, jobCodeMail, jobLog
    case jobExpiry, jobCleanup, jobImports, jobChecks, jobList, jobAgain, noSuchJob, jobTaken
    case designersChip, administratorsChip, closedChip

    // MARK: Integrations

    case pluginsWord, pluginsLead, pluginWord, pluginOn, pluginOff, pluginOnNext, pluginOffNext, pluginMore
    case pluginMoreHint, pluginFor, pluginType, pluginSettings, pluginSettingsHint, pluginSetting, pluginValue
    case pluginUnset, pluginRequired, pluginSecret, pluginNoSettings, pluginHealth, pluginLastRun
    case pluginLastSuccess, pluginActivities, pluginNoHealth, pluginSwitchOn
    case pluginSwitchOff, pluginSwitchHint, pluginSwitched, pluginReadOnly, pluginOnlySignIn, pluginBroken
    case pluginFileBroken, pluginProblems, pluginNotThere, pluginsNone, pluginsNoneText, typeCSV, typeDemo
    case typeOIDC, typeSAML, typePathgather, typeSCIM, typeSMTP, typeYammer

    // MARK: What was changed

    case auditWord, auditLead, whenWord, whatWord, subjectWord, actorWord, detailWord, auditAnything
    case auditSearch, auditSearchHint, auditFrom, auditUntil, auditFilter, auditNone, auditNoneText, actorRule
    case actorCommand, actorDirectory, auditBadgeCreated, auditBadgeSaved, auditBadgePublished
    case auditBadgeWithdrawn, auditIssuerSaved, auditKeyMade, auditAwardIssued, auditAwardClaimed
    case auditAwardRevoked, auditAwardSuspended, auditAwardResumed, auditVisibility, auditProfileSaved
    case auditCollectionSaved, auditCollectionRemoved, auditListStarted, auditListStopped, auditListUndone
    case auditSettingSaved, auditPersonCreated, auditRoleGranted, auditRoleTaken, auditPersonClosed
    case auditPersonReopened, auditPeopleMerged, auditIdentityLinked, auditDirectoryUserSaved
    case auditDirectoryUserRemoved, auditDirectoryGroupSaved, auditDirectoryGroupRemoved
    case auditEmergencyLinkMade, auditEmergencyLinkUsed, auditAddressAdded, auditImportAdded
    case auditImportRemoved, auditJobRetried, auditSignedIn, auditSessionsEnded

    // MARK: What was added later: all over the portal

    case checkABadge, badgesFromElsewhere, onHoldSince, isOnHold, documentWithProof, signedOlder
    case signOutFailed, signOutFailedText, openSettings

    // MARK: Sharing a badge

    case shareIt, shareMoreWays, shareLinkLabel, shareOpen, shareEmptyForm, shareEmbed, shareFrameHint
    case shareFrameLabel, shareSignatureHint, shareSignatureLabel, shareCopy, shareOnlyYou
    case shareOnlyColleagues, shareOpenFirst, shareLetSee, shareName, shareOrganisation, shareIssueDate
    case shareExpiryDate, shareCredentialID, shareCredentialURL, shareProfileTarget, sharePostTarget
    case shareMailTarget, shareText, sharePagePublic, shareSeenByLink, shareSeenByColleagues, shareSeenByYou
    case shareIfWrong, sharePutOnHold, shareTookBack, shareNewer, shareRanOut, shareEarnAgain
    case shareYouEarned, shareEverything, shareWallet, shareKeep, sharePrivacy, shareWhoSees, shareAnyone
    case shareNotListed, shareColleagues, shareOwner, shareNoEmail, shareLook, shareGenuine

    // MARK: Posting in one's own name

    case postTo, postLead, postText, postTextHint, postAlong, postButton, postBack, postNot, postOver, postSignIn
    case postTooOften, postRefused, postUnavailable, postUnknown, postUnderWay, postDone, postDoneText, postOpen

    // MARK: People, collections and the search

    case peopleChangePage, peopleNothingToShow, peopleNothingToSee, peopleAppear
    case peopleWillAppear, peopleAbout, peopleAboutHint, peopleWhoSees, peopleOwnSetting, peoplePageLead
    case peopleLookAtIt, peopleTooLong, collectionsWord, collectionsHint, collectionNew, collectionNewLead
    case collectionChange, collectionChangeButton, countOfBadges, collectionEmpty, collectionChooseSome
    case collectionNothingNow, collectionChoose, collectionLink, collectionAbout, collectionRemove
    case collectionNoBadges, collectionHome, collectionHidden, collectionOrder, collectionUp, collectionDown
    case collectionNameIt, collectionNameLong, collectionTooMany, searchFor, searchNothing
    case searchTryPart
    case collectionNotSaved
    // MARK: Small things on home and on errors
    case addAnother, gotElsewhere, keepBeside, onHoldShort, choosePerson, emergencyOver
    case whatItMatches, numbersAsTable, formsOnly, unknownProvider, formTooLarge, formDamaged, noCollection

    // MARK: Home, the list of badges, and one badge

    case itIsYours, openToShow, hello, noBadgesYet, firstIsReady, readyForYou, youHave, youHaveAndMore
    case olderBadges
    case claimOne, claimMany, readyToClaim, claimBadge, claimAll, whatItSays, keepGoing, percentDone, oneStep
    case stepsLeft, lookingForNews, refresh, fromSource, nothingYet, arriveByThemselves, stateTakenBack
    case stateReplaced, stateRanOut, stateNotYet, endsToday, endsInDays, couldEarn, allCount, badgesFor
    case pagesOfBadges, nothingPublished, canBeEarned, foundFor, noBadgesAtAll, noMatch, comeBack
    case tryAnotherWord, showAllBadges, yours, searchWord, howToEarn, whatItTakes, inShort, isDraft
    case isDraftText, noLongerAwarded, holdersKeep, edit, showYourBadge, continueTitle, startTitle, finishAll
    case finishAny, finishSome, asOf, yourProgress, isEnough, doneOn, percentDoneIn, fromTheAward
    case doesNotRunOutFact, awardedBy, goodFor, holders, nobodyHasIt, colleaguesHaveIt, years, monthsTime

    // MARK: Welcome

    case welcomeTitle, welcomeFound, welcomeNothing, welcomeLooking, welcomeLookingText, welcomeBegin
    case welcomeYours, welcomeNameTitle, welcomeName, welcomeOnward, welcomePrivate, welcomePrivateText
    case welcomeAddress, welcomeSendCode, welcomeCodeSent, welcomeCode, welcomeConfirm, welcomeNoAddress
    case welcomeAdded

    // MARK: Help, privacy, accessibility

    case helpTitle, helpLead, helpGet, helpGetText, helpMissing, helpMissingText, helpSee, helpSeeText
    case helpShare, helpShareText, helpProof, helpProofText, helpElsewhere, helpElsewhereText, helpLeave
    case helpLeaveText, helpAsk, helpAskText, privacyTitle, privacyLead, privacyKept, privacyKeptText
    case privacySeen, privacySeenText, privacyOut, privacyOutText, privacyCookies, privacyCookiesText
    case privacyLong, privacyLongText, privacyRights, privacyRightsText, accessTitle, accessLead, accessWorks
    case accessWorksText, accessChecked, accessCheckedText, accessLimits, accessLimitsText, accessTell
    case accessTellText

    // MARK: After the job

    case leaverTitle, leaverLead, leaverAddressHint, leaverSent, leaverOpen, leaverOtherAddress
    case leaverWrongCode, leaverHint

    // MARK: The issuer's page

    case issuersTitle, issuersPageLead, issuersSite, issuersContact, issuersBadges, issuersKeys, issuersKeysText
    case issuersKey, issuersState, issuersInUse, issuersRetired, issuersRules, issuersRuleEarn
    case issuersRuleBack, issuersRulePrivate, issuersPrograms

    // MARK: Finding badges

    case findShow, findAll, findToEarn, findFilters, findTopic, findMoreTopics, findLevel, findLevelNumber
    case findNoLevel, findWhere, findByHand, findOrder, findByName, findNewest, findMostHeld, findClear
    case findWithout, findNone, findTakeOne

    // MARK: Administration: overview, numbers, calls, languages

    case monthsShort, monthYear, percentNumber, millisecondsShort, integrationsNeedYou, refusedSince
    case refusedAlways, downSince, downAlways, answersBadly, triesFailed, harmLearning, harmSignIn, harmMail
    case harmOther, fixIt, fixNamed, lookAt, lookNamed, switchOnNamed, lastDay, switchIntegrations, stripLabel
    case yearTitle, figureIssued, figureSoon, figureShared, figureChecks, figureUp, figureDown, figureSame
    case chartTitle, chartSentence, countIssued, countClaimed, countShared, countChecked, countChecks, monthWord
    case figuresCounted, setUpTitle, setUpLead, setUpSignIn, setUpAdministrator, setUpLearning, setUpMail
    case setUpBadge, allJobs, jobListNamed, timeLeft, jobDone, jobsFailedCount, jobsDoneLast, stopNamed
    case jobFigures, jobAllFigures, statsWord, statsLead, statsLeadOwn, statsNone, statsNoneText, statsFunnel
    case statsHint, statsByBadge, statsByMonth, statsMore, lastMonths, allMonths, callsTitle, callsHint
    case callsNone, resultWord, tookWord, callRun, callLetter, nextRun, atTheLatest, testConnection, testReached
    case testFailed, stepAddress, stepConnection, stepKey, stepCall, stepNotTried, languagesWord, languagesLead
    case languagesLeadMissing, languageComplete, languageWhole, languageParts, languageMissing, languageSamples
    case languageSee, mergeNow, mergeThen, mergeWaysIn, mergeAddressesWord, openAccount

    /// As the catalogues call it.
    var name: String { String(describing: self) }

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
