namespace Kommunebro.Tests.EndToEnd.Walk;

/// <summary>
/// Who may do what over REST, written by hand and not read from the services: below /api/v1, one line for each operation and
/// kind of thing. "partners" are those whom the thing concerns; every other partner with the scope is answered as if there
/// were no such thing.
/// </summary>
internal static class RestTable
{
    /// <summary>call | of | staff | scope | partners</summary>
    public static readonly IReadOnlyList<Row> Rows = Row.Read("""
        GET    accounts                                     | -                   | administrator                 | -                 | -
        POST   accounts                                     | -                   | administrator                 | -                 | -
        GET    accounts/{id}                                | account             | administrator                 | -                 | -
        PUT    accounts/{id}                                | account             | administrator                 | -                 | -
        DELETE accounts/{id}                                | account             | administrator                 | -                 | -
        POST   accounts/{id}/activate                       | account             | administrator                 | -                 | -
        POST   accounts/{id}/deactivate                     | account             | administrator                 | -                 | -
        POST   accounts/{id}/invitation                     | account             | administrator                 | -                 | -
        POST   accounts/{id}/password                       | account             | administrator                 | -                 | -
        DELETE accounts/{id}/second-factor                  | account             | administrator                 | -                 | -
        GET    areas                                        | -                   | all                           | registry.read     | all
        GET    candidates                                   | -                   | all                           | -                 | -
        GET    community-organisations/{id}                 | community           | all                           | registry.read     | all
        GET    community-organisations/{id}                 | war community       | all                           | registry.read     | owner
        PUT    community-organisations/{id}                 | community           | auc                           | profiles.write    | owner
        DELETE community-organisations/{id}                 | community           | auc                           | profiles.write    | owner
        PUT    community-organisations/{id}                 | norwegian community | ks                            | profiles.write    | supplier
        DELETE community-organisations/{id}                 | norwegian community | ks                            | profiles.write    | supplier
        GET    contacts/{id}                                | contact             | ks auc                        | contacts.manage   | owner
        PUT    contacts/{id}                                | contact             | ks auc                        | contacts.manage   | owner
        DELETE contacts/{id}                                | contact             | ks auc                        | contacts.manage   | owner
        GET    coverage                                     | -                   | all                           | initiatives.read  | all
        POST   expressions-of-interest                      | -                   | ks                            | offers.write      | supplier
        GET    expressions-of-interest                      | -                   | ks                            | -                 | -
        GET    expressions-of-interest/{id}                 | interest            | ks                            | -                 | -
        GET    imports/reviews                              | -                   | ks auc                        | -                 | -
        POST   imports/reviews/{id}/settle                  | review              | ks auc                        | -                 | -
        PUT    imports/{register}                           | register            | ks auc                        | -                 | -
        GET    initiatives                                  | -                   | all                           | initiatives.read  | all
        POST   initiatives                                  | -                   | ks auc                        | initiatives.write | all
        GET    initiatives/{id}                             | initiative          | all                           | initiatives.read  | all
        GET    initiatives/{id}                             | war initiative      | all                           | initiatives.read  | owner
        GET    initiatives/{id}                             | kept initiative     | ks auc ~administrator ~viewer | initiatives.read  | owner supplier
        PUT    initiatives/{id}                             | initiative          | ks auc                        | initiatives.write | owner
        POST   initiatives/{id}/end                         | initiative          | ks auc                        | initiatives.write | owner
        POST   initiatives/{id}/withdraw                    | initiative          | ks auc                        | initiatives.write | owner
        GET    matching-inputs                              | -                   | all                           | -                 | -
        POST   matching-runs                                | -                   | ks                            | -                 | -
        GET    matching-runs                                | -                   | all                           | -                 | -
        GET    matching-runs/{id}                           | run                 | all                           | -                 | -
        POST   matching-runs/{id}/cancel                    | run                 | ks                            | -                 | -
        GET    matching-runs/{id}/diff                      | run                 | all                           | -                 | -
        GET    matching-runs/{id}/figures                   | run                 | all                           | -                 | -
        GET    matching-runs/{id}/plan                      | run                 | all                           | -                 | -
        GET    matching-runs/{id}/progress                  | run                 | all                           | -                 | -
        POST   matching-runs/{id}/stop                      | run                 | ks                            | -                 | -
        POST   matching-runs/{id}/what-if-pinned            | run                 | all                           | -                 | -
        GET    matching-runs/{id}/why-not                   | run and need        | all                           | -                 | -
        GET    municipalities                               | -                   | all                           | registry.read     | all
        GET    municipalities/export                        | -                   | all                           | registry.read     | all
        GET    municipalities/{code}                        | hromada             | all                           | registry.read     | all
        GET    municipalities/{code}                        | war hromada         | all                           | registry.read     | all
        PUT    municipalities/{code}                        | hromada             | ks auc                        | -                 | -
        GET    municipalities/{code}/category               | hromada             | ks auc                        | -                 | -
        POST   municipalities/{code}/category               | hromada             | ks auc                        | -                 | -
        GET    municipalities/{code}/community-organisations | hromada            | all                           | registry.read     | all
        GET    municipalities/{code}/community-organisations | war hromada        | all                           | registry.read     | all
        POST   municipalities/{code}/community-organisations | hromada            | auc                           | profiles.write    | owner
        POST   municipalities/{code}/community-organisations | municipality       | ks                            | profiles.write    | supplier
        GET    municipalities/{code}/profile                | hromada             | all                           | registry.read     | all
        GET    municipalities/{code}/profile                | war hromada         | all                           | registry.read     | all
        PUT    municipalities/{code}/profile                | hromada             | auc                           | profiles.write    | owner
        PUT    municipalities/{code}/profile                | municipality        | ks                            | profiles.write    | supplier
        GET    municipalities/{code}/contacts               | hromada             | ks auc                        | contacts.manage   | owner
        GET    municipalities/{code}/contacts               | municipality        | ks auc                        | contacts.manage   | supplier
        POST   municipalities/{code}/contacts               | hromada             | ks auc                        | contacts.manage   | owner
        GET    municipalities/{code}/figures                | war hromada         | all                           | registry.read     | all
        GET    municipalities/{code}/succession             | municipality        | all                           | registry.read     | all
        GET    needs                                        | -                   | all                           | needs.read        | all
        POST   needs                                        | -                   | auc                           | needs.write       | owner
        GET    needs/duplicates                             | -                   | auc                           | -                 | -
        GET    needs/export                                 | -                   | all                           | needs.read        | all
        GET    needs/import-template                        | -                   | auc                           | needs.write       | all
        POST   needs/imports                                | -                   | auc                           | needs.write       | all
        GET    needs/imports/{id}                           | import              | auc                           | needs.write       | nobody
        GET    needs/imports/{id}/rows                      | import              | auc                           | needs.write       | nobody
        GET    needs/dream-ideas                            | -                   | auc                           | -                 | -
        POST   needs/dream-ideas                            | -                   | auc                           | -                 | -
        POST   needs/dream-ideas/{dreamId}/dismiss          | dream idea          | auc                           | -                 | -
        POST   needs/dream-ideas/{dreamId}/take             | dream idea          | auc                           | -                 | -
        GET    needs/{id}                                   | need                | all                           | needs.read        | all
        GET    needs/{id}                                   | restricted need     | all                           | needs.read        | owner
        GET    needs/{id}                                   | war need            | all                           | needs.read        | owner
        GET    needs/{id}/history                           | need                | all                           | needs.read        | owner
        GET    needs/{id}/history                           | restricted need     | ks auc ~administrator ~viewer | needs.read        | owner
        GET    needs/call-list                              | -                   | auc                           | -                 | -
        POST   needs/call-list/{code}/calls                 | hromada             | auc                           | -                 | -
        GET    needs/drafts                                 | -                   | auc                           | needs.write       | all
        POST   needs/drafts                                 | -                   | auc                           | needs.write       | owner
        GET    needs/drafts/{id}                            | draft               | auc                           | needs.write       | owner
        PUT    needs/drafts/{id}                            | draft               | auc                           | needs.write       | owner
        DELETE needs/drafts/{id}                            | draft               | auc                           | needs.write       | owner
        POST   needs/drafts/{id}/submit                     | draft               | auc                           | needs.write       | owner
        GET    needs/statistics                             | -                   | all                           | needs.read        | all
        PUT    needs/{id}                                   | need                | auc                           | needs.write       | owner
        POST   needs/{id}/answer                            | need                | auc                           | needs.write       | owner
        POST   needs/{id}/ask                               | need                | auc                           | needs.write       | owner
        POST   needs/{id}/confirm                           | need                | auc                           | needs.write       | owner
        POST   needs/{id}/pause                             | need                | auc                           | needs.write       | owner
        POST   needs/{id}/suspend                           | need                | auc                           | needs.write       | owner
        POST   needs/{id}/close                             | need                | auc                           | -                 | -
        POST   needs/{id}/decide-texts                      | need                | auc                           | -                 | -
        POST   needs/{id}/expire                            | need                | auc                           | -                 | -
        POST   needs/{id}/mark-duplicate                    | need                | auc                           | -                 | -
        POST   needs/{id}/reopen                            | need                | auc                           | -                 | -
        POST   needs/{id}/reply                             | need                | auc                           | -                 | -
        POST   needs/{id}/resume                            | need                | auc                           | -                 | -
        POST   needs/{id}/review                            | need                | auc                           | -                 | -
        GET    needs/{id}/attachments                       | need                | ks auc ~administrator ~viewer | needs.read        | owner
        GET    needs/{id}/attachments                       | restricted need     | ks auc ~administrator ~viewer | needs.read        | owner
        POST   needs/{id}/attachments                       | need                | auc                           | needs.write       | owner
        GET    needs/{id}/attachments/{attachmentId}        | attachment          | ks auc ~administrator ~viewer | needs.read        | owner
        DELETE needs/{id}/attachments/{attachmentId}        | attachment          | auc                           | needs.write       | owner
        GET    needs/{id}/duplicates                        | need                | all                           | needs.read        | all
        GET    needs/{id}/duplicates                        | restricted need     | ks auc ~administrator ~viewer | needs.read        | owner
        GET    needs/{id}/duplicates                        | war need            | all                           | needs.read        | owner
        PUT    needs/{id}/duplicates/{otherId}              | two needs           | auc                           | -                 | -
        POST   needs/{id}/reject                            | need                | auc                           | -                 | -
        POST   needs/{id}/return                            | need                | auc                           | -                 | -
        POST   needs/{id}/verify                            | need                | auc                           | -                 | -
        POST   needs/{id}/withdraw                          | need                | auc                           | needs.write       | owner
        POST   needs/{id}/withdraw                          | restricted need     | auc                           | needs.write       | owner
        POST   offers                                       | -                   | ks                            | offers.write      | supplier
        GET    offers                                       | -                   | all                           | registry.read     | all
        GET    offers/{id}                                  | offer               | all                           | registry.read     | all
        PUT    offers/{id}                                  | offer               | ks                            | offers.write      | supplier
        POST   offers/{id}/confirm                          | offer               | ks                            | offers.write      | supplier
        POST   offers/{id}/hand-in                          | offer               | ks                            | offers.write      | supplier
        POST   offers/{id}/pause                            | offer               | ks                            | offers.write      | supplier
        POST   offers/{id}/resume                           | offer               | ks                            | offers.write      | supplier
        POST   offers/{id}/withdraw                         | offer               | ks                            | offers.write      | supplier
        GET    organisations                                | -                   | administrator                 | -                 | -
        POST   organisations                                | -                   | administrator                 | -                 | -
        GET    organisations/{id}                           | organisation        | administrator                 | -                 | -
        PUT    organisations/{id}                           | organisation        | administrator                 | -                 | -
        GET    organisations/{id}/clients                   | organisation        | administrator                 | -                 | -
        POST   organisations/{id}/clients                   | organisation        | administrator                 | -                 | -
        GET    organisations/{id}/clients/{client}          | client              | administrator                 | -                 | -
        PUT    organisations/{id}/clients/{client}/keys     | client              | administrator                 | -                 | -
        DELETE organisations/{id}/clients/{client}/old-secret | client            | administrator                 | -                 | -
        POST   organisations/{id}/clients/{client}/revoke   | client              | administrator                 | -                 | -
        POST   organisations/{id}/clients/{client}/rotate-secret | client         | administrator                 | -                 | -
        DELETE organisations/{id}/clients/{client}/secrets  | client              | administrator                 | -                 | -
        POST   organisations/{id}/close                     | organisation        | administrator                 | -                 | -
        POST   organisations/{id}/reopen                    | organisation        | administrator                 | -                 | -
        GET    partnerships                                 | -                   | all                           | partnerships.read | all
        POST   partnerships                                 | -                   | ks auc                        | -                 | -
        GET    partnerships/{id}                            | partnership         | all                           | partnerships.read | owner supplier
        GET    partnerships/{id}                            | restricted partners | ks auc ~administrator ~viewer | partnerships.read | owner supplier
        POST   partnerships/{id}/follow-up                  | partnership         | ks auc                        | -                 | -
        POST   partnerships/{id}/notes                      | partnership         | ks auc                        | -                 | -
        POST   partnerships/{id}/stage                      | partnership         | ks auc                        | -                 | -
        GET    proposals                                    | -                   | all                           | proposals.read    | all
        POST   proposals                                    | -                   | ks auc                        | -                 | -
        GET    proposals/{id}                               | proposal            | all                           | proposals.read    | owner supplier
        GET    proposals/{id}                               | restricted one      | ks auc ~administrator ~viewer | proposals.read    | owner supplier
        GET    proposals/{id}                               | unreleased one      | all                           | proposals.read    | nobody
        POST   proposals/{id}/answer                        | proposal            | -                             | proposals.answer  | owner supplier
        POST   proposals/{id}/answer                        | unreleased one      | -                             | proposals.answer  | nobody
        POST   proposals/{id}/approve                       | proposal            | ks auc                        | -                 | -
        POST   proposals/{id}/record-answer                 | proposal            | ks auc                        | -                 | -
        POST   proposals/{id}/withdraw                      | proposal            | ks auc                        | -                 | -
        GET    scenarios                             | -                   | all                           | -                 | -
        POST   scenarios                             | -                   | ks auc                        | -                 | -
        GET    scenarios/default                     | -                   | all                           | -                 | -
        POST   scenarios/default/put-in-force        | -                   | ks auc                        | -                 | -
        DELETE scenarios/{id}                        | scenario            | ks auc                        | -                 | -
        GET    scenarios/{id}                        | scenario            | all                           | -                 | -
        PUT    scenarios/{id}                        | scenario            | ks auc                        | -                 | -
        POST   scenarios/{id}/put-in-force           | scenario            | ks auc                        | -                 | -
        GET    territory                                    | -                   | all                           | registry.read     | all
        GET    territory/editions                           | -                   | all                           | registry.read     | all
        GET    territory/{code}                             | hromada             | all                           | registry.read     | all
        GET    events                                       | -                   | -                             | events.read       | all
        POST   webhooks                                     | -                   | -                             | webhooks.manage   | all
        GET    webhooks                                     | -                   | -                             | webhooks.manage   | all
        GET    webhooks/{id}                                | webhook             | -                             | webhooks.manage   | owner
        PUT    webhooks/{id}                                | webhook             | -                             | webhooks.manage   | owner
        DELETE webhooks/{id}                                | webhook             | -                             | webhooks.manage   | owner
        GET    webhooks/{id}/deliveries                     | webhook             | -                             | webhooks.manage   | owner
        POST   webhooks/{id}/deliveries/{deliveryId}/replay | delivery            | -                             | webhooks.manage   | owner
        POST   webhooks/{id}/rotate-secret                  | webhook             | -                             | webhooks.manage   | owner
        POST   webhooks/{id}/test                           | webhook             | -                             | webhooks.manage   | owner
        """);
}
