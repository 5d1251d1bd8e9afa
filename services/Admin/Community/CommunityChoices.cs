namespace Kommunebro.Admin.Community;

/// <summary>The closed lists of a community organisation, as registry names their values.</summary>
public static class CommunityChoices
{
    public static readonly IReadOnlyList<string> OrganisationKinds = ["voluntary", "business", "school", "inter_municipal_company"];
}
