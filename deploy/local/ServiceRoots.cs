namespace Kommunebro.Local;

/// <summary>The services' addresses for <see cref="OperatorHandler"/>.</summary>
internal static class ServiceRoots
{
    public static readonly Uri Registry = new("http://registry/");

    public static readonly Uri NeedsIntake = new("http://needsintake/");

    public static readonly Uri Matching = new("http://matching/");
}
