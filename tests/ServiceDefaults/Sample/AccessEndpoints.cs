using Kommunebro.ServiceDefaults;
using Microsoft.AspNetCore.Builder;

namespace Kommunebro.Tests.ServiceDefaults.Sample;

/// <summary>Endpoints with a policy, without one, and open to all; each tells who asks.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this WebApplication app)
    {
        app.MapGet("/things", (Caller caller) => caller.Actor).RequireAccess("things.read");
        app.MapPost("/things", (Caller caller) => caller.Actor).RequireAccess("things.write");
        app.MapGet("/forgotten", (Caller caller) => caller.Actor);
        app.MapGet("/open", (Caller caller) => caller.Actor).WithMetadata(new OpenToAll("It is nobody's."));
    }
}
