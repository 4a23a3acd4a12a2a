namespace Mamis.Notifications.Messaging;

/// <summary>What only TrainingCredits knows: which trainings were held and have no list of who attended.</summary>
public sealed class TrainingCreditsClient(HttpClient http)
{
    /// <summary>Those whose last day lies before that day, the longest wait first; one page after a training.</summary>
    public async Task<IReadOnlyList<UnreportedTraining>> Unreported(DateOnly asOf, Guid? after, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/internal/unreported-trainings", UriKind.Relative), new { asOf, after }, cancellation);
        answer.EnsureSuccessStatusCode();

        return await answer.Content.ReadFromJsonAsync<UnreportedTraining[]>(cancellation) ?? [];
    }
}

/// <summary>A training without a list, its organizer, and the prefecture it was held in.</summary>
public sealed record UnreportedTraining(Guid TrainingId, string Organizer, string Title, string Prefecture, DateOnly LastDay);
