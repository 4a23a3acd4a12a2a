using QRCoder;

namespace Mamis.Drawing;

/// <summary>A QR code as a drawing; the style sheet of the page or the paper says how large it becomes.</summary>
public static class Qr
{
    /// <summary>An SVG element, one unit a module, with the quiet zone that scanners need.</summary>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);

        return code.GetGraphic(1, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
