using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>A name is seen, and a phone number is one.</summary>
public sealed class NaamtekensTests
{
    [Theory]
    [InlineData("Jan de Vries")]
    [InlineData("'t Hart-d’Arc")]
    [InlineData("J.")]
    [InlineData("李小龙")]
    [InlineData("עֲמִית")]
    [InlineData("می\u200cخواهم")]
    [InlineData("क्\u200dष")]
    [InlineData("Zo\u00eb \u0130pek 2")]
    public void A_name_in_any_script_is_seen(string naam) => Naamtekens.ZijnZichtbaar(naam).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("\u200b")]
    [InlineData("\u202e")]
    [InlineData("--- !")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    [InlineData("Anna\u200b")]
    [InlineData("Anna \u202ettiW ed")]
    [InlineData("\u2066Anna\u2069")]
    [InlineData("An\u00adna")]
    [InlineData("Anna\u3164")]
    [InlineData("Anna\u200d")]
    [InlineData("\u200dAnna")]
    [InlineData("Anna \u200d B")]
    [InlineData("Anna\U000e0041")]
    [InlineData("Anna\u2028de Wit")]
    public void What_is_not_seen_or_turns_the_order_is_no_name(string naam) => Naamtekens.ZijnZichtbaar(naam).ShouldBeFalse();

    [Theory]
    [InlineData("06 12345678", "0612345678")]
    [InlineData("058-234 56 78", "0582345678")]
    [InlineData("(030) 286 00 00", "0302860000")]
    [InlineData("088.1234567", "0881234567")]
    [InlineData("14 030", "14030")]
    [InlineData("14 0512", "140512")]
    [InlineData("0800-1234", "08001234")]
    [InlineData("0900 123 45 67", "09001234567")]
    [InlineData("+31 6 12345678", "+31612345678")]
    [InlineData("+49 (0)30 123456", "+49030123456")]
    [InlineData("0032 2 123 45 67", "003221234567")]
    public void One_number_is_called_as_it_is_written(string tekst, string gebeld) => Telefoonnummer.Belbaar(tekst).ShouldBe(gebeld);

    [Theory]
    [InlineData("058-2345678 / 06 12345678")]
    [InlineData("06 1234567")]
    [InlineData("06 123456789")]
    [InlineData("1234")]
    [InlineData("+31 6")]
    [InlineData("+1234567890123456")]
    [InlineData("06 12345678 (na zessen)")]
    [InlineData("06+12345678")]
    [InlineData("bel maar")]
    [InlineData("")]
    [InlineData(null)]
    public void Two_numbers_or_half_of_one_are_none(string? tekst) => Telefoonnummer.Belbaar(tekst).ShouldBeNull();
}
