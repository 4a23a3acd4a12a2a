using System.Collections.Concurrent;
using Mamis.Notifications.Messaging;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>Answers over HTTP what Notifications asks of TrainingCredits: trainings without a list, in pages of one so that every test turns them.</summary>
internal sealed class TrainingCreditsStandIn : StandInHost
{
    public TrainingCreditsStandIn() => App.MapPost("/internal/unreported-trainings", (Asked asked) => Unreported.Values
        .Where(it => it.LastDay < asked.AsOf)
        .OrderBy(it => it.LastDay).ThenBy(it => it.TrainingId)
        .SkipWhile(it => asked.After is { } && it.TrainingId != asked.After)
        .Skip(asked.After is null ? 0 : 1)
        .Take(1));

    public ConcurrentDictionary<Guid, UnreportedTraining> Unreported { get; } = new();

    private sealed record Asked(DateOnly AsOf, Guid? After = null);
}
