using QRCoder;

namespace Mamis.Printing;

/// <summary>A QR code as a drawing for a page; the style sheet says how large it becomes.</summary>
public static class QrDrawing
{
    /// <summary>One unit a module, with the quiet zone that scanners need.</summary>
    public static Html Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);

        return Html.Drawn(code.GetGraphic(1, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
