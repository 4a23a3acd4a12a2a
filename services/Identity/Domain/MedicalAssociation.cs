using Mamis.Kernel;

namespace Mamis.Identity.Domain;

/// <summary>An association stands in the register under this code and name.</summary>
public sealed record AssociationListed(string Code, string Name);

/// <summary>An association keeps its code and goes by another name.</summary>
public sealed record AssociationRenamed(string Code, string Name);

/// <summary>One of the JMA, the 47 prefectural and about 900 county associations; legally independent bodies.</summary>
public sealed record MedicalAssociation : IEvolve<MedicalAssociation>
{
    public string? Name { get; init; }

    /// <summary>The stream follows from the code, so that listing the same association twice meets the same stream.</summary>
    public static Guid IdOf(string code) => DeterministicId.From("association", code);

    public MedicalAssociation Evolve(object @event) => @event switch
    {
        AssociationListed e => this with { Name = e.Name },
        AssociationRenamed e => this with { Name = e.Name },
        _ => this,
    };
}
