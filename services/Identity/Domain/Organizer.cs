using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>A body that may hold trainings was recognised: an association, a university, a health centre or a company.</summary>
public sealed record OrganizerRecognised(string Code, string Name, string Prefecture);

/// <summary>A body that holds trainings and reports who attended (主催者).</summary>
public sealed record Organizer : IEvolve<Organizer>
{
    public string? Code { get; init; }

    public static Guid IdOf(string code) => DeterministicId.From("organizer", code);

    public Organizer Evolve(object @event) => @event switch
    {
        OrganizerRecognised e => this with { Code = e.Code },
        _ => this,
    };
}
