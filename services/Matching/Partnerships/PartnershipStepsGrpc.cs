using Kommunebro.Matching.Data;
using Kommunebro.Matching.Telling;
using Kommunebro.ServiceDefaults;
using V1 = Kommunebro.Contracts.Matching.V1;

namespace Kommunebro.Matching.Partnerships;

/// <summary>Steps in partnerships in gRPC: translate in, call; each gives the partnership's id, which is then read.</summary>
internal sealed class PartnershipStepsGrpc(RegisterPartnership register, AddNote notes, CompleteFollowUp complete, ReachStage reach)
{
    public async Task<Guid> RegisterAsync(V1.RegisterPartnershipRequest request, CancellationToken cancellationToken)
    {
        var rules = new Rules();
        var need = Wire.Id(rules, request.NeedId, "needId");
        rules.Enforce();
        return (await register.RunAsync(
            new RegisterRequest(
                Wire.Text(request.RequestId),
                Wire.Text(request.SupplierCode),
                Wire.Text(request.HromadaCode),
                Wire.Text(request.Stage),
                Wire.Text(request.Since),
                Wire.Text(request.AreaCode),
                request.PersonDays,
                need,
                Wire.Text(request.Note)),
            cancellationToken)).Id;
    }

    public async Task<Guid> NoteAsync(V1.AddNoteRequest request, CancellationToken cancellationToken) => (await notes.RunAsync(
        Wire.Id(request.PartnershipId, PartnershipChange.Unknown),
        new NoteRequest(Wire.Text(request.Text), Wire.Text(request.FollowUpOn)),
        Seen.Version(request.Version),
        cancellationToken)).Id;

    public async Task<Guid> CompleteAsync(V1.CompleteFollowUpRequest request, CancellationToken cancellationToken) => (await complete.RunAsync(
        Wire.Id(request.PartnershipId, PartnershipChange.Unknown),
        new FollowUpRequest(Wire.Text(request.Text), Wire.Text(request.NextFollowUpOn)),
        Seen.Version(request.Version),
        cancellationToken)).Id;

    public async Task<Guid> ReachAsync(V1.ReachStageRequest request, CancellationToken cancellationToken) => (await reach.RunAsync(
        Wire.Id(request.PartnershipId, PartnershipChange.Unknown),
        new StageRequest(Wire.Text(request.Stage), Wire.Text(request.On), Wire.Text(request.Text)),
        Seen.Version(request.Version),
        cancellationToken)).Id;
}
