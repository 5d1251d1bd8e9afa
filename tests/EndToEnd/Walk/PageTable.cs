namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>Who sees which page of the admin client; written by hand, as <see cref="RestTable"/>.</summary>
internal static class PageTable
{
    /// <summary>call | of | staff; "everybody" needs no sign-in.</summary>
    public static readonly IReadOnlyList<Row> Rows = Row.Read("""
        GET /                                        | -                   | all
        GET /answer/{Token}                          | answer link         | everybody
        GET /inbox                                   | -                   | all
        GET /initiatives                             | -                   | all
        GET /initiatives/new                         | -                   | ks auc
        GET /initiatives/{Id}                        | initiative          | all
        GET /initiatives/{Id}                        | war initiative      | all
        GET /initiatives/{Id}                        | kept initiative     | ks auc ~administrator ~viewer
        GET /lib/{**path}                            | style sheet         | everybody
        GET /map                                     | -                   | all
        GET /municipalities                          | -                   | all
        GET /municipalities/{Code}                   | hromada             | all
        GET /municipalities/{Code}                   | municipality        | all
        GET /municipalities/{Code}                   | war hromada         | all
        GET /municipalities/{Code}/history           | hromada             | all
        GET /municipalities/{Code}/history           | municipality        | all
        GET /municipalities/{Code}/history           | war hromada         | all
        GET /municipalities/{Code}/profile           | hromada             | auc
        GET /municipalities/{Code}/profile           | municipality        | ks
        GET /municipalities/{Code}/profile           | war hromada         | auc
        GET /municipalities/{Code}/community-organisations/new | hromada   | auc
        GET /municipalities/{Code}/community-organisations/new | municipality | ks
        GET /municipalities/{Code}/community-organisations/{Id} | community of hromada | auc
        GET /municipalities/{Code}/community-organisations/{Id}/remove | community of hromada | auc
        GET /municipalities/{SupplierCode}/shortlist | municipality        | ks auc
        GET /call-list                               | -                   | auc
        GET /needs                                   | -                   | all
        GET /needs/{Id}                              | need                | all
        GET /needs/{Id}                              | restricted need     | all
        GET /needs/{Id}                              | war need            | all
        GET /needs/new                               | -                   | auc
        GET /needs/drafts                            | -                   | auc
        GET /needs/drafts/{Id}                       | draft               | auc
        GET /needs/duplicates                        | -                   | auc
        GET /needs/{Id}/duplicates                   | need                | auc
        GET /needs/{NeedId}/shortlist                | war need            | ks auc
        GET /needs/{Id}/files/{FileId}/remove        | attachment          | auc
        GET /needs/{id}/files/{file}                 | attachment          | ks auc ~administrator ~viewer
        GET /needs/import                            | -                   | auc
        GET /needs/import/template                   | -                   | auc
        GET /needs/imports/{Id}                      | import              | auc
        GET /offers                                  | -                   | all
        GET /offers/new                              | -                   | ks auc
        GET /offers/{Id}                             | offer               | all
        GET /offers/{Id}/revise                      | offer               | ks auc
        GET /partnerships                            | -                   | all
        GET /partnerships/new                        | -                   | ks auc
        GET /partnerships/{Id}                       | partnership         | all
        GET /partnerships/{Id}                       | restricted partners | ks auc ~administrator ~viewer
        GET /proposals                               | -                   | all
        GET /proposals/{Id}                          | proposal            | all
        GET /proposals/{Id}                          | restricted one      | ks auc ~administrator ~viewer
        GET /proposals/{Id}                          | unreleased one      | all
        GET /registers                               | -                   | ks auc
        GET /registers/{Register}                    | register            | ks auc
        GET /registers/reviews                       | -                   | ks auc
        GET /registers/reviews/{Id}                  | review              | ks auc
        GET /runs                                    | -                   | all
        GET /runs/{Id}                               | run                 | all
        GET /runs/{Id}/compare                       | run                 | all
        GET /runs/{Id}/why-not                       | run                 | all
        GET /runs/{id}/events                        | run                 | all
        GET /scenarios                               | -                   | all
        GET /scenarios/new                           | -                   | ks auc
        GET /scenarios/{Id}                          | scenario            | all
        GET /sign-in-failed                          | -                   | everybody
        GET /signed-out                              | -                   | everybody
        """);
}
