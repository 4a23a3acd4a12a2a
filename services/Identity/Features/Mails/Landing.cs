using Mamis.EventStore;

namespace Mamis.Identity.Features.Mails;

/// <summary>Two who enter the same code at the same moment: one is first.</summary>
public static class Landing
{
    /// <summary>False when somebody was first, and then nothing of it has happened.</summary>
    public static async Task<bool> Landed(this IEventStore store, Changes changes, CancellationToken cancellation)
    {
        try
        {
            await store.Append(changes, cancellation);
            return true;
        }
        catch (StreamVersionException)
        {
            return false;
        }
    }
}
