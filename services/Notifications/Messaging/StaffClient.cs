namespace Mamis.Notifications.Messaging;

/// <summary>Where the staff of an organisation gets mail, asked for in the moment of sending and never kept here.</summary>
public sealed class StaffClient(HttpClient http)
{
    /// <summary>Those with a confirmed address, all in one call.</summary>
    public async Task<IReadOnlyList<StaffAddress>> AddressesOf(string association, IReadOnlyList<string> roles, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/internal/staff-addresses", UriKind.Relative), new { associations = new[] { association }, roles }, cancellation);
        answer.EnsureSuccessStatusCode();

        return await answer.Content.ReadFromJsonAsync<StaffAddress[]>(cancellation) ?? [];
    }
}

/// <summary>A member of staff who can get mail.</summary>
public sealed record StaffAddress(Guid StaffId, string Association, string Email);
