using QRCoder;

namespace Kommunebro.Identity.SecondFactor;

/// <summary>A text as a picture that a telephone reads.</summary>
internal static class QrCode
{
    private const int PixelsOfAModule = 4;

    /// <summary>An SVG element, black on white whatever the theme: cameras want it so.</summary>
    public static string Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(data).GetGraphic(PixelsOfAModule);
    }
}
