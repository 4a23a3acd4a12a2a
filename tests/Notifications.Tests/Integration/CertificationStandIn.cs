using System.Collections.Concurrent;
using Mamis.Notifications.Messaging;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Answers over HTTP what Notifications asks of Certification; counts how often it was asked.</summary>
internal sealed class CertificationStandIn : StandInHost
{
    public CertificationStandIn()
    {
        App.MapPost("/internal/missing-credits", (Asked asked) => Answer(asked));
        App.MapPost("/internal/awaited-receipts", (Page page) => Waiting.Values
            .Where(it => it.Since <= page.Before && (page.After is not { } after || it.ApplicationId.CompareTo(after) > 0)).OrderBy(it => it.ApplicationId));
        App.MapPost("/internal/desk-deadlines", (DesksAsked asked) => asked.After is null ? Desks.Where(it => IsNear(it.Deadline, asked.AsOf)) : []);
    }

    public ConcurrentDictionary<Guid, CreditsOfCertificate> Credits { get; } = new();

    public ConcurrentDictionary<Guid, WaitingApplication> Waiting { get; } = new();

    /// <summary>Desks with open cases of an intake round.</summary>
    public List<DeskDeadline> Desks { get; } = [];

    /// <summary>How many certificates each question was about, and for which day.</summary>
    public ConcurrentQueue<(DateOnly AsOf, int Certificates)> Questions { get; } = new();

    /// <summary>Whether it is there at all.</summary>
    public bool Away { get; set; }

    /// <summary>Lets it know a certificate that lacks so many special units; none, where it lacks nothing.</summary>
    public void Know(Holder holder, int special = 0, DateOnly? unitsUntil = null) => Credits[holder.CertificateId] = new(
        holder.CertificateId,
        holder.ValidTo,
        unitsUntil ?? holder.ValidTo,
        special == 0 ? [] : [new("OCC_RENEWAL_TOTAL_SHORT", 20, 20 - special), new("OCC_RENEWAL_SPECIAL_SHORT", special, 0)]);

    private static bool IsNear(DateOnly deadline, DateOnly day) => deadline >= day.AddDays(-60) && deadline <= day.AddDays(14);

    private IResult Answer(Asked asked)
    {
        Questions.Enqueue((asked.AsOf, asked.CertificateIds.Count));
        return Away ? Results.StatusCode(503) : Results.Ok(asked.CertificateIds.Where(Credits.ContainsKey).Select(it => Credits[it]));
    }

    private sealed record Asked(DateOnly AsOf, IReadOnlyList<Guid> CertificateIds);

    private sealed record DesksAsked(DateOnly AsOf, Place? After = null);

    private sealed record Place(string Association, Guid RoundId);

    private sealed record Page(DateOnly Before, Guid? After);
}
