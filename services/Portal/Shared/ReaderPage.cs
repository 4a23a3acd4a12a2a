using Mamis.Portal.Dates;
using Mamis.Portal.Gateway;
using Microsoft.AspNetCore.Components;

namespace Mamis.Portal.Shared;

/// <summary>What every page has at hand: the gateway in the reader's name, the way to other pages, the request.</summary>
public abstract class ReaderPage : ComponentBase
{
    [Inject]
    public required GatewayClient Gateway { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IHttpContextAccessor Current { get; set; }

    protected HttpContext Http => Current.HttpContext ?? throw new InvalidOperationException("Pages are rendered for requests only.");

    protected CancellationToken Gone => Http.RequestAborted;

    /// <summary>What is wrong with what was sent, in the reader's words; the page shows it above and at each field.</summary>
    protected Mistakes Mistakes { get; } = new();

    /// <summary>Answers with the form as it was filled in and everything that is wrong with it.</summary>
    protected void SendBack() => Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;

    /// <summary>Notes a field that must not be empty.</summary>
    protected void Require(string? value, string field, string key)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Mistakes.Add(field, key);
        }
    }

    /// <summary>The day of a field, as people write it; what is none stands among the mistakes.</summary>
    protected DateOnly Day(string field, string? text)
    {
        if (JapaneseDate.Read(text, out var day) is var fault and not JapaneseDate.Fault.None)
        {
            Mistakes.Add(field, $"form.date-{fault}");
        }

        return day;
    }

    /// <summary>Whether it went well; else the reasons stand on the page.</summary>
    protected bool Went<T>(Reply<T> reply)
        where T : class
    {
        if (reply.Problem is not { } problem)
        {
            return true;
        }

        Mistakes.Add(problem);
        SendBack();
        return false;
    }
}
