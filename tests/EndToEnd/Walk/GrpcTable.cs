namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Who may call which method of the services' inner face; written by hand, as <see cref="RestTable"/>.</summary>
internal static class GrpcTable
{
    /// <summary>call | of | staff | scope | partners | services</summary>
    public static readonly IReadOnlyList<Row> Rows = Row.Read("""
        Identity CreatePasswordLink  | account             | -                             | -                 | -              | notification
        Identity ListStaff           | -                   | -                             | -                 | -              | notification
        Identity NameActors          | account             | all                           | -                 | -              | -
        Matching StartRun            | -                   | ks                            | -                 | -              | -
        Matching CancelRun           | run                 | ks                            | -                 | -              | -
        Matching StopRun             | run                 | ks                            | -                 | -              | -
        Matching FindRuns            | -                   | all                           | -                 | -              | -
        Matching GetRun              | run                 | all                           | -                 | -              | -
        Matching WatchRun            | run                 | all                           | -                 | -              | -
        Matching ListUnmatched       | run                 | all                           | -                 | -              | -
        Matching FindScenarios       | -                   | all                           | -                 | -              | -
        Matching GetScenario         | scenario            | all                           | -                 | -              | -
        Matching CreateScenario      | -                   | ks auc                        | -                 | -              | -
        Matching ReviseScenario      | scenario            | ks auc                        | -                 | -              | -
        Matching PutScenarioInForce  | scenario            | ks auc                        | -                 | -              | -
        Matching ArchiveScenario     | scenario            | ks auc                        | -                 | -              | -
        Matching GetFigures          | run                 | all                           | -                 | -              | -
        Matching DiffRuns            | run                 | all                           | -                 | -              | -
        Matching WhatIfPinned        | run                 | all                           | -                 | -              | -
        Matching WhyNot              | run                 | all                           | -                 | -              | -
        Matching FindProposals       | -                   | all                           | proposals.read    | all            | -
        Matching GetProposal         | proposal            | all                           | proposals.read    | owner supplier | -
        Matching GetProposal         | restricted one      | ks auc ~administrator ~viewer | proposals.read    | owner supplier | -
        Matching GetProposal         | unreleased one      | all                           | proposals.read    | nobody         | -
        Matching GetShortlist        | war need            | ks auc                        | -                 | -              | -
        Matching Propose             | need                | ks auc                        | -                 | -              | -
        Matching ApproveProposal     | proposal            | ks auc                        | -                 | -              | -
        Matching WithdrawProposal    | proposal            | ks auc                        | -                 | -              | -
        Matching RecordAnswer        | proposal            | ks auc                        | -                 | -              | -
        Matching CreateAnswerLink    | proposal            | -                             | -                 | -              | notification
        Matching OpenAnswerLink      | answer link         | -                             | -                 | -              | admin
        Matching AnswerByLink        | answer link         | -                             | -                 | -              | admin
        Matching StreamPartnerships  | -                   | -                             | -                 | -              | registry
        Matching FindPartnerships    | -                   | all                           | partnerships.read | all            | -
        Matching GetPartnership      | partnership         | all                           | partnerships.read | owner supplier | -
        Matching GetPartnership      | restricted partners | ks auc ~administrator ~viewer | partnerships.read | owner supplier | -
        Matching RegisterPartnership | -                   | ks auc                        | -                 | -              | -
        Matching AddNote             | partnership         | ks auc                        | -                 | -              | -
        Matching CompleteFollowUp    | partnership         | ks auc                        | -                 | -              | -
        Matching ReachStage          | partnership         | ks auc                        | -                 | -              | -
        Matching GetOverview         | -                   | all                           | -                 | -              | -
        Needs StreamVerified         | -                   | -                             | -                 | -              | matching needs-intake
        Needs FindNeeds              | -                   | all                           | needs.read        | all            | -
        Needs GetNeed                | need                | all                           | needs.read        | all            | -
        Needs GetNeed                | restricted need     | all                           | needs.read        | owner          | -
        Needs GetNeed                | war need            | all                           | needs.read        | owner          | -
        Needs CountNeeds             | -                   | all                           | needs.read        | all            | -
        Needs VerifyNeed             | need                | auc                           | -                 | -              | -
        Needs ReturnNeed             | need                | auc                           | -                 | -              | -
        Needs RejectNeed             | need                | auc                           | -                 | -              | -
        Needs TakeStep               | need                | auc                           | -                 | -              | -
        Needs GetCallList            | -                   | auc                           | -                 | -              | -
        Needs RecordCall             | hromada             | auc                           | -                 | -              | -
        Needs FindDrafts             | -                   | auc                           | needs.write       | all            | -
        Needs GetDraft               | draft               | auc                           | needs.write       | owner          | -
        Needs KeepDraft              | draft               | auc                           | needs.write       | owner          | -
        Needs DropDraft              | draft               | auc                           | needs.write       | owner          | -
        Needs SubmitDraft            | draft               | auc                           | needs.write       | owner          | -
        Needs FindLikelyPairs        | -                   | auc                           | -                 | -              | -
        Needs GetDuplicates          | need                | auc                           | -                 | -              | -
        Needs LinkNeeds              | need                | auc                           | -                 | -              | -
        NeedAttachments ListAttachments  | need            | ks auc ~administrator ~viewer | needs.read        | owner          | -
        NeedAttachments AttachFile       | need            | auc                           | needs.write       | owner          | -
        NeedAttachments GetAttachment    | attachment      | ks auc ~administrator ~viewer | needs.read        | owner          | -
        NeedAttachments RemoveAttachment | attachment      | auc                           | needs.write       | owner          | -
        NeedImports ImportNeeds          | -               | auc                           | needs.write       | all            | -
        NeedImports GetImport            | import          | auc                           | needs.write       | nobody         | -
        NeedImports GetTemplate          | -               | auc                           | needs.write       | all            | -
        Notification FindInbox       | -                   | all                           | -                 | -              | -
        Notification CountUnread     | -                   | all                           | -                 | -              | -
        Notification MarkRead        | -                   | all                           | -                 | -              | -
        Notification FindDeliveries  | -                   | ks auc administrator          | -                 | -              | -
        Registry StreamSnapshot      | -                   | -                             | -                 | -              | matching needs-intake
        Registry StreamMunicipalities | -                  | -                             | -                 | -              | notification
        Registry FindMunicipalities  | -                   | all                           | registry.read     | all            | -
        Registry GetMunicipality     | hromada             | all                           | registry.read     | all            | -
        Registry GetMunicipality     | municipality        | all                           | registry.read     | all            | -
        Registry GetMunicipality     | war hromada         | all                           | registry.read     | all            | -
        Registry ListAreas           | -                   | all                           | registry.read     | all            | -
        Registry ListContacts        | hromada id          | -                             | -                 | -              | notification
        RegistryOffers FindOffers    | -                   | all                           | registry.read     | all            | -
        RegistryOffers GetOffer      | offer               | all                           | registry.read     | all            | -
        RegistryOffers KeepOffer     | offer               | ks                            | offers.write      | supplier       | -
        RegistryOffers TakeOfferStep | offer               | ks                            | offers.write      | supplier       | -
        RegistryImports UploadRegister | register          | ks auc                        | -                 | -              | -
        RegistryImports FindReviews  | -                   | ks auc                        | -                 | -              | -
        RegistryImports GetReview    | review              | ks auc                        | -                 | -              | -
        RegistryImports SettleReview | review              | ks auc                        | -                 | -              | -
        RegistryHistory GetHistory   | hromada             | all                           | registry.read     | all            | -
        RegistryHistory GetHistory   | municipality        | all                           | registry.read     | all            | -
        RegistryHistory GetHistory   | war hromada         | all                           | registry.read     | all            | -
        RegistryHistory DecideCategory | hromada           | ks auc                        | -                 | -              | -
        RegistryInitiatives FindInitiatives | -            | all                           | initiatives.read  | all            | -
        RegistryInitiatives GetInitiative | initiative     | all                           | initiatives.read  | all            | -
        RegistryInitiatives GetInitiative | war initiative | all                           | initiatives.read  | owner          | -
        RegistryInitiatives GetInitiative | kept initiative | ks auc ~administrator ~viewer | initiatives.read | owner supplier | -
        RegistryInitiatives KeepInitiative | initiative    | ks auc                        | initiatives.write | owner          | -
        RegistryInitiatives TakeInitiativeStep | initiative | ks auc                       | initiatives.write | owner          | -
        RegistryProfiles WriteProfile | hromada            | auc                           | profiles.write    | owner          | -
        RegistryProfiles KeepCommunityOrganisation | community | auc                        | profiles.write    | owner          | -
        RegistryProfiles RemoveCommunityOrganisation | community | auc                      | profiles.write    | owner          | -
        """);
}
