using Kommunebro.Contracts;
using Kommunebro.Registry.OfficialCodes;

namespace Kommunebro.Tests.Registry.OfficialCodes;

public sealed class OfficialCodeTests
{
    [Theory]
    [InlineData(MunicipalityKind.Hromada, "UA63120270000028556")]
    [InlineData(MunicipalityKind.Hromada, "UA01020010000048857")]
    [InlineData(MunicipalityKind.Hromada, "UA80000000000093317")]
    [InlineData(MunicipalityKind.Municipality, "0301")]
    [InlineData(MunicipalityKind.Municipality, "5601")]
    [InlineData(MunicipalityKind.CountyAuthority, "03")]
    [InlineData(MunicipalityKind.IntermunicipalCompany, "123456785")]
    public void True_codes_are_taken(MunicipalityKind kind, string code) => Assert.Null(OfficialCode.FaultOf(kind, code));

    [Theory]
    [InlineData(MunicipalityKind.Hromada, "UА63120270000028556", "cyrillic_letters")]
    [InlineData(MunicipalityKind.Hromada, "UA63120270000028556Н", "cyrillic_letters")]
    [InlineData(MunicipalityKind.Hromada, "уа63120270000028556", "cyrillic_letters")]
    [InlineData(MunicipalityKind.Hromada, "ua63120270000028556", "lower_case")]
    [InlineData(MunicipalityKind.Hromada, "Ua63120270000028556", "lower_case")]
    [InlineData(MunicipalityKind.Hromada, "UA6312027000002855", "invalid_katottg")]
    [InlineData(MunicipalityKind.Hromada, "UA631202700000285566", "invalid_katottg")]
    [InlineData(MunicipalityKind.Hromada, "UA63120270000028556\n", "invalid_katottg")]
    [InlineData(MunicipalityKind.Hromada, " UA63120270000028556", "invalid_katottg")]
    [InlineData(MunicipalityKind.Hromada, "UAO3120270000028556", "invalid_katottg")]
    [InlineData(MunicipalityKind.Hromada, "UA6312027000002855٣", "invalid_katottg")]
    [InlineData(MunicipalityKind.Hromada, "", "invalid_katottg")]
    [InlineData(MunicipalityKind.Hromada, "UA63120270010096107", "not_a_hromada")]
    [InlineData(MunicipalityKind.Hromada, "UA63120000000057192", "not_a_hromada")]
    [InlineData(MunicipalityKind.Hromada, "UA63000000000041885", "not_a_hromada")]
    [InlineData(MunicipalityKind.Municipality, "301", "invalid_kommunenummer")]
    [InlineData(MunicipalityKind.Municipality, "03011", "invalid_kommunenummer")]
    [InlineData(MunicipalityKind.Municipality, "0300", "invalid_kommunenummer")]
    [InlineData(MunicipalityKind.Municipality, "0001", "invalid_kommunenummer")]
    [InlineData(MunicipalityKind.Municipality, "03O1", "invalid_kommunenummer")]
    [InlineData(MunicipalityKind.Municipality, "03О1", "cyrillic_letters")]
    [InlineData(MunicipalityKind.Municipality, "0301\n", "invalid_kommunenummer")]
    [InlineData(MunicipalityKind.CountyAuthority, "3", "invalid_fylkesnummer")]
    [InlineData(MunicipalityKind.CountyAuthority, "00", "invalid_fylkesnummer")]
    [InlineData(MunicipalityKind.IntermunicipalCompany, "123456784", "wrong_check_digit")]
    [InlineData(MunicipalityKind.IntermunicipalCompany, "123 456 785", "invalid_organisation_number")]
    [InlineData(MunicipalityKind.IntermunicipalCompany, "12345678", "invalid_organisation_number")]
    public void Each_fault_has_its_code(MunicipalityKind kind, string code, string fault) =>
        Assert.Equal(fault, OfficialCode.FaultOf(kind, code)?.Code);

    [Fact]
    public void A_Cyrillic_letter_is_told_with_its_place() =>
        Assert.Equal(
            "Character 2 (А, U+0410) is a Cyrillic letter; codes have Latin letters.",
            HromadaCode.FaultOf("UА63120270000028556")?.Message);

    [Theory]
    [InlineData("12345678", null)]
    [InlineData("32345671", null)]
    [InlineData("12345679", "wrong_check_digit")]
    [InlineData("1234567", "invalid_edrpou")]
    [InlineData("1234567A", "invalid_edrpou")]
    public void An_EDRPOU_code_has_a_check_digit(string code, string? fault) => Assert.Equal(fault, Edrpou.FaultOf(code)?.Code);

    [Fact]
    public void Every_single_mistyped_digit_of_an_organisation_number_is_found()
    {
        const string Code = "958935420";
        Assert.Null(OrganisationNumber.FaultOf(Code));
        for (var i = 0; i < Code.Length; i++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != Code[i])
                    Assert.Equal("wrong_check_digit", OrganisationNumber.FaultOf(Code[..i] + digit + Code[(i + 1)..])?.Code);
    }

    [Fact]
    public void An_organisation_number_whose_check_would_be_ten_is_never_right() =>
        // 3 × 4 = 12, 12 mod 11 = 1, 11 − 1 = 10.
        Assert.All(Enumerable.Range(0, 10), digit => Assert.NotNull(OrganisationNumber.FaultOf($"40000000{digit}")));
}
