using QRCoder;

namespace Mamis.Notifications.Messaging;

/// <summary>The number of a letter as a code that a scanner reads when the letter comes back.</summary>
public static class LetterCode
{
    /// <summary>As a drawing for the page; a letter of before there were numbers has none.</summary>
    public static string Drawing(string? number)
    {
        if (number is null)
        {
            return string.Empty;
        }

        using var code = QRCodeGenerator.GenerateQrCode(number, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(4);
    }
}
