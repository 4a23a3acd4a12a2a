using Mamis.Drawing;

namespace Mamis.Printing;

/// <summary>A QR code for paper.</summary>
public static class QrDrawing
{
    public static Html Of(string text) => Html.Drawn(Qr.Svg(text));
}
