namespace Kommunebro.Notification.Notices;

/// <summary>The kinds of notices, one for each thing that can happen.</summary>
public static class NoticeKind
{
    /// <summary>Registry knows something new of a municipality.</summary>
    public const string MunicipalityChanged = "municipality_changed";
    public const string NeedSubmitted = "need_submitted";
    public const string NeedReturned = "need_returned";
    public const string NeedAsked = "need_asked";
    public const string NeedReplied = "need_replied";
    public const string NeedRejected = "need_rejected";
    public const string NeedVerified = "need_verified";
    public const string NeedWithdrawn = "need_withdrawn";

    /// <summary>A hromada should say something of its need.</summary>
    public const string NeedReminder = "need_reminder";

    /// <summary>Somebody should say whether a municipality's offer still holds.</summary>
    public const string OfferConfirmation = "offer_confirmation";
    public const string RunCompleted = "run_completed";

    /// <summary>One need for which a run found nobody.</summary>
    public const string NeedUnmatched = "need_unmatched";

    /// <summary>All such needs of a run, in one e-mail.</summary>
    public const string RunUnmatched = "run_unmatched";
    public const string ProposalByHand = "proposal_by_hand";
    public const string ProposalApprovedByOneKey = "proposal_approved_by_one_key";
    public const string ProposalReleasedToSupplier = "proposal_released_to_supplier";
    public const string ProposalAcceptedBySupplier = "proposal_accepted_by_supplier";
    public const string ProposalDeclinedBySupplier = "proposal_declined_by_supplier";
    public const string ProposalReleasedToHromada = "proposal_released_to_hromada";
    public const string ProposalAcceptedByHromada = "proposal_accepted_by_hromada";
    public const string ProposalDeclinedByHromada = "proposal_declined_by_hromada";
    public const string ProposalWithdrawn = "proposal_withdrawn";
    public const string PartnershipStarted = "partnership_started";
    public const string PartnershipRegistered = "partnership_registered";
    public const string PartnershipStageReached = "partnership_stage_reached";
    public const string FollowUpDue = "follow_up_due";

    /// <summary>An e-mail was refused for good.</summary>
    public const string DeliveryFailed = "delivery_failed";

    /// <summary>A municipality has nobody to write to.</summary>
    public const string NoContact = "no_contact";

    /// <summary>A partner's webhook was paused.</summary>
    public const string WebhookPaused = "webhook_paused";

    /// <summary>A partner tries its webhook.</summary>
    public const string WebhookTest = "webhook_test";

    /// <summary>A new colleague is to choose the first password.</summary>
    public const string AccountInvited = "account_invited";

    /// <summary>Somebody says that an account's owner has forgotten the password.</summary>
    public const string PasswordForgotten = "password_forgotten";
}
