using System.Text;
using Mamis.Kernel;
using Mamis.Portal.Gateway;
using Mamis.ServiceDefaults;

namespace Mamis.Portal.Pages.Desks;

/// <summary>Gives a preview as the file that would go out: the page in the mail, or the letter. Saved and never shown in the name of the site.</summary>
public static class TemplateFiles
{
    public static void MapTemplateFiles(this WebApplication app)
    {
        Map(app, "mail", it => it.Html);
        Map(app, "letter", it => it.Letter);
    }

    /// <remarks>Bound as a form, so that its token is checked.</remarks>
    private static void Map(WebApplication app, string name, Func<TemplatePreview, string?> pick) => app
        .MapPost($"/desk/templates/{{kind}}/{name}.html", async (string kind, IFormCollection form, GatewayClient gateway, CancellationToken cancellation) =>
        {
            var words = new { @case = $"{form["case"]}", subject = $"{form["subject"]}", text = $"{form["text"]}" };
            var reply = await gateway.Post<TemplatePreview>($"/api/notifications/templates/{Uri.EscapeDataString(kind)}/previews", words, cancellation);

            return reply.Value is { } preview && pick(preview) is { } page
                ? Results.File(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", $"{kind}-{name}.html")
                : Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        })
        .For(Roles.JmaStaff);
}
