using Kommunebro.Admin.Asking;
using Kommunebro.Admin.Reading;
using Kommunebro.Contracts.Registry.V1;

namespace Kommunebro.Admin.Municipalities;

/// <summary>A municipality of which the reader wants to write something: it must be of the reader's own side.</summary>
public sealed class OwnMunicipality(RegistryClient registry, Reader reader)
{
    /// <summary>All that registry tells of the municipality with this code; own_side_only for one of the other side, as registry says when it is sent.</summary>
    public async Task<Reply<MunicipalityDetail>> GetAsync(string code)
    {
        var reply = await registry.GetMunicipalityAsync(new GetMunicipalityRequest { Code = code }).ReplyAsync();
        return reply.Value is { } detail && !reader.WritesFor(detail.Municipality.Country)
            ? new Reply<MunicipalityDetail>(null, new Refused(RefusedKind.Forbidden, Refused.OwnSideOnly, "", []))
            : reply;
    }
}
