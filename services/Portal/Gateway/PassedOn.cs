namespace Mamis.Portal.Gateway;

/// <summary>Passes a file on as it comes, always to be saved and never shown in the site's own name.</summary>
public static class PassedOn
{
    /// <summary>Asks for a file and passes it on, or the status of the refusal.</summary>
    public static async Task PassOn(this GatewayClient gateway, string path, HttpResponse response, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await gateway.Raw(request, cancellation);
        await answer.PassOn(response, cancellation);
    }

    public static async Task PassOn(this HttpResponseMessage answer, HttpResponse response, CancellationToken cancellation)
    {
        response.StatusCode = (int)answer.StatusCode;

        if (!answer.IsSuccessStatusCode)
        {
            return;
        }

        response.ContentType = answer.Content.Headers.ContentType?.ToString() ?? "application/octet-stream";
        response.ContentLength = answer.Content.Headers.ContentLength;
        response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        await answer.Content.CopyToAsync(response.Body, cancellation);
    }
}
