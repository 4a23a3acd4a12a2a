using System.Collections.Concurrent;
using System.Net.Mail;
using Mamis.EventStore.Commands;
using Microsoft.Extensions.Options;

namespace Mamis.Notifications.Messaging;

/// <summary>Lets only so many mails at once go to one domain, so that a slow one does not hold all lanes and the mails to everybody else. Mails that somebody waits for do not ask here.</summary>
/// <remarks>Who finds no place waits for a moment, which is enough at a quick domain. A domain that did not make room in it is slow for a while, and its mails are put back at once.</remarks>
public sealed class DomainLimits(IOptions<SmtpOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan While = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A place at the domain of the address, to be given back; null where there is no address to go to.</summary>
    /// <exception cref="PutBackException">There is none now.</exception>
    public async Task<IDisposable?> Enter(string? email, CancellationToken cancellation)
    {
        if (!MailAddress.TryCreate(email, out var address))
        {
            return null;
        }

        var gate = _gates.GetOrAdd(address.Host, it => new(new SemaphoreSlim(options.Value.Domains.GetValueOrDefault(it, options.Value.AtOncePerDomain))));

        if (await gate.Places.WaitAsync(clock.GetUtcNow() < gate.SlowUntil ? TimeSpan.Zero : Moment, cancellation))
        {
            return new Place(gate.Places);
        }

        gate.SlowUntil = clock.GetUtcNow() + While;
        throw new PutBackException(While);
    }

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Places.Dispose();
        }
    }

    private sealed record Gate(SemaphoreSlim Places)
    {
        private long _slowUntil;

        public DateTimeOffset SlowUntil
        {
            get => new(Interlocked.Read(ref _slowUntil), TimeSpan.Zero);
            set => Interlocked.Exchange(ref _slowUntil, value.UtcTicks);
        }
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
